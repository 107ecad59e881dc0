"""Words and signs of a text, cut once for all stages.

natasha's models were trained on such tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.core.span import Span
from app.core.text.letters import KAZAKH_LETTERS

_KAZAKH = re.compile(f"[{KAZAKH_LETTERS}]")
_RUSSIAN = str.maketrans(KAZAKH_LETTERS, "АГКНОУУХИагкноуухи")

EMOJI = "\u203c\u2049\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\u3030\ufe0f\u20e3\U0001f000-\U0001faff"
"""Pictures, arrows and bullets, for a class of characters in a pattern."""

_PUNCTUATION = re.escape("\\/!#$%&*+,.:;<=>?@^_`|~№…‑–—−-«“‘»”’\"„'([}{)]")
_RUSSIAN_LETTERS, _LATIN_LETTERS = "А-Яа-яЁё", "A-Za-zİı"
_LETTERS = f"(?:[{_RUSSIAN_LETTERS}]+|[{_LATIN_LETTERS}]+)"
_OTHER = rf"[^\s{_RUSSIAN_LETTERS}{_LATIN_LETTERS}\d{_PUNCTUATION}{EMOJI}]"
_UNIT = rf"(?:{_LETTERS}(?:{_OTHER}+{_LETTERS}?)*|(?:{_OTHER}+{_LETTERS}?)+|\d+(?:[.,/\\]\d+)*)"
_TOKEN = re.compile(
    rf"[hH](?i:ttps?)://[^\s«»]+|{_UNIT}(?:[‑–—−_-]{_UNIT})*|[@#]\w+|[.?!…]+|[=:;][)(]{{1,3}}|-+|\*+|\S"
)
"""Words of one alphabet (letters of a third one glue), numbers, what a dash or underscore joins, and signs.

Addresses, "@names" and "#tags" are whole. Both cases are spelt out: a pattern that ignores case takes twice as long.
"""


class Token(NamedTuple):
    """A word or a sign: `[start, stop)`, and its text."""

    start: int
    stop: int
    text: str


def iter_tokens(text: str, span: Span) -> Iterator[Token]:
    """Yield the tokens of one span of `text` in order.

    They follow razdel's rules, as one pattern.
    """
    for found in _TOKEN.finditer(text, span.start, span.stop):
        yield Token(found.start(), found.end(), found[0])


def to_russian_letters(word: str) -> str:
    """Return `word` with Kazakh letters as Russian papers write them.

    It is letter for letter: Қонақбай → Конакбай.
    """
    return word.translate(_RUSSIAN) if _KAZAKH.search(word) else word
