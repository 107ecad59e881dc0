"""The article for screen readers.

A text that is read, with its name, description, words, caret and places. Offsets are Qt's units, as Qt itself takes
them when it looks for words and lines; points are those of the screen.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6.Shiboken import VoidPtr

from app.core.span import Span
from app.ui.article.voice import Voice


@cache
def install() -> None:
    """Let Qt find the accessible of article views; once in a process."""
    QAccessible.installFactory(_make_interface)


def _make_interface(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    voice = getattr(thing, "voice", None)
    return _AccessibleArticle(voice) if isinstance(voice, Voice) else None


class _ArticleText(QAccessibleTextInterface):
    """The text of the shown article.

    It reports no selection: the wrapper has no method that could say which.
    """

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice

    def text(self, start: int, stop: int) -> str:
        units = self._voice.units
        return self._voice.places.text[units.position(start) : units.position(stop)]

    def characterCount(self) -> int:
        return self._voice.units.count

    def cursorPosition(self) -> int:
        caret = self._voice.canvas.marks.caret
        return 0 if caret is None else self._voice.units.of(caret.start)

    def setCursorPosition(self, unit: int) -> None:
        self._voice.reader.place_caret(self._voice.units.position(unit))

    def characterRect(self, unit: int) -> QRect:
        position = self._voice.units.position(unit)
        rect = self._voice.places.rect_of(Span(position, position + 1))
        rect.moveTopLeft(self._voice.view.viewport().mapToGlobal(rect.topLeft()))
        return rect

    def offsetAtPoint(self, point: QPoint) -> int:
        position = self._voice.places.position_at(self._voice.view.viewport().mapFromGlobal(point))
        return -1 if position is None else self._voice.units.of(position)

    def scrollToSubstring(self, start: int, stop: int) -> None:
        units = self._voice.units
        self._voice.reader.ensure_visible(Span(units.position(start), units.position(stop)))

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, stop: int) -> None:
        units = self._voice.units
        self._voice.reader.select(Span(units.position(start), units.position(stop)))

    def setSelection(self, _index: int, start: int, stop: int) -> None:
        self.addSelection(start, stop)

    def removeSelection(self, _index: int) -> None:
        self._voice.reader.place_caret(self._voice.units.position(self.cursorPosition()))


class _AccessibleArticle(QAccessibleWidget):
    """The view as a text that is read, not typed in."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice.view, QAccessible.Role.EditableText)
        self._voice = voice
        self._text = _ArticleText(voice)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]  # the stub says int
        # PySide takes None and numbers for addresses here, and crashes: no interface is a null VoidPtr.
        return self._text if kind == QAccessible.InterfaceType.TextInterface else VoidPtr(0)

    def text(self, kind: QAccessible.Text) -> str:
        return self._voice.current_words if kind == QAccessible.Text.Description else super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = True
        return state
