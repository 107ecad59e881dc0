"""Lines in capitals, read as if they were spelt as usual.

A headline in capitals tells nothing of what is a name: the dictionary does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from app.core.text.letters import CAPITALS
from app.core.text.stem import stem
from app.core.text.word_lists import read_words
from app.nlp.backend.dictionary import Dictionary
from app.nlp.text.tokens import Token

_WORD = re.compile(rf"[{CAPITALS}]+(?:-[{CAPITALS}]+)*")
_SURNAME = re.compile(r"\w{2,}[еоё]в")
_BODIES = frozenset(map(stem, read_words("names/nameless_organisations")))
_PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn"))
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL"))
_MIN_WORDS = 3
_MAX_ACRONYM_LETTERS = 4


IsName = Callable[[str], bool | None]
"""Says whether a word in lower case is a name; None where it does not know."""


def spell_as_usual(tokens: Sequence[Token], dictionary: Dictionary, is_name: IsName) -> list[Token]:
    """Return the tokens of a line in capitals as usually spelt.

    Other lines stay as they are. `is_name` is asked before the dictionary.
    """
    words = [token.text for token in tokens if token.text[0].isalpha()]
    if len(words) < _MIN_WORDS or not all(map(str.isupper, words)):
        return list(tokens)
    first = next(index for index, token in enumerate(tokens) if token.text[0].isalpha())
    return [
        token._replace(text=_spell_word(token.text, dictionary, is_name, opens=index == first))
        if _WORD.fullmatch(token.text)
        else token
        for index, token in enumerate(tokens)
    ]


def _spell_word(word: str, dictionary: Dictionary, is_name: IsName, *, opens: bool) -> str:
    """Return a word as it stands inside a sentence or opens it."""
    low = word.lower()
    readings = dictionary(low)
    if any("Abbr" in form.tag for form in readings) and not any(form.tag.POS in _FUNCTION_WORDS for form in readings):
        return word
    known = False if stem(low) in _BODIES else is_name(low)
    if known is None and not dictionary.has_word(low):
        return word if len(word) <= _MAX_ACRONYM_LETTERS else _capitalise(word)
    is_proper = known if known is not None else _is_proper(readings[0]) or _is_surname(low, readings)
    return _capitalise(word) if opens or is_proper else low


def _is_proper(reading: Any) -> bool:
    return not _PROPER.isdisjoint(reading.tag.grammemes)


def _is_surname(low: str, readings: Sequence[Any]) -> bool:
    """Say whether a genitive of many things is rather a surname: «токаев»."""
    return bool(_SURNAME.fullmatch(low)) and all({"plur", "gent"} <= form.tag.grammemes for form in readings)


def _capitalise(word: str) -> str:
    """Return a word with a capital at each of its parts."""
    return "-".join(part.capitalize() for part in word.split("-"))
