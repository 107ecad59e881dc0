"""Say how names sound, so that other alphabets and spellings meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.core.text.letters import SMALL
from app.core.text.stem import stem
from app.core.text.word_lists import read_table

_DOUBLE = re.compile(r"(.)\1")
"""A letter twice in a row: names are spelt with one or with two."""
_MAX_ENDING = 2
"""An ending that a name in another alphabet may have more has so many letters: Сатпаевым."""
_CYRILLIC = re.compile(f"[{SMALL}]")
_SAME_SOUND = str.maketrans("йэыәқғңөүұіһё", "иеиакгноууихе")


@lru_cache(maxsize=65_536)
def sound_key(key: str) -> str:
    """Return the words of a name's key as they sound."""
    return " ".join(map(sound_word, key.split()))


def sound_word(word: str) -> str:
    """Return a folded word as it sounds in Russian letters.

    Tokayev, Тоқаев and Токаев give the same.
    """
    return _DOUBLE.sub(r"\1", stem(_spell_letters(word)))


@lru_cache(maxsize=65_536)
def sound_letters(word: str) -> str:
    """Return how a folded word sounds with its ending."""
    return _DOUBLE.sub(r"\1", _spell_letters(word))


def is_declined_alike(left: str, right: str) -> bool:
    """Say whether words that sound alike differ in an ending at most.

    The words are folded. A Latin word has no Russian endings: what the stem loses may be most of it (Aaliyah, AlemAI).
    """
    if _CYRILLIC.search(left) and _CYRILLIC.search(right):
        return True
    first, second = map(sound_letters, (left, right))
    return max(len(first), len(second)) - count_shared_letters(first, second) <= _MAX_ENDING


def count_shared_letters(left: str, right: str) -> int:
    """Return with how many equal letters two words begin."""
    differing = (place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other)
    return next(differing, min(len(left), len(right)))


def _spell_letters(word: str) -> str:
    """Return a folded word in Russian letters, one for each sound."""
    if not _CYRILLIC.search(word):
        for latin, cyrillic in _latin_letters().items():
            word = word.replace(latin, cyrillic)
    return word.translate(_SAME_SOUND).replace("ье", "е").replace("ие", "е").replace("дж", "ж")


@cache
def _latin_letters() -> dict[str, str]:
    return read_table("register/latin_letters")
