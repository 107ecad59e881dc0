"""Distinguish physical key presses from repeats of a held key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

_MAX_PAIR_MS = 2
"""No finger releases a key and presses it again so soon."""

_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})


@dataclass(slots=True)
class _Key:
    """What is known of a key.

    Which widget its physical press went to, and when it was last released.
    """

    receiver: int
    released_ms: int = 0


class Presses:
    """Follow presses and releases of keys in all windows.

    X11 repeats a held key as a release and a press with one time stamp. Qt takes the pair for a repeat only where both
    are in its queue when it looks, so that `isAutoRepeat()` is False for some repeats or for all. The time stamps tell.
    Nothing hangs on a release that may be lost to another window: a press without one is a physical press. A key that
    was pressed since ends the repeats of the one before.
    """

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}
        self._last = 0
        """The code of the key that was pressed last, modifiers left aside."""

    def release(self, event: QKeyEvent) -> None:
        """Note a released key, as the window system reports it."""
        key = self._keys.setdefault(_key_code(event), _Key(0))
        key.released_ms = event.timestamp()

    def is_repeat(self, event: QKeyEvent, platform: str) -> bool:
        """Say whether a press is a repeat.

        Note who gets it where it is a physical one. `platform` is Qt's name of it: only "xcb" has time stamps of the
        server, and needs them.
        """
        code = _key_code(event)
        key, last = self._keys.get(code), self._last
        if event.key() not in _MODIFIERS:
            self._last = code
        is_pair = (
            platform == "xcb"
            and last in (0, code)
            and key is not None
            and key.released_ms > 0
            and abs(event.timestamp() - key.released_ms) <= _MAX_PAIR_MS
        )
        if event.isAutoRepeat() or is_pair:
            return True
        self._keys[code] = _Key(_widget_address(receiver()))
        return False

    def stays_with_receiver(self, event: QKeyEvent) -> bool:
        """Say whether a repeat goes to the widget of the press."""
        key = self._keys.get(_key_code(event))
        return key is not None and key.receiver != 0 and key.receiver == _widget_address(receiver())


def receiver() -> QWidget | None:
    """Return the widget that gets the keys now.

    That of an open menu or list before the one with the focus.
    """
    popup = QApplication.activePopupWidget()
    return QApplication.focusWidget() if popup is None else popup.focusWidget() or popup


def _key_code(event: QKeyEvent) -> int:
    """Return a number of the physical key.

    A modifier that is let go before the key does not change it.
    """
    return event.nativeScanCode() or -event.key()


def _widget_address(widget: QWidget | None) -> int:
    """Return what tells a widget from others.

    Python's own objects of Qt's widgets come and go.
    """
    return 0 if widget is None else int(getCppPointer(widget)[0])
