"""How far the check of a project is."""

from __future__ import annotations

import sqlite3

from app.store.files.connections import LOOK_STEPS
from app.store.files.watching import Watch

_STEPS_PER_VALUE = 13
"""SQLite runs about so many instructions to check one value of a row: measured on projects of 10,000 articles."""
_STEPS_PER_VALUE_THOROUGH = 20
_SHARE_IN_SQLITE = 0.5
"""A thorough check takes about as long to read the rows again, one by one."""


class CheckProgress:
    """Estimates how far a check is by the instructions that SQLite ran.

    The rows that are read one by one afterwards are counted.
    """

    def __init__(self, connection: sqlite3.Connection, watch: Watch, *, thorough: bool) -> None:
        self._watch = watch
        self._share_in_sqlite = _SHARE_IN_SQLITE if thorough else 1.0
        connection.set_progress_handler(lambda: watch.is_cancelled, LOOK_STEPS)
        self._rows, values = _count_rows(connection)
        self._steps = values * (_STEPS_PER_VALUE_THOROUGH if thorough else _STEPS_PER_VALUE)
        self._ran = self._read = 0
        connection.set_progress_handler(self._note_steps, LOOK_STEPS)

    def note_row(self) -> None:
        """Count a row that was read, once SQLite has checked them all."""
        self._read += 1
        if self._read % 500 == 0:
            read = min(1.0, self._read / max(1, self._rows))
            self._watch.advance(self._share_in_sqlite + (1 - self._share_in_sqlite) * read)

    def _note_steps(self) -> bool:
        """Note that SQLite ran some instructions; say whether to stop."""
        self._ran += LOOK_STEPS
        if not self._read:
            self._watch.advance(self._share_in_sqlite * min(1.0, self._ran / max(1, self._steps)))
        return self._watch.is_cancelled


def _count_rows(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the number of rows in all tables, and of their values."""
    rows = values = 0
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        quoted = table.replace('"', '""')
        (count,) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608
        (columns,) = connection.execute("SELECT count(*) FROM pragma_table_info(?)", (table,)).fetchone()
        rows, values = rows + count, values + count * columns
    return rows, values
