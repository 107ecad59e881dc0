"""Cut a text into the paragraphs that are laid out separately."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_right

from app.core.span import Span
from app.core.text.tokens import lines

LONGEST = 2_000
"""The longest paragraph that is laid out at once, in code points; a longer line is cut."""


class Paragraphs:
    """The paragraphs of one text in order.

    They are its lines, the long ones cut at sentence ends or blanks.
    """

    def __init__(self, text: str) -> None:
        self.starts = array("q")
        self.stops = array("q")
        for line in lines(text):
            if line.length <= LONGEST:
                self.starts.append(line.start)
                self.stops.append(line.stop)
            else:
                self._add_long(text, line)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Span:
        return Span(self.starts[index], self.stops[index])

    def at(self, position: int) -> int:
        """Return the index of the paragraph that holds `position`.

        A line end belongs to the line before it.
        """
        return max(0, bisect_right(self.starts, position) - 1)

    def touching(self, span: Span) -> range:
        """Return the indices of the paragraphs that `span` touches."""
        return range(self.at(span.start), self.at(max(span.start, span.stop - 1)) + 1)

    def extent(self, first: int, last: int) -> Span:
        """Return the positions from the paragraph `first` to the end of `last`."""
        following = last + 1
        return Span(self.starts[first], self.starts[following] if following < len(self) else self.stops[last] + 1)

    def ends_line(self, index: int) -> bool:
        """Say whether a line of the text ends with this paragraph.

        Otherwise the paragraph is a part of a long line.
        """
        return index + 1 >= len(self.starts) or self.starts[index + 1] != self.stops[index]

    def _add_long(self, text: str, line: Span) -> None:
        start = line.start
        while start < line.stop:
            stop = _find_cut(text, start, line.stop)
            self.starts.append(start)
            self.stops.append(stop)
            start = stop


def _find_cut(text: str, start: int, stop: int) -> int:
    """Return where to cut `text[start:stop]` into a short first part.

    After a sentence, else at a blank.
    """
    if stop - start <= LONGEST:
        return stop
    latest, earliest = start + LONGEST, start + LONGEST // 2
    for mark in (". ", "! ", "? ", "… ", " "):
        found = text.rfind(mark, earliest, latest)
        if found >= 0:
            return found + len(mark)
    return _before_hanging_mark(text, earliest, latest)


def _before_hanging_mark(text: str, earliest: int, cut: int) -> int:
    """Move a cut so that no mark leaves its letter.

    It moves back within a run without blanks.
    """
    while cut > earliest and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f\ufe0e"):
        cut -= 1
    return cut
