"""The statements for reading and writing rows, made from the schema.

They are plain SQL for the driver: SQLAlchemy's handling of values costs twice as much, and loading it takes three
times as long as an empty window. What the tables are is said in `tables.py`, from which the schema is made.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache

from app.store.schema.ddl import SCHEMA


@cache
def table_columns(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in their order."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(SCHEMA)
        found = model.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
    return tuple(name for (name,) in found)


@cache
def select_statement(table: str) -> str:
    """Return the statement that reads all columns of a table.

    A condition can follow.
    """
    return select_columns(table, table_columns(table))


def select_columns(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that reads some columns of a table."""
    return f"SELECT {_join_names(columns)} FROM {table}"  # noqa: S608  # names are those of our own schema


def select_parts(table: str, parts: str, owner: str, where: str) -> str:
    """Return the statement that reads parts of rows in order.

    A condition chooses the rows of the table.
    """
    rows = f"SELECT id FROM {table} WHERE {where}"  # noqa: S608  # as above
    return f"{select_statement(parts)} WHERE {owner} IN ({rows}) ORDER BY {owner}, position"


@cache
def insert_statement(table: str) -> str:
    """Return the statement that adds a row; it fails on duplicate keys.

    The values are in the table's order.
    """
    names = table_columns(table)
    return f"INSERT INTO {table} ({_join_names(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


@cache
def update_statement(table: str) -> str:
    """Return the statement that changes the row of an id.

    The values are in the table's order, the id first.
    """
    number, *rest = table_columns(table)
    settings = ", ".join(f'"{name}" = ?{place}' for place, name in enumerate(rest, 2))
    return f'UPDATE {table} SET {settings} WHERE "{number}" = ?1'  # noqa: S608


@cache
def delete_statement(table: str) -> str:
    """Return the statement that removes a row by its id."""
    return f"DELETE FROM {table} WHERE id = ?"  # noqa: S608


def highest_id(tables: Iterable[str]) -> str:
    """Return the expression for the highest id in some tables.

    0 where they are empty.
    """
    return f"max({', '.join(f'coalesce((SELECT max(id) FROM {table}), 0)' for table in tables)}, 0)"  # noqa: S608


def _join_names(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
