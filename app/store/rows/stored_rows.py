"""Read rows of a table with their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection
from typing import Any

from app.core.row_types import RowT
from app.store.rows.forms import Form
from app.store.schema.statements import select_parts, select_statement


def read_stored_rows(
    connection: Connection, form: Form[RowT], where: str, values: tuple[Any, ...] = ()
) -> Iterator[RowT]:
    """Yield the stored rows that a condition admits, with their parts."""
    stored = connection.execute(f"{select_statement(form.table)} WHERE {where}", values)
    if not form.parts:
        return map(form.restore_columns, stored)
    rows = stored.fetchall()
    questions = [select_parts(form.table, parts.table, parts.owner, where) for parts in form.parts]
    parts_of = [_read_parts(connection, question, values) for question in questions]
    return map(form.restore_columns, rows, *([found.get(row[0], ()) for row in rows] for found in parts_of))


def count_stored_rows(connection: Connection, table: str, where: str) -> int:
    """Return how many rows of a table a condition admits."""
    question = f"SELECT count(*) FROM {table} WHERE {where}"  # noqa: S608  # names are those of our own schema
    return int(connection.execute(question).fetchone()[0])


def condition_of_ids(ids: Iterable[int]) -> str:
    """Return the condition that admits the rows of some ids."""
    return f"id IN ({', '.join(map(str, map(int, ids)))})"


def _read_parts(connection: Connection, statement: str, values: tuple[Any, ...]) -> dict[int, list[tuple[Any, ...]]]:
    """Return the values of parts in order, by the row's id."""
    found = groupby(connection.execute(statement, values), key=itemgetter(0))
    return {number: [tuple(part[2:]) for part in parts] for number, parts in found}
