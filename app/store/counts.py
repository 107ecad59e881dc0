"""How much there is in an article, for its row in the list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.change import Change, Row
from app.core.model import Annotation, Article, Kind, Note, Status


@dataclass(frozen=True, slots=True)
class Counts:
    """Count an article's entities and claims (the rejected left out), the proposed among them, and its notes."""

    entities: int = 0
    claims: int = 0
    proposed: int = 0
    notes: int = 0

    def plus(self, row: Row, sign: int) -> Counts:
        """Return the counts with a row more (`sign` 1) or less (-1)."""
        one = _one(row)
        return Counts(
            self.entities + sign * one.entities,
            self.claims + sign * one.claims,
            self.proposed + sign * one.proposed,
            self.notes + sign * one.notes,
        )


def recount(counts: dict[int, Counts], changes: Iterable[Change]) -> dict[int, Counts]:
    """Return `counts` after `changes` that came since they were taken."""
    counts = dict(counts)
    stands: dict[int, bool] = {}
    for change in changes:
        if isinstance(change.row, Article):
            stands[change.id] = change.after is not None
            counts.setdefault(change.id, Counts())
        for row, sign in ((change.before, -1), (change.after, 1)):
            if isinstance(row, Annotation | Note) and row.article_id is not None:
                counts[row.article_id] = counts.get(row.article_id, Counts()).plus(row, sign)
    return {number: count for number, count in counts.items() if stands.get(number, True)}


def _one(row: Row) -> Counts:
    if isinstance(row, Note):
        return Counts(notes=1)
    if not isinstance(row, Annotation) or row.status is Status.REJECTED:
        return Counts()
    is_entity = row.kind is Kind.ENTITY
    return Counts(int(is_entity), int(not is_entity), int(row.status is Status.PROPOSED))
