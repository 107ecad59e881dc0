"""Connections to a project file, with the settings that its promises rest on."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

Mode = Literal["rw", "ro", "immutable"]

_BUSY_S = 5.0
_KEPT = 2
"""So many readers are kept open between questions."""
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",  # in WAL mode anything less may lose acknowledged steps when the power fails
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path, mode: Mode) -> sqlite3.Connection:
    """Open an existing project file; nothing can be attached to the connection."""
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
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


class Readers:
    """Connections that cannot write, each in one hand at a time; a few are kept for the next one who asks."""

    def __init__(self, path: Path, mode: Mode) -> None:
        self._path, self._mode = path, mode
        self._free: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._is_disposed = False

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the file, until the block ends."""
        connection = self._taken()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            self._give_back(connection)

    def dispose(self) -> None:
        """Close what is free now, and each other one when it is given back."""
        with self._lock:
            self._is_disposed = True
            free, self._free = self._free, []
        for connection in free:
            connection.close()

    def _taken(self) -> sqlite3.Connection:
        with self._lock:
            if self._free:
                return self._free.pop()
        connection = connect(self._path, self._mode)
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _give_back(self, connection: sqlite3.Connection) -> None:
        try:
            connection.rollback()
        except sqlite3.Error:  # the file is gone or broken: so is the connection
            connection.close()
            return
        with self._lock:
            is_kept = not self._is_disposed and len(self._free) < _KEPT
            if is_kept:
                self._free.append(connection)
        if not is_kept:
            connection.close()


def writer(path: Path, *, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open the one connection that writes; a migration does without foreign keys until its end."""
    connection = connect(path, "rw")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what is done in the block, or none of it where it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
