"""Read columns of very many claims as arrays of numbers."""

from __future__ import annotations

from sqlite3 import Connection

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]

_MAX_TABLE_BYTES = 32 << 20
"""Ids that lie so near each other are looked up in a table, ten times as fast as by sorting."""


def read_ids(connection: Connection, rows: str, values: tuple[object, ...] = ()) -> Ids:
    """Return the ids that a question gives, in its order.

    SQLite hands them out as one text: a row for each costs ten times as much.
    """
    return read_columns(connection, f"SELECT group_concat(id) FROM ({rows})", values)[0]  # noqa: S608


def read_columns(connection: Connection, question: str, values: tuple[object, ...] = ()) -> tuple[Ids, ...]:
    """Return columns of numbers: a question joins each by commas."""
    return tuple(map(to_numbers, connection.execute(question, values).fetchone()))


def to_numbers(text: str | None) -> Ids:
    """Return the numbers that a text holds between commas."""
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.empty(0, dtype=np.int64)


def leave_among(ids: Ids, wanted: Ids) -> Ids:
    """Return the ids that are among others, in their order."""
    return ids[are_among(ids, wanted)]


def are_among(ids: Ids, wanted: Ids) -> npt.NDArray[np.bool_]:
    """Say of each id whether it is among others."""
    is_dense = len(wanted) > 0 and wanted.max() - wanted.min() < _MAX_TABLE_BYTES
    return np.isin(ids, wanted, kind="table" if is_dense else None)


def look_up(wanted: Ids, keys: Ids, values: Ids) -> Ids:
    """Return the value of each wanted key, -1 where there is none."""
    order = np.argsort(keys)
    found = np.searchsorted(keys, wanted, sorter=order)
    known = found < len(keys)
    places = order[found[known]]
    values_of = np.full(len(wanted), -1, dtype=np.int64)
    values_of[known] = np.where(keys[places] == wanted[known], values[places], -1)
    return values_of
