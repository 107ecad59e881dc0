"""The note on the annotation of a review queue."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.widgets import is_enter, label

_LINES = 3


class NoteForm(QWidget):
    """A few lines: Enter saves them, Esc leaves and keeps a draft."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Note on the annotation"))
        self.text.setPlaceholderText(tr("Write a note"))
        self.text.setFixedHeight(self.fontMetrics().height() * _LINES + 20)
        self.text.installEventFilter(self)
        self._before = ""
        self._save: Callable[[str], object] = _forget
        self._keep: Callable[[str], object] = _forget
        lines = column(self, spacing=4)
        lines.addWidget(self.text)
        lines.addWidget(label(tr("Enter saves · Shift+Enter: new line · Esc keeps a draft"), self, "caption"))
        self.hide()

    def ask(self, before: str, draft: str, save: Callable[[str], object], keep: Callable[[str], object]) -> None:
        """Open on a note or its draft.

        `save` gets the new text; `keep` gets what stays a draft, "" for none.
        """
        self._before, self._save, self._keep = before, save, keep
        self.text.setPlainText(draft or before)
        self.text.selectAll()
        self.show()
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._end(self._save, "")
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def leave(self) -> None:
        """Leave, and keep what was written as a draft."""
        text = self.text.toPlainText()
        self._end(_forget, text if text.strip() != self._before.strip() else "")

    def _end(self, save: Callable[[str], object], draft: str) -> None:
        text, keep = self.text.toPlainText(), self._keep
        self._save = self._keep = _forget
        self.hide()
        keep(draft)
        save(text)


def _forget(_: str) -> None:
    """Do nothing with a text."""
