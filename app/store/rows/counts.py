"""Counts of an article, for its row in the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter

from app.core.change import Change
from app.core.model import Annotation, Article, Kind, Note, Status
from app.core.rows.row import Row


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one article.

    Entities and claims without the rejected ones, the proposed among them, and notes.
    """

    entities: int = 0
    claims: int = 0
    proposed: int = 0
    notes: int = 0


_VALUES_OF = attrgetter(*(field.name for field in fields(Counts)))


def count_rows(rows: Iterable[Row]) -> defaultdict[int, Counts]:
    """Return the counts of articles whose annotations and notes are given."""
    counted = recount_articles({}, (Change(None, row) for row in rows))
    return defaultdict(Counts, counted)


def recount_articles(counts: dict[int, Counts], changes: Iterable[Change]) -> dict[int, Counts]:
    """Return `counts` after `changes` that came since they were taken."""
    tallies = defaultdict(lambda: [0, 0, 0, 0], {number: list(_VALUES_OF(count)) for number, count in counts.items()})
    stands: dict[int, bool] = {}
    for change in changes:
        before, after = change.before, change.after
        if type(before) is type(after) is Annotation and _counts_as_before(before, after):
            continue
        if isinstance(after or before, Article):
            stands[change.id] = after is not None
            tallies.setdefault(change.id, [0, 0, 0, 0])
        if before is not None:
            _tally_row(tallies, before, -1)
        if after is not None:
            _tally_row(tallies, after, 1)
    return {number: Counts(*tally) for number, tally in tallies.items() if stands.get(number, True)}


def _counts_as_before(before: Annotation, after: Annotation) -> bool:
    """Say whether no count changes: many rows that only get another label."""
    return before.status is after.status and before.kind is after.kind and before.article_id == after.article_id


def _tally_row(tallies: dict[int, list[int]], row: Row, by: int) -> None:
    """Count a row more (`by` 1) or less (-1)."""
    if isinstance(row, Annotation):
        status = row.status
        if status.is_live:
            tally = tallies[row.article_id]
            tally[row.kind is Kind.CLAIM] += by
            tally[2] += by * (status is Status.PROPOSED)
    elif isinstance(row, Note) and row.article_id is not None:
        tallies[row.article_id][3] += by
