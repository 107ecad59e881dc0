"""Bring each pressed key to its action, unless the widget with the focus wants the key for itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.service.actions import Action
from app.service.keymap import Keymap
from app.ui.fields import edit_by_place, types_text, wants
from app.ui.keys import key_name
from app.ui.overlay import Overlay

Capture = Callable[[str], bool]
"""Gets a key's name before anybody else; says whether it used the key. One that it did not use does what it does."""

_TYPING_NOTHING = frozenset(f"F{number}" for number in range(1, 13))
"""Keys that are as free in a text field as elsewhere."""


class Dispatcher(QObject):
    """Filter the key presses of the main window before they reach a widget.

    It sits on the native window: a filter on the application would see every event of every object. Layouts play no
    part, since no QShortcut is used: `key_name` tells the place.
    """

    def __init__(self, window: QWidget, keymap: Keymap, run: Callable[[Action], None]) -> None:
        super().__init__(window)
        self._window = window
        self.keymap = keymap
        self._run = run
        self._capture: Capture | None = None
        handle = window.windowHandle()
        assert handle is not None, "the window has been shown"
        handle.installEventFilter(self)

    def capture(self, taker: Capture | None) -> None:
        """Ask `taker` first about every key until another is set, or None; "Escape" ends it."""
        self._capture = taker

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activePopupWidget() is not None:
            return False
        return self._pressed(key_name(event, QGuiApplication.platformName()), is_repeat=event.isAutoRepeat())

    def _pressed(self, key: str, *, is_repeat: bool) -> bool:
        """Act on a key; say whether it is used up."""
        focused = self._window.focusWidget()
        if not key:
            return False
        if self._is_captured(key, focused):
            return True
        if wants(focused, key) or _in_overlay(focused):
            return edit_by_place(focused, key)
        action = self.keymap.action_for(key)
        if action is None or (types_text(focused) and not (action.in_fields or key in _TYPING_NOTHING)):
            return False
        if not is_repeat or action.repeats:
            self._run(action)
        return True

    def _is_captured(self, key: str, focused: QWidget | None) -> bool:
        """Say whether the taker used a key; who types elsewhere has left it."""
        if self._capture is None:
            return False
        if types_text(focused) or _in_overlay(focused):
            self._capture("Escape")
            return False
        return self._capture(key)


def _in_overlay(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, Overlay):
            return True
        widget = widget.parentWidget()
    return False
