"""The orders of the article list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from app.core.model import Article, Priority, Progress
from app.service.article.article_fields import source_name
from app.store.rows.counts import Counts

Key = tuple[Any, ...]


class ArticleOrder(StrEnum):
    """How the articles are sorted.

    `LEFT` is by what is left to decide.
    """

    ADDED = "added"
    DATE = "date"
    TITLE = "title"
    LEFT = "left"
    SOURCE = "source"
    STATUS = "status"
    UNCERTAINTY = "uncertainty"
    NOTES = "notes"
    FLAG = "flag"
    TAGS = "tags"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class FieldOrder:
    """An order by some fields of an article.

    `make_key` makes the key of their values.
    """

    fields: tuple[str, ...]
    make_key: Callable[..., Key]

    def key(self, article: Article) -> Key:
        """Return the key of an article."""
        return self.make_key(*(getattr(article, field) for field in self.fields))


_PROGRESS_RANK = {Progress.OPEN: 0, Progress.DONE: 1, Progress.SKIPPED: 2}
_PRIORITY_RANK = {priority: -priority.rank for priority in Priority}


def _by_date(day: date | None) -> Key:
    return (day is None, -day.toordinal() if day else 0)


def _by_source(source: str, url: str) -> Key:
    name = source_name(source, url).casefold()
    return (not name, name)


def _by_tags(tags: tuple[str, ...]) -> Key:
    return (not tags, tuple(tag.casefold() for tag in tags))


FIELD_ORDERS: dict[ArticleOrder, FieldOrder] = {
    ArticleOrder.DATE: FieldOrder(("date",), _by_date),
    ArticleOrder.TITLE: FieldOrder(("title",), lambda title: (title.casefold(),)),
    ArticleOrder.SOURCE: FieldOrder(("source", "url"), _by_source),
    ArticleOrder.STATUS: FieldOrder(("progress",), lambda progress: (_PROGRESS_RANK[progress],)),
    ArticleOrder.FLAG: FieldOrder(("is_flagged",), lambda is_flagged: (not is_flagged,)),
    ArticleOrder.TAGS: FieldOrder(("tags",), _by_tags),
    ArticleOrder.PRIORITY: FieldOrder(("priority",), lambda priority: (_PRIORITY_RANK[priority],)),
}
"""What comes first: the newest, the open, the flagged, the most urgent."""

COUNT_ORDERS: dict[ArticleOrder, Callable[[Counts], int]] = {
    ArticleOrder.LEFT: lambda counts: -counts.proposed,
    ArticleOrder.NOTES: lambda counts: -counts.notes,
}
"""The most comes first."""

CHANGING_ORDERS = frozenset({*COUNT_ORDERS, ArticleOrder.UNCERTAINTY})
"""Orders by what changes without the row of an article: sorted anew each time."""
