"""The statements that rows are read and written by, each made once from the schema.

They are plain SQL for the driver: SQLAlchemy's handling of values costs twice as much, and loading it takes three
times as long as an empty window. What the tables are is said in `tables.py`, from which the schema is made.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from app.store.ddl import SCHEMA


@cache
def columns(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns, in their order."""
    return tuple(name for name, _ in _described(table))


@cache
def select(table: str) -> str:
    """Return the statement that reads all columns of a table; a condition can follow."""
    return f"SELECT {_listed(columns(table))} FROM {table}"  # noqa: S608  # names are those of our own schema


@cache
def put(table: str) -> str:
    """Return the statement that inserts a row, its values in the table's order, or replaces what has its key."""
    names, keys = columns(table), [name for name, is_key in _described(table) if is_key]
    rest = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in keys)
    values = ", ".join("?" * len(names))
    target = f"INSERT INTO {table} ({_listed(names)}) VALUES ({values})"  # noqa: S608
    return f"{target} ON CONFLICT ({_listed(keys)}) DO UPDATE SET {rest}"


@cache
def drop(table: str) -> str:
    """Return the statement that removes a row by its id."""
    return f"DELETE FROM {table} WHERE id = ?"  # noqa: S608


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _described(table: str) -> tuple[tuple[str, bool], ...]:
    """Return (name, whether it is part of the key) of each column."""
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(SCHEMA)
        found = model.execute("SELECT name, pk FROM pragma_table_info(?)", (table,)).fetchall()
    return tuple((name, pk > 0) for name, pk in found)
