"""Distinguish physical key presses from repeats of a held key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

_MAX_PAIR_MS = 2
"""No finger releases a key and presses it again so soon."""
_MAX_REPEAT_MS = 70
"""A held key comes again so soon; a finger that lets go and presses again needs longer."""


@dataclass(slots=True)
class _Key:
    """What is known of a key.

    Which widget its physical press went to, when it was last pressed and released, and whether it is seen as held.
    """

    receiver: int
    released_ms: int = 0
    pressed_ms: int = 0
    is_down: bool = False


class Presses:
    """Follow presses and releases of keys in all windows.

    X11 repeats a held key as a release and a press with one time stamp. Qt takes the pair for a repeat only where both
    are in its queue when it looks, so that `isAutoRepeat()` is False for some repeats or for all. The time stamps tell.
    A release may be lost to a window that closes. A press without one is a physical press, unless it comes as soon as
    only repeats do.
    """

    def __init__(self) -> None:
        self._keys: dict[int, _Key] = {}

    def release(self, event: QKeyEvent) -> None:
        """Note a released key, as the window system reports it."""
        key = self._keys.setdefault(_key_code(event), _Key(0))
        key.released_ms, key.is_down = event.timestamp(), False

    def is_repeat(self, event: QKeyEvent, platform: str) -> bool:
        """Say whether a press is a repeat.

        Note who gets it where it is a physical one. `platform` is Qt's name of it: only "xcb" has time stamps of the
        server, and needs them.
        """
        key = self._keys.get(_key_code(event))
        if event.isAutoRepeat() or (platform == "xcb" and key is not None and _follows(event, key)):
            if key is not None:
                key.pressed_ms, key.is_down = event.timestamp(), True
            return True
        self._keys[_key_code(event)] = _Key(_widget_address(receiver()), 0, event.timestamp(), is_down=True)
        return False

    def stays_with_receiver(self, event: QKeyEvent) -> bool:
        """Say whether a repeat goes to the widget of the press."""
        key = self._keys.get(_key_code(event))
        return key is not None and key.receiver != 0 and key.receiver == _widget_address(receiver())


def _follows(event: QKeyEvent, key: _Key) -> bool:
    """Say whether a press follows its key too closely."""
    at_ms = event.timestamp()
    if key.is_down:
        return 0 <= at_ms - key.pressed_ms <= _MAX_REPEAT_MS
    return key.released_ms > 0 and abs(at_ms - key.released_ms) <= _MAX_PAIR_MS


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
