"""The columns that hold rows, derived from what `app.core.row_types` declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.core.row_types import Parts, RowType, field_types, is_word
from app.core.span import Pieces, Span

WHOLE, TEXT, REAL = "INTEGER", "VARCHAR", "FLOAT"
PAIRS = tuple[tuple[str, str], ...]
TEXTS = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `type` is its type in SQL.

    An optional one holds NULL too.
    """

    name: str
    type: str
    is_optional: bool = False


_TYPES: dict[Any, tuple[str, bool]] = {
    str: (TEXT, False),
    int: (WHOLE, False),
    int | None: (WHOLE, True),
    bool: (WHOLE, False),
    float: (REAL, False),
    float | None: (REAL, True),
    date | None: (TEXT, True),
    datetime | None: (TEXT, True),
    PAIRS: (TEXT, False),
    TEXTS: (TEXT, False),
}
"""The type of the one column that holds a field of each type, and whether it is optional."""

_DOCUMENT = (Column("id", WHOLE), Column("content", TEXT))


def span_names(field: str) -> tuple[str, str]:
    """Return the names of the columns for the ends of a span."""
    return ("start", "stop") if field == "span" else (f"{field}_start", f"{field}_stop")


def field_columns(field: str, hint: Any) -> tuple[Column, ...]:
    """Return the columns of a field.

    None for parts, which have a table. Raise TypeError for a type nothing holds.
    """
    if hint == Pieces:  # as JSON where there are several, with the ends of the whole
        return Column(field, TEXT), Column("start", WHOLE), Column("stop", WHOLE)
    if hint == Span:
        return tuple(Column(name, WHOLE) for name in span_names(field))
    if is_word(hint):
        return (Column(field, TEXT),)
    if hint not in _TYPES:
        raise TypeError(f"say in {__name__} which columns hold the field {field} of type {hint}")
    kind, is_optional = _TYPES[hint]
    return (Column(field, kind, is_optional),)


def row_columns(declared: RowType[Any]) -> tuple[Column, ...]:
    """Return the columns of the table of a row type, in order."""
    if declared.is_document:
        return _DOCUMENT
    parts = {parts.field for parts in declared.parts}
    own = {name: hint for name, hint in declared.fields.items() if name not in parts}
    return _refuse_repeats(declared.table, _fields_columns(own))


def part_columns(declared: RowType[Any], parts: Parts) -> tuple[Column, ...]:
    """Return the columns of a table of parts, in order.

    The row's id, the place of the part in it, and its fields.
    """
    own = _fields_columns(field_types(declared.part_type(parts)))
    return _refuse_repeats(parts.table, (Column(owner_column(declared), WHOLE), Column("position", WHOLE), *own))


def owner_column(declared: RowType[Any]) -> str:
    """Return the column of a part that holds the row's id."""
    return f"{declared.table}_id"


def _refuse_repeats(table: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    names = [column.name for column in columns]
    if len(set(names)) < len(names):
        raise TypeError(f"two columns of {table} have one name: {', '.join(names)}")
    return columns


def _fields_columns(hints: Mapping[str, Any]) -> tuple[Column, ...]:
    return tuple(column for field, hint in hints.items() for column in field_columns(field, hint))
