"""Split a text into words for the index and for queries."""

from __future__ import annotations

import re

from app.core.text.look_alikes import unify_alphabets
from app.core.text.plain_view import hides_in_words, plain_letters
from app.core.text.stem import folded, stem

WORD = re.compile(r"\w+")
"""A word: Касым-Жомарт is two, one after the other."""
_SIGNS = '.,:;!?…()«»"“”„’—–-/%№$€₸•+='
"""Signs that part words in almost all texts."""
_LETTER_APOSTROPHES = ("ʼ", "ʹ")
"""Apostrophes that count as letters: whether they part words depends on what is around them."""


def split_words(text: str) -> list[str]:
    """Return the words of `text` in order, as they are compared.

    Usual signs become blanks in a few passes: to look at each letter takes twice as long.
    """
    if hides_in_words(text) or any(sign in text for sign in _LETTER_APOSTROPHES):
        return WORD.findall(folded(plain_letters(text)))
    spaced = text
    for sign in _SIGNS:
        spaced = spaced.replace(sign, " ")
    words = folded(unify_alphabets(spaced)).split()
    if "".join(words).isalnum():
        return words
    return [part for word in words for part in WORD.findall(word)]


def lemma_key(lemma: str) -> str:
    """Return what all forms of a word share.

    The stem of its dictionary form.
    """
    return stem(lemma) or lemma
