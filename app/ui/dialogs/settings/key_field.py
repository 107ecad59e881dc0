"""A field that takes a key by its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.base.i18n import tr
from app.ui.keyboard.keys import key_name
from app.ui.keyboard.keys import shown as shown_key


class KeyField(QLineEdit):
    """A field that takes a key press instead of text.

    The key is taken by its place. Tab leaves the field.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setPlaceholderText(tr("Press the new key here"))
        self.key = ""
        self.setAccessibleName(tr("New key"))
        self.installEventFilter(self)

    def clear_key(self) -> None:
        """Forget the key."""
        self.key = ""
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) or not isinstance(event, QKeyEvent):
            return False
        name = key_name(event, QGuiApplication.platformName())
        if name in ("", "Tab", "Shift+Tab", "Escape", "Enter"):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.key = name
            self.setText(shown_key(name))
            self.pressed.emit(name)
        event.accept()
        return True
