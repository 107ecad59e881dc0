"""Where a forecast in the paper's own voice begins and ends."""

from __future__ import annotations

from app.core.text.word_lists import read_entries
from app.nlp.claims.syntax.tree import SyntaxTree

_MEANING = read_entries("claims/meaning_verbs")
_JOINING = ("и", "а", "но", "однако", "зато")


def find_extent(tree: SyntaxTree, heads: list[int], ahead: list[int], telling: list[int]) -> tuple[int, int]:
    """Return the range of the claim.

    It is the sentence, or the clauses of `ahead` where others tell of the past.
    """
    others = [
        head
        for head in heads
        if head not in ahead
        and not (tree.words[head].head in ahead and tree.words[head].rel == "xcomp")
        and (tree.words[head].feat("Tense") == "Past" or head in telling or _stands_apart(tree, head, min(ahead)))
    ]
    if not others:
        return 0, len(tree)
    if min(ahead) > max(others):
        return _find_clause_start(tree, min(ahead), max(others)), len(tree)
    if max(ahead) < min(others):
        return 0, _find_clause_start(tree, min(others), max(ahead))
    return 0, len(tree)


def _stands_apart(tree: SyntaxTree, head: int, ahead: int) -> bool:
    """Say whether a clause before the outlook says something else.

    It is in the present. A colon parts them, or a conjunction where the outlook has a subject of its own.
    """
    if head > ahead or tree.words[head].lemma in _MEANING or tree.words[head].feat("Tense") == "Fut":
        return False
    signs = [step for step in range(head + 1, ahead) if tree.words[step].text in ",:;"]
    if any(tree.words[step].text in ":;" for step in signs):
        return True
    joined = [step for step in signs if tree.lower_at(step + 1) in _JOINING]
    subjects = tree.children(ahead, "nsubj")
    return bool(joined) and any(child > joined[-1] for child in subjects)


def _find_clause_start(tree: SyntaxTree, head: int, after: int) -> int:
    """Return where the clause of `head` begins.

    It is behind the sign or the conjunction that parts it from `after`.
    """
    for step in range(head - 1, after, -1):
        if tree.words[step].text in ";:—–" or (tree.lower_at(step) == "," and tree.lower_at(step + 1) in _JOINING):
            first = step + 1
            break
    else:
        governor = tree.words[head].head if tree.words[head].rel.startswith("aux") else head
        members = tree.subtree(governor)
        first = head
        while first - 1 > after and first - 1 in members:
            first -= 1
    while first < head and (tree.words[first].pos in ("PUNCT", "CCONJ") or tree.lower_at(first) == "однако"):
        first += 1
    return first
