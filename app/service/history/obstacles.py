"""What keeps changes from being made now.

Rows that are otherwise by now, and rows that hang on what would go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from app.core.change import Change
from app.core.model import Annotation
from app.core.row_types import Key, key_of, needed_rows, owner_of
from app.core.rows.row import Row
from app.core.scheme import Scheme

if TYPE_CHECKING:
    from app.store import Project

PROJECT = 0
"""Stands for an article where rows belong to the project itself."""

Rows = dict[Key, Row]


def by_article(changes: Iterable[Change]) -> Mapping[int, list[Change]]:
    """Return changes by the article that they belong to."""
    found: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        found[owner_of(change.row) or PROJECT].append(change)
    return found


def present_rows(project: Project, article_id: int) -> Rows:
    """Return all present rows of an article or of the project."""
    return {key_of(row): row for row in project.rows_of(article_id or None)}


def find_obstacles(changes: Iterable[Change], present: Rows, scheme: Scheme | None = None) -> dict[Key, Key]:
    """Return the changes of an article that cannot be made.

    By key, each with the row that is in the way. That is the row itself where it is otherwise by now, a row that hangs
    on it, or the one that it would hang on; or the `scheme`, where one is given that lacks a label.
    """
    wanted = {key_of(change.row): change for change in changes}
    blocked = {key: key for key, change in wanted.items() if present.get(key) != change.before}
    if scheme is not None:
        blocked |= {key: key_of(scheme) for key, change in wanted.items() if _lacks_label(scheme, change.after)}
    while fresh := dict(_find_orphans(wanted, blocked, present)):
        blocked |= fresh
    return blocked


def _find_orphans(wanted: Mapping[Key, Change], blocked: Mapping[Key, Key], present: Rows) -> Iterator[tuple[Key, Key]]:
    """Yield the changes that would orphan a row, with the obstacle."""
    made = {key: change for key, change in wanted.items() if key not in blocked}
    result = dict(present)
    for key, change in made.items():
        if change.after is None:
            result.pop(key, None)
        else:
            result[key] = change.after
    for key, row in result.items():
        for needed in needed_rows(row):
            if needed in result:
                continue
            if key in made:
                yield key, needed
            elif needed in made:
                yield needed, key


def _lacks_label(scheme: Scheme, row: Row | None) -> bool:
    return isinstance(row, Annotation) and scheme.find(row.kind, row.label) is None
