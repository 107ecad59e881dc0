"""What forms a word can be, by the dictionary alone.

The answers are kept for words that come again.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from app.core.text.word_lists import read_words
from app.nlp.backend.dictionary import Dictionary

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CACHED_WORDS = 20_000
_SCHEDULED = read_words("language/scheduled_verbs")
_FUNCTION_WORDS = ("PREP", "CONJ", "PRCL", "NPRO")


_PEOPLE = re.compile("Subx|PRTF.*past,actv")
"""Marks of the dictionary for adjectives and participles that stand for nouns."""
_COUNTED_ONE = ("nomn", "accs")
"""Cases of what is counted behind «21» or «41»."""


class WordForm(NamedTuple):
    """One reading of a word, as OpenCorpora names its grammemes.

    Part of speech, case, number and gender.
    """

    pos: str
    case: str
    number: str
    gender: str


@cache
def _read_form(tag: Any) -> WordForm:
    """Return the form that a tag stands for; there are some thousand."""
    return WordForm(str(tag.POS or ""), str(tag.case or ""), str(tag.number or ""), str(tag.gender or ""))


class WordForms:
    """Looks words up in natasha's dictionary."""

    def __init__(self, vocabulary: Dictionary) -> None:
        self._vocabulary = vocabulary
        self.forms_of = lru_cache(_CACHED_WORDS)(self._find_forms)
        self.grammemes_of = lru_cache(_CACHED_WORDS)(self._find_grammemes)
        self.tense_of = lru_cache(_CACHED_WORDS)(self._find_tense)
        self.lemmas_of = lru_cache(_CACHED_WORDS)(self._find_lemmas)

    def is_known(self, word: str) -> bool:
        """Say whether the dictionary has a word, and does not guess."""
        return self._vocabulary.has_word(word)

    def _find_forms(self, word: str) -> tuple[WordForm, ...]:
        """Return the readings of a word, the likeliest first."""
        return tuple(_read_form(form.tag) for form in self._vocabulary(word))

    def _find_grammemes(self, word: str) -> tuple[str, ...]:
        """Return the dictionary's tags of each reading.

        "NOUN,anim,masc,Surn sing,nomn".
        """
        return tuple(str(form.tag) for form in self._vocabulary.find_readings(word))

    def _find_lemmas(self, word: str) -> tuple[str, ...]:
        """Return the possible lemmas of a word, the likeliest first.

        They have ё as е.
        """
        return tuple(dict.fromkeys(form.normal_form.replace("ё", "е") for form in self._vocabulary(word)))

    def is_plural_of(self, word: str, lemma: str) -> bool:
        """Say whether a word is this lemma in the plural alone.

        «акимы» is of «аким», though the dictionary has «Акима» as well.
        """
        own = [form.tag for form in self._vocabulary(word) if form.normal_form.replace("ё", "е") == lemma]
        return bool(own) and all(tag.number == "plur" for tag in own)

    def may_be_nominative_of(self, word: str, lemma: str) -> bool:
        """Say whether a word can be a lemma's nominative, in either number."""
        return any(
            form.tag.case == "nomn" and form.normal_form.replace("ё", "е") == lemma for form in self._vocabulary(word)
        )

    def _find_tense(self, word: str) -> int:
        """Return the likely tense of a verb.

        1 for the future, -1 for the past, 0 for any other word. The present of «открывается» is a plan: 1.
        """
        readings = self._vocabulary(word)
        tag = str(readings[0].tag) if readings else ""
        if "pres" in tag and "3per" in tag and readings[0].normal_form in _SCHEDULED:
            return 1
        if not tag.startswith(("VERB", "PRTS")):
            return 0
        return ("futr" in tag) - (tag.startswith("VERB") and "past" in tag)

    def counted_length(self, words: str, is_single: bool) -> int:
        """Return how long the phrase is that a number counts.

        It is adjectives and a noun at the beginning of `words`; 0 if there is none. `is_single` says that the noun is
        in the singular, as behind «41».
        """
        length = 0
        for match in _WORD.finditer(words):
            readings = self.forms_of(match[0])
            if any(form.pos in _FUNCTION_WORDS for form in readings):
                break  # the dictionary has «из» and «им» as nouns, too
            if any(_is_counted(form, is_single=is_single) for form in readings) or self._stands_for_people(match[0]):
                length = match.end()
            number = "sing" if is_single else "plur"
            if not any(form.pos in ("ADJF", "PRTF") and form.number == number for form in readings[:3]):
                break
        return length

    def _stands_for_people(self, word: str) -> bool:
        """Say whether a word is for several people: «46 погибших»."""
        return any("plur,gent" in marks and _PEOPLE.search(marks) for marks in self.grammemes_of(word))


def _is_counted(form: WordForm, *, is_single: bool) -> bool:
    if is_single and form.pos == "NOUN" and form.number == "sing" and form.case in _COUNTED_ONE:
        return True
    return form.pos == "NOUN" and (form.case == "gent" or form.number == "plur")
