"""Say how names sound, so that other alphabets and spellings meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.core.text.stem import stem
from app.core.text.word_lists import read_table

_CYRILLIC = re.compile("[а-яёәғқңөұүһі]")
_SAME_SOUND = str.maketrans("йэыәқғңөүұіһё", "иеиакгноууихе")


@lru_cache(maxsize=65_536)
def sound_key(key: str) -> str:
    """Return the words of a name's key as they sound."""
    return " ".join(map(sound_word, key.split()))


def sound_word(word: str) -> str:
    """Return a folded word as it sounds in Russian letters.

    Tokayev, Тоқаев and Токаев give the same.
    """
    if not _CYRILLIC.search(word):
        for latin, cyrillic in _latin_letters().items():
            word = word.replace(latin, cyrillic)
    sounded = word.translate(_SAME_SOUND).replace("ье", "е").replace("ие", "е").replace("дж", "ж")
    return re.sub(r"(.)\1", r"\1", stem(sounded))


@cache
def _latin_letters() -> dict[str, str]:
    return read_table("register/latin_letters")
