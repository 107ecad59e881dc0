"""Match what a user types against titles: letters in order, best where words begin and letters run on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.core.text.comparing import comparable

Item = TypeVar("Item")

_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_EN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_SWAPPED = str.maketrans(_RU + _EN, _EN + _RU)


def score(pattern: str, text: str) -> int | None:
    """Return how well `pattern` fits `text`, both comparable.

    The higher the better, None where it does not fit.
    """
    at, total, previous = 0, 0, -2
    for char in pattern:
        if char.isspace():
            continue
        found = _place(char, text, at)
        if found < 0:
            return None
        total += 1 + 6 * (found == previous + 1) + 4 * _begins_word(text, found)
        at, previous = found + 1, found
    if pattern in text:
        total += 4 * len(pattern)
    return total * 8 - len(text)


def _place(char: str, text: str, at: int) -> int:
    """Return where `char` comes next: right here, at the next word's beginning, else anywhere."""
    found = text.find(char, at)
    if found <= at:
        return found
    word = text.find(" " + char, at)
    return word + 1 if word >= 0 else found


def _begins_word(text: str, position: int) -> bool:
    return position == 0 or not text[position - 1].isalnum()


def retyped(pattern: str) -> str:
    """Return what the same keys type on the other of the US and Russian layouts."""
    return pattern.translate(_SWAPPED)


def ranked(pattern: str, items: Iterable[Item], text: Callable[[Item], str]) -> list[Item]:
    """Return the items that fit, the best first, else those that fit what the keys type on the other layout."""
    pattern = comparable(pattern.strip())
    if not pattern:
        return list(items)
    texts = [(item, comparable(text(item))) for item in items]
    return _fitting(pattern, texts) or _fitting(retyped(pattern), texts)


def _fitting(pattern: str, texts: list[tuple[Item, str]]) -> list[Item]:
    scored = [(found, item) for item, text in texts if (found := score(pattern, text)) is not None]
    return [item for _, item in sorted(scored, key=lambda pair: -pair[0])]
