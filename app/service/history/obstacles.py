"""What keeps changes from being made now: rows that are otherwise by now, and rows that hang on what would go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from app.core.change import Change, Row, owner_of
from app.core.composition import Key, key_of
from app.core.model import Annotation, Article, Body, Note
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
    """Return all rows of an article as they are now, or those of the project itself."""
    if article_id == PROJECT:
        return _keyed([project.scheme(), *project.notes(None)])
    article = project.article(article_id)
    if article is None:
        return {}
    body = Body(article_id, project.text(article_id))
    return _keyed(
        [article, body, *project.annotations(article_id), *project.notes(article_id), *project.hints(article_id)]
    )


def obstacles(changes: Iterable[Change], present: Rows, scheme: Scheme | None = None) -> dict[Key, Key]:
    """Return the changes of one article that cannot be made, by key, each with the row that is in the way.

    That is the row itself where it is otherwise by now, a row that hangs on it, or the one that it would hang on; or
    the `scheme`, where one is given that lacks a label.
    """
    wanted = {key_of(change.row): change for change in changes}
    blocked = {key: key for key, change in wanted.items() if present.get(key) != change.before}
    if scheme is not None:
        blocked |= {key: key_of(scheme) for key, change in wanted.items() if _lacks_label(scheme, change.after)}
    while fresh := dict(_hanging(wanted, blocked, present)):
        blocked |= fresh
    return blocked


def _hanging(wanted: Mapping[Key, Change], blocked: Mapping[Key, Key], present: Rows) -> Iterator[tuple[Key, Key]]:
    """Yield the changes that would leave a row without the one that it refers to, with the row in the way."""
    made = {key: change for key, change in wanted.items() if key not in blocked}
    result = dict(present)
    for key, change in made.items():
        if change.after is None:
            result.pop(key, None)
        else:
            result[key] = change.after
    for key, row in result.items():
        for needed in _needs(row):
            if needed in result:
                continue
            if key in made:
                yield key, needed
            elif needed in made:
                yield needed, key


def _lacks_label(scheme: Scheme, row: Row | None) -> bool:
    return isinstance(row, Annotation) and scheme.find(row.kind, row.label) is None


def _needs(row: Row) -> Iterator[Key]:
    """Yield what a row cannot be without."""
    owner = owner_of(row)
    if isinstance(row, Article):
        yield Body, row.id
    elif owner is not None and not isinstance(row, Scheme):
        yield Article, owner
    if isinstance(row, Note) and row.annotation_id is not None:
        yield Annotation, row.annotation_id


def _keyed(rows: Iterable[Row]) -> Rows:
    return {key_of(row): row for row in rows}
