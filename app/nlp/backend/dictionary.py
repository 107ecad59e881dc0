"""natasha's dictionary of Russian, made safe for any word.

It is pymorphy2's, with the words of OpenCorpora.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.nlp.backend.word_graph import OddsGraph, read_odds_graph, read_record_graph
from app.nlp.text.tokens import to_russian_letters

if TYPE_CHECKING:
    from app.nlp.backend.known_words import KnownWords

_PARADIGM_AND_FORM, _COUNT_PARADIGM_AND_FORM = ">HH", ">HHH"
"""The records of pymorphy2's files."""
_CYRILLIC = re.compile(r"[а-яёА-ЯЁ!-~]*")
_CACHED_WORDS = 20_000
"""Words whose readings are kept: each costs a tenth of a millisecond to look up."""


class Dictionary:
    """Looks words up; loads when first asked."""

    def __init__(self) -> None:
        self._kept = lru_cache(_CACHED_WORDS)(self._parse_word)
        self._sorted = lru_cache(_CACHED_WORDS)(self._sort_by_likelihood)

    def __call__(self, word: str) -> list[Any]:
        """Return the readings of a word, the likeliest first.

        Each is a `WordReading`.
        """
        return self._sorted(word.lower())

    def find_readings(self, word: str) -> list[Any]:
        """Return the readings of a word in no order.

        That is cheaper, since likelihoods lie in a table of their own.
        """
        return self._kept(word.lower())

    def has_word(self, word: str) -> bool:
        """Say whether the dictionary has a word, and does not guess."""
        analyser, *_ = self._analysers_and_odds
        return bool(analyser.dictionary.words.similar_items(to_russian_letters(word.lower())))

    def find_lemma(self, word: str, pos: str, feats: dict[str, str]) -> str:
        """Return the dictionary form of a word of this form, lower case.

        Most words have one such form alone, whatever they are.
        """
        from natasha.morph.lemma import best_form, normal_word, pos_sim  # noqa: PLC0415

        low = normal_word(word)
        readings = self.find_readings(low)
        lemmas = {normal_word(form.normal_form) for form in readings}
        if len(lemmas) == 1 and any(pos_sim(form.pos, pos) for form in readings):
            return str(lemmas.pop())
        exact = {form.normal_form for form in readings if form.pos == pos and form.feats == feats}
        if len(exact) == 1:
            return str(normal_word(exact.pop()))
        form = best_form(self(low), pos, feats)
        return str(normal_word(form.normal_form) if form is not None else low)

    def _parse_word(self, word: str) -> list[Any]:
        analyser, known, _ = self._analysers_and_odds
        word = _replace_unnamed(to_russian_letters(word))
        return known.read(word) or list(analyser.parse(word))

    def _sort_by_likelihood(self, word: str) -> list[Any]:
        """Sort the readings of a word as pymorphy2 does.

        P(tag | word) decides, where its corpus has the word at all.
        """
        readings = self.find_readings(word)
        _, known, graph = self._analysers_and_odds
        if len(readings) < 2 or known.is_sorted(word):
            return readings
        odds = graph.read_odds(word, [str(form.tag) for form in readings])
        if not any(odds):
            return readings
        order = sorted(range(len(readings)), key=lambda index: -odds[index])
        return [readings[index] for index in order]

    @cached_property
    def _analysers_and_odds(self) -> tuple[Any, KnownWords, OddsGraph]:
        """pymorphy2's analyser, which does not sort, its words, and the likelihoods."""
        from pymorphy2 import MorphAnalyzer  # noqa: PLC0415  # the window's process never needs it

        from app.nlp.backend.known_words import KnownWords  # noqa: PLC0415
        from app.nlp.backend.word_reading import WordReading  # noqa: PLC0415

        find_dictionaries_without_setuptools()
        folder = Path(MorphAnalyzer.choose_dictionary_path(lang="ru"))
        analyser = MorphAnalyzer(folder, result_type=WordReading, probability_estimator_cls=None)
        words = analyser.dictionary
        words.words = read_record_graph(folder / "words.dawg", _PARADIGM_AND_FORM)
        words.prediction_suffixes_dawgs = [
            read_record_graph(folder / f"prediction-suffixes-{prefix}.dawg", _COUNT_PARADIGM_AND_FORM)
            for prefix in range(len(words.paradigm_prefixes))
        ]
        return analyser, KnownWords(analyser), read_odds_graph(folder / "p_t_given_w.intdawg")


def _replace_unnamed(word: str) -> str:
    """Return `word`, or "?" for one with a nameless character.

    pymorphy2 raises on a character that Unicode has no name for.
    """
    return word if _CYRILLIC.fullmatch(word) or all(unicodedata.name(char, "") for char in word) else "?"


def find_dictionaries_without_setuptools() -> None:
    """Let pymorphy2 look its dictionaries up by `importlib.metadata`.

    It asks for `pkg_resources`, which setuptools 82 dropped and a frozen program does not hold.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415

    from pymorphy2 import analyzer  # noqa: PLC0415

    analyzer._iter_entry_points = lambda group: iter(entry_points(group=group))  # noqa: SLF001
