"""Letters of one alphabet that look like those of another."""

from __future__ import annotations

import re
import unicodedata

_LATIN, _CYRILLIC = "ABCEHKMOPTXaceopkxyiIƏə", "АВСЕНКМОРТХасеоркхуіІӘә"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_STRESSED = str.maketrans({letter: unicodedata.normalize("NFD", letter)[0] for letter in "áéíóúýàèìòùÁÉÍÓÚÝÀÈÌÒÙ"})
_MIXED_WORD = re.compile(
    r"(?<![^\W\d_])(?=[^\W\d_]*[\u0400-\u052f])(?=[^\W\d_]*[A-Za-z\u00c0-\u024f\u018f\u0259])[^\W\d_]+"
)
"""A word of Cyrillic and Latin letters."""
_IS_MIXED = re.compile("[A-Za-z\u00c0-\u024f\u0259](?:(?=[\u0400-\u052f])|(?<=[\u0400-\u052f].))")
"""The place in a text where the two alphabets meet."""
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]+")
_LATIN_WORD = re.compile("[A-Za-z]+")


def unify_alphabets(text: str) -> str:
    """Return `text` with each word in one alphabet.

    A word of Latin and Cyrillic letters gets the alphabet that has all of them. Every letter stays in its place.
    """
    if not _IS_MIXED.search(text):
        return text
    return _MIXED_WORD.sub(lambda word: _unify_word(word[0]), text)


def _unify_word(word: str) -> str:
    cyrillic = word.translate(_STRESSED).translate(_TO_CYRILLIC)
    if _CYRILLIC_WORD.fullmatch(cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return latin if _LATIN_WORD.fullmatch(latin) else word
