"""Rows of `app.core` as plain values, the form in which tables and journal hold them, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import lru_cache
from itertools import pairwise
from types import NoneType
from typing import Any, Generic, TypeVar

from app.core.change import Change
from app.core.message import Message, UserError
from app.core.model import Annotation, Article, Body, Hint, Kind, Note, Origin, Progress, Role, Status
from app.core.row import Row
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.core.span import Pieces, Span
from app.store.rows.value_codecs import RowCodec, ValueCodec

RowT = TypeVar("RowT", bound=Row)
States = dict[type[Any], dict[int, Row | None]]

MAX_ID = 2**31 - 1
"""No row has a higher id: Qt's signals hold no more."""
MAX_OFFSET = 2**31 - 1

_ODD = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What comes of a value that is not of its kind."""

_ENUMS = (Kind, Status, Origin, Progress)
_WORDS: dict[str, str] = {word: word.value for words in _ENUMS for word in words}
"""Members by themselves, as plain words: `value` takes several times as long, and a row of a bulk has three."""

compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class OddValueError(Exception):
    """Tell that a stored row is missing, or holds what no project does; `reason` says which."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def odd_row(table: str, number: object) -> OddValueError:
    """Return the error that says a row holds a value that no project does."""
    return OddValueError(Message("row {row} of “{table}” is damaged", {"row": str(number), "table": table}))


@dataclass(frozen=True, slots=True)
class Form(Generic[RowT]):
    """How rows of one type are held: `plain` and `build` are inverses; `columns` are the values of the `table`."""

    type: type[RowT]
    table: str
    plain: Callable[[RowT], tuple[Any, ...]]
    build: Callable[[Sequence[Any]], RowT]
    columns: Callable[[RowT], tuple[Any, ...]]

    def restore(self, values: Sequence[Any]) -> RowT:
        """Return the row of plain values; raise OddValueError where they are none of a project's."""
        try:
            return self.build(values)
        except _ODD as fault:
            raise odd_row(self.table, values[0] if values else "?") from fault


def role_columns(annotation: Annotation) -> list[tuple[Any, ...]]:
    """Return the rows of `claim_role` that an annotation has."""
    return [
        (annotation.id, position, role.name, *role.span, role.normal) for position, role in enumerate(annotation.roles)
    ]


def stored_annotation(columns: Sequence[Any], roles: Iterable[Sequence[Any]]) -> Annotation:
    """Restore an annotation from its row and the (name, start, stop, normal) of its roles; raise OddValueError."""
    try:
        return _stored_annotation(columns, roles)
    except _ODD as fault:
        raise odd_row("annotation", columns[0]) from fault


def _role_values(roles: Iterable[Role]) -> list[tuple[Any, ...]]:
    return [(role.name, *role.span, role.normal) for role in roles]


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


def _scheme_plain(row: Scheme) -> tuple[Any, ...]:
    return (row.id, scheme_to_json(row))


def _scheme(values: Sequence[Any]) -> Scheme:
    _require(values, (_INT, _STR))
    try:
        return scheme_from_json(values[1])
    except UserError as error:
        raise ValueError(str(error.message)) from error


def _require(values: Sequence[Any], kinds: Sequence[frozenset[type]]) -> None:
    """Raise TypeError where a value is of none of its kinds; the last values may be missing."""
    for value, admitted in zip(values, kinds, strict=False):
        if type(value) not in admitted:
            raise TypeError


def _require_ids(*numbers: int) -> None:
    if not all(0 < number <= MAX_ID for number in numbers):
        raise ValueError


def _share(value: float) -> float:
    """Return a number from 0 to 1; NaN and the rest are none."""
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _span(start: int, stop: int) -> Span:
    if not (type(start) is type(stop) is int and 0 <= start < stop <= MAX_OFFSET):
        raise ValueError
    return Span(start, stop)


def _spans(pieces: Sequence[Sequence[int]]) -> Pieces:
    """Return pieces as they are kept: at least one, sorted, none over another."""
    spans = tuple([_span(start, stop) for start, stop in pieces])
    if not spans or any(one.stop > other.start for one, other in pairwise(spans)):
        raise ValueError
    return spans


def _roles(roles: Iterable[Sequence[Any]]) -> tuple[Role, ...]:
    return tuple([_role(*role) for role in roles])


def _role(name: str, start: int, stop: int, normal: str) -> Role:
    if not type(name) is type(normal) is str:
        raise TypeError
    return Role(name, _span(start, stop), normal)


