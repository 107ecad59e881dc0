"""Laws of the rows of every project.

Each is a query for the rows that break it. Most follows from the types of the fields that `app.core.row_types`
declares.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.message import Message
from app.core.row_types import ROW_TYPES, RowType, field_types, is_word
from app.core.span import Pieces, Span
from app.store.rows.odd_values import MAX_ID
from app.store.schema.row_columns import PAIRS, TEXTS, field_columns, owner_column
from app.store.schema.statements import highest_id

_STORED_AS = {"INTEGER": "integer", "VARCHAR": "text", "FLOAT": "real", "BLOB": "blob"}
_DAMAGED = Message("row {row} of “{table}” is damaged")
_OUTSIDE = Message("row {row} of “{table}” lies outside the text of its article")


@dataclass(frozen=True, slots=True)
class Law:
    """A law of a table.

    `broken_by` selects the rows that break it, at most as many as its one value says.
    """

    table: str
    message: Message
    broken_by: str


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of rows or of their parts.

    Its fields, the column that names the row, and the way to its article.
    """

    name: str
    fields: Mapping[str, Any]
    number: str
    in_article: str


Columns = Mapping[str, tuple[str, int]]
"""The type of each column of a table, by name, and whether it must hold a value."""


def laws_of(connection: sqlite3.Connection) -> list[Law]:
    """Return the laws of a project of any revision.

    Those of the columns that it has.
    """
    tables = [table for declared in ROW_TYPES for table in _list_tables(declared)]
    columns = {name: _list_columns(connection, name) for name in (*(table.name for table in tables), "step")}
    laws = [_type_law(table, found) for table, found in columns.items() if found] + list(_LAWS)
    for table in tables:
        laws += _table_laws(table, columns[table.name]) if columns[table.name] else ()
    return [*laws, _id_law([declared.table for declared in ROW_TYPES if columns[declared.table]])]


def _list_tables(declared: RowType[Any]) -> Iterator[_Table]:
    """Yield the table of a row type and those of its parts."""
    joined = f"JOIN article ON article.id = {declared.table}.{declared.article_field}"
    listed = {parts.field for parts in declared.parts}
    own = {field: hint for field, hint in declared.fields.items() if field not in listed}
    yield _Table(declared.table, {} if declared.is_document else own, "id", joined)
    for parts in declared.parts:
        owner = owner_column(declared)
        to_row = f"JOIN {declared.table} ON {declared.table}.id = {parts.table}.{owner}"
        yield _Table(parts.table, field_types(declared.part_type(parts)), owner, f"{to_row} {joined}")


def _list_columns(connection: sqlite3.Connection, table: str) -> Columns:
    found = connection.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,))
    return {name: (kind, required) for name, kind, required in found}


def _make_law(table: str, condition: str, number: str = "id", message: Message = _DAMAGED, joined: str = "") -> Law:
    return Law(table, message, f"SELECT {table}.{number} FROM {table} {joined} WHERE {condition} LIMIT ?")  # noqa: S608


def _type_law(table: str, columns: Columns) -> Law:
    """Return the law that values have the type of their column."""
    number = "id" if "id" in columns else next(iter(columns))
    return _make_law(
        table, " OR ".join(_mistyped_condition(f'{table}."{name}"', *kind) for name, kind in columns.items()), number
    )


def _mistyped_condition(column: str, kind: str, required: int) -> str:
    stored = _STORED_AS.get(kind, kind)
    admitted = f"'{stored}'" if required else f"'{stored}', 'null'"
    return f"typeof({column}) NOT IN ({admitted})"


def _table_laws(table: _Table, columns: Columns) -> Iterator[Law]:
    """Yield the laws of the fields of a table.

    Each holds what its type says, and lies in the text of its article.
    """
    conditions = [f"{table.name}.id BETWEEN 1 AND {MAX_ID}"] if "id" in table.fields else []
    ends = []
    for field, hint in table.fields.items():
        names = [column.name for column in field_columns(field, hint)]
        if columns.keys() >= set(names):
            places = [f'{table.name}."{name}"' for name in names]
            conditions += _field_conditions(hint, *places)
            ends += places[-1:] if hint in (Span, Pieces) else []
    if conditions:
        yield _make_law(table.name, f"NOT coalesce({' AND '.join(conditions)}, 0)", table.number)
    if ends:
        outside = " OR ".join(f"{end} > article.length" for end in ends)
        yield _make_law(table.name, outside, table.number, _OUTSIDE, table.in_article)


def _field_conditions(hint: Any, column: str, *ends: str) -> Iterator[str]:
    """Yield what holds for the columns of a field of some type."""
    if is_word(hint):
        yield f"{column} IN ({', '.join(repr(str(word)) for word in hint)})"
    elif hint is bool:
        yield f"{column} IN (0, 1)"
    elif hint is float:
        yield f"{column} BETWEEN 0 AND 1"
    elif hint == (float | None):
        yield f"({column} IS NULL OR {column} BETWEEN 0 AND 1)"
    elif hint == (date | None):
        yield f"date({column}) IS {column}"
    elif hint == Span:
        yield f"0 <= {column} AND {column} < {ends[0]}"
    elif hint == Pieces:
        yield f"{_list_condition(column, 'integer')} AND 0 <= {ends[0]} AND {ends[0]} < {ends[1]}"
    elif hint == PAIRS:
        yield _list_condition(column, "text")
    elif hint == TEXTS:
        odd = f"SELECT 1 FROM json_each({column}) WHERE type <> 'text'"  # noqa: S608
        is_listed = f"json_type({column}) = 'array' AND NOT EXISTS ({odd})"
        yield f"({column} = '' OR CASE WHEN json_valid({column}) THEN {is_listed} END)"


def _list_condition(column: str, kind: str) -> str:
    """Return the condition that a column holds "" or pairs of `kind`.

    Pairs are a JSON list.
    """
    ends = " OR ".join(f"json_type(value, '$[{place}]') IS NOT '{kind}'" for place in (0, 1))
    odd = f"SELECT 1 FROM json_each({column}) WHERE type <> 'array' OR json_array_length(value) <> 2 OR {ends}"  # noqa: S608
    is_listed = f"json_type({column}) = 'array' AND NOT EXISTS ({odd})"
    return f"({column} = '' OR CASE WHEN json_valid({column}) THEN {is_listed} END)"


def _id_law(tables: Iterable[str]) -> Law:
    """Return the law that the history knows of the highest id."""
    unknown = "highest > coalesce((SELECT max(last_id) FROM step), 1)"
    select = f"SELECT {highest_id(tables)} AS highest WHERE {unknown} LIMIT ?"
    return Law("step", Message("its history does not know of row {row}"), select)


_LAWS = (
    Law(
        "body",
        Message("the text of article {row} is not the one it came with"),
        "SELECT article.id FROM article LEFT JOIN body USING (id) WHERE text IS NULL OR length(text) <> length LIMIT ?",
    ),
    _make_law("step", f"NOT json_valid(args) OR last_id NOT BETWEEN 1 AND {MAX_ID}"),
)
