"""Lying bars, one for each source.

Each has a part for each state of its articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from app.ui.base.i18n import number_words
from app.ui.dialogs.overview.drawings.drawing import LEAST_WIDTH_PX, Cell, Drawing
from app.ui.dialogs.overview.drawings.paper import Pattern

_GAP_PX, _LEAST_LINES, _BAR_SHARE, _MAX_PITCH_PX = 12.0, 1.35, 0.72, 44.0
_PATTERNS = (Pattern.HOLLOW, Pattern.FULL, Pattern.HATCHED)
_LEAST_PART_PX = 2.0


class BarsDrawing(Drawing):
    """Paints columns as lying bars, and rows as their parts."""

    name_share = 0.3

    def least_size(self) -> QSizeF:
        lines = len(self.picture.columns) * _LEAST_LINES * self.paper.line_px
        return QSizeF(LEAST_WIDTH_PX, lines + self._head)

    def move(self, cell: Cell, across: int, down: int) -> Cell:
        """Return the next cell with a count.

        Parts lie beside, and sources below each other.
        """
        row, column = cell
        if down:
            column += down
            if not 0 <= column < len(self.picture.columns):
                return cell
            parts = [place for place in range(len(self.picture.rows)) if self.picture.values[place][column]]
            return (min(parts, key=lambda place: abs(place - row)), column) if parts else cell
        row += across
        while 0 <= row < len(self.picture.rows):
            if self.picture.values[row][column]:
                return row, column
            row += across
        return cell

    def first_cell(self) -> Cell | None:
        return min(self.cells(), key=lambda cell: (cell[1], cell[0]), default=None)

    def cell_box(self, area: QRectF, cell: Cell) -> QRectF:
        row, column = cell
        bar = self._bar(area, column)
        scale = bar.width() / max(1, *map(sum, zip(*self.picture.values, strict=True)))
        before = sum(self.picture.values[place][column] for place in range(row)) * scale
        width = max(_LEAST_PART_PX, self.picture.values[row][column] * scale)
        return QRectF(bar.left() + before, bar.top(), width, bar.height())

    def paint(self, painter: QPainter, area: QRectF, marked: Cell | None) -> None:
        painter.setFont(self.paper.font)
        self._paint_legend(painter, area)
        for column in range(len(self.picture.columns)):
            self._paint_bar(painter, area, column)
        if marked is not None:
            self.paper.mark(painter, self.cell_box(area, marked))

    def _paint_bar(self, painter: QPainter, area: QRectF, column: int) -> None:
        bar = self._bar(area, column)
        name_box = QRectF(area.left(), bar.top() - 2, self._name_px(area), bar.height() + 4)
        self.paper.write(painter, name_box, self.words.column_name(self.picture, column))
        total = 0
        right = bar.left()
        for row in range(len(self.picture.rows)):
            count = self.picture.values[row][column]
            total += count
            if count:
                box = self.cell_box(area, (row, column))
                self.paper.fill(painter, box, self.words.colour(self.picture, row), _PATTERNS[row % len(_PATTERNS)])
                right = box.right()
        count_box = QRectF(right + 8, bar.top() - 2, self._count_px, bar.height() + 4)
        self.paper.write(painter, count_box, number_words(total), colour=self.paper.colours.muted)

    def _paint_legend(self, painter: QPainter, area: QRectF) -> None:
        left, size = area.left() + self._name_px(area) + _GAP_PX, self.paper.line_px * 0.7
        for row in range(len(self.picture.rows)):
            if not any(self.picture.values[row]):
                continue
            words = self.words.row_name(self.picture, row)
            width = self.paper.width_of(words) + 4
            box = QRectF(left, area.top() + (self.paper.line_px - size) / 2, size, size)
            self.paper.fill(painter, box, self.words.colour(self.picture, row), _PATTERNS[row % len(_PATTERNS)])
            self.paper.write(painter, QRectF(left + size + 6, area.top(), width, self.paper.line_px), words)
            left += size + width + 24

    def _bar(self, area: QRectF, column: int) -> QRectF:
        left = self._name_px(area) + _GAP_PX
        pitch = min(_MAX_PITCH_PX, (area.height() - self._head) / max(1, len(self.picture.columns)))
        top = area.top() + self._head + column * pitch
        return QRectF(area.left() + left, top, area.width() - left - self._count_px - 8, pitch * _BAR_SHARE)

    def _names(self) -> Iterator[str]:
        return (self.words.column_name(self.picture, place) for place in range(len(self.picture.columns)))

    @cached_property
    def _count_px(self) -> float:
        return self.paper.width_of(number_words(self.picture.total)) + 8

    @cached_property
    def _head(self) -> float:
        return self.paper.line_px * 1.8
