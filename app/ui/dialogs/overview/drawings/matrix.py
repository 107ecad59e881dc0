"""Who is named with whom, as a square of counts.

The darker, the more articles.
"""

from __future__ import annotations

from functools import cached_property
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.base.i18n import number_words
from app.ui.dialogs.overview.drawings.drawing import LEAST_WIDTH_PX, Cell, Drawing
from app.ui.dialogs.overview.drawings.paper import Align
from app.ui.theme.label_colours import TEXT_CONTRAST, contrast, mixed

_PADDING_PX = 4.0
_GAP_PX, _LEAST_LINES, _MOST_OF_HUE, _MAX_STEP_PX = 8.0, 1.15, 0.75, 64.0
_LEAST_NAME_CHARS = 20
"""Of a name that has no more room; what is marked is said in full below."""


class MatrixDrawing(Drawing):
    """Paints counts of pairs; the columns are numbered as the rows.

    On the diagonal stands in how many articles a name is.
    """

    def least_size(self) -> QSizeF:
        """Return the size that has room for all counts and numbers."""
        side = (len(self.picture.rows) + 1) * _LEAST_LINES * self.paper.line_px
        return QSizeF(max(LEAST_WIDTH_PX, self._least_name_px + self._least_cells_px), side)

    def first_cell(self) -> Cell | None:
        """Return the most frequent pair, else the first name."""
        pairs = [(row, column) for row, column in self.cells() if row < column]
        most = max(pairs, key=lambda cell: self.picture.values[cell[0]][cell[1]], default=None)
        return most or super().first_cell()

    def cell_box(self, area: QRectF, cell: Cell) -> QRectF:
        row, column = cell
        across, down = self._steps(area)
        left = area.left() + self._name_px(area) + _GAP_PX
        return QRectF(left + column * across, area.top() + (row + 1) * down, across - 1, down - 1)

    def hit_box(self, area: QRectF, cell: Cell) -> QRectF:
        return self.cell_box(area, cell)

    def paint(self, painter: QPainter, area: QRectF, marked: Cell | None) -> None:
        painter.setFont(self.paper.font)
        pairs = [
            value for row, line in enumerate(self.picture.values) for place, value in enumerate(line) if row != place
        ]
        most = max(1, *pairs) if pairs else 1
        for place in range(len(self.picture.rows)):
            for column in range(len(self.picture.columns)):
                self._paint_cell(painter, area, (place, column), most)
        if marked is not None:
            self.paper.mark(painter, self.cell_box(area, marked).adjusted(1, 1, -1, -1))
        self.paint_fixed(painter, area, area, marked)

    def fixed_size(self, area: QRectF) -> QSizeF:
        return QSizeF(self._name_px(area) + _GAP_PX, self._steps(area)[1])

    def paint_fixed(self, painter: QPainter, area: QRectF, seen: QRectF, marked: Cell | None) -> None:
        """Paint the names at the left, and the numbers above."""
        fixed = self.fixed_size(area)
        left, top = max(area.left(), seen.left()), max(area.top(), seen.top())
        row, column = marked or (-1, -1)
        if left > area.left():
            self._cover(painter, QRectF(left, seen.top(), fixed.width(), seen.height()))
        for place in range(len(self.picture.rows)):
            self._paint_name(painter, area, left, place, is_marked=place == row)
        if top > area.top():
            self._cover(painter, QRectF(seen.left(), top, seen.width(), fixed.height()))
        for place in range(len(self.picture.columns)):
            self._paint_number(painter, area, top, place, is_marked=place == column)
        self._cover(painter, QRectF(QPointF(left, top), fixed))

    def _cover(self, painter: QPainter, box: QRectF) -> None:
        painter.fillRect(box, QColor(self.paper.colours.paper))

    def _paint_number(self, painter: QPainter, area: QRectF, top: float, column: int, *, is_marked: bool) -> None:
        cell = self.cell_box(area, (0, column))
        box = QRectF(cell.left(), top, cell.width(), cell.height())
        colour = self.paper.colours.ink if is_marked else self.paper.colours.muted
        self.paper.write(painter, box, str(column + 1), Align.AlignHCenter, colour)

    def _paint_name(self, painter: QPainter, area: QRectF, left: float, row: int, *, is_marked: bool) -> None:
        cell, ink = self.cell_box(area, (row, 0)), self.paper.colours.ink
        number_px = self.paper.width_of("00") + 6
        number_box = QRectF(left, cell.top(), number_px - 6, cell.height())
        number_colour = ink if is_marked else self.paper.colours.muted
        self.paper.write(painter, number_box, str(row + 1), Align.AlignRight, number_colour)
        name_box = QRectF(left + number_px, cell.top(), self._name_px(area) - number_px, cell.height())
        self.paper.write(painter, name_box, self.words.row_name(self.picture, row), colour=ink)

    def _paint_cell(self, painter: QPainter, area: QRectF, cell: Cell, most: int) -> None:
        row, column = cell
        box, count, colours = self.cell_box(area, cell), self.picture.values[row][column], self.paper.colours
        if row == column:
            painter.setPen(QPen(QColor(colours.rule), 1))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        under = colours.paper
        if count and row != column:
            under = mixed(colours.paper, colours.link, _MOST_OF_HUE * sqrt(count / most))
            painter.fillRect(box, QColor(under))
        words = number_words(count)
        if count and self.paper.width_of(words) <= box.width() - 2 and self.paper.line_px <= box.height() + 3:
            ink = colours.ink if contrast(colours.ink, under) >= TEXT_CONTRAST else colours.paper
            self.paper.write(painter, box, words, Align.AlignHCenter, colours.muted if row == column else ink)

    def _steps(self, area: QRectF) -> tuple[float, float]:
        count = max(1, len(self.picture.rows))
        across = (area.width() - self._name_px(area) - _GAP_PX) / count
        down = area.height() / (count + 1)
        return min(_MAX_STEP_PX, across), min(_MAX_STEP_PX / 2, down)

    def _name_px(self, area: QRectF) -> float:
        """Return how wide the names are: they take what the cells leave."""
        return min(self._widest_px, max(self._least_name_px, area.width() - self._least_cells_px))

    @cached_property
    def _least_cells_px(self) -> float:
        counts = (number_words(count) for line in self.picture.values for count in line if count)
        cell_px = max(map(self.paper.width_of, ("00", *counts))) + _PADDING_PX
        return len(self.picture.columns) * cell_px + _GAP_PX

    @cached_property
    def _least_name_px(self) -> float:
        return min(self._widest_px, self.paper.metrics.averageCharWidth() * _LEAST_NAME_CHARS)

    @cached_property
    def _widest_px(self) -> float:
        return max(map(self.paper.width_of, self._names()), default=0.0) + self.paper.width_of("00") + 10
