"""A claim of the ledger with its record, last verdict and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from app.core.due_days import last_due_day
from app.core.records import ClaimPlace, ClaimRecord, DueOrigin, Verdict
from app.core.vocabulary import ClaimLabel
from app.service.corpus.ledger.claim_figures import do_figures_disagree
from app.service.corpus.ledger.claim_records import ClaimRecords
from app.store.index.claim_reader import ClaimEntry

STALE = timedelta(90)
"""A claim that waits for its date is looked at again after so long."""


class ClaimState(StrEnum):
    """Where a claim stands, as of today.

    Nobody looked; it waits for its date; its date has passed without a verdict; nobody looked for `STALE`; judged.
    """

    UNCHECKED = "unchecked"
    WAITING = "waiting"
    OVERDUE = "overdue"
    STALE = "stale"
    JUDGED = "judged"


_UNFINISHED = frozenset({"", "pending", "in_progress", "stalled", "too_early"})
"""Verdicts that a later one is expected to follow."""
DATED_LABELS = frozenset({ClaimLabel.PROMISE, ClaimLabel.FORECAST, ClaimLabel.DEMAND})
"""Claims that fall due on a day."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A claim with its record and last verdict.

    It also holds how many places make the same claim.
    """

    entry: ClaimEntry
    record: ClaimRecord | None = None
    verdict: Verdict | None = None
    place: ClaimPlace | None = None
    places: int = 1
    state: ClaimState = ClaimState.UNCHECKED
    has_other_figures: bool = False
    """Whether a place of the same claim names other figures."""

    @property
    def is_due_set(self) -> bool:
        """Whether the analyst has set when the claim falls due."""
        return self.record is not None and self.record.due_origin is DueOrigin.ANALYST and bool(self.record.due)

    @property
    def topic(self) -> str:
        """What the analyst files the claim under."""
        return self.record.topic if self.record is not None else ""

    @property
    def due(self) -> str:
        """The day when the claim falls due.

        It is as the analyst set it, else as the article says; "" if nothing says it.
        """
        return last_due_day(self.record.due) if self.record and self.record.due else self.entry.due


def build_row(entry: ClaimEntry, records: ClaimRecords, today: date, *, has_other_figures: bool) -> LedgerRow:
    """Return a claim with what was found of it, as of `today`."""
    record = records.record_of(entry.id)
    if record is None:
        return LedgerRow(entry, state=_find_state(entry.label, entry.due, None, None, today))
    verdicts = records.verdicts_of(record)
    verdict = verdicts[-1] if verdicts else None
    state = _find_state(entry.label, last_due_day(record.due) or entry.due, record, verdict, today)
    place, places = records.place_of(entry.id), len(records.places_of(record))
    return LedgerRow(entry, record, verdict, place, places, state, has_other_figures)


def find_disagreeing(rows: Sequence[LedgerRow]) -> frozenset[int]:
    """Return the claims whose places name different figures."""
    by_record: dict[int, list[LedgerRow]] = {}
    for row in rows:
        if row.record is not None and row.places > 1 and row.entry.figures:
            by_record.setdefault(row.record.id, []).append(row)
    return frozenset(
        row.entry.id
        for places in by_record.values()
        for row in places
        if any(do_figures_disagree(row.entry, other.entry) for other in places)
    )


def _find_state(label: str, due: str, record: ClaimRecord | None, verdict: Verdict | None, today: date) -> ClaimState:
    if verdict is not None and verdict.value not in _UNFINISHED:
        return ClaimState.JUDGED
    if label in DATED_LABELS and due and due < today.isoformat():
        return ClaimState.OVERDUE
    looked = max((moment for moment in (record and record.watched, verdict and verdict.made) if moment), default=None)
    if looked is None:
        return ClaimState.UNCHECKED
    is_stale = datetime.now(UTC) - looked > STALE
    return ClaimState.STALE if is_stale else ClaimState.WAITING
