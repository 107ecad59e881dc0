"""Connections to a project file, with the settings that its promises rest on."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

Mode = Literal["rw", "ro", "immutable"]

_BUSY_S = 5.0
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # in WAL mode anything less may lose acknowledged steps when the power fails
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Open an existing project file; nothing can be attached to the connection."""
    query = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        timeout=_BUSY_S,
        isolation_level=None,  # transactions begin where we say, so that a reader's several queries see one state
        check_same_thread=False,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def readers(path: Path, mode: Mode) -> Engine:
    """Return an engine whose connections cannot write."""

    def open_reader() -> sqlite3.Connection:
        connection = connect(path, mode)
        connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite://", creator=open_reader, poolclass=QueuePool, pool_size=2, max_overflow=-1)
    return _beginning(engine, "BEGIN")


def writer(path: Path, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for the one connection that writes; a migration does without foreign keys until its end."""

    def open_writer() -> sqlite3.Connection:
        connection = connect(path, "rw")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        return connection

    return _beginning(create_engine("sqlite://", creator=open_writer, poolclass=NullPool), "BEGIN IMMEDIATE")


def _beginning(engine: Engine, statement: str) -> Engine:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return engine
