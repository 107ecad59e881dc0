"""The ledger: all claims of a project, and their verdicts.

It also holds what else was found of the claims.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from app.core.labelled_names import split_label
from app.core.model import Kind
from app.core.query.terms import Query
from app.core.records import RegisterRecord
from app.service.corpus.ledger.claim_records import ClaimRecords
from app.service.corpus.ledger.ledger_row import DATED_LABELS, ClaimState, LedgerRow, build_row, find_disagreeing
from app.service.corpus.ledger.ledger_view import LedgerClaims, LedgerColumn, LedgerView
from app.store import Project
from app.store.index.claim_columns import Ids, are_among, leave_among
from app.store.index.claim_orders import ClaimOrder
from app.store.index.index_reader import IndexReader

_AT_ONCE = 500

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
_BY_TIME = (ClaimOrder.DATE, ClaimOrder.DUE)
_STATE_PLACES = {
    state: place
    for place, state in enumerate(
        (ClaimState.OVERDUE, ClaimState.STALE, ClaimState.UNCHECKED, ClaimState.WAITING, ClaimState.JUDGED)
    )
}


class Ledger:
    """All claims of a project, sorted, filtered and grouped."""

    def __init__(self, project: Project, reader: IndexReader, today: date) -> None:
        self._project, self._reader, self.today = project, reader, today
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was found of claims, and which are due."""
        self.records = ClaimRecords(self._project)
        self.scheme = self._project.scheme()
        self._entity_labels = self.scheme.names_of(Kind.ENTITY)
        self._types = {record.key: record.label for record in self._project.rows(RegisterRecord)}
        self._disagreeing: frozenset[int] = frozenset()
        self._late = frozenset(self._reader.claims.due_before(self.today.isoformat(), sorted(DATED_LABELS)).tolist())
        recorded = self.records.annotation_ids
        rows = [
            row for start in range(0, len(recorded), _AT_ONCE) for row in self.rows(recorded[start : start + _AT_ONCE])
        ]
        self._states = {row.entry.id: row.state for row in rows}
        self._verdicts = {row.entry.id: row.verdict.value for row in rows if row.verdict is not None}
        self._dues = {row.entry.id: row.due for row in rows if row.record is not None and row.record.due}
        self._topics = {row.entry.id: row.topic for row in rows if row.topic}
        self._disagreeing = find_disagreeing(rows)
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
        return [
            build_row(entry, self.records, self.today, has_other_figures=entry.id in self._disagreeing)
            for entry in self._reader.claims.rows(ids)
        ]

    def find_speaker_label(self, row: LedgerRow) -> str:
        """Return what the speaker of a claim is, "" if not known.

        It is the type that the analyst set in the register, else the label of the name.
        """
        record = self._reader.claims.find_speaker_record(row.entry.id)
        return self._types.get(record) or split_label(record, self._entity_labels)[0]

    def find_due(self, view: LedgerView) -> list[tuple[str, int]]:
        """Return (due date, claim) of the claims of a view.

        Only claims that fall due are taken, the first due first.
        """
        found = self._reader.claims.due_dates(view.query, sorted(DATED_LABELS))
        if not self._dues and view.state is None and view.group is None:
            return found
        fitting = frozenset(self.find_claims(view).ids)
        found = [pair for pair in found if pair[1] in fitting]
        moved = [(day, number) for number, day in self._dues.items() if number in fitting]
        return sorted([pair for pair in found if pair[1] not in self._dues] + moved)

    @property
    def has_verdicts(self) -> bool:
        """Whether any claim has a verdict."""
        return bool(self._verdicts)

    def state_of(self, number: int) -> ClaimState:
        """Return the state of a claim."""
        return self._states.get(number) or (ClaimState.OVERDUE if number in self._late else ClaimState.UNCHECKED)

    def groups(self, view: LedgerView, order: ClaimOrder) -> list[tuple[str, int]]:
        """Return how many claims of a view there are, by group.

        Months follow each other in time, other groups by their counts. The group of the view does not count.
        """
        query = view.query
        among = None if view.state is None else _to_ids(self.find_claims(replace(view, group=None)).ids)
        if order is ClaimOrder.TOPIC:
            fitting = self._reader.claims.ids(query) if among is None else among
            filed = leave_among(fitting, _to_ids(self._topics)).tolist()
            counts = Counter(self._topics[number] for number in filed)
            counts[""] += len(fitting) - len(filed)
            return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        groups = self._reader.claims.groups(query, order, among)
        return sorted(groups, key=lambda pair: (not pair[0], pair[0])) if order in _BY_TIME else groups

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


def _to_ids(numbers: Iterable[int]) -> Ids:
    return np.fromiter(numbers, dtype=np.int64)
