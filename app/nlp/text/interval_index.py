"""An index of spans, to find those near a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from app.core.span import Span

T = TypeVar("T")


class IntervalIndex(Generic[T]):
    """Items by their spans, which may overlap.

    The longest one bounds how far back a search looks.
    """

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        self._items = sorted(items, key=span_of)
        spans = [span_of(item) for item in self._items]
        self._starts = [span.start for span in spans]
        self._stops = [span.stop for span in spans]
        self._longest = max([span.length for span in spans], default=0)

    def overlapping(self, span: Span) -> list[T]:
        """Return the items that overlap `span`, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.stop)
        return [self._items[index] for index in range(first, last) if self._stops[index] > span.start]

    def last_before(self, position: int) -> T | None:
        """Return the last item that stops at `position` or before.

        The items must lie apart.
        """
        index = bisect_left(self._starts, position) - 1
        if index >= 0 and self._stops[index] > position:
            index -= 1
        return self._items[index] if index >= 0 else None


def index_spans(items: Iterable[Span]) -> IntervalIndex[Span]:
    """Lay out plain spans."""
    return IntervalIndex(items, lambda span: span)
