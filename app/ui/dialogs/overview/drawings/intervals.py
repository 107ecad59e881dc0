"""The tagger's precision by label.

A dot stands for the share, a line for its interval.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.ui.dialogs.overview.drawings.drawing import LEAST_WIDTH_PX, Cell, Drawing
from app.ui.dialogs.overview.drawings.paper import Align

_GAP_PX, _LEAST_LINES, _MAX_PITCH_PX, _DOT_PX = 12.0, 1.5, 40.0, 4.5
_TICKS = (0, 25, 50, 75, 100)


class IntervalsDrawing(Drawing):
    """Paints rates with their intervals.

    One that says too little yet is hollow and dashed.
    """

    def least_size(self) -> QSizeF:
        return QSizeF(LEAST_WIDTH_PX, (len(self.picture.rows) + 2) * _LEAST_LINES * self.paper.line_px)

    def cell_box(self, area: QRectF, cell: Cell) -> QRectF:
        row, _ = cell
        lane = self._lane(area, row)
        measured = self.picture.measured
        assert measured is not None, "rates were measured"
        rate = measured.rates[row]
        left, right = (lane.left() + lane.width() * share for share in (rate.low, rate.high))
        return QRectF(left - _DOT_PX, lane.center().y() - _DOT_PX - 2, right - left + 2 * _DOT_PX, 2 * _DOT_PX + 4)

    def hit_box(self, area: QRectF, cell: Cell) -> QRectF:
        lane = self._lane(area, cell[0])
        return QRectF(area.left(), lane.top(), area.width(), lane.height())

    def paint(self, painter: QPainter, area: QRectF, marked: Cell | None) -> None:
        painter.setFont(self.paper.font)
        if not self.picture.rows:
            return
        self._paint_lines(painter, area)
        for row in range(len(self.picture.rows)):
            self._paint_rate(painter, area, row)
        if marked is not None:
            self.paper.mark(painter, self.cell_box(area, marked))
        self.paint_fixed(painter, area, area, marked)

    def fixed_size(self, area: QRectF) -> QSizeF:
        return QSizeF(0, self.paper.line_px * 1.5)

    def paint_fixed(self, painter: QPainter, area: QRectF, seen: QRectF, marked: Cell | None) -> None:
        """Paint the percentages below the last rate that is in sight."""
        if self.picture.rows:
            below, foot = self._lane(area, len(self.picture.rows) - 1).bottom(), self.fixed_size(area).height()
            base = seen.bottom() - foot
            if base < below:
                painter.fillRect(QRectF(seen.left(), base, seen.width(), foot), QColor(self.paper.colours.paper))
            self._paint_ticks(painter, area, min(base, below))

    def _paint_rate(self, painter: QPainter, area: QRectF, row: int) -> None:
        measured = self.picture.measured
        assert measured is not None, "rates were measured"
        rate, lane = measured.rates[row], self._lane(area, row)
        middle = lane.center().y()
        name_box = QRectF(area.left(), lane.top(), self._name_px(area), lane.height())
        self.paper.write(painter, name_box, self.words.row_name(self.picture, row))
        colour = QColor(self.words.colour(self.picture, row))
        style = Qt.PenStyle.SolidLine if rate.is_enough else Qt.PenStyle.DashLine
        painter.setPen(QPen(colour, 2, style))
        left, dot, right = (lane.left() + lane.width() * share for share in (rate.low, rate.share, rate.high))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(QBrush(colour) if rate.is_enough else QBrush(QColor(self.paper.colours.paper)))
        painter.drawEllipse(QPointF(dot, middle), _DOT_PX, _DOT_PX)
        words_box = QRectF(lane.right() + _GAP_PX + 8, lane.top(), self._words_px, lane.height())
        ink = self.paper.colours.ink if rate.is_enough else self.paper.colours.muted
        self.paper.write(painter, words_box, self.words.rate(rate), colour=ink)

    def _paint_lines(self, painter: QPainter, area: QRectF) -> None:
        first, last = self._lane(area, 0), self._lane(area, len(self.picture.rows) - 1)
        for tick in _TICKS:
            x = first.left() + first.width() * tick / 100
            self.paper.line(painter, QPointF(x, first.top()), QPointF(x, last.bottom()))

    def _paint_ticks(self, painter: QPainter, area: QRectF, base: float) -> None:
        lane = self._lane(area, 0)
        has_room = lane.width() / (len(_TICKS) - 1) > self.paper.width_of("100\u00a0%\u00a0")
        for tick in _TICKS if has_room else (_TICKS[0], _TICKS[-1]):
            box = QRectF(lane.left() + lane.width() * tick / 100 - 40, base + 2, 80, self.paper.line_px * 1.3)
            self.paper.write(painter, box, f"{tick}\u00a0%", Align.AlignHCenter, self.paper.colours.muted)

    def _lane(self, area: QRectF, row: int) -> QRectF:
        left = self._name_px(area) + _GAP_PX
        room = area.height() - self.paper.line_px * 2
        pitch = min(_MAX_PITCH_PX, room / max(1, len(self.picture.rows)))
        width = area.width() - left - self._words_px - _GAP_PX - 8
        return QRectF(area.left() + left, area.top() + row * pitch, width, pitch)

    @cached_property
    def _words_px(self) -> float:
        rates = self.picture.measured.rates if self.picture.measured is not None else ()
        return max((self.paper.width_of(self.words.rate(rate)) for rate in rates), default=0) + 4
