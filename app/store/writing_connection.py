"""The connection that writes a project, and its care for the file.

The path may lead to another file at any time: then nothing is written into that one.
"""

from __future__ import annotations

import logging
import sqlite3
from contextlib import suppress

from app.core.gc_pause import gc_paused
from app.core.message import NotSavedError
from app.store.failures import ForeignFileError, MovedFileError
from app.store.files.connections import BUSY_MS, transaction, writer
from app.store.files.file_identity import HeldFile
from app.store.operations import Operation
from app.store.rows.row_writing import write_changes

log = logging.getLogger(__name__)

READERS_MS = 300
"""So long closing waits for readers: a process that was ended may read for a moment yet."""


class WritingConnection:
    """Commit operations to a project that nobody else writes.

    Operations are numbered on from the project's `user_version`, which each transaction sets.
    """

    def __init__(self, file: HeldFile) -> None:
        self._file = file
        self._connection = writer(file.path)
        self.opened_version = _opened_version(self._connection, file)

    @gc_paused()
    def commit(self, batch: list[Operation], committed: int, number_to_come: int) -> int:
        """Commit operations together, and return how many are on disk now.

        `committed` is the number of the last one before, `number_to_come` that of the last one handed in.

        What one of them takes back of another is not written at all. Before and after, the path must lead to the file
        that is open. Those that an earlier attempt committed, without being sure of that, are not written again.
        """
        self.check_place(number_to_come)
        if not batch:
            return 0
        with transaction(self._connection):
            count = _read_version(self._connection) - committed
            if not 0 <= count <= number_to_come - committed:
                raise ForeignFileError(self._file.path.name)
            if count == 0:
                self._write_batch(batch, committed)
                count = len(batch)
            self._file.check_place()
        self._file.check_place()
        self._file.check_content(committed + count)  # somebody may have changed it while we committed
        return count

    def check_place(self, number_to_come: int) -> None:
        """Raise NotSavedError where the path does not lead to our file.

        Its WAL is put back first.
        """
        self._file.check_content(number_to_come)
        try:
            self._file.check_place()
        except MovedFileError:
            self._file.restore_sidecars()
            self._file.check_place()

    def protect_other_files(self, failure: NotSavedError, number_to_come: int) -> None:
        """Rename our WAL where the file at the path is not ours.

        What was saved is brought into our own file first, which may only have another name.
        """
        if isinstance(failure, MovedFileError):
            self.write_back(number_to_come)
        elif isinstance(failure, ForeignFileError):
            self._file.leave_as_it_is()
        else:
            return
        self._file.set_sidecars_aside()

    def write_back(self, number_to_come: int) -> None:
        """Write what the WAL holds into the file, unless somebody reads.

        Then it stays where it is.
        """
        self._empty_wal(wait_ms=0)
        with suppress(ForeignFileError):  # the next look at the file tells
            self._file.check_content(number_to_come)

    def close(self, number_to_come: int) -> None:
        """Close the connection, and protect another file at its path."""
        try:
            self.check_place(number_to_come)
        except NotSavedError as fault:
            self.protect_other_files(fault, number_to_come)
        else:
            self._empty_wal(READERS_MS)
        self._connection.close()
        self._file.remove_aside()

    def _empty_wal(self, wait_ms: int) -> None:
        """Write the WAL into the file, after readers within a time."""
        try:
            self._connection.execute(f"PRAGMA busy_timeout = {wait_ms}")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:  # the steps are as safe in the WAL as they were
            log.warning("The WAL of a project could not be written back", exc_info=True)
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")

    def _write_batch(self, batch: list[Operation], committed: int) -> None:
        write_changes(self._connection, [change for operation in batch for change in operation.changes])
        for operation in batch:
            operation.record(self._connection)
        self._connection.execute(f"PRAGMA user_version = {committed + len(batch)}")


def _read_version(connection: sqlite3.Connection) -> int:
    """Read the number of the last operation."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _opened_version(connection: sqlite3.Connection, file: HeldFile) -> int:
    """Read the number of the last operation, and note what SQLite made.

    Where that fails, close the connection.
    """
    try:
        version = _read_version(connection)
        file.check_place()
    except (sqlite3.Error, NotSavedError):
        connection.close()
        raise
    file.note()
    file.note_sidecars()
    return version
