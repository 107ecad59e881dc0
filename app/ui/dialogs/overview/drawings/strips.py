"""A strip of bars for each label, over time.

Each is named at its left, so that no legend is needed.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from app.ui.dialogs.overview.drawings.drawing import LEAST_WIDTH_PX, Cell, Drawing

_GAP_PX, _LEAST_BAR_PX, _BAR_SHARE = 12.0, 2.0, 0.8
_LEAST_LINES = 1.7
_MAX_STRIP_PX, _MOST_STEP_PX = 320.0, 96.0


class StripsDrawing(Drawing):
    """Paints counts by period.

    Each strip has a scale of its own; its peak is written at the right.
    """

    def least_size(self) -> QSizeF:
        return QSizeF(LEAST_WIDTH_PX, len(self.picture.rows) * _LEAST_LINES * self.paper.line_px + self._foot)

    def cell_box(self, area: QRectF, cell: Cell) -> QRectF:
        row, column = cell
        strip = self._strip(area, row)
        step = self._step(strip)
        most = max(1, *self.picture.values[row])
        count = self.picture.values[row][column]
        height = max(_LEAST_BAR_PX, strip.height() * count / most) if count else 0.0
        left = strip.left() + column * step + step * (1 - _BAR_SHARE) / 2
        return QRectF(left, strip.bottom() - height, step * _BAR_SHARE, height)

    def hit_box(self, area: QRectF, cell: Cell) -> QRectF:
        strip, bar = self._strip(area, cell[0]), self.cell_box(area, cell)
        return QRectF(bar.left() - 1, strip.top(), bar.width() + 2, strip.height())

    def paint(self, painter: QPainter, area: QRectF, marked: Cell | None) -> None:
        painter.setFont(self.paper.font)
        for row in range(len(self.picture.rows)):
            self._paint_strip(painter, area, row)
        for row, column in self.cells():
            self.paper.fill(painter, self.cell_box(area, (row, column)), self.words.colour(self.picture, row))
        if marked is not None:
            self.paper.mark(painter, self.cell_box(area, marked))
        self.paint_fixed(painter, area, area, marked)

    def fixed_size(self, area: QRectF) -> QSizeF:
        return QSizeF(0, self._foot)

    def paint_fixed(self, painter: QPainter, area: QRectF, seen: QRectF, marked: Cell | None) -> None:
        """Paint the periods below the last strip that is in sight."""
        if self.picture.rows:
            below, base = self._strip(area, len(self.picture.rows) - 1).bottom(), seen.bottom() - self._foot
            if base < below:
                painter.fillRect(QRectF(seen.left(), base, seen.width(), self._foot), QColor(self.paper.colours.paper))
            self._paint_periods(painter, area, min(base, below))

    def _paint_strip(self, painter: QPainter, area: QRectF, row: int) -> None:
        strip, values = self._strip(area, row), self.picture.values[row]
        height = min(strip.height(), self.paper.line_px * _LEAST_LINES)
        name_box = QRectF(area.left(), strip.bottom() - height, self._name_px(area), height)
        self.paper.write(painter, name_box, self.words.row_name(self.picture, row))
        total_box = QRectF(strip.right() + _GAP_PX, strip.bottom() - height, self._total_px, height)
        self.paper.write(painter, total_box, self._total_words(values), colour=self.paper.colours.muted)
        self.paper.line(painter, strip.bottomLeft(), strip.bottomRight())

    def _paint_periods(self, painter: QPainter, area: QRectF, base: float) -> None:
        """Write the periods below a line, as many as have room."""
        strip = self._strip(area, 0)
        step = self._step(strip)
        free_from = strip.left()
        for column in range(len(self.picture.columns)):
            words = self.words.short_period(self.picture, column)
            width = self.paper.width_of(words) + 10
            left = strip.left() + column * step
            if left >= free_from and left + width - 10 <= strip.right() + self._total_px:
                box = QRectF(left, base + 5, width, self.paper.line_px * 1.3)
                self.paper.write(painter, box, words, colour=self.paper.colours.muted)
                self.paper.line(painter, QPointF(left, base), QPointF(left, base + 4))
                free_from = left + width

    def _step(self, strip: QRectF) -> float:
        """Return how far one period is from the next."""
        return min(_MOST_STEP_PX, strip.width() / max(1, len(self.picture.columns)))

    def _strip(self, area: QRectF, row: int) -> QRectF:
        left = self._name_px(area) + _GAP_PX
        pitch = min(_MAX_STRIP_PX, (area.height() - self._foot) / max(1, len(self.picture.rows)))
        height = pitch * 0.82
        top = area.top() + pitch * (row + 1) - height
        width = area.width() - left - self._total_px - _GAP_PX
        return QRectF(area.left() + left, top, width, height)

    @cached_property
    def _total_px(self) -> float:
        return max((self.paper.width_of(self._total_words(values)) for values in self.picture.values), default=0) + 4

    def _total_words(self, values: tuple[int, ...]) -> str:
        return self.words.total_and_peak(sum(values), max(values, default=0))

    @cached_property
    def _foot(self) -> float:
        return self.paper.line_px * 1.7
