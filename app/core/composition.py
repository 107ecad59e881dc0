"""Changes one after the other, taken together.

What each row was before the first and is after the last of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.change import Change
from app.core.row_types import PLACES, Key, key_of
from app.core.rows.row import Row


class Composition:
    """Collect changes in the order in which they happen."""

    def __init__(self) -> None:
        self._first: dict[Key, Row | None] = {}
        self._last: dict[Key, Row | None] = {}

    def add(self, changes: Iterable[Change]) -> None:
        """Take in what happens next."""
        for change in changes:
            key = key_of(change.row)
            self._first.setdefault(key, change.before)
            self._last[key] = change.after

    def add_inverse(self, changes: Iterable[Change]) -> None:
        """Take in that the changes of a step are taken back."""
        self.add(change.inverse() for change in reversed(tuple(changes)))

    def changes(self) -> tuple[Change, ...]:
        """Return one change for each row that ends otherwise than it began.

        Rows go after those that refer to them, and come before them.
        """
        real = [Change(before, after) for key, before in self._first.items() if (after := self._last[key]) != before]
        gone = sorted((change for change in real if change.after is None), key=_place_key, reverse=True)
        return (*gone, *sorted((change for change in real if change.after is not None), key=_place_key))


def _place_key(change: Change) -> int:
    return PLACES[type(change.row)]
