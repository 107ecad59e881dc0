"""Find out whether a row's offsets count code points or UTF-16 units.

They count code points, unless the words that annotations record stand where UTF-16 offsets point.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from app.core.text.utf16 import Utf16Map

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

PositionMap = Callable[[int], int]
"""From a row's offset to that in code points."""


def find_position_map(text: str, items: Iterable[Any]) -> PositionMap | None:
    """Return the map from UTF-16 offsets, None for code points."""
    recorded = list(_recorded_words(items)) if _ASTRAL.search(text) else []
    if all(has_words(text, words, *ends) for words, *ends in recorded):
        return None
    position = Utf16Map(text).to_code_points
    fits = all(has_words(text, words, position(start), position(stop)) for words, start, stop in recorded)
    return position if fits else None


def has_words(text: str, words: str, start: int, stop: int) -> bool:
    """Say whether `text[start:stop]` reads as `words`, whatever the blanks."""
    return text[start:stop].split() == words.split()


def _recorded_words(items: Iterable[Any]) -> Iterator[tuple[str, int, int]]:
    for item in items:
        fields = item if isinstance(item, dict) else {}
        words, start, stop = (fields.get(name) for name in ("text", "start", "end"))
        if isinstance(words, str) and type(start) is int and type(stop) is int and 0 <= start < stop:
            yield words, start, stop
