"""Words for positions: offices, which govern what they are of, and professions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from app.core.text.stem import folded, stem
from app.core.text.word_lists import read_alternatives, read_entries, read_words
from app.nlp.backend.word_forms import WordForms

_OFFICES = read_words("entities/positions")
_PROFESSIONS = read_words("entities/professions")
_FLEETING = re.compile(r"[ео](?=[кцл]$)")
"""A vowel that the nominative alone has: «посол» and «посла», «боец» and «бойца»."""


def _drop_fleeting_vowel(word: str) -> str:
    return _FLEETING.sub(lambda found: "й" if word[found.start() - 1] in "аеёоуюя" else "", word)


_STEMS = {stem(form) for word in _OFFICES | _PROFESSIONS for form in (word, _drop_fleeting_vowel(word))}
_PREFIX = re.compile(rf"(?:{read_alternatives('entities/position_prefixes')})-", re.IGNORECASE)
_JOINED = re.compile(rf"(?:{read_alternatives('entities/joined_prefixes')})(?=\w{{4}})", re.IGNORECASE)
"""What is written with a position in one word: «санврач», «гостренер»."""
_SCHOLAR_ENDINGS = read_alternatives("entities/scholar_endings")
_SCHOLAR = re.compile(rf"\w+(?:{_SCHOLAR_ENDINGS})(?:а|у|ом|е|иня|ини|иню|иней)?", re.IGNORECASE)
"""Professions by their ending alone."""

_MAY_BE_SCHOLAR = re.compile(_SCHOLAR_ENDINGS, re.IGNORECASE).search
"""The same for a first look."""

_HIS, _HERS = re.compile("(?<=ющ)(?:его|ему|им|ем)"), re.compile("(?<=ющ)(?:ей|ую)")
_ACTING = tuple(tuple(map(stem, entry.split())) for entry in read_entries("entities/acting_words"))
"""What says that somebody holds a position for a time: it belongs to the position."""

MAX_ACTING_WORDS = max(map(len, _ACTING))
_PARTS = frozenset(("NOUN", "ADJF", "PRTF"))
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL"))
_OF_HIM = re.compile(r"\w+(?:[оеё]ва|[иы]на|ского)")
_OF_FATHER = re.compile(r"\w+(?:[оеё]вич|улы|ұлы|оглы)")
_SUPERIOR_AND_PERSON = 3
_CACHED_WORDS = 20_000


class PositionWords:
    """Looks words up among positions and professions.

    A word may stand in any case of the singular.
    """

    def __init__(self, forms: WordForms) -> None:
        self.forms = forms
        self.find_office = lru_cache(_CACHED_WORDS)(self._find_office)
        self.is_position = lru_cache(_CACHED_WORDS)(self._is_position)

    def _find_office(self, word: str) -> str:
        """Return the dictionary form of a word for an office, or ""."""
        bare = _PREFIX.sub("", word)
        if stem(bare) not in _STEMS:
            return ""
        known = (*self.forms.lemmas_of(bare)[:1], folded(bare), _to_participle(bare))
        lemmas = [lemma for lemma in known if lemma in _OFFICES]
        is_plural = bool(lemmas) and bare != lemmas[0] and self.forms.is_plural_of(bare, lemmas[0])
        return lemmas[0] if lemmas and not is_plural and self._is_singular(bare) else ""

    def settle_nominative(self, word: str, guess: str) -> str:
        """Return an office's own nominative where `guess` is of another word.

        «Акима» and «премьера» are women's names and first nights, too.
        """
        office, own, bare = self.find_office(word), _PREFIX.sub("", word), _PREFIX.sub("", guess)
        if not office or (folded(own) != office and self.forms.may_be_nominative_of(bare, office)):
            return guess
        return guess.removesuffix(bare) + (office.capitalize() if bare[0].isupper() else office)

    def is_of_superior(self, words: Sequence[str]) -> bool:
        """Say whether the first word behind a position is whose it is.

        A man's given name in the nominative follows, and a surname: «советник Ахметова | Марат Ли».
        """
        if len(words) != _SUPERIOR_AND_PERSON or not _OF_HIM.fullmatch(words[0]) or _OF_FATHER.fullmatch(words[2]):
            return False
        marks = [set(re.split("[ ,]", one)) for one in self.forms.grammemes_of(words[1])]
        men = [one for one in marks if {"Name", "masc", "sing"} <= one]
        return any("nomn" in one for one in men) and not any("gent" in one for one in men)

    def _is_position(self, word: str) -> bool:
        """Say whether a word is for an office or a profession.

        Most words fail at the stem, which is cheap.
        """
        joined = _JOINED.match(word)
        if joined is not None and stem(word) not in _STEMS and self._is_profession(word[joined.end() :]):
            return True
        if not _MAY_BE_SCHOLAR(word) and "-" not in word and stem(word) not in _STEMS and not word.isascii():
            return False
        return bool(self._find_office(word)) or any(map(self._is_profession, {word, *_PREFIX.sub("", word).split("-")}))

    def _is_profession(self, word: str) -> bool:
        if word.isascii():
            return word in _PROFESSIONS
        if _SCHOLAR.fullmatch(word) and self._is_animate(word):
            return True
        if stem(word) not in _STEMS:
            return False
        lemmas = {*self.forms.lemmas_of(word), folded(word)}
        return not lemmas.isdisjoint(_PROFESSIONS | _OFFICES) and self._is_singular(word)

    def _is_singular(self, word: str) -> bool:
        """Say whether a word can be a noun in the singular.

        It is no preposition: «после» is of «посол» for the dictionary alone.
        """
        forms = self.forms.forms_of(word)
        is_free = all(form.pos not in _FUNCTION_WORDS for form in forms)
        return is_free and any(form.pos in _PARTS and form.number == "sing" for form in forms)

    def _is_animate(self, word: str) -> bool:
        return any("anim" in marks and "sing" in marks for marks in self.forms.grammemes_of(word))


def count_acting_words(words: Sequence[str]) -> int:
    """Count the words that say that somebody acts for another.

    They are the first of `words`, in any case: «исполняющему обязанности», «и.о.».
    """
    stems = tuple(map(stem, words[:MAX_ACTING_WORDS]))
    return next((len(acting) for acting in _ACTING if stems[: len(acting)] == acting), 0)


def _to_participle(word: str) -> str:
    """Return a participle in the nominative.

    Its lemma in the dictionary is its verb: «заведующему».
    """
    return _HERS.sub("ая", _HIS.sub("ий", folded(word)))
