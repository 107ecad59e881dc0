"""natasha's dictionary of Russian (pymorphy2's, with OpenCorpora's words), made safe for any word."""

from __future__ import annotations

import unicodedata
from functools import cached_property, lru_cache
from typing import Any

_KEPT = 20_000
"""Words whose readings are kept: each costs a tenth of a millisecond to look up."""


class Dictionary:
    """Looks words up; loads when first asked."""

    def __init__(self) -> None:
        self._kept = lru_cache(_KEPT)(self._parsed)

    def __call__(self, word: str) -> list[Any]:
        """Return the readings of a word, the likeliest first: with `normal`, `pos` and `feats` as natasha has them."""
        return self._kept(word.lower())

    def lemma(self, word: str, pos: str, feats: dict[str, str]) -> str:
        """Return the dictionary form, in lower case, of a word that is known to be of this form."""
        from natasha.morph.lemma import best_form, normal_word  # noqa: PLC0415

        low = normal_word(word)
        form = best_form(self(low), pos, feats)
        return str(normal_word(form.normal) if form is not None else low)

    def _parsed(self, word: str) -> list[Any]:
        # Her `parse` has a cache of its own, which is too small.
        return list(self._vocabulary.parse.__wrapped__(self._vocabulary, _named(word)))

    @cached_property
    def _vocabulary(self) -> Any:
        from natasha import MorphVocab  # noqa: PLC0415  # the window's process never needs it

        find_dictionaries_without_setuptools()
        return MorphVocab()


def _named(word: str) -> str:
    """Return `word`, or a sign for one with a character that Unicode has no name for: pymorphy2 raises on it."""
    return word if word.isascii() or all(unicodedata.name(char, "") for char in word) else "?"


def find_dictionaries_without_setuptools() -> None:
    """Let pymorphy2 look its dictionaries up by `importlib.metadata`.

    It asks for `pkg_resources`, which setuptools 82 dropped and a frozen program does not hold.
    """
    from importlib.metadata import entry_points  # noqa: PLC0415

    from pymorphy2 import analyzer  # noqa: PLC0415

    analyzer._iter_entry_points = lambda group: iter(entry_points(group=group))
