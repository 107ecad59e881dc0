"""The articles of a list.

Their rows are read when they are asked for. A hundred thousand take half a second, and the list can be used before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from operator import attrgetter
from typing import Any, Protocol

from psygnal import Signal

from app.core.message import UserError
from app.core.model import Article, Progress


class ArticleSource(Protocol):
    """What articles are read from: a project."""

    def articles(self, ids: Sequence[int] | None = None) -> list[Article]:
        """Return all articles, or those of some ids that are there."""

    def damaged_articles(self, ids: Sequence[int]) -> list[int]:
        """Return those of some articles whose rows cannot be read."""

    def article_fields(self, *names: str) -> list[tuple[Any, ...]]:
        """Return id and some fields of each article, by id."""


class ListedArticles:
    """The articles of a project, with the `progress` of each.

    `unreadable` is emitted once, with the error of the first row that cannot be read, and `left` with articles that are
    gone: another process may remove them while the project is open for reading.
    """

    unreadable = Signal(Exception)
    left = Signal(object)

    def __init__(self, source: ArticleSource | None = None) -> None:
        """Read the progress of all articles.

        Raise UserError where that cannot be read.
        """
        self._source = source
        found = [] if source is None else source.article_fields("progress")
        self.progress: dict[int, Progress] = dict(found)
        """Of every article by id, in the order that they were added."""
        self._tally = Counter(self.progress.values())
        self._rows: dict[int, Article] = {}
        self._odd = set[int]()
        """Articles whose rows cannot be read."""
        self._is_told = False

    def __len__(self) -> int:
        return len(self.progress)

    def count(self, progress: Progress) -> int:
        """Return how many articles have come so far."""
        return self._tally[progress]

    def get(self, number: int) -> Article | None:
        """Return the row of an article, None where it is not read."""
        return self._rows.get(number)

    @property
    def rows(self) -> dict[int, Article]:
        """The rows that are read so far, by id."""
        return self._rows

    def all(self) -> dict[int, Article]:
        """Return the rows of all articles that can be read, by id."""
        if not self._is_whole:
            self.read(self.progress)
        return self._rows

    def fields(self, *names: str) -> Iterable[tuple[Any, ...]]:
        """Return id and some fields of each article that can be read."""
        if self._source is not None and not self._is_whole and not self._odd:
            try:
                return self._source.article_fields(*names)
            except UserError as error:
                self._report_unreadable(error)
        return map(attrgetter("id", *names), self.all().values())

    @property
    def _is_whole(self) -> bool:
        """Whether all rows are read that can be."""
        return len(self._rows) + len(self._odd) >= len(self.progress)

    def read(self, numbers: Iterable[int]) -> None:
        """Read the rows of some articles, where they are not read yet."""
        wanted = [one for one in numbers if one in self.progress and one not in self._rows and one not in self._odd]
        if self._source is None or not wanted:
            return
        try:
            found = self._source.articles(wanted)
        except UserError as error:
            self._report_unreadable(error)
            self._read_around(self._source, wanted)
            return
        self._hold(found)
        gone = set(wanted) - {row.id for row in found}
        if gone:
            self._drop(gone)
            self.left.emit(gone)

    def follow_change(self, number: int, row: Article | None) -> None:
        """Follow the change of an article; None where it was removed."""
        if row is not None:
            self._hold([row])
        else:
            self._drop([number])

    def _read_around(self, source: ArticleSource, wanted: Sequence[int]) -> None:
        """Read the rows that are not damaged, where some are."""
        with suppress(UserError):  # which is said already
            damaged = source.damaged_articles(wanted)
            self._odd.update(damaged)
            self._hold(source.articles([number for number in wanted if number not in self._odd]))

    def _hold(self, rows: Iterable[Article]) -> None:
        for row in rows:
            self._rows[row.id] = row
            before = self.progress.get(row.id)
            if before is not row.progress:
                self._count(before, -1)
                self._count(row.progress, 1)
                self.progress[row.id] = row.progress

    def _drop(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._count(self.progress.pop(number, None), -1)
            self._rows.pop(number, None)
            self._odd.discard(number)

    def _count(self, progress: Progress | None, by: int) -> None:
        if progress is not None:
            self._tally[progress] += by

    def _report_unreadable(self, error: UserError) -> None:
        if not self._is_told:
            self._is_told = True
            self.unreadable.emit(error)
