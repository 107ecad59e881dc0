"""Suggest which claims may be the same.

Also find where their figures disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.service.corpus.ledger.claim_figures import do_figures_disagree
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.store.index.index_reader import IndexReader

_MAX_COMPARED, _MAX_SUGGESTED = 300, 30
_MIN_SHARED_LEMMAS, _MIN_SHARE = 3, 0.6


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
    own = reader.claims.lemmas_of(row.entry.said)
    found = []
    for other in ledger.rows(reader.claims.like(row.entry.id, _MAX_COMPARED)):
        if row.record is not None and other.record is not None and other.record.id == row.record.id:
            continue
        like = _compare(row, other, own, reader.claims.lemmas_of(other.entry.said))
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


def find_unlike_first(rows: Sequence[LedgerRow]) -> frozenset[int]:
    """Return the claims whose figures disagree with the first ones.

    These are the figures of the first claim that has some.
    """
    first = next((row for row in rows if row.entry.figures), None)
    if first is None:
        return frozenset()
    return frozenset(row.entry.id for row in rows if do_figures_disagree(first.entry, row.entry))
