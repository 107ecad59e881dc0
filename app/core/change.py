"""Changes of rows, steps made of them, and their inverses: the only way that anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.core.message import Message
from app.core.model import Annotation, Article, Body, Hint, Note
from app.core.scheme import Scheme

Row = Article | Body | Annotation | Note | Hint | Scheme
RowT = TypeVar("RowT", Article, Body, Annotation, Note, Hint, Scheme)
OwnT = TypeVar("OwnT", Annotation, Hint)


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


def owner_of(row: Row) -> int | None:
    """Return the id of the article that a row belongs to; None for the label scheme and a note on the project."""
    if isinstance(row, Article | Body):
        return row.id
    return None if isinstance(row, Scheme) else row.article_id


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
    """What views are told after a step was applied, taken back or applied again."""

    changes: tuple[Change, ...] = field(default=())
    articles: frozenset[int] = field(init=False, repr=False, compare=False)
    """The ids of the articles that the changed rows belong to."""
    _pairs: dict[type[Row], list[tuple[Any, Any]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Looked through once: each view asks for its own type of row, and a step may hold tens of thousands.
        pairs: dict[type[Row], list[tuple[Any, Any]]] = defaultdict(list)
        for change in self.changes:
            before, after = change.before, change.after
            pairs[type(before if after is None else after)].append((before, after))  # type: ignore[index]
        object.__setattr__(self, "_pairs", dict(pairs))
        object.__setattr__(self, "articles", frozenset(_articles(pairs)))

    def of(self, row_type: type[RowT]) -> Sequence[tuple[RowT | None, RowT | None]]:
        """Return (before, after) of each changed row of one type."""
        return self._pairs.get(row_type, ())

    def in_article(self, row_type: type[OwnT], article_id: int) -> Sequence[tuple[OwnT | None, OwnT | None]]:
        """Return (before, after) of each changed row of one type that belongs to an article."""
        pairs = self.of(row_type) if article_id in self.articles else ()
        if len(self.articles) <= 1:
            return pairs
        return [pair for pair in pairs if (pair[1] or pair[0]).article_id == article_id]  # type: ignore[union-attr]

    @property
    def touches_project(self) -> bool:
        """Whether a row changed that belongs to no article: the label scheme, or a note on the project."""
        notes = (before if after is None else after for before, after in self.of(Note))
        return self.touches(Scheme) or any(note is not None and note.article_id is None for note in notes)

    def touches(self, *row_types: type[Row]) -> bool:
        """Say whether a row of one of the types changed."""
        return any(row_type in self._pairs for row_type in row_types)


def _articles(pairs: Mapping[type[Row], Iterable[tuple[Any, Any]]]) -> Iterator[int]:
    for row_type, rows in pairs.items():
        if row_type in (Article, Body):
            yield from (before.id if after is None else after.id for before, after in rows)
        elif row_type is not Scheme:
            owners = {before.article_id if after is None else after.article_id for before, after in rows}
            yield from owners - {None}
