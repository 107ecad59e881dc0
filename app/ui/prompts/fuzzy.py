"""Match what a user types.

Words, then their beginnings in any case, then letters in order.

The letters of the last kind stand in one word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TypeVar

from app.core.text.comparing import comparable
from app.core.text.layouts import retyped
from app.core.text.stem import stem

Item = TypeVar("Item")

_WORD = re.compile(r"[^\W_]+")
_LEAST_STEM_LETTERS = 4
"""A shorter stem begins words that have nothing to do with it."""


class Closeness(IntEnum):
    """How close what is typed comes to a text.

    The smaller the better.
    """

    WHOLE = 0
    WORDS = 1
    BEGINNINGS = 2
    LETTERS = 3


Score = tuple[int, int, bool, bool]
"""Closeness; the field it was found in; whether the words stand in another order; whether others stand before."""


def score(pattern: str, fields: Sequence[str]) -> Score | None:
    """Return how well `pattern` fits the fields of an item.

    The smallest fits best; None where a word fits nowhere. All are comparable. The first field is the title; a word
    that fits in several fields counts in the best one.
    """
    typed = _words(pattern)
    texts = [_words(text) for text in fields]
    if not typed:
        return None
    whole = next((place for place, text in enumerate(texts) if text == typed), None)
    if whole is not None:
        return Closeness.WHOLE, whole, False, False
    found = [_best(word, texts) for word in typed]
    places = [one for one in found if one is not None]
    if len(places) < len(found):
        return None
    order = [place[1:] for place in places]
    return max(place[0] for place in places), max(place[1] for place in places), order != sorted(order), order[0][1] > 0


def _best(word: str, texts: Sequence[Sequence[str]]) -> tuple[int, int, int] | None:
    """Return the best fit.

    Its closeness, and the places of its field and word.
    """
    fits = (
        (closeness, field, place)
        for field, text in enumerate(texts)
        for place, candidate in enumerate(text)
        if (closeness := _closeness(word, candidate)) is not None
    )
    return min(fits, default=None)


def _closeness(typed: str, word: str) -> Closeness | None:
    if word.startswith(typed):
        return Closeness.WORDS if word == typed else Closeness.BEGINNINGS
    root = stem(typed)
    if len(root) >= _LEAST_STEM_LETTERS and word.startswith(root):
        return Closeness.BEGINNINGS
    letters = iter(word)
    return Closeness.LETTERS if len(typed) > 1 and all(char in letters for char in typed) else None


def related(pattern: str, items: Iterable[Item], fields: Callable[[Item], Sequence[str]]) -> list[Item]:
    """Return the items that some words of `pattern` fit, most words first.

    A word fits as itself, as a beginning or in another case. All that equally many fit keep their order.
    """
    typed = _words(comparable(pattern))
    counted = []
    for item in items:
        texts = [_words(comparable(text)) for text in fields(item)]
        places = [place for word in typed if (place := _best(word, texts)) is not None]
        near = [place for place in places if place[0] < Closeness.LETTERS]
        if near:
            counted.append(((-len(near), min(near)), item))
    return [item for _, item in sorted(counted, key=lambda pair: pair[0])]


def _words(text: str) -> list[str]:
    """Return the words of a comparable text.

    Return its signs if it has no words.
    """
    return _WORD.findall(text) or text.split()


def ranked(
    pattern: str,
    items: Iterable[Item],
    fields: Callable[[Item], Sequence[str]],
    is_guarded: Callable[[Item], bool] = lambda _: False,
) -> list[Item]:
    """Return the items that fit, the best first.

    Those that fit equally well keep their order. What the keys type on the other layout counts where no word begins
    with what is typed. An item that `is_guarded` is found by its words and their beginnings alone.
    """
    pattern = comparable(pattern.strip())
    if not pattern:
        return list(items)
    listed = [(item, [comparable(text) for text in fields(item)]) for item in items]
    loose: list[Item] = []
    for typed in (pattern, comparable(retyped(pattern))):
        scored = [(found, item) for item, texts in listed if (found := score(typed, texts)) is not None]
        allowed = [pair for pair in scored if pair[0][0] < Closeness.LETTERS or not is_guarded(pair[1])]
        fitting = [item for _, item in sorted(allowed, key=lambda pair: pair[0])]
        if any(found[0] < Closeness.LETTERS for found, _ in allowed):
            return fitting
        loose = loose or fitting
    return loose
