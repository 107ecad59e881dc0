"""Positions as Qt counts them.

The one module of the article view that knows UTF-16. Qt counts in UTF-16 units, the program in code points. Qt is given
words and asked for places, never for text.
"""

from __future__ import annotations

from app.core.text.utf16 import Utf16Map


class QtUnits:
    """The units of `words`, which begin at code point `start`."""

    __slots__ = ("_map", "_start", "count")

    def __init__(self, words: str, start: int = 0) -> None:
        self._map = Utf16Map(words)
        self._start = start
        self.count = self._map.to_utf16(len(words))

    def of(self, position: int) -> int:
        """Return the unit where the code point at `position` begins."""
        return self._map.to_utf16(position - self._start)

    def position(self, unit: int) -> int:
        """Return the text position of the code point of a unit."""
        return self._start + self._map.to_code_points(unit)
