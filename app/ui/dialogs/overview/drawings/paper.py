"""What all drawings share: colours, fonts, fitted texts and patterns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.base.texts.elided import elide
from app.ui.theme.label_colours import ColourScheme

_HATCH_PX = 5.0
Align = Qt.AlignmentFlag


class Pattern(Enum):
    """How a bar is filled.

    No colour is needed to tell two apart.
    """

    FULL = "full"
    HATCHED = "hatched"
    HOLLOW = "hollow"


@dataclass(frozen=True)  # without slots: it keeps its metrics
class Paper:
    """What a drawing is painted with."""

    colours: ColourScheme
    font: QFont

    @cached_property
    def metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    @cached_property
    def line_px(self) -> float:
        """The height of a line of text."""
        return self.metrics.height()

    def width_of(self, words: str) -> float:
        """Return how wide words are."""
        return self.metrics.horizontalAdvance(words)

    def write(
        self, painter: QPainter, box: QRectF, words: str, align: Align = Align.AlignLeft, colour: str = ""
    ) -> None:
        """Write a line of words into a box.

        It is cut with dots where it has no room.
        """
        painter.setPen(QColor(colour or self.colours.ink))
        shown = elide(words, self.metrics, box.width() + 0.5)
        painter.drawText(box, int(align | Align.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def fill(self, painter: QPainter, box: QRectF, colour: str, pattern: Pattern = Pattern.FULL) -> None:
        """Fill a bar, with an edge where it is not full."""
        if pattern is Pattern.FULL:
            painter.fillRect(box, QColor(colour))
            return
        painter.save()
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if pattern is Pattern.HATCHED:
            self._hatch(painter, box)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def mark(self, painter: QPainter, box: QRectF) -> None:
        """Ring what is marked."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent), 2))
        painter.drawRect(box.adjusted(-2, -2, 2, 2))

    def line(self, painter: QPainter, left: QPointF, right: QPointF, colour: str = "") -> None:
        """Draw a thin line."""
        painter.setPen(QPen(QColor(colour or self.colours.rule), 1))
        painter.drawLine(left, right)

    def _hatch(self, painter: QPainter, box: QRectF) -> None:
        """Draw slanted lines, cut at the edges of the bar.

        They are lines, and no brush: files of every format hold them alike.
        """
        at = box.left() - box.height()
        while at < box.right():
            begin = max(at, box.left())
            end = min(at + box.height(), box.right())
            if begin < end:
                painter.drawLine(QPointF(begin, box.bottom() - (begin - at)), QPointF(end, box.bottom() - (end - at)))
            at += _HATCH_PX
