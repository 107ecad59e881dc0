"""The room that the lines of a paragraph need.

For nested fills, rows of captions and rows of underlines. Pure geometry: what is to be drawn asks for room first, then
the lines are placed, then every place is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from app.ui.article.layout.laid_lines import Fragment, LaidParagraph
from app.ui.article.layout.typesetting import Typeset

DEEPEST = 4
"""Nesting is told apart to this depth; what lies deeper is drawn like the deepest."""

_GAP_PX = 4.0


@dataclass(frozen=True, slots=True)
class _Reserved:
    """The extent of a caption, and of the box it belongs to."""

    x0: float
    x1: float
    box: tuple[float, float]


@dataclass(slots=True)
class _LineSpace:
    nested: int = 0
    underlines: int = 0
    tiers: list[list[_Reserved]] = field(default_factory=list)


class LineLayout:
    """The room of each line of a paragraph.

    The column is `width` pixels wide.
    """

    def __init__(self, laid: LaidParagraph, typeset: Typeset, width: float) -> None:
        self.laid = laid
        self.typeset = typeset
        self.width = width
        self._step = 0.14 * typeset.em
        self._row = 0.22 * typeset.em
        self._spaces = [_LineSpace() for _ in laid.lines]

    def ask_fill(self, part: Fragment, level: int) -> None:
        """Ask for a fill of a nesting level."""
        space = self._spaces[part.line]
        space.nested = max(space.nested, level)

    def ask_underline(self, part: Fragment, level: int) -> None:
        """Ask for an underline of a nesting level."""
        space = self._spaces[part.line]
        space.underlines = max(space.underlines, level + 1)

    def ask_caption(self, part: Fragment, width: float) -> tuple[int, float]:
        """Reserve the place of a caption: (tier, left end).

        It is over the box that begins with `part`. It stands in the lowest tier that has room; past a neighbour's
        caption it is moved right, but stays over its own box. A caption of what lies inside another asks first, and so
        comes to stand below.
        """
        tiers = self._spaces[part.line].tiers
        furthest = self.width + self.typeset.margin - _GAP_PX - width
        for tier, reserved in enumerate(tiers):
            x = _free_x(reserved, part, width, self.typeset.em)
            if x is not None and x <= furthest:
                reserved.append(_Reserved(x, x + width, (part.x0, part.x1)))
                return tier, x
        x = min(part.x0, furthest)
        tiers.append([_Reserved(x, x + width, (part.x0, part.x1))])
        return len(tiers) - 1, x

    def tiers(self, line: int) -> int:
        """Return how many rows of captions a line has."""
        return len(self._spaces[line].tiers)

    def forget_captions(self, line: int) -> None:
        """Free what captions of a line have reserved."""
        self._spaces[line].tiers.clear()

    def place_lines(self, top: float) -> None:
        """Place the lines one below the other, each with its room."""
        style, typeset = self.laid.style, self.typeset
        y = top
        for index, space in enumerate(self._spaces):
            nested = space.nested * self._step
            above = typeset.caption_row * max(1, len(space.tiers)) + nested
            below = style.fall + nested + style.leading + max(0, space.underlines - 1) * self._row
            baseline = float(round(y + above + style.rise))
            bottom = float(round(baseline + below))
            self.laid.place(index, y, baseline, bottom)
            y = bottom

    def box(self, part: Fragment, level: int) -> QRectF:
        """Return the box of a fragment.

        Those of higher levels reach further out.
        """
        baseline, style = self.laid.lines[part.line].baseline, self.laid.style
        out = level * self._step
        side = 1.5 + 0.7 * out
        return QRectF(
            part.x0 - side, baseline - style.rise - out, part.x1 - part.x0 + 2 * side, style.rise + style.fall + 2 * out
        )

    def caption_baseline(self, line: int, tier: int) -> float:
        """Return where the captions of a tier stand."""
        nested = self._spaces[line].nested * self._step
        fills_top = self.laid.lines[line].baseline - self.laid.style.rise - nested
        return float(round(fills_top - 0.11 * self.typeset.em - tier * self.typeset.caption_row))

    def underline_y(self, line: int, level: int) -> float:
        """Return where the underlines of a level run.

        The innermost are nearest to the words.
        """
        nested = self._spaces[line].nested * self._step
        return self.laid.lines[line].baseline + self.laid.style.fall + nested + 2.5 + level * self._row


def _free_x(reserved: list[_Reserved], part: Fragment, width: float, em: float) -> float | None:
    """Return where a caption of `width` fits over `part`.

    It moves right past its neighbours; None if it fits nowhere.
    """
    x = part.x0
    furthest = max(part.x0, part.x1 - 0.6 * em)
    for other in sorted(reserved, key=_left_end):
        if x + width + _GAP_PX <= other.x0 or other.x1 + _GAP_PX <= x:
            continue
        is_nested = other.box[0] < part.x1 and part.x0 < other.box[1]
        x = other.x1 + _GAP_PX
        if is_nested or x > furthest:
            return None
    return x


def _left_end(reserved: _Reserved) -> float:
    return reserved.x0
