"""Connections to a project file, with the settings for safe saving."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

Mode = Literal["rw", "ro", "immutable"]

BUSY_MS = 5_000
LOOK_STEPS = 20_000
"""So many instructions of SQLite's run between two looks whether they were cancelled."""
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
        timeout=BUSY_MS / 1_000,
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
    """Connections that cannot write, each in one hand at a time.

    A few are kept for the next one who asks.
    """

    def __init__(self, path: Path, mode: Mode, is_in_place: Callable[[], bool]) -> None:
        """Open the first one.

        Others are opened only while `is_in_place` says that the path leads to the same file.
        """
        self._path, self._mode, self._is_in_place = path, mode, is_in_place
        self._free: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._is_disposed = False
        self._shared = self._open_connection()
        self._sharers = 0

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the file.

        It does so until the block ends. Once the path leads to another file no further ones are opened: then several
        share one, since nothing is written any more.
        """
        connection = self._find_connection()
        if connection is None:
            with self._share_connection() as shared:
                yield shared
            return
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            self._return_connection(connection)

    def dispose(self) -> None:
        """Close the free connections now, the others when they are returned."""
        with self._lock:
            self._is_disposed = True
            free, self._free = self._free, []
            is_shared = self._sharers > 0
        for connection in (*free, *(() if is_shared else (self._shared,))):
            connection.close()

    @contextmanager
    def _share_connection(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if not self._sharers:
                self._shared.execute("BEGIN")
            self._sharers += 1
        try:
            yield self._shared
        finally:
            with self._lock:
                self._sharers -= 1
                if not self._sharers:
                    self._shared.rollback()
                    if self._is_disposed:
                        self._shared.close()

    def _find_connection(self) -> sqlite3.Connection | None:
        with self._lock:
            if self._free:
                return self._free.pop()
        if not self._is_in_place():
            return None
        connection = self._open_connection()
        if not self._is_in_place():
            connection.close()
            return None
        return connection

    def _open_connection(self) -> sqlite3.Connection:
        connection = connect(self._path, self._mode)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # opens the WAL too, while it is there
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _return_connection(self, connection: sqlite3.Connection) -> None:
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
    """Open the one connection that writes.

    A migration does without foreign keys until its end.
    """
    connection = connect(path, "rw")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block does, or nothing where it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
