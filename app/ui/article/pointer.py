"""The mouse over the article: clicks, selecting by dragging, dragging a boundary of the current annotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from app.core.span import Span
from app.core.text import snapped, token_at

_NEAR_PX = 4


@dataclass(frozen=True, slots=True)
class Handle:
    """A boundary of the current annotation under the mouse: of which piece, and is it its start?"""

    piece: Span
    is_start: bool

    def moved_to(self, text: str, position: int, *, free: bool) -> Span:
        """Return the piece with the boundary at the token (freely: at the code point) of `position`."""
        token = None if free else token_at(text, position)
        if self.is_start:
            start = token.start if token else position
            return Span(min(start, self.piece.stop - 1), self.piece.stop)
        stop = token.stop if token else position + 1
        return Span(self.piece.start, max(stop, self.piece.start + 1))


class PointerHost(Protocol):
    """What the pointer asks and tells the view."""

    def position_at(self, point: QPoint) -> int | None: ...
    def handle_at(self, point: QPoint) -> Handle | None: ...
    def bracket_at(self, point: QPoint) -> int | None: ...
    def show_preview(self, span: Span | None) -> None: ...
    def set_pointer_shape(self, shape: Qt.CursorShape) -> None: ...
    def words(self) -> str: ...
    def tell_clicked(self, position: int, modifiers: Qt.KeyboardModifier) -> None: ...
    def tell_annotation(self, annotation_id: int) -> None: ...
    def tell_selected(self, span: Span) -> None: ...
    def tell_boundary(self, before: Span, after: Span) -> None: ...


class Pointer:
    """Turn mouse events into what they mean. `is_dragging` while a button moves something."""

    def __init__(self, host: PointerHost) -> None:
        self._host = host
        self._pressed: QPoint | None = None
        self._anchor: int | None = None
        self._handle: Handle | None = None
        self._moved: Span | None = None
        self.is_dragging = False

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        point = event.position().toPoint()
        self._pressed = point
        self._anchor = self._host.position_at(point)
        self._handle = self._host.handle_at(point)
        self._moved = None
        self.is_dragging = False

    def move(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what the mouse is over."""
        point = event.position().toPoint()
        if self._pressed is None:
            self._hover(point)
            return
        distance = (point - self._pressed).manhattanLength()
        if self.is_dragging or distance >= QGuiApplication.styleHints().startDragDistance():
            self.is_dragging = True
            self.drag_to(point, free=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or take it for a click."""
        if self._pressed is None:
            return
        if not self.is_dragging:
            self._click(self._pressed, event.modifiers())
        elif self._handle is not None and self._moved is not None and self._moved != self._handle.piece:
            self._host.tell_boundary(self._handle.piece, self._moved)
        self.cancel()

    def cancel(self) -> None:
        """Forget what was begun."""
        self._pressed = self._anchor = self._handle = self._moved = None
        self.is_dragging = False
        self._host.show_preview(None)

    def drag_to(self, point: QPoint, *, free: bool) -> None:
        """Select, or move the boundary, up to `point`."""
        position = self._host.position_at(point)
        if position is None or self._anchor is None:
            return
        text = self._host.words()
        if self._handle is not None:
            self._moved = self._handle.moved_to(text, position, free=free)
            self._host.show_preview(self._moved)
            return
        span = Span(min(self._anchor, position), max(self._anchor, position) + 1)
        chosen = span if free else snapped(text, span)
        if chosen.length:
            self._host.tell_selected(chosen)

    def _click(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        claim = self._host.bracket_at(point)
        if claim is not None:
            self._host.tell_annotation(claim)
        elif self._anchor is not None:
            self._host.tell_clicked(self._anchor, modifiers)

    def _hover(self, point: QPoint) -> None:
        if self._host.handle_at(point) is not None:
            self._host.set_pointer_shape(Qt.CursorShape.SplitHCursor)
        elif self._host.bracket_at(point) is not None:
            self._host.set_pointer_shape(Qt.CursorShape.PointingHandCursor)
        else:
            self._host.set_pointer_shape(Qt.CursorShape.IBeamCursor)


def is_near(x: float, edge: float) -> bool:
    """Say whether the mouse at `x` is on a vertical edge."""
    return abs(x - edge) <= _NEAR_PX
