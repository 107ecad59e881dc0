"""The claim records of a project with their places, verdicts and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from app.core.records import ClaimPlace, ClaimRecord, Evidence, Verdict
from app.store import Project


class ClaimRecords:
    """Finds what is recorded of claims; it is read once."""

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
