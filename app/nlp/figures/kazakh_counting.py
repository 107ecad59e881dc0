"""What a number counts in Kazakh.

The noun behind it, in the singular, with its adjective.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_words
from app.nlp.text.kazakh_grammar import FACT, FUTURE, Case, is_ahead, read_noun, tells_plan, tense_of

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADJECTIVES = read_words("figures/kazakh_adjectives")
_NOT_COUNTED = read_words("figures/kazakh_not_counted")
_ORDINAL = re.compile(r"\w{2,}нш[іы]")
"""A number that says which, and is not counted: «отыз бірінші»."""
_MAX_SHORT_VERB = 5
"""A short word that could be an accusative, too, is a verb: «жетті», «келді»."""
_OWNED = re.compile(r"\w{3,}(?:сы|сі|сын|сін|сына|сіне|сынан|сінен|лары|лері|ларын|лерін)$", re.IGNORECASE)


def kazakh_counted_length(words: str, _is_single: bool) -> int:
    """Return how long the phrase is that a number counts.

    0 if a verb or no noun follows.
    """
    length = 0
    for number, match in enumerate(_WORD.finditer(words)):
        word = match[0].lower()
        if number and length and not _OWNED.fullmatch(word):
            break
        if word in _NOT_COUNTED or _is_verb(word) or _ORDINAL.fullmatch(word):
            break
        if word in _ADJECTIVES and not length:
            continue
        length = match.end()
        if number and _OWNED.fullmatch(word):
            break
    return length


def _is_verb(word: str) -> bool:
    if FACT.fullmatch(word) or FUTURE.fullmatch(word) or tells_plan(word) or is_ahead(word):
        return True
    return tense_of(word) != 0 and (len(word) <= _MAX_SHORT_VERB or read_noun(word).case is not Case.ACCUSATIVE)
