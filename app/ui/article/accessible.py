"""The article for screen readers: its name, role, text and caret, and what has become current.

PySide6 takes a text interface written in Python, but its wrappers of `selection` and `attributes` are empty: so no
selection is reported, and what an annotation is is announced when it becomes current.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget
from shiboken6.Shiboken import VoidPtr

from app.core.model import Annotation, Status
from app.core.span import Span
from app.ui.article.canvas import Canvas
from app.ui.article.places import Places
from app.ui.article.units import QtUnits
from app.ui.i18n import tr


class Reader(Protocol):
    """What a screen reader can make a view do."""

    def ensure_visible(self, span: Span) -> None:
        """Scroll there."""

    def place_caret(self, position: int) -> None:
        """Do what a click does."""

    def select(self, span: Span) -> None:
        """Do what dragging does."""


class Voice:
    """Tell screen readers what happens in a view; it costs nothing while none listens."""

    def __init__(self, view: QAbstractScrollArea, reader: Reader, canvas: Canvas, places: Places) -> None:
        self.view = view
        self.reader = reader
        self.canvas = canvas
        self.places = places
        self._units: tuple[str, QtUnits] | None = None
        _install()

    @property
    def units(self) -> QtUnits:
        """The units of the whole text, made when they are first asked for."""
        text = self.places.text
        if self._units is None or self._units[0] is not text:
            self._units = (text, QtUnits(text))
        return self._units[1]

    def tell_article(self) -> None:
        """Say that another article is shown."""
        sheet = self.canvas.sheet
        title = "" if sheet is None else sheet.article.title
        self.view.setAccessibleName(tr("Article: {title}", title=title) if title else tr("Article"))
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.NameChanged))

    def tell_caret(self) -> None:
        """Say where the caret is."""
        caret = self.canvas.marks.caret
        if caret is not None and QAccessible.isActive():
            event = QAccessibleTextCursorEvent(self.view, self.units.of(caret.start))
            QAccessible.updateAccessibility(event)

    def tell_current(self) -> None:
        """Say what the current annotation is."""
        row, sheet = self.canvas.current, self.canvas.sheet
        if row is None or sheet is None:
            return
        words = spoken(row, sheet.name_of(row), sheet.text)
        self.view.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, words))


def spoken(row: Annotation, name: str, text: str) -> str:
    """Return an annotation in words: its label, its state, what it covers."""
    return tr("{label}, {status}: {words}", label=name, status=_status_words()[row.status], words=row.words(text))


def _status_words() -> dict[Status, str]:
    return {
        Status.PROPOSED: tr("proposed"),
        Status.ACCEPTED: tr("accepted"),
        Status.CORRECTED: tr("corrected"),
        Status.REJECTED: tr("rejected"),
    }


class _ArticleText(QAccessibleTextInterface):
    """The text of the shown article; offsets are Qt's units, points those of the screen."""

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
        self._text = _ArticleText(voice)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]  # the stub says int
        # PySide takes None and numbers for addresses here, and crashes: no interface is a null VoidPtr.
        return self._text if kind == QAccessible.InterfaceType.TextInterface else VoidPtr(0)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = True
        return state


def _made_for(_key: str, thing: QObject | None) -> QAccessibleInterface | None:
    voice = getattr(thing, "voice", None)
    return _AccessibleArticle(voice) if isinstance(voice, Voice) else None


@cache
def _install() -> None:
    """Let Qt find the accessible of article views; once in a process."""
    QAccessible.installFactory(_made_for)
