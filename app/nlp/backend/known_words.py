"""The readings of words that the dictionary has, made without its analysers.

Most words of an article are in the dictionary. pymorphy2 asks its paradigms anew for each reading; here what a paradigm
makes of a form is kept: the tag, what the form has around the stem, and what the normal form has.
It imports pymorphy2, which the window's process never needs: import it where a dictionary loads.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from app.nlp.backend.common_words import CommonWords
from app.nlp.backend.word_reading import WordReading

_CACHED_FORMS = 20_000


class _Form(NamedTuple):
    """What a paradigm makes of one of its forms.

    The stem is `[first, len - cut)` of the word.
    """

    tag: Any
    first: int
    cut: int
    normal_prefix: str
    normal_suffix: str


class KnownWords:
    """Reads the words that pymorphy2's dictionary has."""

    def __init__(self, analyser: Any) -> None:
        self._dictionary = analyser.dictionary
        self._common = CommonWords(self._dictionary.meta["source_revision"])
        # A reading is of a class that knows the analyser, and names the unit that inflects it.
        self._reading: type[WordReading] = analyser._result_type  # noqa: SLF001
        (self._unit, _), *_ = analyser._units  # noqa: SLF001
        self._form = lru_cache(_CACHED_FORMS)(self._find_form)

    def read(self, word: str) -> list[WordReading]:
        """Return the readings of a word in lower case.

        They are in no order, unless `is_sorted` says so. It has none if the dictionary does not have the word, or if it
        is a letter: an initial, too.
        """
        if len(word) < 2:
            return []
        unit, find_form, reading = self._unit, self._form, self._reading
        readings: list[WordReading] = []
        common = self._common.find_records(word)
        for spelling, records in [(word, common)] if common else self._dictionary.words.similar_items(word):
            for paradigm, index in records:
                tag, first, cut, prefix, suffix = find_form(paradigm, index)
                normal = prefix + spelling[first : len(spelling) - cut] + suffix if index else spelling
                readings.append(reading(spelling, tag, normal, 1.0, ((unit, spelling, paradigm, index),)))
        return readings

    def is_sorted(self, word: str) -> bool:
        """Say whether the readings of a word come with the likeliest first."""
        return word in self._common

    def _find_form(self, paradigm: int, index: int) -> _Form:
        """Return one form of a paradigm.

        A paradigm holds the numbers of all suffixes, then of all tags, then of all prefixes.
        """
        words = self._dictionary
        numbers = words.paradigms[paradigm]
        size = len(numbers) // 3
        prefixes, suffixes = words.paradigm_prefixes, words.suffixes
        return _Form(
            tag=words.gramtab[numbers[size + index]],
            first=len(prefixes[numbers[2 * size + index]]),
            cut=len(suffixes[numbers[index]]),
            normal_prefix=prefixes[numbers[2 * size]],
            normal_suffix=suffixes[numbers[0]],
        )
