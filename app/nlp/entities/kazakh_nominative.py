"""The nominative of Kazakh names that Russian text declines.

"в Қызылағаше", "из Көкөзека".

Such words never go through the Russian dictionary, which would guess at a word of its own.
"""

from __future__ import annotations

import re

from app.core.text.letters import KAZAKH_SMALL
from app.core.text.word_lists import read_alternatives, read_table

_KAZAKH = re.compile(f"[{KAZAKH_SMALL}]", re.IGNORECASE)
_CONSONANT = re.compile(r"\w+[бвгджзйклмнпрстфхцчшщқғңһ]", re.IGNORECASE)
_VOWEL_NOUN = re.compile(rf"\w+(?:{read_alternatives('entities/kazakh_vowel_nouns')})", re.IGNORECASE)
"""Stems that lack the vowel of the nominative."""

_ENDINGS = {
    "Gen": ("а", "я", "ы", "и"),
    "Acc": ("у", "ю", "а"),
    "Dat": ("у", "ю", "е"),
    "Ins": ("ом", "ем", "ой", "ей"),
    "Loc": ("е",),
}
_HARD = ("а", "у", "ом", "ем", "е")
"""Endings of masculine words, which add to the nominative; the others replace its «а»."""

_CASES = read_table("entities/preposition_cases")
"""The case that a preposition asks for."""


def has_kazakh_letters(word: str) -> bool:
    """Say whether a word has letters that Russian lacks."""
    return bool(_KAZAKH.search(word))


def to_kazakh_nominative(word: str, case: str, before: str) -> str:
    """Return a Kazakh word without the Russian ending of its case.

    `case` is what the tagger of forms has, `before` the word before, which asks for a case if it is a preposition.
    """
    for asked in (_CASES.get(before.lower(), ""), case):
        for ending in _ENDINGS.get(asked, ()):
            root = word[: -len(ending)]
            if word.endswith(ending) and len(root) > 2 and _CONSONANT.fullmatch(root):
                is_hard = ending in _HARD and not (ending == "е" and _VOWEL_NOUN.fullmatch(root))
                return root if is_hard and not (ending == "а" and _VOWEL_NOUN.fullmatch(root)) else root + "а"
    return word
