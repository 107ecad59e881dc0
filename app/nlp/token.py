"""Words and signs of a text, cut once for all stages, as natasha's models were taught to see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.core.span import Span

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXaceopxyi", "АВСЕНКМОРТХасеорхуі")
_CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)


class Token(NamedTuple):
    """A word or a sign: `[start, stop)` in the article's text, and how it reads."""

    start: int
    stop: int
    text: str


def tokens_of(text: str, span: Span) -> Iterator[Token]:
    """Yield the tokens of one stretch of `text` in order, cut by razdel's rules."""
    from razdel import tokenize  # noqa: PLC0415  # the window's process never needs it

    for found in tokenize(text[span.start : span.stop]):
        yield Token(span.start + found.start, span.start + found.stop, found.text)


def cyrillic(word: str) -> str:
    """Return `word` with Latin letters that look like Cyrillic ones made Cyrillic, if it mixes both alphabets."""
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    return word.translate(_LOOK_ALIKE)
