"""What the schema of a project file is: making it, and finding what does not belong to it."""

from __future__ import annotations

import sqlite3
from functools import cache

from sqlalchemy import Column, Connection, MetaData, String, Table, create_engine, insert

from app.store.tables import metadata

APPLICATION_ID = 0x504F4D45
"""Marks a SQLite file as a Pometka project: "POME"."""

REVISIONS = ("0001",)
"""The revisions of the schema, oldest first; each has its migration in `migrations/versions`."""

_STAMP = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))

_PARTS = (
    "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    """SELECT m.name, x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden
       FROM sqlite_schema m, pragma_table_xinfo(m.name) x WHERE m.type = 'table'""",
    """SELECT m.name, x."from", x."table", x."to", x.on_update, x.on_delete
       FROM sqlite_schema m, pragma_foreign_key_list(m.name) x WHERE m.type = 'table'""",
    """SELECT l.name, l."unique", l.partial, x.seqno, x.name, x.desc, x.coll
       FROM sqlite_schema m, pragma_index_list(m.name) l, pragma_index_xinfo(l.name) x WHERE m.type = 'table'""",
)


def create_schema(connection: Connection) -> None:
    """Make all tables at the newest revision, without the cost of loading Alembic."""
    metadata().create_all(connection)
    _STAMP.create(connection)
    connection.execute(insert(_STAMP).values(version_num=REVISIONS[-1]))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def stored_revision(connection: sqlite3.Connection) -> str:
    """Return the revision that a file says it has; "" where it says none."""
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.OperationalError as fault:
        if "no such table" not in str(fault):
            raise
        return ""
    return str(found[0][0]) if len(found) == 1 else ""


def strangers(connection: sqlite3.Connection) -> list[str]:
    """Name the tables, columns, indexes, views and triggers that are not ours, or that are missing."""
    found, ours = parts(connection), our_parts()
    return sorted({_named(part) for part in found ^ ours})


def parts(connection: sqlite3.Connection) -> frozenset[tuple[object, ...]]:
    """Return all parts of a schema, in a form that does not depend on how its SQL was written."""
    rows = [(place, *row) for place, query in enumerate(_PARTS) for row in connection.execute(query)]
    return frozenset(rows)


@cache
def our_parts() -> frozenset[tuple[object, ...]]:
    """Return all parts of the newest schema."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create_schema(connection)
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        found = parts(raw)
    engine.dispose()
    return found


def _named(part: tuple[object, ...]) -> str:
    place, *values = part
    return f"{values[0]} {values[1]}" if place == 0 else f"{values[0]}"