def _pairs(attributes: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    pairs = tuple([(name, value) for name, value in attributes])
    if type(attributes) is not list or not all(type(name) is type(value) is str for name, value in pairs):
        raise TypeError
    return pairs


@lru_cache(maxsize=10_000)
def _pairs_text(pairs: tuple[tuple[str, str], ...]) -> str:
    return compact(pairs)


@lru_cache(maxsize=10_000)
def _stored_pairs(text: str) -> tuple[tuple[str, str], ...]:
    return _pairs(json.loads(text))


@lru_cache(maxsize=1_000)
def _iso(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat()


@lru_cache(maxsize=1_000)
def _time(text: str) -> datetime:
    """Return an aware time; one of the first and last year has none in other zones."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None or not MINYEAR < time.year < MAXYEAR:
        raise ValueError
    return time


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@lru_cache(maxsize=1_000)
def _date(text: str) -> date:
    return date.fromisoformat(text)


_INT, _STR, _LIST, _FLOAT = (frozenset({kind}) for kind in (int, str, list, float))
_STR_OR_NONE, _INT_OR_NONE, _FLOAT_OR_NONE = (kinds | {NoneType} for kinds in (_STR, _INT, _FLOAT))
_PAIRS, _ROLES = tuple[tuple[str, str], ...], tuple[Role, ...]
_CODECS: dict[Any, ValueCodec] = {
    str: ValueCodec((_STR,)),
    int: ValueCodec((_INT,)),
    int | None: ValueCodec((_INT_OR_NONE,)),
    float: ValueCodec((_FLOAT | _INT,), build="_share({v})"),
    float | None: ValueCodec((_FLOAT_OR_NONE | _INT,), build="{v} if {v} is None else _share({v})"),
    date | None: ValueCodec((_STR_OR_NONE,), "_day({v})", "{v} if {v} is None else _date({v})"),
    datetime | None: ValueCodec((_STR_OR_NONE,), "_iso({v})", "{v} if {v} is None else _time({v})"),
    Span: ValueCodec((_INT, _INT), "*{v}", "_span({v}, {v}_1)"),
    Pieces: ValueCodec((_LIST,), build="_spans({v})"),
    _PAIRS: ValueCodec((_LIST,), build="_pairs({v}) if {v} else ()"),
    _ROLES: ValueCodec((_LIST,), "_role_values({v}) if {v} else ()", "_roles({v}) if {v} else ()"),
    **{words: ValueCodec((_STR,), "_WORDS[{v}]", f"_{words.__name__}[{{v}}]") for words in _ENUMS},
}
"""How the journal holds fields of each type; a field of a type that is not here stops the program at its start."""

_COLUMN_CODECS: dict[Any, ValueCodec] = {
    **_CODECS,
    float | None: replace(_CODECS[float | None], kinds=(_FLOAT_OR_NONE,)),
    Pieces: ValueCodec(
        (_STR, _INT, _INT),
        '(compact({v}) if len({v}) > 1 else ""), {v}[0][0], {v}[-1][1]',
        "_spans(_loads({v})) if {v} else (_Span({v}_1, {v}_2),)",
        "0 <= {v}_1 < {v}_2 <= _MAX_OFFSET",
    ),
    _PAIRS: ValueCodec((_STR,), '_pairs_text({v}) if {v} else ""', "_stored_pairs({v}) if {v} else ()"),
    _ROLES: ValueCodec((), "", "_roles({v}) if {v} else ()"),
}
"""How the table of annotations holds them: pieces as text where there are several, and roles in `claim_role`."""

_NAMES: dict[str, Any] = {
    **{f"_{words.__name__}": {word.value: word for word in words} for words in _ENUMS},
    **{
        function.__name__: function
        for function in (
            _date,
            _day,
            _iso,
            _pairs,
            _pairs_text,
            _require,
            _require_ids,
            _role_values,
            _roles,
            _share,
            _span,
            _spans,
            _stored_pairs,
            _time,
        )
    },
    "_WORDS": _WORDS,
    "_MAX_ID": MAX_ID,
    "_MAX_OFFSET": MAX_OFFSET,
    "_Span": Span,
    "_loads": json.loads,
    "compact": compact,
}


def _form(row_type: type[RowT], table: str, *ids: str) -> Form[RowT]:
    """Return the form of rows whose columns are their plain values."""
    codec = RowCodec(row_type, _CODECS, _NAMES, ids)
    plain = codec.plain()
    return Form(row_type, table, plain, codec.build(), plain)


ARTICLE = _form(Article, "article", "id")
BODY = _form(Body, "body", "id")
_ANNOTATION_COLUMNS = RowCodec(Annotation, _COLUMN_CODECS, _NAMES, ("id", "article_id"))
_stored_annotation: Callable[[Sequence[Any], Iterable[Sequence[Any]]], Annotation] = (
    _ANNOTATION_COLUMNS.build_from_columns()
)
ANNOTATION = replace(
    _form(Annotation, "annotation", "id", "article_id"),
    columns=_ANNOTATION_COLUMNS.plain(),
)
NOTE = _form(Note, "note", "id")
HINT = _form(Hint, "hint", "id", "article_id")
SCHEME = Form(Scheme, "label_scheme", _scheme_plain, _scheme, _scheme_plain)

FORMS: tuple[Form[Any], ...] = (SCHEME, ARTICLE, BODY, ANNOTATION, NOTE, HINT)
"""All forms, those that others refer to first."""

FORM_OF_TYPE: dict[type[Row], Form[Any]] = {form.type: form for form in FORMS}
FORM_OF_TABLE: dict[str, Form[Any]] = {form.table: form for form in FORMS}
