"""Ids in the order of their keys."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from app.service.article_list.article_orders import Key


class SortedIds:
    """The ids of all articles of a list, sorted by key.

    Those without a key come last. Equal keys go by id.
    """

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._key_of: dict[int, Key] = {}

    def sort(self, ids: Iterable[int], keys: dict[int, Key]) -> None:
        """Hold other ids, with the keys of some of them."""
        self._key_of = {number: (False, *key, number) for number, key in keys.items()}
        self._ids = sorted(ids, key=self._key) if keys else sorted(ids)

    def listed(self, *, is_reversed: bool) -> list[int]:
        """Return all ids in order, or the other way round."""
        return self._ids[::-1] if is_reversed else self._ids[:]

    def insert(self, number: int, key: Key | None) -> None:
        """Add an id where its key belongs."""
        if key is not None:
            self._key_of[number] = (False, *key, number)
        insort(self._ids, number, key=self._key)

    def remove(self, number: int) -> None:
        """Remove an id that may be there."""
        place = bisect_left(self._ids, self._key(number), key=self._key)
        if self._ids[place : place + 1] == [number]:
            del self._ids[place]
        self._key_of.pop(number, None)

    def find_place(self, number: int, ids: Sequence[int], *, is_reversed: bool) -> int:
        """Return where an id stands among some of the ids, or would.

        They are in order, or the other way round.
        """
        key = self._key(number)
        low, high = 0, len(ids)
        while low < high:
            middle = (low + high) // 2
            other = self._key(ids[middle])
            if other > key if is_reversed else other < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _key(self, number: int) -> Key:
        return self._key_of.get(number) or (True, number)
