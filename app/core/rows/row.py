"""What all rows of a project have in common."""

from __future__ import annotations

from app.core.rows.packed import Packed


class Row(Packed):
    """A row of a project: a frozen dataclass.

    `row_types.py` declares each type of rows.
    """

    __slots__ = ()

    id: int
