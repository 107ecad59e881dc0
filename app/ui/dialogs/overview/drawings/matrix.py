"""Who is named with whom, as a square of counts.

The darker, the more articles.
"""

from __future__ import annotations

from functools import cached_property
from math import sqrt

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.base.i18n import number_words
from app.ui.dialogs.overview.drawings.drawing import LEAST_WIDTH_PX, Cell, Drawing
from app.ui.dialogs.overview.drawings.paper import Align
from app.ui.theme.label_colours import TEXT_CONTRAST, contrast, mixed

_PADDING_PX = 4.0
_NAME_SHARE, _GAP_PX, _LEAST_LINES, _MOST_OF_HUE, _MAX_STEP_PX = 0.3, 8.0, 1.15, 0.75, 64.0


class MatrixDrawing(Drawing):
    """Paints counts of pairs; the columns are numbered as the rows.

    On the diagonal stands in how many articles a name is.
    """

    def least_size(self) -> QSizeF:
        """Return the size that has room for all counts and numbers."""
        side = (len(self.picture.rows) + 1) * _LEAST_LINES * self.paper.line_px
        counts = (number_words(count) for line in self.picture.values for count in line if count)
        cell_px = max(map(self.paper.width_of, ("00", *counts))) + _PADDING_PX
        cells_px = len(self.picture.columns) * cell_px + _GAP_PX
        return QSizeF(max(LEAST_WIDTH_PX, min(cells_px + self._widest_px, cells_px / (1 - _NAME_SHARE))), side)

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
        _, down = self._steps(area)
        pairs = [
            value for row, line in enumerate(self.picture.values) for place, value in enumerate(line) if row != place
        ]
        most = max(1, *pairs) if pairs else 1
        for place in range(len(self.picture.rows)):
            self._paint_names(painter, area, place, down, marked)
            for column in range(len(self.picture.columns)):
                self._paint_cell(painter, area, (place, column), most)
        if marked is not None:
            self.paper.mark(painter, self.cell_box(area, marked).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter, area: QRectF, place: int, down: float, marked: Cell | None) -> None:
        box = self.cell_box(area, (place, 0))
        is_marked_row = marked is not None and marked[0] == place
        is_marked_column = marked is not None and marked[1] == place
        ink, muted = self.paper.colours.ink, self.paper.colours.muted
        number_px = self.paper.width_of("00") + 6
        number_box = QRectF(area.left(), box.top(), number_px - 6, box.height())
        self.paper.write(painter, number_box, str(place + 1), Align.AlignRight, ink if is_marked_row else muted)
        name_box = QRectF(area.left() + number_px, box.top(), self._name_px(area) - number_px, box.height())
        self.paper.write(painter, name_box, self.words.row_name(self.picture, place), colour=ink)
        head = self.cell_box(area, (0, place))
        head_box = QRectF(head.left(), area.top(), head.width(), down)
        self.paper.write(painter, head_box, str(place + 1), Align.AlignHCenter, ink if is_marked_column else muted)

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
        return min(area.width() * _NAME_SHARE, self._widest_px)

    @cached_property
    def _widest_px(self) -> float:
        names = (self.words.row_name(self.picture, row) for row in range(len(self.picture.rows)))
        return max(map(self.paper.width_of, names), default=0.0) + self.paper.width_of("00") + 10
