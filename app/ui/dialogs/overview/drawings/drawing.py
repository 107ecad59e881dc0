"""Drawings: cells that can be painted, hit and walked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from app.service.corpus.overview.pictures import Picture
from app.ui.dialogs.overview.drawings.paper import Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords

Cell = tuple[int, int]
"""Row and column of a picture."""

_NEAR_PX = 3.0

LEAST_WIDTH_PX = 360.0
"""A picture scrolls sideways where it has less."""


class Drawing(ABC):
    """Paints a picture in an area, and knows where its cells are.

    Cells without a count are passed over.
    """

    name_share: ClassVar[float] = 0.24
    """The part of the width that the names at the left have at most."""

    def __init__(self, picture: Picture, words: PictureWords, paper: Paper) -> None:
        self.picture, self.words, self.paper = picture, words, paper

    @abstractmethod
    def least_size(self) -> QSizeF:
        """Return the size that can still be read."""

    @abstractmethod
    def cell_box(self, area: QRectF, cell: Cell) -> QRectF:
        """Return where a cell is painted."""

    @abstractmethod
    def paint(self, painter: QPainter, area: QRectF, marked: Cell | None) -> None:
        """Paint all."""

    def paint_fixed(  # noqa: B027  # a picture without an axis has nothing fixed
        self, painter: QPainter, area: QRectF, seen: QRectF, marked: Cell | None
    ) -> None:
        """Paint what stays in sight, over `seen`, while the rest scrolls."""

    def fixed_size(self, area: QRectF) -> QSizeF:
        """Return what `paint_fixed` covers: at the left, and above or below."""
        return QSizeF()

    def move(self, cell: Cell, across: int, down: int) -> Cell:
        """Return the next cell with a count in a direction.

        It is the same one where there is none.
        """
        row, column = cell
        while True:
            row, column = row + down, column + across
            if not (0 <= row < len(self.picture.rows) and 0 <= column < len(self.picture.columns)):
                return cell
            if self.picture.values[row][column]:
                return row, column
            if near := self._beside((row, column), across, down):
                return near

    def first_cell(self) -> Cell | None:
        """Return the cell that is marked at first.

        None where nothing was counted.
        """
        return next(self.cells(), None)

    def cells(self) -> Iterator[Cell]:
        """Yield the cells with a count."""
        for row, values in enumerate(self.picture.values):
            yield from ((row, column) for column, value in enumerate(values) if value)

    def cell_at(self, area: QRectF, point: QPointF) -> Cell | None:
        """Return the cell that is painted at a point, or near it."""
        boxes = ((cell, self.hit_box(area, cell)) for cell in self.cells())
        return next((cell for cell, box in boxes if box.contains(point)), None)

    def hit_box(self, area: QRectF, cell: Cell) -> QRectF:
        """Return where a click means a cell."""
        return self.cell_box(area, cell).adjusted(-_NEAR_PX, -_NEAR_PX, _NEAR_PX, _NEAR_PX)

    def _name_px(self, area: QRectF) -> float:
        """Return how much room the names at the left have."""
        return min(area.width() * self.name_share, self._widest_px + 4)

    @cached_property
    def _widest_px(self) -> float:
        return max(map(self.paper.width_of, self._names()), default=0.0)

    def _names(self) -> Iterator[str]:
        """Yield what stands at the left."""
        return (self.words.row_name(self.picture, row) for row in range(len(self.picture.rows)))

    def _beside(self, cell: Cell, across: int, down: int) -> Cell | None:
        """Return the nearest cell with a count in another row.

        It is the row that a step down leads to.
        """
        row, column = cell
        if across or not down:
            return None
        found = [place for place, value in enumerate(self.picture.values[row]) if value]
        return (row, min(found, key=lambda place: abs(place - column))) if found else None
