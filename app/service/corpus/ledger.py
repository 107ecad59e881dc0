"""The ledger: all claims of a project, and their verdicts.

It also holds what else was found of the claims.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import groupby

import numpy as np

from app.core.due_days import last_due_day
from app.core.query.terms import Query
from app.core.records import ClaimPlace, ClaimRecord, DueOrigin, Evidence, Verdict
from app.core.vocabulary import ClaimLabel
from app.service.corpus.claim_figures import do_figures_disagree
from app.store import Project
from app.store.index.claim_columns import Ids, are_among, leave_among
from app.store.index.claim_orders import ClaimGroup, ClaimOrder
from app.store.index.claim_reader import ClaimEntry
from app.store.index.index_reader import IndexReader

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

    @property
    def topics(self) -> list[str]:
        """The topics that claims are filed under, by name."""
        return sorted({record.topic for record in self._records.values() if record.topic}, key=str.casefold)

    @property
    def annotation_ids(self) -> list[int]:
        """The annotations that are places of records."""
        return list(self._place_of)

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


class LedgerColumn(StrEnum):
    """What the rows of a ledger say, by column.

    The columns come in their order.
    """

    SPEAKER = "speaker"
    CLAIM = "claim"
    KIND = "kind"
    FIGURES = "figures"
    DUE = "due"
    STATE = "state"
    VERDICT = "verdict"
    DATE = "date"
    SOURCE = "source"


_ORDERS = {
    LedgerColumn.SPEAKER: ClaimOrder.SPEAKER,
    LedgerColumn.CLAIM: ClaimOrder.SAID,
    LedgerColumn.KIND: ClaimOrder.KIND,
    LedgerColumn.FIGURES: ClaimOrder.FIGURES,
    LedgerColumn.DUE: ClaimOrder.DUE,
    LedgerColumn.DATE: ClaimOrder.DATE,
    LedgerColumn.SOURCE: ClaimOrder.SOURCE,
}
"""The index knows no verdicts: claims are sorted by those, and by their state, after they fall due."""
_STATE_PLACES = {
    state: place
    for place, state in enumerate(
        (ClaimState.OVERDUE, ClaimState.STALE, ClaimState.UNCHECKED, ClaimState.WAITING, ClaimState.JUDGED)
    )
}


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Which claims are shown, and in which order."""

    query: Query = field(default_factory=Query)
    column: LedgerColumn = LedgerColumn.DUE
    is_descending: bool = False
    state: ClaimState | None = None
    group: ClaimGroup | None = None


