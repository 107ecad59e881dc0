"""How much of one text stands in another."""

from __future__ import annotations

from collections.abc import Sequence

from app.service.similarity.signatures import split_words

NEAR_SHARE = 0.9
"""An article is nearly the same as one that holds so much of its text."""
_RUN = 2
"""Words count as shared where so many of them follow each other in both texts."""


def share_of(text: str, other: str) -> float:
    """Return the share of the words of `text` that stand in `other` too, in runs of two or more."""
    return share_of_words(split_words(text), split_words(other))


def share_of_words(words: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of `words` that stand in `others` too, in runs of two or more."""
    if len(words) < _RUN or len(others) < _RUN:
        return float(list(words) == list(others))
    known = set(zip(*(others[place:] for place in range(_RUN)), strict=False))
    covered, end = 0, 0
    for start, run in enumerate(zip(*(words[place:] for place in range(_RUN)), strict=False)):
        if run in known:
            covered += start + _RUN - max(start, end)
            end = start + _RUN
    return covered / len(words)
