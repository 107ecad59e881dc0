"""Sorted lists of keys.

What overlaps a span, what follows a key, and many keys exchanged at once.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from typing import TypeVar

from app.core.span import Span

Key = tuple[int, int, int]
"""Reading order: (start, -stop, id)."""

UncertaintyKey = tuple[float, float, int, int, int]
"""Order of uncertainty: the decision's and its own, negative so that the greatest come first, then reading order."""

KeyT = TypeVar("KeyT", Key, UncertaintyKey)

_FEW = 1_000
"""Up to so many keys are exchanged one by one: in a list of 50,000 that is quicker than one pass over it."""


def length_class_of(key: Key) -> int:
    """Return the class of a span by its length.

    Lengths within a factor of four share one.
    """
    return (-key[1] - key[0]).bit_length() >> 1


def longest_of(length_class: int) -> int:
    """Return a length that no span of a class exceeds."""
    return int(4 ** (length_class + 1)) >> 1


def overlapping_keys(ordered: list[Key], longest: int, span: Span) -> Iterator[Key]:
    """Yield the keys of spans that share a code point with `span`.

    None of `ordered` is longer than `longest`.
    """
    start, stop = span
    for place in range(bisect_left(ordered, (start - longest, 0, 0)), len(ordered)):
        key = ordered[place]
        if key[0] >= stop:
            return
        if -key[1] > start:
            yield key


def keys_after(ordered: list[KeyT], key: KeyT, step: int) -> Iterator[KeyT]:
    """Yield the keys after `key` in a sorted list.

    Those before it, backwards, for a step of -1.
    """
    place = bisect_left(ordered, key)
    if step > 0:
        place += place < len(ordered) and ordered[place] == key
        while place < len(ordered):  # which grows where more is read in between
            yield ordered[place]
            place += 1
    else:
        yield from (ordered[at] for at in range(place - 1, -1, -1))


def keys_of_class(keys: set[Key], length_class: int) -> set[Key]:
    """Return the keys of one length class."""
    return {key for key in keys if length_class_of(key) == length_class}


def exchange_keys(ordered: list[KeyT], old: set[KeyT], new: set[KeyT]) -> None:
    """Replace `old` keys by `new` ones in a sorted list.

    What is in both stays where it is. A few keys are found by bisection; many are merged in one pass, which is what an
    undo of a spread asks for.
    """
    out, into = old - new, new - old
    if len(out) + len(into) <= _FEW:
        for key in out:
            del ordered[bisect_left(ordered, key)]
        for key in into:
            insort(ordered, key)
        return
    ordered[:] = [key for key in ordered if key not in out]
    ordered += sorted(into)
    ordered.sort()
