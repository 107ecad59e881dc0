"""A small panel to write a note in: Enter saves, Shift+Enter begins a line, Esc leaves it as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.ui.i18n import tr
from app.ui.overlay import Overlay
from app.ui.pane import column
from app.ui.theme import strong
from app.ui.widgets import button, label

Save = Callable[[str], None]


class NoteEditor(Overlay):
    """Edit one note; a click elsewhere saves too, since what was written is not to be lost."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QSize(520, 200))
        self._before_text = ""
        self._save: Save = lambda text: None
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._text = QPlainTextEdit(self)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(tr("Write a note"))
        self._text.installEventFilter(self)
        self._lay_out()
        self.setFocusProxy(self._text)
        self.closed.connect(self._keep)

    def edit(self, title: str, text: str, save: Save, anchor: QRect | None) -> None:
        """Open on a note's text; `save` gets the new one where it has changed, blank to remove the note."""
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._before_text, self._save = text, save
        self.open_at(anchor)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
        # After the focus: Orca takes a caret that moves for the focus, and then does not say that this has come.
        self._text.setPlainText(text)
        self._text.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.close_panel()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._give_up()
                return True
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        self._text.setPlainText(self._before_text)
        self.close_panel()

    def _keep(self) -> None:
        text = self._text.toPlainText()
        if text.strip() != self._before_text.strip():
            self._save(text)

    def _lay_out(self) -> None:
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(self._title)
        layout.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.addWidget(
            label(tr("Enter saves · Shift+Enter: new line · Esc: leave as it was"), self, "caption", wraps=True), 1
        )
        row.addWidget(button(tr("Save"), self, self.close_panel))
        layout.addLayout(row)
