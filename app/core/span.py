"""Half-open ranges of code points, and their algebra."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, stop)` of code points in an article's text."""

    start: int
    stop: int

    def __reduce__(self) -> tuple[type[Span], tuple[int, ...]]:
        """Pickle as a call of the class, in half the time."""
        return Span, tuple(self)

    @property
    def length(self) -> int:
        return self.stop - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share a code point."""
        return self.start < other.stop and other.start < self.stop

    def contains(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.stop <= self.stop

    def covers(self, position: int) -> bool:
        """Say whether the code point at `position` is inside."""
        return self.start <= position < self.stop


Pieces = tuple[Span, ...]
"""The spans of one annotation: sorted, disjoint, none empty."""


def outer_span(pieces: Iterable[Span]) -> Span:
    """Return the smallest span that holds all `pieces`.

    Raise ValueError where there is none.
    """
    spans = list(pieces)
    return Span(min(piece.start for piece in spans), max(piece.stop for piece in spans))


def normal_pieces(pieces: Iterable[Span]) -> Pieces:
    """Sort `pieces`, drop empty ones and join those that touch or overlap."""
    joined: list[Span] = []
    for piece in sorted(piece for piece in pieces if piece.length > 0):
        if joined and piece.start <= joined[-1].stop:
            joined[-1] = Span(joined[-1].start, max(joined[-1].stop, piece.stop))
        else:
            joined.append(Span(*piece))
    return tuple(joined)


def covered(text: str, pieces: Iterable[Span], gap: str = " … ") -> str:
    """Return the words of an annotation.

    The pieces of `text` are joined by `gap`.
    """
    return gap.join(text[piece.start : piece.stop] for piece in pieces)


def reading_order(span: Span) -> tuple[int, int]:
    """Sort key: by start, the longer first."""
    return (span.start, -span.stop)


def iou(one: Span, other: Span) -> float:
    """Return intersection over union of two spans, 0.0 to 1.0."""
    shared = min(one.stop, other.stop) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    return shared / (max(one.stop, other.stop) - min(one.start, other.start))
