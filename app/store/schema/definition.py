"""What the schema of a project file is.

Making it, and finding what does not belong to it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from app.store.schema.ddl import SCHEMA

APPLICATION_ID = 0x504F4D45
"""Marks a SQLite file as a Pometka project: "POME"."""

PAGE_BYTES = 8_192
"""Of new files: most texts take two or three thousand bytes, and a smaller page holds but one of them."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""The revisions of the schema, oldest first; each has its migration in `migrations/versions`."""

# As Alembic would make it.
_STAMP = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, PRIMARY KEY (version_num))"

_OBJECTS = "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
_ACTIVE = "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') OR (type = 'table' AND rootpage = 0)"
_DETAILS = (
    """SELECT m.name, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
       FROM sqlite_schema m, pragma_table_xinfo(m.name) x WHERE m.type = 'table'""",
    """SELECT m.name, x."from", x."table", x."to", x.on_update, x.on_delete
       FROM sqlite_schema m, pragma_foreign_key_list(m.name) x WHERE m.type = 'table'""",
    """SELECT l.name, l."unique", l.partial, x.seqno, x.name, x.desc, x.coll
       FROM sqlite_schema m, pragma_index_list(m.name) l, pragma_index_xinfo(l.name) x WHERE m.type = 'table'""",
)


def create_schema(connection: sqlite3.Connection) -> None:
    """Make all tables of the newest revision, without loading Alembic."""
    for statement in (*SCHEMA.split(";"), _STAMP):
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES (?)", (REVISIONS[-1],))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def stored_revision(connection: sqlite3.Connection) -> str:
    """Return the revision that a file says it has.

    "" where it says none. Runs nothing that the file brings along.
    """
    plain = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version' AND rootpage > 0")
    if plain.fetchone() is None:
        return ""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found[0][0]) if len(found) == 1 else ""


def active_parts(connection: sqlite3.Connection) -> list[str]:
    """Name what could run by itself: triggers, views, virtual tables.

    No project has any.
    """
    return sorted(f"{kind} {name}" for kind, name in connection.execute(_ACTIVE))


def find_unexpected_objects(connection: sqlite3.Connection) -> list[str]:
    """Name the tables and indexes that differ from the newest revision's.

    Those that are missing or foreign count too.
    """
    return _unexpected_objects(connection) or _unexpected_details(connection)


def _unexpected_objects(connection: sqlite3.Connection) -> list[str]:
    objects, _ = _our_parts()
    return sorted(f"{kind} {name}" for kind, name, _ in _list_objects(connection) ^ objects)


def _unexpected_details(connection: sqlite3.Connection) -> list[str]:
    _, details = _our_parts()
    return sorted({str(name) for name, *_ in details_of(connection) ^ details})


def _list_objects(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    return frozenset(connection.execute(_OBJECTS))


def details_of(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Return the columns, references and indexes of a schema.

    The wording of its SQL does not matter.
    """
    return frozenset(row for query in _DETAILS for row in connection.execute(query))


@cache
def _our_parts() -> tuple[frozenset[tuple[str, str, str]], frozenset[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        create_schema(connection)
        return _list_objects(connection), details_of(connection)
