"""The ledger: all claims of a project with what was found of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from app.core.due_days import last_due_day
from app.core.query.terms import Query
from app.core.records import ClaimPlace, ClaimRecord, Evidence, Verdict
from app.core.vocabulary import ClaimLabel
from app.store import Project
from app.store.index.index_reader import ClaimEntry, ClaimOrder, IndexReader

_AT_ONCE = 500

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
_DATED = frozenset({ClaimLabel.PROMISE, ClaimLabel.FORECAST, ClaimLabel.DEMAND})


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A claim with its record, its last verdict, and how many places make the same claim."""

    entry: ClaimEntry
    record: ClaimRecord | None = None
    verdict: Verdict | None = None
    place: ClaimPlace | None = None
    places: int = 1
    state: ClaimState = ClaimState.UNCHECKED

    @property
    def due(self) -> str:
        """When it falls due: as the analyst set it, else as the article says; "" where nothing does."""
        return last_due_day(self.record.due) if self.record and self.record.due else self.entry.due


class Records:
    """The claim records of a project with their places, verdicts and evidence."""

    def __init__(self, project: Project) -> None:
        self._records = {record.id: record for record in project.rows(ClaimRecord)}
        places = project.rows(ClaimPlace)
        self._place_of = {place.annotation_id: place for place in places}
        self._places: dict[int, list[ClaimPlace]] = {}
        for place in places:
            self._places.setdefault(place.record_id, []).append(place)
        by_record = sorted(project.rows(Verdict), key=lambda verdict: (verdict.record_id, verdict.id))
        self._verdicts = {number: list(rows) for number, rows in groupby(by_record, lambda one: one.record_id)}
        self._evidence: dict[int, list[Evidence]] = {}
        for evidence in project.rows(Evidence):
            self._evidence.setdefault(evidence.verdict_id, []).append(evidence)

    def place_of(self, annotation_id: int) -> ClaimPlace | None:
        """Return the place of a record that a claim is."""
        return self._place_of.get(annotation_id)

    def record_of(self, annotation_id: int) -> ClaimRecord | None:
        """Return the record that a claim belongs to."""
        place = self._place_of.get(annotation_id)
        return None if place is None else self._records.get(place.record_id)

    def places_of(self, record: ClaimRecord) -> Sequence[ClaimPlace]:
        """Return the places of a record."""
        return self._places.get(record.id, ())

    def verdicts_of(self, record: ClaimRecord) -> Sequence[Verdict]:
        """Return the verdicts of a record, the oldest first."""
        return self._verdicts.get(record.id, ())

    def evidence_of(self, verdict: Verdict) -> Sequence[Evidence]:
        """Return the evidence of a verdict."""
        return self._evidence.get(verdict.id, ())


class Ledger:
    """All claims of a project, sorted, filtered and grouped."""

    def __init__(self, project: Project, reader: IndexReader, today: date) -> None:
        self._reader, self._today = reader, today
        self.records = Records(project)

    def ids(self, query: Query, order: ClaimOrder, *, is_descending: bool = False) -> list[int]:
        """Return the claims that fit a query, in an order."""
        return self._reader.claims(query, order, is_descending=is_descending)

    def rows(self, ids: Sequence[int]) -> list[LedgerRow]:
        """Return some claims, in their order."""
        return [self._row(entry) for entry in self._reader.claim_rows(ids)]

    def in_state(self, ids: Iterable[int], state: ClaimState) -> list[int]:
        """Return those of some claims that are in a state."""
        wanted = list(ids)
        found = list[int]()
        for start in range(0, len(wanted), _AT_ONCE):
            found += [row.entry.id for row in self.rows(wanted[start : start + _AT_ONCE]) if row.state is state]
        return found

    def groups(self, query: Query, order: ClaimOrder) -> list[tuple[str, int]]:
        """Return how many claims fit, by what they would be sorted by."""
        return self._reader.claim_groups(query, order)

    def _row(self, entry: ClaimEntry) -> LedgerRow:
        record = self.records.record_of(entry.id)
        if record is None:
            return LedgerRow(entry, state=self._state(entry.label, entry.due, None, None))
        verdicts = self.records.verdicts_of(record)
        verdict = verdicts[-1] if verdicts else None
        due = last_due_day(record.due) or entry.due
        state = self._state(entry.label, due, record, verdict)
        place = self.records.place_of(entry.id)
        return LedgerRow(entry, record, verdict, place, len(self.records.places_of(record)), state)

    def _state(self, label: str, due: str, record: ClaimRecord | None, verdict: Verdict | None) -> ClaimState:
        if verdict is not None and verdict.value not in _UNFINISHED:
            return ClaimState.JUDGED
        if label in _DATED and due and due < self._today.isoformat():
            return ClaimState.OVERDUE
        looked = max(
            (moment for moment in (record and record.watched, verdict and verdict.made) if moment), default=None
        )
        if looked is None:
            return ClaimState.UNCHECKED
        is_stale = datetime.now(UTC) - looked > STALE
        return ClaimState.STALE if is_stale else ClaimState.WAITING
