"""Bring pressed keys to actions, unless the focused widget wants them.

A key that is held repeats what moves, scrolls or types. Everything else happens once, whatever comes up meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from app.service.commands.keymap import Keymap
from app.service.commands.registry import Action
from app.ui.base.overlay import Overlay
from app.ui.keyboard.fields import edit_by_place, edits_text, is_function_key, moves, types_on, types_text, wants
from app.ui.keyboard.key_rest import KeyRest
from app.ui.keyboard.keys import key_name, types_with_alt, with_text
from app.ui.keyboard.presses import Presses, receiver
from app.ui.keyboard.stray_typing import UNDECIDED_MS, StrayTyping

Capture = Callable[[str], bool]
"""Gets a key's name before anybody else; says whether it used the key. One that it did not use does what it does."""

_PALETTE = "palette.show"
"""The one command that opens over a panel, which closes: all others are found in it."""


class Dispatcher(QObject):
    """Filter the main window's key presses before widgets get them.

    Repeats of held keys are filtered in all windows. It sits on the native windows that get the focus: a filter on the
    application would see every event of every object. Layouts play no part, since no QShortcut is used: `key_name`
    tells the place.
    """

    def __init__(self, window: QWidget, keymap: Keymap, run: Callable[[Action], bool]) -> None:
        super().__init__(window)
        self._window = window
        self.keymap = keymap
        self._run = run
        self._capture: Capture | None = None
        self.open_menu: Capture = lambda _: False
        """Opens the menu that a key with Alt stands for, where the key does nothing else."""
        self._presses = Presses()
        self.rest = KeyRest(self)
        self.stray_typing = StrayTyping()
        self.note_stray_key: Callable[[], None] = lambda: None
        """Is told of a word that is no command: it was typed for a field that did not open."""
        self._undecided = QTimer(self, singleShot=True, interval=UNDECIDED_MS)
        self._undecided.timeout.connect(self._run_undecided)
        handle = window.windowHandle()
        assert handle is not None, "the window has been shown"
        self._handle = handle
        self._watch_window(handle)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication), "a window has an application"
        application.focusWindowChanged.connect(self._watch_window)

    def capture(self, taker: Capture | None) -> None:
        """Ask `taker` first about every key until another is set, or None.

        "Escape" ends it.
        """
        self._capture = taker

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._presses.release(event)
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        platform = QGuiApplication.platformName()
        if types_with_alt(event, platform):
            QCoreApplication.sendEvent(watched, with_text(event, ""))
            return True
        self.rest.note_key()
        key, is_repeat = key_name(event, platform), self._presses.is_repeat(event, platform)
        if is_repeat and not self._goes_on(key, event):
            return True
        is_free = QApplication.activePopupWidget() is None and QApplication.activeModalWidget() in (None, self._window)
        return watched is self._handle and is_free and self._handle_key(key, is_repeat=is_repeat)

    def _watch_window(self, window: QWindow | None) -> None:
        """See the keys of a window that gets the focus.

        One that is seen already is not seen twice.
        """
        if window is not None:
            window.installEventFilter(self)

    def _goes_on(self, key: str, event: QKeyEvent) -> bool:
        """Say whether a held key acts again.

        Where it moves, or where it was pressed and repeats what it does there. So one that has opened a panel neither
        types nor decides in it.
        """
        if self._capture is not None:
            return False
        if moves(key):
            return True
        if not self._presses.stays_with_receiver(event):
            return False
        widget = receiver()
        action = None if types_text(widget) else self.keymap.action_for(key)
        return types_on(widget, key) or (action is not None and action.repeats)

    def _handle_key(self, key: str, *, is_repeat: bool) -> bool:
        """Act on a key; say whether it is used up."""
        focused = self._window.focusWidget()
        if not key:
            return False
        if self._is_captured(key, focused):
            return True
        action = self.keymap.action_for(key)
        is_over_panels = action is not None and action.id == _PALETTE
        if wants(focused, key) or (_in_overlay(focused) and not is_over_panels):
            return edit_by_place(focused, key)
        if types_text(focused) and (edits_text(key) or not (action is not None and _acts_in_fields(action, key))):
            return action is None and self.open_menu(key)
        return self._is_stray(key) or self._run_key(key, action, is_repeat=is_repeat)

    def _run_key(self, key: str, action: Action | None, *, is_repeat: bool) -> bool:
        """Run what a key stands for; say whether it stands for anything."""
        if action is None:
            return self.open_menu(key)
        if not is_repeat or action.repeats:
            has_run = self._run(action)
            if action.asks and not has_run and not self._is_asking():
                self.stray_typing.begin()
        return True

    def _is_stray(self, key: str) -> bool:
        """Say whether a key may be typed for no field."""
        if not self.stray_typing.takes(key):
            self._run_undecided()
            return False
        if self.stray_typing.is_undecided:
            self._undecided.start()
        else:
            self._undecided.stop()
            self.note_stray_key()
        return True

    def _run_undecided(self) -> None:
        """Run keys that were commands, unless a field is open."""
        self._undecided.stop()
        for key in self.stray_typing.release():
            if not self._is_asking():
                self._run_key(key, self.keymap.action_for(key), is_repeat=False)

    def _is_asking(self) -> bool:
        """Say whether something waits for words or for a choice."""
        focused = self._window.focusWidget()
        is_other = QApplication.activeModalWidget() not in (None, self._window)
        has_popup = QApplication.activePopupWidget() is not None
        return is_other or has_popup or self._capture is not None or types_text(focused) or _in_overlay(focused)

    def _is_captured(self, key: str, focused: QWidget | None) -> bool:
        """Say whether the taker used a key.

        Who types elsewhere has left it.
        """
        if self._capture is None:
            return False
        if types_text(focused) or _in_overlay(focused):
            self._capture("Escape")
            return False
        return self._capture(key)


def _acts_in_fields(action: Action, key: str) -> bool:
    """Say whether a key does its action in text fields."""
    return action.in_fields or is_function_key(key)


def _in_overlay(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, Overlay):
            return True
        widget = widget.parentWidget()
    return False
