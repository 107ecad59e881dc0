"""The marks of an article besides its annotations.

Caret, selection, the current annotation, candidates, finds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.core.span import Span


@dataclass(slots=True)
class Marks:
    """The marks of the view.

    `hints` are (span, letters), `typed` the letters pressed so far.
    """

    caret: Span | None = None
    selection: Span | None = None
    current: int | None = None
    group: frozenset[int] = frozenset()
    """What every key decides with the current annotation."""
    entity_group: frozenset[int] = frozenset()
    """What the key that accepts decides besides."""
    hints: tuple[tuple[Span, str], ...] = ()
    typed: str = ""
    finds: tuple[Span, ...] = ()
    find: Span | None = None
    boundary: Span | None = None
    """Where the mouse is dragging a boundary of the current annotation to."""
    candidates: tuple[Span, ...] = ()
    noted: dict[int, int] = field(default_factory=dict)
    """How many notes each annotation has."""

    def finds_in(self, span: Span) -> Sequence[Span]:
        """Return the found places, which are sorted and disjoint, that touch `span`."""
        low = max(0, bisect_left(self.finds, (span.start, span.start)) - 1)
        high = bisect_left(self.finds, (span.stop, 0))
        return [found for found in self.finds[low:high] if found.stop > span.start]
