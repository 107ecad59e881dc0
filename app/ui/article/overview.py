"""The strip beside the scrollbar: where in the article something is open, noted or found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.core.model import Annotation, Status
from app.core.span import Span
from app.ui.article.inks import Inks

_BINS = 1_024
_WIDTH = 16


class Overview(QWidget):
    """Show marks by their place in the text: open ones left, noted in the middle, found ones right; click to go there.

    Counts are kept by bins of the text, so that a change costs the same in any article.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._length = 1
        self._open: Counter[int] = Counter()
        self._noted: set[int] = set()
        self._found: set[int] = set()
        self._current: int | None = None
        self._visible = Span(0, 0)
        self._inks: Inks | None = None

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 64)

    def set_inks(self, inks: Inks) -> None:
        """Paint with other colours."""
        self._inks = inks
        self.update()

    def show_article(self, length: int, annotations: Iterable[Annotation]) -> None:
        """Count anew for a text of `length` code points."""
        self._length = max(1, length)
        proposed = Status.PROPOSED
        scale = _BINS / self._length
        self._open = Counter([int(row.pieces[0][0] * scale) for row in annotations if row.status is proposed])
        self.update()

    def replace(self, before: Annotation | None, after: Annotation | None) -> None:
        """Take in one changed annotation."""
        was = before is not None and before.status is Status.PROPOSED
        is_open = after is not None and after.status is Status.PROPOSED
        if was and before is not None:
            self._open[self._bin(before.start)] -= 1
        if is_open and after is not None:
            self._open[self._bin(after.start)] += 1
        if was or is_open:
            self.update()

    def show_noted(self, positions: Iterable[int]) -> None:
        """Show where there are notes."""
        self._noted = {self._bin(position) for position in positions}
        self.update()

    def show_found(self, spans: Iterable[Span]) -> None:
        """Show where something was found."""
        self._found = {self._bin(span.start) for span in spans}
        self.update()

    def show_place(self, visible: Span, current: int | None) -> None:
        """Show what part of the text is on screen, and where the current annotation begins."""
        if (visible, current) != (self._visible, self._current):
            self._visible, self._current = visible, current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._inks is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._inks.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_visible(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_bins(painter, [key for key, count in self._open.items() if count > 0], 3.0, 5.0, self._inks.muted)
        self._paint_dots(painter)
        self._paint_bins(painter, self._found, 10.0, 4.0, self._inks.strong_find)
        self._paint_current(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def _choose(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        self.chosen.emit(round(min(1.0, max(0.0, share)) * self._length))

    def _bin(self, position: int) -> int:
        return int(position * _BINS / self._length)

    def _y(self, position: float) -> float:
        return position / self._length * self.height()

    def _paint_visible(self, painter: QPainter) -> None:
        assert self._inks is not None, "painted with inks alone"
        top, bottom = self._y(self._visible.start), self._y(self._visible.stop)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks.rule)
        painter.drawRoundedRect(QRectF(1.0, top, self.width() - 2.0, max(6.0, bottom - top)), 3.0, 3.0)

    def _paint_bins(self, painter: QPainter, bins: Iterable[int], x: float, width: float, colour: QColor) -> None:
        step = self.height() / _BINS
        rects = [QRectF(x, key * step, width, 1.6) for key in bins]
        painter.setBrush(colour)
        painter.drawRects(rects)

    def _paint_dots(self, painter: QPainter) -> None:
        assert self._inks is not None, "painted with inks alone"
        painter.setBrush(self._inks.accent)
        step = self.height() / _BINS
        for key in self._noted:
            painter.drawEllipse(QPointF(8.5, key * step + 2.0), 2.2, 2.2)

    def _paint_current(self, painter: QPainter) -> None:
        if self._current is None or self._inks is None:
            return
        y = self._y(self._current)
        painter.setBrush(self._inks.accent)
        painter.drawPolygon(QPolygonF([QPointF(0.0, y - 4.0), QPointF(5.0, y), QPointF(0.0, y + 4.0)]))
