"""Rows of `app.core` as plain values, the form in which tables and journal hold them, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Generic, TypeVar

from app.core.change import Change, Row
from app.core.model import Annotation, Article, Body, Hint, Kind, Note, Origin, Progress, Role, Status
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.core.span import Pieces, Span

RowT = TypeVar("RowT", bound=Row)
States = dict[type[Any], dict[int, Row | None]]

_KINDS = {kind.value: kind for kind in Kind}
_STATUSES = {status.value: status for status in Status}
_ORIGINS = {origin.value: origin for origin in Origin}

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Form(Generic[RowT]):
    """How rows of one type are held: `plain` and `restore` are inverses; `columns` are the values of the `table`."""

    type: type[RowT]
    table: str
    plain: Callable[[RowT], tuple[Any, ...]]
    restore: Callable[[Sequence[Any]], RowT]
    columns: Callable[[RowT], tuple[Any, ...]]


def form_of(row: Row) -> Form[Any]:
    """Return the form of a row's type."""
    return FORM_OF_TYPE[type(row)]


def role_columns(annotation: Annotation) -> list[tuple[Any, ...]]:
    """Return the rows of `claim_role` that an annotation has."""
    return [
        (annotation.id, position, role.name, *role.span, role.normal) for position, role in enumerate(annotation.roles)
    ]


def stored_annotation(columns: Sequence[Any], roles: Iterable[Sequence[Any]]) -> Annotation:
    """Restore an annotation from its row and the (name, start, stop, normal) of its roles."""
    (number, article, kind, label, pieces, start, stop, status, origin, rule, confidence, normal, attributes, author,
     created, changed) = columns  # fmt: skip
    return Annotation(
        number,
        article,
        _KINDS[kind],
        label,
        _spans(json.loads(pieces)) if pieces else (Span(start, stop),),
        _STATUSES[status],
        _ORIGINS[origin],
        rule,
        confidence,
        normal,
        _stored_pairs(attributes) if attributes else (),
        _roles(roles) if roles else (),
        author,
        created and _time(created),
        changed and _time(changed),
    )


def last_states(changes: Iterable[Change]) -> States:
    """Return where `changes` lead: by type and id the row as it is after the last of them, None where it is gone."""
    states: States = {form.type: {} for form in FORMS}
    for change in changes:
        after = change.after
        row = change.row if after is None else after
        states[type(row)][row.id] = after
    return states


def later_states(parts: Sequence[States]) -> States:
    """Return where several runs of changes lead, one after the other."""
    if len(parts) == 1:
        return parts[0]
    states: States = {form.type: {} for form in FORMS}
    for part in parts:
        for row_type, rows in part.items():
            states[row_type].update(rows)
    return states


def _article_plain(row: Article) -> tuple[Any, ...]:
    day = None if row.date is None else row.date.isoformat()
    return (row.id, row.title, day, row.source, row.url, row.key, row.progress.value, row.digest, row.length,
            row.language)  # fmt: skip


def _article(values: Sequence[Any]) -> Article:
    number, title, day, source, url, key, progress, *rest = values
    return Article(number, title, day and _date(day), source, url, key, Progress(progress), *rest)


def _body_plain(row: Body) -> tuple[Any, ...]:
    return (row.id, row.text)


def _body(values: Sequence[Any]) -> Body:
    return Body(*values)


def _annotation_plain(row: Annotation) -> tuple[Any, ...]:
    roles = [(role.name, *role.span, role.normal) for role in row.roles]
    return (row.id, row.article_id, row.kind.value, row.label, row.pieces, row.status.value, row.origin.value, row.rule,
            row.confidence, row.normal, row.attributes, roles, row.author, _iso(row.created),
            _iso(row.changed))  # fmt: skip


def _annotation_columns(row: Annotation) -> tuple[Any, ...]:
    pieces = compact(row.pieces) if len(row.pieces) > 1 else ""
    attributes = compact(row.attributes) if row.attributes else ""
    return (row.id, row.article_id, row.kind.value, row.label, pieces, row.start, row.stop, row.status.value,
            row.origin.value, row.rule, row.confidence, row.normal, attributes, row.author, _iso(row.created),
            _iso(row.changed))  # fmt: skip


def _annotation(values: Sequence[Any]) -> Annotation:
    (number, article, kind, label, pieces, status, origin, rule, confidence, normal, attributes, roles, author,
     created, changed) = values  # fmt: skip
    return Annotation(
        number,
        article,
        _KINDS[kind],
        label,
        _spans(pieces),
        _STATUSES[status],
        _ORIGINS[origin],
        rule,
        confidence,
        normal,
        _pairs(attributes) if attributes else (),
        _roles(roles) if roles else (),
        author,
        created and _time(created),
        changed and _time(changed),
    )


def _note_plain(row: Note) -> tuple[Any, ...]:
    return (row.id, row.text, row.article_id, row.annotation_id, row.author, _iso(row.created), _iso(row.changed))


def _note(values: Sequence[Any]) -> Note:
    number, text, article, annotation, author, created, changed = values
    return Note(number, text, article, annotation, author, created and _time(created), changed and _time(changed))


def _hint_plain(row: Hint) -> tuple[Any, ...]:
    return (row.id, row.article_id, *row.span, row.label, row.score)


def _hint(values: Sequence[Any]) -> Hint:
    number, article, start, stop, label, score = values
    return Hint(number, article, Span(start, stop), label, score)


def _scheme_plain(row: Scheme) -> tuple[Any, ...]:
    return (row.id, scheme_to_json(row))


def _scheme(values: Sequence[Any]) -> Scheme:
    return scheme_from_json(values[1])


def _spans(pieces: Iterable[Sequence[int]]) -> Pieces:
    return tuple([Span(start, stop) for start, stop in pieces])


def _roles(roles: Iterable[Sequence[Any]]) -> tuple[Role, ...]:
    return tuple([Role(name, Span(start, stop), normal) for name, start, stop, normal in roles])


def _pairs(attributes: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple([(name, value) for name, value in attributes])


@lru_cache(maxsize=10_000)
def _stored_pairs(text: str) -> tuple[tuple[str, str], ...]:
    return _pairs(json.loads(text))


@lru_cache(maxsize=1_000)
def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


@lru_cache(maxsize=1_000)
def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


@lru_cache(maxsize=1_000)
def _date(text: str) -> date:
    return date.fromisoformat(text)


ARTICLE = Form(Article, "article", _article_plain, _article, _article_plain)
BODY = Form(Body, "body", _body_plain, _body, _body_plain)
ANNOTATION = Form(Annotation, "annotation", _annotation_plain, _annotation, _annotation_columns)
NOTE = Form(Note, "note", _note_plain, _note, _note_plain)
HINT = Form(Hint, "hint", _hint_plain, _hint, _hint_plain)
SCHEME = Form(Scheme, "label_scheme", _scheme_plain, _scheme, _scheme_plain)

FORMS: tuple[Form[Any], ...] = (SCHEME, ARTICLE, BODY, ANNOTATION, NOTE, HINT)
"""All forms, those that others refer to first."""

FORM_OF_TYPE: dict[type[Row], Form[Any]] = {form.type: form for form in FORMS}
FORM_OF_TABLE: dict[str, Form[Any]] = {form.table: form for form in FORMS}
