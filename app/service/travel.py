"""Where an undo or a redo leads: to the article that it changed, and the first annotation there."""

from __future__ import annotations

from app.core.change import Change, Changed
from app.core.model import Annotation, Article
from app.service.desk import Desk


def changed_article(changed: Changed) -> int | None:
    """Return the id of the article that changed, None where it is none or more than one."""
    places = {_article_of(change) for change in changed.changes} - {None}
    return places.pop() if len(places) == 1 else None


def first_changed(changed: Changed, desk: Desk) -> int | None:
    """Return the first annotation on the desk that changed and is there now."""
    ids = {row.id for _, row in changed.of(Annotation) if row is not None and row.article_id == desk.article.id}
    here = [row for row in map(desk.annotations.get, ids) if row is not None]
    return min(here, key=lambda row: (row.start, row.id)).id if here else None


def _article_of(change: Change) -> int | None:
    row = change.row
    return row.id if isinstance(row, Article) else getattr(row, "article_id", None)
