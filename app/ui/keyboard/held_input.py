"""Hold back what is typed into a window for a moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.keyboard.keys import MODIFIER_KEYS

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_IGNORED = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.Close,
    }
)


class HeldInput(QObject):
    """Holds the keys of a window back.

    Clicks and closing are ignored. It sees them before the dispatcher does, since the filter that was set last is asked
    first.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        assert handle is not None, "the window has been shown"
        self._handle = handle
        self._keys: list[QKeyEvent] = []
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self._keys.append(event.clone())
            return True
        if event.type() in _IGNORED:
            event.ignore()
            return True
        return False

    @property
    def presses(self) -> int:
        """How many keys were pressed and wait."""
        return sum(event.type() == QEvent.Type.KeyPress and event.key() not in MODIFIER_KEYS for event in self._keys)

    def stop(self) -> None:
        """Hold nothing back any more.

        The keys that came wait until they are handed on.
        """
        self._handle.removeEventFilter(self)

    def hand_on(self, window: QWidget) -> None:
        """Give a window the keys that were held back."""
        handle = window.windowHandle()
        if handle is not None:
            for key in self._keys:
                QCoreApplication.postEvent(handle, key)
