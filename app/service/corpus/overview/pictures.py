"""Pictures as plain values: counts by rows and columns.

Each count has the query behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.query.saying import quote_value
from app.core.query.terms import WRITTEN
from app.service.corpus.overview.periods import Period
from app.service.samples.precision import Measured


class PictureKind(StrEnum):
    """What a picture shows, in the order of the overview."""

    PROGRESS = "progress"
    LABELS = "labels"
    CLAIMS = "claims"
    SOURCES = "sources"
    NAMES = "names"
    PRECISION = "precision"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a row or column of a picture stands for.

    `name` is a label, a source, a name or a progress; `terms` choose it in a query. `hue` is "#rrggbb" or "".
    """

    name: str = ""
    terms: str = ""
    hue: str = ""
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How far a project is, and how fast it goes.

    `dated` of the done articles know when they were finished. `per_day` is the mean of the last `days`, None where
    nothing was finished in them; `expected` is the day when all would be done.
    """

    total: int
    done: int
    open: int
    skipped: int
    dated: int
    days: int = 0
    per_day: float | None = None
    expected: date | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Counts by rows and columns.

    `values` has a row of counts for each of `rows`. `scope` is the query that all counts fit.
    """

    kind: PictureKind
    rows: tuple[Heading, ...] = ()
    columns: tuple[Heading, ...] = ()
    values: tuple[tuple[int, ...], ...] = ()
    scope: str = ""
    pace: Pace | None = None
    measured: Measured | None = field(default=None)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not any(map(any, self.values))

    @property
    def total(self) -> int:
        """The sum of all counts."""
        return sum(map(sum, self.values))

    def query(self, row: int, column: int) -> str:
        """Return the query for what a count stands for."""
        return " ".join(dict.fromkeys(filter(None, (self.scope, *self.cell_terms(row, column)))))

    def cell_terms(self, row: int, column: int) -> tuple[str, str]:
        """Return the terms of a count's row and column."""
        return self.rows[row].terms, self.columns[column].terms


def field_terms(field_name: str, *values: str, is_excluded: bool = False) -> str:
    """Return the terms of a query for a field's values."""
    said = ",".join(quote_value(value.replace('"', "")) for value in values)
    return f"{'-' if is_excluded else ''}{field_name}:{said}"


def written(value: str) -> str:
    """Return a value of a query that must be as written."""
    return WRITTEN + value
