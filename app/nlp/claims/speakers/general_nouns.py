"""Which organisation «ведомство» or «компания» means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.core.text.word_lists import read_alternatives, read_entries, read_table

_STATE_NOUNS = read_entries("claims/state_nouns")
_FIRM_NOUNS = read_entries("claims/firm_nouns")
_ORGANISATION_WORDS = read_table("names/organisation_words")
_OF_STATE = re.compile(rf"(?i:{read_alternatives('claims/state_organisation_stems')})|\b[А-ЯЁ]{{3,5}}\b")
"""What the names of organisations of the state hold, and those of firms do not."""


def is_organisation_word(word: str, lemma: str) -> bool:
    """Say whether a word is a noun for organisations or an acronym."""
    return lemma in _ORGANISATION_WORDS or lemma in _FIRM_NOUNS or _OF_STATE.match(word) is not None


def find_organisation_meant(noun: str, named: Sequence[str], spoken: Sequence[str]) -> str:
    """Return the organisation that a general noun means, or "".

    It is the last that spoke, else the only one of its type.

    `named` are the names of the organisations so far, `spoken` what the organisations that spoke are called, in order.
    """
    if noun not in (*_STATE_NOUNS, *_FIRM_NOUNS):
        return ""
    fitting = {name for name in named if (_OF_STATE.search(name) is not None) == (noun in _STATE_NOUNS)}
    if spoken:
        fitting &= {spoken[-1]}
    return fitting.pop() if len(fitting) == 1 else ""
