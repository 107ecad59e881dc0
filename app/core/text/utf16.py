"""The map between code points and UTF-16 units.

The one place that knows UTF-16.
"""

from __future__ import annotations

from bisect import bisect_left


class Utf16Map:
    """Translate positions between code points and UTF-16 units.

    One lookup takes O(log n) of the astral characters of the text.
    """

    __slots__ = ("_astral", "_astral_utf16")

    def __init__(self, text: str) -> None:
        # A text of BMP characters alone, which is nearly every one, costs one pass in C.
        wide = [] if not text or max(text) <= "\uffff" else [i for i, char in enumerate(text) if char > "\uffff"]
        self._astral = wide
        self._astral_utf16 = [position + index for index, position in enumerate(wide)]

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 offset of the code point at `position`."""
        return position + bisect_left(self._astral, position)

    def to_code_points(self, position_utf16: int) -> int:
        """Return the code point offset of a UTF-16 offset.

        Inside a surrogate pair, that of its character.
        """
        # Astral characters that begin before the offset each took one unit more.
        return position_utf16 - bisect_left(self._astral_utf16, position_utf16)
