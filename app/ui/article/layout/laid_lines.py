"""One paragraph, laid out: where its words are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTextLayout, QTextLine, QTextOption

from app.core.span import Span
from app.ui.article.layout.typesetting import TextStyle
from app.ui.article.layout.units import QtUnits

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]")


_TOUCHING = 0.1
"""Characters whose ends are nearer than this, in pixels, stand side by side."""

_KEPT = 1_000
"""So many spans' fragments are kept with a paragraph, which holds 2,000 characters at most."""

_ORIGIN = QPointF(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a span in one line, `x0` to `x1`.

    From the column's left; with whether the span starts or stops here. Where right-to-left words stand among others, a
    span can have several parts in a line.
    """

    line: int
    x0: float
    x1: float
    starts: bool
    stops: bool


@dataclass(slots=True)
class Line:
    """One line: its code points and, once placed, its heights.

    `ink_stop` is before the blanks at its end.
    """

    start: int
    stop: int
    ink_stop: int
    text_line: QTextLine
    top: float = 0.0
    baseline: float = 0.0
    bottom: float = 0.0


class LaidParagraph:
    """The lines of a paragraph, and the places of its code points.

    The column is `width` pixels wide.
    """

    def __init__(self, text: str, span: Span, style: TextStyle, width: float) -> None:
        words = text[span.start : span.stop]
        self.span = span
        self.style = style
        self._units = QtUnits(words, span.start)
        self._is_mixed = _RIGHT_TO_LEFT.search(words) is not None
        self._layout = QTextLayout(words, style.font)
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_make_option())
        self.lines = self._break_lines(words, width)
        self._starts = [line.start for line in self.lines]
        self._fragments: dict[Span, list[Fragment]] = {}

    def line_at(self, position: int) -> int:
        """Return the index of the line that holds `position`."""
        return max(0, bisect_right(self._starts, position) - 1)

    def fragments(self, span: Span) -> list[Fragment]:
        """Return the parts of `span` line by line.

        Without the blanks at line ends. They are kept.
        """
        known = self._fragments.get(span)
        if known is None:
            if len(self._fragments) >= _KEPT:
                self._fragments.clear()
            known = self._fragments[span] = self._fragments_of(span)
        return known

    def _fragments_of(self, span: Span) -> list[Fragment]:
        found: list[Fragment] = []
        start, stop = max(span.start, self.span.start), min(span.stop, self.span.stop)
        if start >= stop:
            return found
        for index in range(self.line_at(start), len(self.lines)):
            line = self.lines[index]
            if line.start >= stop:
                break
            low, high = max(start, line.start), min(stop, line.ink_stop)
            for x0, x1 in self._find_extents(line.text_line, low, high) if low < high else ():
                starts = not found and span.start >= self.span.start
                found.append(Fragment(index, x0, x1, starts, False))
        if found and span.stop <= self.span.stop:
            found[-1] = replace(found[-1], stops=True)
        return found

    def position_at(self, line: int, x: float) -> int:
        """Return the code point drawn at `x` in a line.

        The nearest one beyond its ends.
        """
        found = self.lines[line]
        if found.start >= found.stop:
            return found.start
        if self._is_mixed:
            return self._find_nearest(found, x)
        unit = found.text_line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        position = self._units.position(unit)
        return min(max(position, found.start), found.stop - 1)

    def x_at(self, position: int) -> float:
        """Return where the code point at `position`, or its line, ends.

        Where it begins, unless the line ends before it.
        """
        line = self.lines[self.line_at(position)]
        return self._x_at(line.text_line, min(position, line.stop))

    def draw(self, painter: QPainter, strips: Sequence[tuple[float, float]]) -> None:
        """Draw the words of the lines that lie in `strips`.

        A strip goes from its upper to its lower end.
        """
        for line in self.lines:
            if any(line.top < bottom and line.bottom > top for top, bottom in strips):
                line.text_line.draw(painter, _ORIGIN)

    def place(self, line: int, top: float, baseline: float, bottom: float) -> None:
        """Put a line between `top` and `bottom`, its words on `baseline`."""
        found = self.lines[line]
        if found.baseline != baseline or not found.bottom:
            found.text_line.setPosition(QPointF(0.0, baseline - found.text_line.ascent()))
        found.top, found.baseline, found.bottom = top, baseline, bottom

    def _break_lines(self, words: str, width: float) -> list[Line]:
        lines: list[Line] = []
        layout = self._layout
        layout.beginLayout()
        while (text_line := layout.createLine()).isValid():
            text_line.setLineWidth(width)
            start = self._units.position(text_line.textStart())
            stop = self._units.position(text_line.textStart() + text_line.textLength())
            inked = len(words[start - self.span.start : stop - self.span.start].rstrip())
            lines.append(Line(start, stop, start + inked, text_line))
        layout.endLayout()
        return lines

    def _find_extents(self, text_line: QTextLine, start: int, stop: int) -> list[tuple[float, float]]:
        """Return the left and right ends of a range in a line.

        One pair for each run of it, where directions mix.
        """
        if not self._is_mixed:
            return [(self._x_at(text_line, start), self._x_at(text_line, stop))]
        runs: list[tuple[float, float]] = []
        for position in range(start, stop):
            edges = self._find_edges(text_line, position)
            if not edges:
                continue
            x0, x1 = min(edges), max(edges)
            if runs and (abs(runs[-1][1] - x0) < _TOUCHING or abs(runs[-1][0] - x1) < _TOUCHING):
                x0, x1 = min(x0, runs[-1][0]), max(x1, runs[-1][1])
                runs.pop()
            runs.append((x0, x1))
        return runs or [(self._x_at(text_line, start), self._x_at(text_line, stop))]

    def _find_nearest(self, line: Line, x: float) -> int:
        """Return the character nearest to `x` by its own ends.

        Where directions mix, Qt's answer is off by some.
        """
        ends = {position: self._find_edges(line.text_line, position) for position in range(line.start, line.stop)}
        distances = {position: max(min(found) - x, x - max(found), 0.0) for position, found in ends.items() if found}
        return min(distances, key=lambda position: distances[position], default=line.start)

    def _find_edges(self, text_line: QTextLine, position: int) -> tuple[float, ...]:
        """Return both ends of the character at `position`.

        None for a mark that hangs on the one before it.
        """
        unit = self._units.of(position)
        leading, found = _cursor_to_x(text_line, unit, QTextLine.Edge.Leading)
        if found != unit:
            return ()
        return leading, _cursor_to_x(text_line, unit, QTextLine.Edge.Trailing)[0]

    def _x_at(self, text_line: QTextLine, position: int) -> float:
        return _cursor_to_x(text_line, self._units.of(position), QTextLine.Edge.Leading)[0]


def _cursor_to_x(text_line: QTextLine, unit: int, edge: QTextLine.Edge) -> tuple[float, int]:
    """Return the place of a UTF-16 unit, and the unit.

    The unit is rounded to one where a cursor can stand.
    """
    place: tuple[float, int] = text_line.cursorToX(unit, edge)  # type: ignore[assignment]  # the stub says object
    return place


def _make_option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
