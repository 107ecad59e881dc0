"""The mouse over the article: clicks, selecting and dragging.

It can drag a boundary of the current annotation.
"""

from __future__ import annotations

from PySide6.QtCore import QBasicTimer, QObject, QPoint, Qt, QTimerEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.core.span import Span
from app.core.text.boundary import snapped, word_at
from app.ui.article.places import Handle, Places

_SCROLL_EVERY_MS = 30
_FASTEST_PX = 80.0


class Pointer(QObject):
    """Turn the viewport's mouse events into what they mean."""

    clicked = Signal(int, object)
    double_clicked = Signal(object)
    claim_clicked = Signal(int)
    selected = Signal(object)
    boundary_dragged = Signal(object, object)
    boundary_shown = Signal(object)
    """Where a boundary is being dragged to: the piece as it would be, None when that is over."""
    menu_requested = Signal(object, object)
    """The point on the screen, and the position under it, None for where one is."""
    scroll_wanted = Signal(float)
    link_opened = Signal()
    """The link of the header was clicked with Ctrl."""

    def __init__(self, places: Places, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._places = places
        self._viewport = viewport
        self._pressed: QPoint | None = None
        self._anchor: int | None = None
        self._handle: Handle | None = None
        self._moved: Span | None = None
        self._is_dragging = False
        self._timer = QBasicTimer()

    @property
    def is_scrolling(self) -> bool:
        """Whether a drag past an edge scrolls on."""
        return self._timer.isActive()

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        point = event.position().toPoint()
        self.cancel()
        self._pressed = point
        self._anchor = self._places.position_at(point)
        self._handle = self._places.handle_at(point)

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what the mouse is over."""
        point = event.position().toPoint()
        if self._pressed is None:
            self._hover_over(point)
            return
        distance = (point - self._pressed).manhattanLength()
        if self._is_dragging or distance >= QGuiApplication.styleHints().startDragDistance():
            self._is_dragging = True
            self._drag_to(point, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            self._scroll_if_outside(point)

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or take it for a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if not self._is_dragging:
            self._click_at(self._pressed, event.modifiers())
        elif self._handle is not None and self._moved is not None and self._moved != self._handle.piece:
            self.boundary_dragged.emit(self._handle.piece, self._moved)
        self.cancel()

    def double_click(self, event: QMouseEvent) -> None:
        """Choose the word under the mouse."""
        position = self._places.position_at(event.position().toPoint())
        word = None if position is None else word_at(self._places.text, position)
        if event.button() == Qt.MouseButton.LeftButton and word is not None:
            self.cancel()
            self.double_clicked.emit(word)

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the mouse.

        On a bracket, it is the menu of the claim.
        """
        position, claim = self._places.position_at(event.pos()), self._places.bracket_at(event.pos())
        if claim is not None:
            self.claim_clicked.emit(claim)
            self.menu_requested.emit(event.globalPos(), None)
        elif position is not None:
            self.menu_requested.emit(event.globalPos(), position)

    def cancel(self) -> None:
        """Forget what was begun."""
        self._timer.stop()
        if self._moved is not None:
            self.boundary_shown.emit(None)
        self._pressed = self._anchor = self._handle = self._moved = None
        self._is_dragging = False

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() != self._timer.timerId():
            super().timerEvent(event)
            return
        point = self._viewport.mapFromGlobal(QCursor.pos())
        beyond = point.y() if point.y() < 0 else max(0, point.y() - self._viewport.height())
        self.scroll_wanted.emit(max(-_FASTEST_PX, min(_FASTEST_PX, beyond * 0.5)))
        self._drag_to(point, free=False)

    def _drag_to(self, point: QPoint, *, free: bool) -> None:
        """Select, or move the boundary, up to `point`."""
        position = self._places.position_at(point)
        if position is None or self._anchor is None:
            return
        if self._handle is not None:
            self._moved = self._handle.moved_to(self._places.text, position, free=free)
            self.boundary_shown.emit(self._moved)
            return
        span = Span(min(self._anchor, position), max(self._anchor, position) + 1)
        chosen = span if free else snapped(self._places.text, span)
        if chosen.length:
            self.selected.emit(chosen)

    def _scroll_if_outside(self, point: QPoint) -> None:
        if 0 <= point.y() < self._viewport.height():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(_SCROLL_EVERY_MS, self)

    def _click_at(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        claim = self._places.bracket_at(point)
        if modifiers & Qt.KeyboardModifier.ControlModifier and self._places.is_link_at(point):
            self.link_opened.emit()
        elif claim is not None:
            self.claim_clicked.emit(claim)
        elif self._anchor is not None:
            self.clicked.emit(self._anchor, modifiers)

    def _hover_over(self, point: QPoint) -> None:
        if self._places.handle_at(point) is not None:
            shape = Qt.CursorShape.SplitHCursor
        elif self._places.bracket_at(point) is not None or self._places.is_link_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.IBeamCursor
        if self._viewport.cursor().shape() != shape:
            self._viewport.setCursor(shape)
