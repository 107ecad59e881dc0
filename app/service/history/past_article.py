"""An article as it was after a step of the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.change import Change
from app.core.model import Annotation, Article, Body, Document, Note, reading_key
from app.core.records import Judgement, RegisterRecord
from app.core.row_types import DOCUMENT_FIELDS, key_of, owner_of
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.service.history.obstacles import PROJECT, Rows, present_rows

if TYPE_CHECKING:
    from app.store import History, Project

_RowT = TypeVar("_RowT", bound=Row)


@dataclass(frozen=True, slots=True)
class Past:
    """An article, all that was on it, and the label scheme then."""

    document: Document
    scheme: Scheme


def read_past(project: Project, article_id: int, step: int) -> Past | None:
    """Return an article as it was after a step.

    None where it was not in the project then.
    """
    history = project.history()
    rows = _rows_then(project, history, article_id, step)
    article, body = rows.get((Article, article_id)), rows.get((Body, article_id))
    scheme = rows_of(_rows_then(project, history, PROJECT, step), Scheme)
    if not isinstance(article, Article) or not isinstance(body, Body) or not scheme:
        return None
    listed: dict[str, Any] = {name: tuple(rows_of(rows, row_class)) for row_class, name in DOCUMENT_FIELDS.items()}
    listed[DOCUMENT_FIELDS[Annotation]] = tuple(sorted(rows_of(rows, Annotation), key=reading_key))
    return Past(Document(article, body.text, **listed), scheme[0])


@dataclass(frozen=True, slots=True)
class PastProject:
    """What belongs to no article, as it was then."""

    scheme: Scheme
    notes: list[Note]
    judgements: list[Judgement]
    records: list[RegisterRecord]


def read_past_project(project: Project, step: int) -> PastProject:
    """Return what belongs to no article as it was after a step."""
    rows = _rows_then(project, project.history(), PROJECT, step)
    scheme = next(iter(rows_of(rows, Scheme)), project.scheme())
    return PastProject(scheme, rows_of(rows, Note), rows_of(rows, Judgement), rows_of(rows, RegisterRecord))


def rows_of(rows: Rows, row_type: type[_RowT]) -> list[_RowT]:
    """Return the rows of one type, in order of id."""
    return sorted((row for row in rows.values() if isinstance(row, row_type)), key=lambda row: row.id)


def _rows_then(project: Project, history: History, article_id: int, step: int) -> Rows:
    rows = present_rows(project, article_id)
    back, forward = history.back_and_forward(step, article_id)
    for changes in history.changes(back):
        for change in reversed(changes):
            _apply_change(change.inverse(), article_id, rows)
    for changes in history.changes(forward):
        for change in changes:
            _apply_change(change, article_id, rows)
    return rows


def _apply_change(change: Change, article_id: int, rows: Rows) -> None:
    """Let rows follow a change, if it is one of the article's."""
    if (owner_of(change.row) or PROJECT) != article_id:
        return
    if change.after is None:
        rows.pop(key_of(change.row), None)
    else:
        rows[key_of(change.row)] = change.after
