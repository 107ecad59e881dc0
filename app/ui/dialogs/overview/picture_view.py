"""The widget of one picture.

Arrows walk it; Enter or a click opens what is behind a count.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.service.corpus.overview.pictures import Picture, PictureKind
from app.ui.base.announce import announce
from app.ui.dialogs.overview.drawings.bars import BarsDrawing
from app.ui.dialogs.overview.drawings.drawing import Cell, Drawing
from app.ui.dialogs.overview.drawings.intervals import IntervalsDrawing
from app.ui.dialogs.overview.drawings.matrix import MatrixDrawing
from app.ui.dialogs.overview.drawings.paper import Align, Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords
from app.ui.dialogs.overview.drawings.strips import StripsDrawing

MARGIN_PX = 14.0
_DRAWINGS: dict[PictureKind, type[Drawing]] = {
    PictureKind.PROGRESS: StripsDrawing,
    PictureKind.LABELS: StripsDrawing,
    PictureKind.CLAIMS: StripsDrawing,
    PictureKind.SOURCES: BarsDrawing,
    PictureKind.NAMES: MatrixDrawing,
    PictureKind.PRECISION: IntervalsDrawing,
}


def make_drawing(picture: Picture, words: PictureWords, paper: Paper) -> Drawing:
    """Return what paints a picture."""
    return _DRAWINGS[picture.kind](picture, words, paper)


class PictureView(QWidget):
    """Shows a picture.

    `marked` tells that another cell is marked, `opened` that one is opened.
    """

    marked = Signal()
    opened = Signal()

    def __init__(self, words: PictureWords, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._paper = words, paper
        self._drawing: Drawing | None = None
        self._empty_words = ""
        self.cell: Cell | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Picture | None, empty_words: str) -> None:
        """Show a picture, or words where there is nothing to draw.

        The cell that was marked stays so where the same picture is shown anew.
        """
        before = self._drawing.picture if self._drawing is not None else None
        self._empty_words = empty_words
        is_drawn = picture is not None and not picture.is_empty
        self._drawing = make_drawing(picture, self._words, self._paper) if is_drawn and picture is not None else None
        kept = self.cell if before is not None and picture is not None and before.kind is picture.kind else None
        self.cell = None
        if self._drawing is not None:
            cells = set(self._drawing.cells())
            self.cell = kept if kept in cells else self._drawing.first_cell()
        title = self._words.title(picture.kind) if picture is not None else ""
        self.setAccessibleName(title)
        self._describe()
        self.setMinimumSize(self._least_width(), self._least_height())
        self.updateGeometry()
        self.update()
        self.marked.emit()

    def step(self, across: int, down: int) -> None:
        """Mark the next cell in a direction."""
        if self._drawing is not None and self.cell is not None:
            self._mark(self._drawing.move(self.cell, across, down))

    def go_to_end(self, *, is_last: bool) -> None:
        """Mark the first or last cell of the row."""
        if self._drawing is not None and self.cell is not None:
            row = [cell for cell in self._drawing.cells() if cell[0] == self.cell[0]]
            self._mark(row[-1] if is_last else row[0])

    def cell_rect(self) -> QRect:
        """Return where the marked cell is painted."""
        if self._drawing is None or self.cell is None:
            return QRect()
        return self._drawing.hit_box(self._area, self.cell).toAlignedRect()

    def fixed_size(self) -> QSize:
        """Return the width and height of what stays in sight."""
        return self._drawing.fixed_size(self._area).toSize() if self._drawing is not None else QSize()

    def cell_words(self) -> str:
        """Say what is marked."""
        if self._drawing is None or self.cell is None:
            return ""
        return self._words.cell(self._drawing.picture, *self.cell)

    def sizeHint(self) -> QSize:
        return QSize(720, self._least_height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = self._drawing.cell_at(self._area, event.position()) if self._drawing is not None else None
        if found is not None and found == self.cell:
            self.opened.emit()
        elif found is not None:
            self._mark(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._paper.colours.paper))
        if self._drawing is None:
            painter.setFont(self._paper.font)
            painter.setPen(QColor(self._paper.colours.muted))
            flags = int(Align.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(60, 20, -60, -20), flags, self._empty_words)
            return
        self._drawing.paint(painter, self._area, self.cell)
        seen = QRectF(self.visibleRegion().boundingRect())
        if seen.size() != QRectF(self.rect()).size():
            self._drawing.paint_fixed(painter, self._area, seen, self.cell)

    def _mark(self, cell: Cell) -> None:
        if cell != self.cell:
            self.cell = cell
            self._describe()
            self.update()
            self.marked.emit()
            announce(self, self.cell_words())

    def _describe(self) -> None:
        self.setAccessibleDescription(self.cell_words() or self._empty_words)

    def _least_height(self) -> int:
        return int(self._drawing.least_size().height() + 2 * MARGIN_PX) if self._drawing is not None else 160

    def _least_width(self) -> int:
        return int(self._drawing.least_size().width() + 2 * MARGIN_PX) if self._drawing is not None else 0

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
