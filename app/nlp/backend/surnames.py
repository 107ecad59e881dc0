"""Put names with a Russian surname ending into the nominative.

They are names of persons. Grammar decides the form.

The surname tells man from woman where its ending can («Темировой»); else the given name does («Раушан Темирова» is a
woman, since a man's given name would be in the genitive too), or the words around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from app.core.text.word_lists import read_alternatives
from app.nlp.backend.dictionary import Dictionary
from app.nlp.backend.inflection import match_spelling
from app.nlp.text.name_endings import FEMININE, MASCULINE, PLURAL, cut_case_ending, ends_in_consonant, may_be_soft

_SURNAME = re.compile(r"(\w+(?:[оеё]в|[иы]н))(а|ой|у|ым|е|)", re.IGNORECASE)
_OF_SEVERAL = re.compile(r"(\w+(?:[оеё]в|[иы]н))(?:ых|ыми|(ым))", re.IGNORECASE)
"""A surname of a family or of brothers: «Ахметжановых». «Ахметжановым» is his or theirs."""
_ADJECTIVE = re.compile(r"(\w+[сц]к)(ий|ого|ому|им|ом|ая|ой|ую)", re.IGNORECASE)
_PATRONYMICS = (
    (FEMININE, re.compile(r"\w+(?:[оеё]вн|ичн)\w{1,2}|\w+[қк]ызы", re.IGNORECASE)),
    (MASCULINE, re.compile(r"\w+[оеё]вич\w{0,2}|\w+(?:ұлы|улы)|оглы", re.IGNORECASE)),
)
_CASES = {
    (FEMININE, "а"): "nomn", (FEMININE, "ой"): "gent", (FEMININE, "у"): "accs",
    (MASCULINE, ""): "nomn", (MASCULINE, "а"): "gent", (MASCULINE, "у"): "datv", (MASCULINE, "ым"): "ablt",
    (MASCULINE, "е"): "loct",
}  # fmt: skip
_GENDERS = {"ой": FEMININE, "ым": MASCULINE, "е": MASCULINE, "": MASCULINE}
_ADJECTIVE_CASES = {
    "ий": (MASCULINE, "nomn"), "ого": (MASCULINE, "gent"), "ому": (MASCULINE, "datv"), "им": (MASCULINE, "ablt"),
    "ом": (MASCULINE, "loct"), "ая": (FEMININE, "nomn"), "ой": (FEMININE, "gent"), "ую": (FEMININE, "accs"),
}  # fmt: skip
_ALIKE = {"gent": ("gent", "gen2", "accs", "datv", "loct", "ablt"), "loct": ("loct", "loc2")}
_ALIKE_OF_MEN = {"gent": ("gent", "accs")}
"""«Ису Ямадаева»: the surname's genitive is its accusative, the given name's need not be."""
_MENS_NAME = re.compile(rf"\w+(?:{read_alternatives('language/mens_name_endings')})а", re.IGNORECASE)
"""A man's name in the genitive, which the dictionary lacks: «Жаслана»."""
_HER_NAME = re.compile(r"\w+[жчшщ]а", re.IGNORECASE)
"""Hardly a man's genitive, whatever the dictionary guesses: «Хадиша»."""
_UNTURNED = re.compile(r"\w*[еёоэ]", re.IGNORECASE)
_CACHED_NAMES = 20_000


class _Form(NamedTuple):
    gender: str
    case: str


