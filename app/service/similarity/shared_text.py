"""How much of one text stands in another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from app.core.span import Span

_WORD = re.compile(r"\w+")
NEAR_SHARE = 0.9
"""An article is nearly the same as one that holds so much of its text."""


def find_unshared(text: str, other: str) -> list[Span]:
    """Return the ranges of `text` whose words are not in `other`.

    What lies between them belongs to them.
    """
    places = [Span(*match.span()) for match in _WORD.finditer(text)]
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
    if len(words) < 2:
        return [words == [*others][:1]] * len(words)
    known = frozenset(pairwise(others))
    shared = [False] * len(words)
    for start, pair in enumerate(pairwise(words)):
        if pair in known:
            shared[start] = shared[start + 1] = True
    return shared


def split_words(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    In small letters, without signs, е for ё.
    """
    return _WORD.findall(text.casefold().replace("ё", "е"))


def _fold_word(word: str) -> str:
    return word.casefold().replace("ё", "е")
