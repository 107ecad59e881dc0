"""The paper's own voice: a plan or a forecast that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from app.nlp.claims.bounds import interval
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.outlook import outlook_of
from app.nlp.claims.reading import Reading, cue_at
from app.nlp.claims.tree import Tree


def foretold(reading: Reading) -> Iterator[Draft]:
    """Yield the plans and forecasts of a stretch: one claim for the sentence, or for the clauses that look ahead."""
    tree = reading.tree
    if tree.words and tree.words[-1].text == "?":
        return
    heads = [index for index in range(len(tree)) if tree.is_finite(index) and tree.is_main(index)]
    ahead = [(index, kind) for index in heads if (kind := _outlook(reading, index))]
    if not ahead:
        return
    telling = [index for index in heads if cue_at(reading, index) is not None]
    first, stop = _extent(tree, heads, [index for index, _ in ahead], telling)
    first = _behind_that(tree, first, ahead[0][0])
    pieces = pieces_within(reading.text, interval(tree, first, stop), [])
    if pieces and sum(tree.words[step].text[0].isalpha() for step in range(first, stop)) >= 3:
        yield Draft(pieces, "reported", ahead[0][1], "claim.paper/1", confidence=0.65)


def _outlook(reading: Reading, index: int) -> str | None:
    """Return the kind of what a predicate says about the future, or None."""
    return None if _is_personal(reading.tree, index) else outlook_of(reading.tree, index, reading.lexicon)


def _behind_that(tree: Tree, first: int, verb: int) -> int:
    """Return the start of what is expected: «Ожидается, что …» stays outside."""
    if tree.lower(verb + 1) == "," and tree.lower(verb + 2) == "что" and verb + 3 < len(tree):
        return verb + 3
    return first


def _is_personal(tree: Tree, index: int) -> bool:
    """Say whether «I», «we» or «you» is what a predicate is about: then it is somebody's speech."""
    words = [tree.words[step] for step in (index, *tree.children(index, "aux", "cop", "nsubj"))]
    return any(word.feat("Person") in ("1", "2") for word in words)


def _extent(tree: Tree, heads: list[int], ahead: list[int], telling: list[int]) -> tuple[int, int]:
    """Return the range of the claim: the sentence, or the clauses of `ahead` where others tell of the past."""
    others = [
        head for head in heads if head not in ahead and (tree.words[head].feat("Tense") == "Past" or head in telling)
    ]
    if not others:
        return 0, len(tree)
    if min(ahead) > max(others):
        return _clause_start(tree, min(ahead), max(others)), len(tree)
    if max(ahead) < min(others):
        return 0, _clause_start(tree, min(others), max(ahead))
    return 0, len(tree)


def _clause_start(tree: Tree, head: int, after: int) -> int:
    """Return where the clause of `head` begins: behind the sign or the conjunction that parts it from `after`."""
    for step in range(head - 1, after, -1):
        if tree.words[step].text in ";:—–" or (tree.lower(step) == "," and tree.words[step + 1].pos == "CCONJ"):
            first = step + 1
            break
    else:
        members = tree.subtree(head)
        first = head
        while first - 1 > after and first - 1 in members:
            first -= 1
    while first < head and tree.words[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    return first
