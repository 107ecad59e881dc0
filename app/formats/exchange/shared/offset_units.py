"""Convert offsets between code points and the units of other tools."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import Enum, auto
from itertools import accumulate

from app.core.text.utf16 import Utf16Map

Recorded = tuple[int, int, str]
"""A start and stop in an unknown unit, and the words that a file says stand there."""
PositionMap = Callable[[int], int]


class OffsetUnit(Enum):
    """What the offsets of a file count."""

    CODE_POINTS = auto()
    UTF16 = auto()
    UTF8 = auto()


def choose_unit(text: str, recorded: Iterable[Recorded], default: OffsetUnit) -> OffsetUnit:
    """Return the unit that fits the most recorded words.

    In this unit, the most recorded words stand where the file says.

    The default wins where none is better, and where no words are recorded.
    """
    listed = list(recorded)
    candidates = [default, *(unit for unit in OffsetUnit if unit is not default)]
    if text.isascii() or not listed:
        return default
    return max(candidates, key=lambda unit: _count_fits(text, listed, unit))


def map_to_code_points(text: str, unit: OffsetUnit) -> PositionMap:
    """Return the map from offsets in a unit to code points.

    The code points are those of `text`. An offset outside the text stays outside; one inside a character is that of the
    character.
    """
    if unit is OffsetUnit.CODE_POINTS or text.isascii():
        return int
    if unit is OffsetUnit.UTF16:
        to_code_points = Utf16Map(text).to_code_points
        return lambda position: position if position < 0 else to_code_points(position)
    ends = list(accumulate(len(char.encode("utf-8", "surrogatepass")) for char in text))
    return lambda position: _find_character(ends, position)


def map_to_utf16(text: str) -> PositionMap:
    """Return the map from code points of `text` to UTF-16 units."""
    return Utf16Map(text).to_utf16


def has_words(text: str, start: int, stop: int, words: str) -> bool:
    """Say whether `text[start:stop]` reads as `words`, whatever the blanks."""
    return 0 <= start < stop <= len(text) and text[start:stop].split() == words.split()


def _count_fits(text: str, recorded: Sequence[Recorded], unit: OffsetUnit) -> int:
    position = map_to_code_points(text, unit)
    return sum(has_words(text, position(start), position(stop), words) for start, stop, words in recorded)


def _find_character(ends: list[int], position: int) -> int:
    """Return the character at a byte.

    `ends` are the bytes where characters end.
    """
    total = ends[-1] if ends else 0
    if position < 0 or position > total:
        return position if position < 0 else len(ends) + position - total
    return bisect_right(ends, position)
