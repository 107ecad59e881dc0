"""The strip beside the scrollbar.

Where in the article something is open, noted or found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.core.model import Annotation, Status
from app.core.span import Span
from app.ui.article.paint.pens import Pens

_BINS = 512
_WIDTH = 16
_TICK_PX = 2


class Overview(QWidget):
    """Show marks by their place in the text.

    Open ones left, noted in the middle, found ones right; click to go there. Counts are kept by bins of the text, so
    that a change costs the same in any article.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, focusPolicy=Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._length = 1
        self.open_by_bin: dict[int, int] = {}
        """How many open annotations stand in each bin of the article's height."""
        self.noted_bins: set[int] = set()
        self._found: set[int] = set()
        self._current: int | None = None
        self._visible = Span(0, 0)
        self._pens: Pens | None = None

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 64)

    def set_pens(self, pens: Pens) -> None:
        """Paint with other colours."""
        self._pens = pens
        self.update()

    def show_article(self, length: int, annotations: Iterable[Annotation]) -> None:
        """Count anew for a text of `length` code points."""
        self._length = max(1, length)
        self.open_by_bin = Counter(self._open_bins(annotations))
        self.update()

    def follow_changes(self, pairs: Iterable[tuple[Annotation | None, Annotation | None]]) -> None:
        """Take in changed annotations, (before, after) of each."""
        came = Counter(self._open_bins(after for _, after in pairs))
        came.subtract(self._open_bins(before for before, _ in pairs))
        for key, by in came.items():
            count = self.open_by_bin.get(key, 0)
            self.open_by_bin[key] = count + by
            if (count > 0) != (count + by > 0):
                self.update(self._rect_of(key))

    def show_noted(self, positions: Iterable[int]) -> None:
        """Show where there are notes."""
        self.noted_bins = {self._bin(position) for position in positions}
        self.update()

    def show_found(self, spans: Iterable[Span]) -> None:
        """Show where something was found."""
        self._found = {self._bin(span.start) for span in spans}
        self.update()

    def show_place(self, visible: Span, current: int | None) -> None:
        """Show which part is on screen, and the current annotation's start."""
        if visible != self._visible:
            for span in (self._visible, visible):
                self.update(self._visible_box(span).toAlignedRect().adjusted(-1, -1, 1, 1))
        if current != self._current:
            for position in (self._current, current):
                self.update(QRect() if position is None else self._pointer_rect(position))
        self._visible, self._current = visible, current

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pens is None:
            return
        painter, area = QPainter(self), event.rect()
        painter.fillRect(area, self._pens.paper)
        self._paint_visible(painter, self._pens)
        bins = range(max(0, self._bin_at(area.top() - 4)), min(_BINS, self._bin_at(area.bottom() + 4) + 1))
        self._paint_open(painter, self._pens, bins)
        self._paint_found(painter, self._pens, bins)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dots(painter, self._pens, bins)
        self._paint_current(painter, self._pens)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose_place(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose_place(event)

    def _choose_place(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        self.chosen.emit(round(min(1.0, max(0.0, share)) * self._length))

    def _open_bins(self, rows: Iterable[Annotation | None]) -> list[int]:
        """Return the bin of each row that is still open.

        There may be tens of thousands.
        """
        proposed, scale, last = Status.PROPOSED, _BINS / self._length, _BINS - 1
        return [min(last, int(row.pieces[0][0] * scale)) for row in rows if row is not None and row.status is proposed]

    def _bin(self, position: int) -> int:
        return min(_BINS - 1, int(position * _BINS / self._length))

    def _bin_at(self, y: float) -> int:
        return int(y * _BINS / max(1, self.height()))

    def _rect_of(self, key: int) -> QRect:
        return QRect(0, round(key * self.height() / _BINS), self.width(), _TICK_PX)

    def _y_at(self, position: float) -> float:
        return position / self._length * self.height()

    def _paint_visible(self, painter: QPainter, pens: Pens) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pens.on_screen)
        painter.drawRect(self._visible_box(self._visible))

    def _visible_box(self, span: Span) -> QRectF:
        top, bottom = self._y_at(span.start), self._y_at(span.stop)
        return QRectF(1.0, top, self.width() - 2.0, max(6.0, bottom - top))

    def _paint_open(self, painter: QPainter, pens: Pens, bins: range) -> None:
        painter.setBrush(pens.muted)
        step, is_open = self.height() / _BINS, self.open_by_bin
        painter.drawRects([QRect(3, round(key * step), 5, _TICK_PX) for key in bins if is_open.get(key, 0) > 0])

    def _paint_found(self, painter: QPainter, pens: Pens, bins: range) -> None:
        painter.setBrush(pens.strong_find)
        step = self.height() / _BINS
        painter.drawRects([QRect(10, round(key * step), 4, _TICK_PX) for key in self._found if key in bins])

    def _paint_dots(self, painter: QPainter, pens: Pens, bins: range) -> None:
        painter.setBrush(pens.accent)
        step = self.height() / _BINS
        for key in self.noted_bins:
            if key in bins:
                painter.drawEllipse(QPointF(8.5, key * step + 2.0), 2.2, 2.2)

    def _pointer_rect(self, position: int) -> QRect:
        return QRect(0, round(self._y_at(position)) - 6, 8, 12)

    def _paint_current(self, painter: QPainter, pens: Pens) -> None:
        if self._current is not None:
            y = self._y_at(self._current)
            painter.setBrush(pens.accent)
            painter.drawPolygon(QPolygonF([QPointF(0.0, y - 4.0), QPointF(5.0, y), QPointF(0.0, y + 4.0)]))
