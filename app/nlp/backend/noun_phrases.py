"""Noun phrases by the dictionary: how far they reach.

Examples: "по борьбе с коррупцией", "защиты прав человека".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.nlp.backend.word_forms import WordForms
from app.nlp.text.tokens import Token

_ADJECTIVES = ("ADJF", "PRTF")
_FUNCTION_WORDS = ("PREP", "CONJ", "PRCL", "NPRO")
"""Parts of speech that end a phrase, whatever else the word could be: the dictionary has «и» and «в» as letters too."""
_VERBS = ("VERB", "INFN")
_MAX_DEPTH = 3
GENITIVE = frozenset({"gent", "gen2"})
_FIELD = frozenset({"datv"})
_ACRONYM = re.compile("[А-ЯЁ]{2,4}|[A-Z]{2,3}")


class NounPhrases:
    """Reads noun phrases off tokens."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def match_lemma(self, word: str, known: frozenset[str]) -> str:
        """Return the one of the `known` lemmas that fits, or ""."""
        return next((lemma for lemma in self._forms.lemmas_of(word) if lemma in known), "")

    def is_person_in_genitive(self, word: str) -> bool:
        """Say whether a surname or name stands in the genitive.

        «Медведева» may be hers, too, but is taken as his.
        """
        readings = [form for form in self._forms.forms_of(word) if form.pos == "NOUN"]
        return any(form.case == "gent" for form in readings) and not any(
            form.case == "nomn" and form.gender != "femn" for form in readings
        )

    def find_stop(self, tokens: Sequence[Token], first: int, cases: frozenset[str], depth: int = 0) -> int:
        """Return where the noun phrase that starts at `first` stops.

        Its noun is in one of `cases`; `first` if there is no such phrase.

        What the noun governs in the genitive, and what is joined by «и» or a comma, belongs to it. Only words in lower
        case count: a capital begins another name.
        """
        noun = self._find_noun(tokens, first, cases)
        if noun is None:
            return first
        stop = noun + 1
        if depth < _MAX_DEPTH:
            stop = self.find_stop(tokens, stop, GENITIVE, depth + 1)
        joined = self._find_joined_stop(tokens, stop, cases) if depth < 2 else stop
        return max(stop, joined)

    def find_field_stop(self, tokens: Sequence[Token], first: int) -> int:
        """Return where the field behind «по» stops.

        It is a phrase in the dative, or an acronym: «по ЧС».
        """
        if first < len(tokens) and _ACRONYM.fullmatch(tokens[first].text):
            return first + 1
        return self.find_stop(tokens, first, _FIELD)

    def has_case(self, word: str, cases: frozenset[str], parts: Sequence[str] = ("NOUN",)) -> bool:
        """Say whether a word can be such a part in such case."""
        return any(form.pos in parts and form.case in cases for form in self._forms.forms_of(word))

    def may_be_genitive(self, word: str) -> bool:
        """Say whether a name can stand in the genitive.

        Acronyms («КазНУ» too) and words in Latin letters always can.
        """
        return word[-1].isupper() or word.isascii() or self.has_case(word, GENITIVE, ("NOUN", "ADJF"))

    def is_singular_verb(self, word: str) -> bool:
        """Say whether a word tells what one did or does: «набрал», «ведёт»."""
        return any(form.pos == "VERB" and form.number == "sing" for form in self._forms.forms_of(word)[:1])

    def is_inflected(self, word: str) -> bool:
        """Say whether a word is in another case than the nominative."""
        readings = [form for form in self._forms.forms_of(word) if form.pos == "NOUN"]
        return bool(readings) and all(form.case != "nomn" for form in readings)

    def is_living(self, word: str) -> bool:
        """Say whether a word is a noun for who lives."""
        return any(marks.startswith("NOUN,anim") for marks in self._forms.grammemes_of(word)[:1])

    def is_place(self, word: str) -> bool:
        """Say whether the dictionary has a word as a place."""
        return any("Geox" in marks for marks in self._forms.grammemes_of(word))

    def has_number(self, word: str, number: str) -> bool:
        """Say whether a word can be a noun in "sing" or "plur"."""
        return any(form.pos == "NOUN" and form.number == number for form in self._forms.forms_of(word))

    def adjective_agrees(self, adjective: str, noun: str) -> bool:
        """Say whether an adjective can belong to a noun.

        Case and number must be the same, and gender where there is one.
        """
        nouns = {(form.case, form.number, form.gender) for form in self._forms.forms_of(noun) if form.pos == "NOUN"}
        for form in self._forms.forms_of(adjective):
            if form.pos in _ADJECTIVES:
                if form.number == "plur" and any((form.case, "plur") == found[:2] for found in nouns):
                    return True
                if (form.case, form.number, form.gender) in nouns:
                    return True
        return False

    def _find_noun(self, tokens: Sequence[Token], first: int, cases: frozenset[str]) -> int | None:
        """Return the index of the noun of a phrase.

        Adjectives in its case come before, perhaps two joined by «и».
        """
        index = first
        while index < len(tokens) and index - first < 5:
            word = tokens[index].text
            if not word[0].islower():
                return None
            is_adjective = self.has_case(word, cases, _ADJECTIVES)
            if self._is_noun(word, cases) and not (is_adjective and self._starts_noun(tokens, index + 1, cases)):
                return index
            if not is_adjective and not (index > first and word == "и"):
                return None
            index += 1
        return None

    def _is_noun(self, word: str, cases: frozenset[str]) -> bool:
        readings = self._forms.forms_of(word)
        if not self.has_case(word, cases) or readings[0].pos in _VERBS:
            return False
        return not any(form.pos in _FUNCTION_WORDS for form in readings)

    def _starts_noun(self, tokens: Sequence[Token], index: int, cases: frozenset[str]) -> bool:
        return index < len(tokens) and tokens[index].text[0].islower() and self._is_noun(tokens[index].text, cases)

    def _find_joined_stop(self, tokens: Sequence[Token], stop: int, cases: frozenset[str]) -> int:
        """Return where a row "A, B и C" stops.

        A comma counts only if «и» comes after it.
        """
        reached, index = stop, stop
        while index + 1 < len(tokens) and tokens[index].text in (",", "и"):
            end = self.find_stop(tokens, index + 1, cases, _MAX_DEPTH - 1)
            if end == index + 1:
                break
            if tokens[index].text == "и":
                return end
            index = end
        return reached
