"""How much of one text stands in another."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TypeAlias

from app.core.span import Span
from app.service.similarity.signatures import WORD, split_words

WordPairs: TypeAlias = AbstractSet[tuple[str, str]]

NEAR_SHARE = 0.9
"""An article is nearly the same as one that holds so much of its text."""


def share_of(text: str, other: str) -> float:
    """Return the share of `text` in `other`, by runs of words.

    A run has two words or more.
    """
    words, others = split_words(text), split_words(other)
    return sum(_are_shared(words, others)) / len(words) if words else float(not others)


def list_pairs(words: Sequence[str]) -> WordPairs:
    """Return the pairs of words that stand side by side."""
    return frozenset(pairwise(words))


def share_in_pairs(words: Sequence[str], pairs: WordPairs) -> float:
    """Return the share of two or more words that stand in `pairs`."""
    return sum(_mark_shared(words, pairs)) / len(words)


def find_unshared(text: str, other: str) -> list[Span]:
    """Return the ranges of `text` whose words are not in `other`.

    What lies between them belongs to them.
    """
    places = [Span(*match.span()) for match in WORD.finditer(text)]
    shared = _are_shared([_fold_word(text[place.start : place.stop]) for place in places], split_words(other))
    found: list[Span] = []
    for number, place in enumerate(places):
        if shared[number]:
            continue
        if number and not shared[number - 1] and found:
            found[-1] = Span(found[-1].start, place.stop)
        else:
            found.append(place)
    return found


def _are_shared(words: Sequence[str], others: Sequence[str]) -> list[bool]:
    """Say of each word whether it stands together with a neighbour.

    In the other text.
    """
    return _mark_shared(words, list_pairs(others)) if len(words) > 1 else [words == [*others][:1]] * len(words)


def _mark_shared(words: Sequence[str], known: WordPairs) -> list[bool]:
    shared = [False] * len(words)
    for start, pair in enumerate(pairwise(words)):
        if pair in known:
            shared[start] = shared[start + 1] = True
    return shared


def _fold_word(word: str) -> str:
    return word.casefold().replace("ё", "е")
