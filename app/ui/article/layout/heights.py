"""The heights of all paragraphs, most of them estimated, and their sums."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

_BLOCK = 256


class Heights:
    """Heights in pixels in order, summed by blocks.

    A correction and a search cost the root of their number.
    """

    def __init__(self, heights: Iterable[float]) -> None:
        self._heights = array("d", heights)
        self._sums = [sum(self._heights[low : low + _BLOCK]) for low in range(0, len(self._heights), _BLOCK)]
        self._tops = self._accumulate_heights()

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> float:
        return self._heights[index]

    @property
    def total(self) -> float:
        return self._tops[-1]

    def correct(self, index: int, height: float) -> None:
        """Set the height of one paragraph."""
        if self._heights[index] == height:
            return
        self._heights[index] = height
        block = index // _BLOCK
        self._sums[block] = sum(self._heights[block * _BLOCK : (block + 1) * _BLOCK])
        self._tops = self._accumulate_heights()

    def top(self, index: int) -> float:
        """Return the sum of the heights before `index`."""
        low = index // _BLOCK * _BLOCK
        return self._tops[index // _BLOCK] + sum(self._heights[low:index])

    def at(self, y: float) -> int:
        """Return the index of the paragraph at `y`.

        The first or last one beyond the ends.
        """
        block = min(max(0, bisect_right(self._tops, y) - 1), max(0, len(self._sums) - 1))
        low = block * _BLOCK
        inside = list(accumulate(self._heights[low : low + _BLOCK], initial=self._tops[block]))
        return min(max(0, low + bisect_right(inside, y) - 1), max(0, len(self._heights) - 1))

    def _accumulate_heights(self) -> list[float]:
        return list(accumulate(self._sums, initial=0.0))
