"""What forms a word can be, by the dictionary alone: quick, and kept for the words that come again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from app.nlp.backend.dictionary import Dictionary

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT = 20_000
_SERVANTS = ("PREP", "CONJ", "PRCL", "NPRO")


class Form(NamedTuple):
    """One reading of a word: part of speech, case, number, gender, as the dictionary (OpenCorpora) names them."""

    pos: str
    case: str
    number: str
    gender: str


class Forms:
    """Looks words up in natasha's dictionary."""

    def __init__(self, vocabulary: Dictionary) -> None:
        self._vocabulary = vocabulary
        self.of = lru_cache(_KEPT)(self._of)
        self.marks = lru_cache(_KEPT)(self._marks)
        self.lemmas = lru_cache(_KEPT)(self._lemmas)

    def _of(self, word: str) -> tuple[Form, ...]:
        """Return the readings of a word, the likeliest first."""
        return tuple(
            Form(
                str(form.tag.POS or ""),
                str(form.tag.case or ""),
                str(form.tag.number or ""),
                str(form.tag.gender or ""),
            )
            for form in self._vocabulary(word)
        )

    def _marks(self, word: str) -> tuple[str, ...]:
        """Return all that the dictionary says of each reading ("NOUN,anim,masc,Surn sing,nomn")."""
        return tuple(str(form.tag) for form in self._vocabulary.readings(word))

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Return the dictionary forms that a word can belong to, with ё as е, the likeliest first."""
        return tuple(dict.fromkeys(form.normal_form.replace("ё", "е") for form in self._vocabulary(word)))

    def counted_length(self, words: str) -> int:
        """Return how long the phrase is that a number before `words` counts: adjectives and a noun; 0 if none."""
        length = 0
        for match in _WORD.finditer(words):
            readings = self.of(match[0])
            if any(form.pos in _SERVANTS for form in readings):
                break  # the dictionary has «из» and «им» as nouns, too
            if any(form.pos == "NOUN" and (form.case == "gent" or form.number == "plur") for form in readings):
                length = match.end()
            if not any(form.pos in ("ADJF", "PRTF") and form.number == "plur" for form in readings[:3]):
                break
        return length
