"""Where changes lead: the last state of each row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.core.change import Change
from app.core.row_types import ROW_TYPES
from app.core.rows.row import Row

States = dict[type[Any], dict[int, Row | None]]
"""By type and id a row as it is, None where it is gone."""


def no_states() -> States:
    """Return where no change leads."""
    return {declared.row_class: {} for declared in ROW_TYPES}


def last_states(changes: Iterable[Change]) -> States:
    """Return where `changes` lead.

    Each row as it is after the last of them.
    """
    states = no_states()
    for change in changes:
        after = change.after
        row = change.row if after is None else after
        states[type(row)][row.id] = after
    return states


def later_states(parts: Sequence[States]) -> States:
    """Return where several runs of changes lead, one after the other."""
    if len(parts) == 1:
        return parts[0]
    states = no_states()
    for part in parts:
        for row_class, rows in part.items():
            states[row_class].update(rows)
    return states
