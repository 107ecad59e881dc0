"""Split a text into words for the index and for queries."""

from __future__ import annotations

import re

from app.core.text.plain_view import plain_letters
from app.core.text.stem import folded, stem

WORD = re.compile(r"\w+")
"""A word: Касым-Жомарт is two, one after the other."""


def split_words(text: str) -> list[str]:
    """Return the words of `text` in order, as they are compared."""
    return WORD.findall(folded(plain_letters(text)))


def lemma_key(lemma: str) -> str:
    """Return what all forms of a word share.

    The stem of its dictionary form.
    """
    return stem(lemma) or lemma
