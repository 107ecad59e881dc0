"""Collect the keys that were pressed while a window was being made.

They wait for the window behind it, and Qt drops them there as soon as the new one has to be answered first.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.keyboard.keys import MODIFIER_KEYS, with_text

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_PRESSES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    }
)
"""What would act on the window behind."""


class _EarlyKeys(QObject):
    """Keeps what was pressed from the window behind."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.events: list[QKeyEvent] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent) and event.type() in _KEYS:
            self.events.append(with_text(event, event.text()))
        if event.type() in _PRESSES:
            event.accept()
            return True
        return False


def type_early_keys(widget: QWidget, events: Iterable[QKeyEvent]) -> None:
    """Type what was pressed too early into a text field.

    It ends at the first key that types nothing: nothing is answered that nobody saw.
    """
    presses = (one for one in events if one.type() == QEvent.Type.KeyPress and one.key() not in MODIFIER_KEYS)
    for event in takewhile(lambda one: one.text() and one.text().isprintable(), presses):
        QApplication.sendEvent(widget, event)


def collect_early_keys() -> list[QKeyEvent]:
    """Return the presses and releases that wait, and drop them."""
    app = QApplication.instance()
    assert app is not None, "a window is being made"
    early = _EarlyKeys(app)
    app.installEventFilter(early)
    QApplication.processEvents()
    app.removeEventFilter(early)
    early.deleteLater()
    return early.events