class SurnameForms:
    """Turn names with a Russian surname ending into the nominative.

    Other names are left to other classes.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self.turn = lru_cache(_CACHED_NAMES)(self._turn_name)

    def needs_context(self, words: Sequence[str]) -> bool:
        """Say whether only the context tells the gender of a name.

        The context is the words around it.
        """
        words = _split_double(words)
        index = self._find_surname(words)
        if index is None:
            return False
        if len(words) == 1 and words[0].lower().endswith("ым"):
            return True
        found = _SURNAME.fullmatch(words[index])
        return found is not None and found[2] in ("а", "у") and not self._own_gender(tuple(words), index, found[2])

    def _turn_name(self, words: tuple[str, ...], gender: str) -> tuple[str, ...] | None:
        """Return the words in the nominative; None where grammar cannot tell.

        `gender` is what the words around say, "" for nothing. A double surname is turned part by part:
        «Салтыкову-Щедрину».
        """
        turned = self._turn_parts(parts := _split_double(words), gender)
        if turned is None or len(parts) == len(words):
            return turned
        return (*turned[: len(words) - 1], "-".join(turned[len(words) - 1 :]))

    def _turn_parts(self, words: tuple[str, ...], gender: str) -> tuple[str, ...] | None:
        if len(words) == 1 and (several := _OF_SEVERAL.fullmatch(words[0])) and (not several[2] or gender == PLURAL):
            return (several[1] + _as_case("ы", words[0]),)
        index = self._find_surname(words)
        if index is None:
            return None
        surname = words[index]
        adjective = _ADJECTIVE.fullmatch(surname)
        if adjective and adjective[2].lower() == "ой" and index and self._is_man(words[0]):
            return words
        if adjective:
            form, root = _Form(*_ADJECTIVE_CASES[adjective[2].lower()]), adjective[1]
            whole = root + _as_case("ая" if form.gender == FEMININE else "ий", surname)
        else:
            found = _SURNAME.fullmatch(surname)
            ending = found[2].lower() if found else ""
            told = self._own_gender(words, index, ending) or gender
            if not found or (told, ending) not in _CASES:
                return None
            form = _Form(told, _CASES[told, ending])
            whole = found[1] + (_as_case("а", surname) if told == FEMININE else "")
        if form.case == "nomn":
            return (*words[:index], whole, *words[index + 1 :])
        return tuple(whole if at == index else self._turn_word(word, form) for at, word in enumerate(words))

    def _find_surname(self, words: Sequence[str]) -> int | None:
        """Return the index of the last word with a surname ending."""
        for index in reversed(range(len(words))):
            word = words[index]
            if len(word) < 3 or any(pattern.fullmatch(word) for _, pattern in _PATRONYMICS):
                continue
            if (_SURNAME.fullmatch(word) or _ADJECTIVE.fullmatch(word)) and not self._is_given_name(word):
                return index
        return None

    def _is_given_name(self, word: str) -> bool:
        marks = [str(form.tag) for form in self._dictionary.find_readings(word)]
        return any("Name" in mark for mark in marks) and not any("Surn" in mark for mark in marks)

    def _own_gender(self, words: tuple[str, ...], index: int, ending: str) -> str:
        """Return the gender that the name itself shows, or ""."""
        if ending in _GENDERS:
            return _GENDERS[ending]
        others = [word for at, word in enumerate(words) if at != index and len(word) > 2]
        for gender, pattern in _PATRONYMICS:
            if any(pattern.fullmatch(word) for word in others):
                return gender
        return self._given_gender(others[0], ending) if others else ""

    def _is_man(self, given: str) -> bool:
        """Say whether a given name is a man's in the nominative alone."""
        marks = [form.tag.grammemes for form in self._dictionary.find_readings(given)]
        single = [found for found in marks if {"Name", "sing"} <= found]
        return bool(single) and all({"masc", "nomn"} <= found for found in single)

    def _given_gender(self, given: str, ending: str) -> str:
        """Return the gender of a surname's bearer by the given name.

        The surname ends in «-ова» or «-ову».
        """
        if ends_in_consonant(given):
            return FEMININE  # a man's would have an ending
        is_declined_man = may_be_soft(given) or (ending == "а" and _MENS_NAME.fullmatch(given))
        if is_declined_man and not self._dictionary.has_word(given):
            return MASCULINE
        woman, man = ("nomn", "gent") if ending == "а" else ("accs", "datv")
        readings = self._dictionary.find_readings(given)
        can = {
            gender
            for gender, case in ((FEMININE, woman), (MASCULINE, man))
            if any({case, gender, "Name", "sing"} <= form.tag.grammemes for form in readings)
        }
        if not can and _UNTURNED.fullmatch(given):
            return FEMININE  # «Сауле Ахметова»: no man's genitive or dative ends so
        is_guess = _HER_NAME.fullmatch(given) and not self._dictionary.has_word(given)
        return can.pop() if len(can) == 1 and not is_guess else ""

    def _turn_word(self, word: str, form: _Form) -> str:
        """Return a given name or patronymic of this form in the nominative."""
        if len(word) < 3 or word.endswith("."):
            return word
        cases = (_ALIKE if form.gender == FEMININE else _ALIKE_OF_MEN).get(form.case, (form.case,))
        part = "ADJF" if word.islower() else "NOUN"
        for reading in sorted(self._dictionary(word), key=lambda one: "Fixd" in one.tag):
            tag = reading.tag
            is_fit = str(tag.case) in cases and form.gender in tag and "sing" in tag
            is_fit = is_fit and str(tag.POS) == part and ("Fixd" not in tag or self._dictionary.has_word(word))
            if is_fit and any(mark in tag for mark in ("Name", "Patr", "Surn")):
                inflected = reading.inflect({"nomn"})
                return match_spelling(str((inflected or reading).word), word)
            if is_fit and word.islower():
                return str(reading.inflect({"nomn"}).word)  # «Ахметова-младшего»
        is_whole = form.gender == FEMININE and ends_in_consonant(word)
        return word if is_whole else cut_case_ending(word, form.case, form.gender)


def _split_double(words: Sequence[str]) -> tuple[str, ...]:
    """Return a name's words with the parts of a double surname."""
    parts = words[-1].split("-")
    is_double = len(parts) > 1 and any(_SURNAME.fullmatch(part) or _ADJECTIVE.fullmatch(part) for part in parts)
    return (*words[:-1], *parts) if is_double else tuple(words)


def _as_case(ending: str, like: str) -> str:
    return ending.upper() if len(like) > 1 and like.isupper() else ending
