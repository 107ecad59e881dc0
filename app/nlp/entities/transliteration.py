"""One key for a name in Cyrillic and in Latin letters.

"Pavel Horák" and "Павел Горак".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from app.core.text.word_lists import read_table

_LETTERS = read_table("entities/latin_letters")
_VARIANTS = tuple((re.compile(spelt), plain) for spelt, plain in read_table("entities/latin_variants").items())
_LATIN = re.compile(r"[^\W\d_\u0400-\u052f]")
_KEPT = 20_000


def is_latin(name: str) -> bool:
    """Say whether a name is spelt in Latin letters."""
    return bool(_LATIN.search(name))


@lru_cache(maxsize=_KEPT)
def latin_key(name: str) -> str:
    """Return the sounds of a name in Latin letters.

    There are few letters. The result is the same for the usual spellings of a name.
    """
    spelt = "".join(_LETTERS.get(letter, letter) for letter in name.lower())
    plain = "".join(char for char in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(char))
    for pattern, sound in _VARIANTS:
        plain = pattern.sub(sound, plain)
    return plain
