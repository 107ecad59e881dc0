"""Changes of rows, steps made of them, and their inverses: the only way that anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from app.core.message import Message
from app.core.model import Annotation, Article, Body, Hint, Note
from app.core.scheme import Scheme

Row = Article | Body | Annotation | Note | Hint | Scheme
RowT = TypeVar("RowT", Article, Body, Annotation, Note, Hint, Scheme)


@dataclass(frozen=True, slots=True)
class Change:
    """One row, `before → after`: None before for a new row, None after for a removed one; the id stays the same."""

    before: Row | None
    after: Row | None

    @property
    def row(self) -> Row:
        """The row as it is after, or was before it went."""
        row = self.after if self.after is not None else self.before
        assert row is not None, "a change has a row on one side at least"
        return row

    @property
    def id(self) -> int:
        return self.row.id

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """A titled list of changes, applied together or not at all.

    Steps in a row with the same non-empty `group` are one undo: an import or a tagging run of many articles.
    """

    title: Message
    changes: tuple[Change, ...]
    group: str = ""

    def inverse(self) -> Step:
        """Return the step that takes this one back: the inverses, last first."""
        return Step(self.title, tuple(change.inverse() for change in reversed(self.changes)), self.group)


@dataclass(frozen=True, slots=True)
class Changed:
    """What views are told after a step was applied, taken back or applied again."""

    changes: tuple[Change, ...] = field(default=())

    def of(self, row_type: type[RowT]) -> Iterator[tuple[RowT | None, RowT | None]]:
        """Yield (before, after) of each changed row of one type."""
        for change in self.changes:
            if isinstance(change.row, row_type):
                yield change.before, change.after  # type: ignore[misc]  # both sides have the row's type

    def touches(self, *row_types: type[Row]) -> bool:
        """Say whether a row of one of the types changed."""
        return any(isinstance(change.row, row_types) for change in self.changes)
