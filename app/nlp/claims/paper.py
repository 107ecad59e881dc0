"""The paper's own voice: a plan or a forecast that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from app.nlp.claims.bounds import interval
from app.nlp.claims.draft import Draft, pieces_within
from app.nlp.claims.kinds import is_future
from app.nlp.claims.reading import Reading, cue_at
from app.nlp.claims.tree import Tree

_OUTLOOK = ("ожидаться", "предстоять", "предполагаться", "прогнозироваться")


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
    tree, word = reading.tree, reading.tree.words[index]
    if _is_personal(tree, index):
        return None
    if word.lemma in reading.lexicon.plans and _is_current(tree, index):
        return "forecast" if word.lemma in _OUTLOOK else "promise"
    return "forecast" if is_future(tree, index) or _is_ahead(tree, index) else None


def _is_ahead(tree: Tree, index: int) -> bool:
    """Say whether a predicate of the present points ahead: «может вырасти», «должен открыться», «грозит»."""
    lemma = tree.words[index].lemma
    if lemma in ("мочь", "смочь"):
        return _may_happen(tree, index) and _has_infinitive(tree, index, "Perf")
    if lemma in ("должен", "должный"):
        return _has_infinitive(tree, index, "Perf") and not _was(tree, index)
    return lemma == "грозить" and _is_current(tree, index)


def _behind_that(tree: Tree, first: int, verb: int) -> int:
    """Return the start of what is expected: «Ожидается, что …» stays outside."""
    if tree.lower(verb + 1) == "," and tree.lower(verb + 2) == "что" and verb + 3 < len(tree):
        return verb + 3
    return first


def _is_personal(tree: Tree, index: int) -> bool:
    """Say whether «I», «we» or «you» is what a predicate is about: then it is somebody's speech."""
    words = [tree.words[step] for step in (index, *tree.children(index, "aux", "cop", "nsubj"))]
    return any(word.feat("Person") in ("1", "2") for word in words)


def _may_happen(tree: Tree, index: int) -> bool:
    """Say whether «может» stands in the present and is not denied."""
    return tree.words[index].feat("Tense") != "Past" and tree.lower(index - 1) != "не"


def _is_current(tree: Tree, index: int) -> bool:
    """Say whether a predicate is not in the past."""
    return tree.words[index].feat("Tense") != "Past" or (
        tree.words[index].feat("VerbForm") == "Part" and not _was(tree, index)
    )


def _was(tree: Tree, index: int) -> bool:
    return any(tree.lower(child).startswith("был") for child in tree.children(index))


def _has_infinitive(tree: Tree, index: int, aspect: str) -> bool:
    return any(
        tree.words[child].feat("VerbForm") == "Inf" and tree.words[child].feat("Aspect") == aspect
        for child in tree.children(index)
    ) or (tree.words[index].head >= 0 and tree.words[tree.words[index].head].feat("VerbForm") == "Inf")


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
