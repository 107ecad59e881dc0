"""Suggest which claims may be the same.

Also find where their figures disagree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.text.comparing import comparable
from app.core.text.word_lists import read_alternatives
from app.service.corpus.ledger import Ledger, LedgerRow
from app.store.index.index_reader import ClaimEntry, IndexReader

_MAX_COMPARED, _MAX_SUGGESTED = 300, 30
_MIN_SHARED_LEMMAS, _MIN_SHARE = 3, 0.6
_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)(?:/(-?\d+(?:\.\d+)?))?(?: (.+))?")

_ROUGH = re.compile(rf"\b(?:{read_alternatives('figures/about_words')})\b")
"""What makes a figure a rough one."""


@dataclass(frozen=True, slots=True)
class LikeClaim:
    """A claim that may be the same as another.

    `share` is the share of the words of the shorter one that are in both.
    """

    row: LedgerRow
    share: float
    has_equal_figures: bool
    has_equal_due: bool


def suggest_places(ledger: Ledger, reader: IndexReader, row: LedgerRow) -> list[LikeClaim]:
    """Return claims that may be the same as a row's claim.

    The likeliest come first.

    The speaker is the same, and figures or due dates are equal, or most lemmas are shared.
    """
    own = reader.lemmas_of(row.entry.said)
    found = []
    for other in ledger.rows(reader.like_claims(row.entry.id, _MAX_COMPARED)):
        if row.record is not None and other.record is not None and other.record.id == row.record.id:
            continue
        like = _compare(row, other, own, reader.lemmas_of(other.entry.said))
        if like is not None:
            found.append(like)
    found.sort(key=lambda like: (-like.share - like.has_equal_figures, like.row.entry.date))
    return found[:_MAX_SUGGESTED]


def _compare(row: LedgerRow, other: LedgerRow, own: frozenset[str], lemmas: frozenset[str]) -> LikeClaim | None:
    shared = len(own & lemmas)
    share = shared / max(1, min(len(own), len(lemmas)))
    has_figures = bool(row.entry.figures) and row.entry.figures == other.entry.figures
    has_due = bool(row.due) and row.due == other.due
    has_words = shared >= _MIN_SHARED_LEMMAS and share >= _MIN_SHARE
    return LikeClaim(other, share, has_figures, has_due) if has_figures or has_due or has_words else None


def find_disagreeing(rows: Sequence[LedgerRow]) -> frozenset[int]:
    """Return the claims whose figures disagree with the first ones.

    These are the figures of the first claim that has some.
    """
    first = next((row for row in rows if row.entry.figures), None)
    if first is None:
        return frozenset()
    return frozenset(row.entry.id for row in rows if do_figures_disagree(first.entry, row.entry))


def do_figures_disagree(one: ClaimEntry, other: ClaimEntry) -> bool:
    """Say whether two claims name different amounts of the same unit.

    Rough figures ("about", "more than") and those for another date disagree with none.
    """
    if one.due != other.due or _is_rough(one.said) or _is_rough(other.said):
        return False
    left, right = _read_amounts(one.figures), _read_amounts(other.figures)
    return any(
        not any(
            low <= other_high and other_low <= high for low, high in left[unit] for other_low, other_high in right[unit]
        )
        for unit in left.keys() & right.keys()
    )


def _is_rough(said: str) -> bool:
    return _ROUGH.search(comparable(said)) is not None


def _read_amounts(figures: str) -> dict[str, list[tuple[float, float]]]:
    """Return the ranges that a list of values names, by their units."""
    found: dict[str, list[tuple[float, float]]] = {}
    for value in figures.split(";"):
        match = _AMOUNT.fullmatch(value.strip())
        if match is not None:
            low = float(match[1])
            found.setdefault(match[3] or "", []).append((low, float(match[2] or low)))
    return found
