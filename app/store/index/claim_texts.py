"""Sort claims by what they say, beside all other questions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from threading import Thread

import numpy as np

from app.store.index.claim_columns import Ids, read_columns, read_ids
from app.store.index.index_file import open_for_reading

BY_DATE = "SELECT id FROM claim ORDER BY date, id"
ENTRIES = "SELECT group_concat(id), group_concat(entry) FROM claim INDEXED BY claim_by_entry"
_BY_TEXT = "SELECT id FROM claim WHERE said > '' ORDER BY said, date, id"
_MANY = 20_000
"""So many claims are worth a thread: fewer are sorted within a frame or two."""


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTexts:
    """The claims of one moment, with the entries of their words.

    As long as both are the same, so is the order of the texts.
    """

    by_date: Ids
    """The claims by date; `claims` have the order of their `entries`."""
    claims: Ids
    entries: Ids

    def is_same(self, other: ClaimTexts) -> bool:
        """Say whether the order of the texts is the same."""
        pairs = ((self.by_date, other.by_date), (self.claims, other.claims), (self.entries, other.entries))
        return all(np.array_equal(one, two) for one, two in pairs)


class TextSorting:
    """Holds the claims by what they say.

    Sorting takes longest of all orders, so it is begun before it is asked for.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._beside: Connection | None = None
        self._thread: Thread | None = None
        self._sorted: tuple[ClaimTexts, Ids] | None = None

    def sort_ahead(self, texts: ClaimTexts) -> None:
        """Sort in a thread where there is much to sort."""
        is_known = self._sorted is not None and self._sorted[0].is_same(texts)
        if is_known or self._thread is not None or len(texts.claims) < _MANY:
            return
        self._beside = open_for_reading(Path(self._connection.execute("PRAGMA database_list").fetchone()[2]))
        if self._beside is not None:
            self._thread = Thread(target=self._sort_beside, args=(self._beside,), name="sorting of claims", daemon=True)
            self._thread.start()

    def find_sorted(self, texts: ClaimTexts) -> Ids:
        """Return the claims with words by what they say, then by date."""
        self._await()
        if self._sorted is None or not self._sorted[0].is_same(texts):
            self._sorted = (texts, read_ids(self._connection, _BY_TEXT))
        return self._sorted[1]

    def close(self) -> None:
        """End what is being sorted."""
        if self._beside is not None and self._thread is not None and self._thread.is_alive():
            self._beside.interrupt()
        self._await()

    def _await(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = self._beside = None

    def _sort_beside(self, connection: Connection) -> None:
        try:
            with closing(connection):
                connection.execute("BEGIN")  # all of one moment
                texts = ClaimTexts(read_ids(connection, BY_DATE), *read_columns(connection, ENTRIES))
                self._sorted = (texts, read_ids(connection, _BY_TEXT))
        except sqlite3.Error:
            pass  # interrupted, or the index is gone: who asks for the order sorts, and hears of it