@dataclass(frozen=True, slots=True)
class LedgerClaims:
    """The claims of a view, with counts by state.

    A count is how many claims of the state there would be without the filter of states.
    """

    ids: list[int] = field(default_factory=list)
    counts: dict[ClaimState, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many claims there are in any state."""
        return sum(self.counts.values())


class Ledger:
    """All claims of a project, sorted, filtered and grouped."""

    def __init__(self, project: Project, reader: IndexReader, today: date) -> None:
        self._project, self._reader, self.today = project, reader, today
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was found of claims, and which are due."""
        self.records = Records(self._project)
        self._disagreeing: frozenset[int] = frozenset()
        self._late = frozenset(self._reader.claims.due_before(self.today.isoformat(), sorted(_DATED)).tolist())
        recorded = self.records.annotation_ids
        rows = [
            row for start in range(0, len(recorded), _AT_ONCE) for row in self.rows(recorded[start : start + _AT_ONCE])
        ]
        self._states = {row.entry.id: row.state for row in rows}
        self._verdicts = {row.entry.id: row.verdict.value for row in rows if row.verdict is not None}
        self._dues = {row.entry.id: row.due for row in rows if row.record is not None and row.record.due}
        self._topics = {row.entry.id: row.topic for row in rows if row.topic}
        self._disagreeing = _find_disagreeing(rows)
        self._reader.claims.sort_ahead()
        self._found: tuple[object, Ids] = (None, _to_ids(()))

    def ids(self, query: Query, order: ClaimOrder, *, is_descending: bool = False) -> list[int]:
        """Return the claims that fit a query, in an order."""
        return list(self._reader.claims.ordered_ids(query, order, is_descending=is_descending).tolist())

    def find_claims(self, view: LedgerView) -> LedgerClaims:
        """Return the claims of a view."""
        ids = self._sorted_ids(view)
        places = self._state_places(ids)
        counts = np.bincount(places, minlength=len(ClaimState)).tolist()
        if view.state is not None:
            ids = ids[places == _STATE_PLACES[view.state]]
        return LedgerClaims(ids.tolist(), {state: counts[_STATE_PLACES[state]] for state in ClaimState})

    def rows(self, ids: Sequence[int]) -> list[LedgerRow]:
        """Return some claims, in their order."""
        return [self._row(entry) for entry in self._reader.claims.rows(ids)]

    def find_due(self, query: Query) -> list[tuple[str, int]]:
        """Return (due date, claim) of the claims that fit.

        Only claims that fall due are taken, the first due first.
        """
        found = self._reader.claims.due_dates(query, sorted(_DATED))
        if not self._dues:
            return found
        fitting = frozenset(self._reader.claims.ids(query).tolist())
        moved = [(day, number) for number, day in self._dues.items() if number in fitting]
        return sorted([pair for pair in found if pair[1] not in self._dues] + moved)

    def state_of(self, number: int) -> ClaimState:
        """Return the state of a claim."""
        return self._states.get(number) or (ClaimState.OVERDUE if number in self._late else ClaimState.UNCHECKED)

    def groups(self, query: Query, order: ClaimOrder) -> list[tuple[str, int]]:
        """Return how many claims fit, by what they would be sorted by."""
        if order is ClaimOrder.TOPIC:
            fitting = self._reader.claims.ids(query)
            filed = leave_among(fitting, _to_ids(self._topics)).tolist()
            counts = Counter(self._topics[number] for number in filed)
            counts[""] += len(fitting) - len(filed)
            return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return self._reader.claims.groups(query, order)

    def _sorted_ids(self, view: LedgerView) -> Ids:
        """Return the claims of a view in any state.

        The last answer is kept.
        """
        asked = (view.query, view.column, view.is_descending, view.group)
        if self._found[0] != asked:
            self._found = (asked, self._sort_claims(view))
        return self._found[1]

    def _sort_claims(self, view: LedgerView) -> Ids:
        """Return the claims of a view in any state."""
        if view.group is not None and view.group[0] is ClaimOrder.TOPIC:
            return self._filed_under(view.group[1], self._sort_claims(replace(view, group=None)))
        order = _ORDERS.get(view.column)
        is_turned = order is not None and view.is_descending
        ids = self._reader.claims.ordered_ids(
            view.query, order or ClaimOrder.DUE, is_descending=is_turned, group=view.group
        )
        if order is ClaimOrder.DUE and self._dues:
            return self._place_dated(ids, is_descending=is_turned)
        return self._sort_by_work(ids, view) if order is None else ids

    def _filed_under(self, topic: str, ids: Ids) -> Ids:
        """Return the claims of a topic, without any for ""."""
        if not topic:
            return ids[~are_among(ids, _to_ids(self._topics))]
        return leave_among(ids, _to_ids(number for number, other in self._topics.items() if other == topic))

    def _place_dated(self, ids: Ids, *, is_descending: bool) -> Ids:
        """Put claims where the date belongs that the analyst set."""
        is_moved = are_among(ids, _to_ids(self._dues))
        moved = sorted((self._dues[number], number) for number in ids[is_moved].tolist())
        others: list[int] = ids[~is_moved].tolist()
        dated = others[: bisect_left(others, True, key=lambda number: not self._due_of(number))]
        undated = others[len(dated) :]
        dated = dated[::-1] if is_descending else dated
        for day, number in moved:
            dated.insert(bisect_left(dated, (day, number), key=lambda one: (self._due_of(one), one)), number)
        return _to_ids([*(dated[::-1] if is_descending else dated), *undated])

    def _due_of(self, number: int) -> str:
        if number in self._dues:
            return self._dues[number]
        found = self._reader.claims.rows([number])
        return found[0].due if found else ""

    def _sort_by_work(self, ids: Ids, view: LedgerView) -> Ids:
        """Sort claims by their state or their last verdict.

        The index knows neither.
        """
        if view.column is LedgerColumn.STATE:
            places = self._state_places(ids)
        else:
            values = sorted(set(self._verdicts.values()))
            place_of = {number: values.index(value) for number, value in self._verdicts.items()}
            places = self._with_some(np.full(len(ids), len(values)), ids, place_of)
        return ids[np.argsort(-places if view.is_descending else places, kind="stable")]

    def _state_places(self, ids: Ids) -> Ids:
        """Return the place of each claim's state in the order of states.

        Most claims have no record, and are overdue or unchecked.
        """
        late, unchecked = _STATE_PLACES[ClaimState.OVERDUE], _STATE_PLACES[ClaimState.UNCHECKED]
        places = np.where(are_among(ids, _to_ids(self._late)), late, unchecked)
        return self._with_some(places, ids, {number: _STATE_PLACES[state] for number, state in self._states.items()})

    @staticmethod
    def _with_some(places: Ids, ids: Ids, some: dict[int, int]) -> Ids:
        """Return places with those of some claims in them."""
        is_some = are_among(ids, _to_ids(some))
        places[is_some] = [some[number] for number in ids[is_some].tolist()]
        return places

    def _row(self, entry: ClaimEntry) -> LedgerRow:
        record = self.records.record_of(entry.id)
        if record is None:
            return LedgerRow(entry, state=self._state(entry.label, entry.due, None, None))
        verdicts = self.records.verdicts_of(record)
        verdict = verdicts[-1] if verdicts else None
        due = last_due_day(record.due) or entry.due
        state = self._state(entry.label, due, record, verdict)
        place = self.records.place_of(entry.id)
        places = len(self.records.places_of(record))
        return LedgerRow(entry, record, verdict, place, places, state, entry.id in self._disagreeing)

    def _state(self, label: str, due: str, record: ClaimRecord | None, verdict: Verdict | None) -> ClaimState:
        if verdict is not None and verdict.value not in _UNFINISHED:
            return ClaimState.JUDGED
        if label in _DATED and due and due < self.today.isoformat():
            return ClaimState.OVERDUE
        looked = max(
            (moment for moment in (record and record.watched, verdict and verdict.made) if moment), default=None
        )
        if looked is None:
            return ClaimState.UNCHECKED
        is_stale = datetime.now(UTC) - looked > STALE
        return ClaimState.STALE if is_stale else ClaimState.WAITING


def _to_ids(numbers: Iterable[int]) -> Ids:
    return np.fromiter(numbers, dtype=np.int64)


def _find_disagreeing(rows: Sequence[LedgerRow]) -> frozenset[int]:
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
