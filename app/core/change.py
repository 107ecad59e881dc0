"""Changes of rows, steps made of them, and their inverses.

The only way that anything is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.message import Message
from app.core.row_types import DECLARED, RowT
from app.core.rows.row import Row
from app.core.rows.slot_filling import fill_slots

_EDIT = "edit"
"""What the groups of edits begin with."""


@fill_slots
@dataclass(frozen=True, slots=True)
class Change:
    """One row, `before → after`.

    None before for a new row, None after for a removed one; the id stays the same.
    """

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
    `author` is who made it, as the history says.
    """

    title: Message
    changes: tuple[Change, ...]
    group: str = ""
    author: str = ""

    def inverse(self) -> Step:
        """Return the step that takes this one back: the inverses, last first."""
        return Step(self.title, tuple(change.inverse() for change in reversed(self.changes)), self.group, self.author)


@dataclass(frozen=True, slots=True)
class Changed:
    """What views learn after a step was applied, undone or redone."""

    changes: tuple[Change, ...] = field(default=())
    articles: frozenset[int] = field(init=False, repr=False, compare=False)
    """The ids of the articles that the changed rows belong to, or belonged to before."""
    touches_project: bool = field(init=False, repr=False, compare=False)
    """Whether a row changed that belongs to no article: the label scheme, or a note on the project."""
    _pairs: dict[type[Row], list[tuple[Any, Any]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Looked through once: each view asks for its own type of row, and a step may hold tens of thousands.
        pairs: dict[type[Row], list[tuple[Any, Any]]] = defaultdict(list)
        for change in self.changes:
            before, after = change.before, change.after
            pairs[type(before if after is None else after)].append((before, after))  # type: ignore[index]
        owners = set[int | None]()
        for row_type, rows in pairs.items():
            find_owner = DECLARED[row_type].article_of
            owners.update([find_owner(row) for pair in rows for row in pair if row is not None])
        object.__setattr__(self, "_pairs", dict(pairs))
        object.__setattr__(self, "touches_project", None in owners)
        object.__setattr__(self, "articles", frozenset(owners - {None}))

    def of(self, row_type: type[RowT]) -> Sequence[tuple[RowT | None, RowT | None]]:
        """Return (before, after) of each changed row of one type."""
        return self._pairs.get(row_type, ())

    def in_article(self, row_type: type[RowT], article_id: int) -> Sequence[tuple[RowT | None, RowT | None]]:
        """Return (before, after) of an article's changed rows of one type."""
        pairs = self.of(row_type) if article_id in self.articles else ()
        if len(self.articles) <= 1 and not self.touches_project:
            return pairs
        find_owner = DECLARED[row_type].article_of
        return [(old, new) for old, new in pairs if find_owner(new or old) == article_id]  # type: ignore[arg-type]

    def touches(self, *row_types: type[Row]) -> bool:
        """Say whether a row of one of the types changed."""
        return any(row_type in self._pairs for row_type in row_types)


def edit_group(annotation_id: int) -> str:
    """Return the group of an edit and its automatic additions.

    The program makes these additions by itself.
    """
    return f"{_EDIT} {annotation_id}"


def is_edit_group(group: str) -> bool:
    """Say whether a group is a single edit.

    A task over many articles is not.
    """
    return group.startswith(f"{_EDIT} ")
