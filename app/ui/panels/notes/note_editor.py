"""A small panel to write a note in.

Enter saves, Shift+Enter begins a line, Esc keeps a draft.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from app.core.message import UserError
from app.ui.base.i18n import tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.widgets import button, label
from app.ui.theme.theme import strong

log = logging.getLogger(__name__)

Save = Callable[[str], None]

_DRAFT_DELAY_MS = 400
"""Whoever stops typing for so long has a draft on disk: a program that is killed loses no more than this."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note to edit.

    Its text as it is saved, the draft of another one or "", and what takes either. `notify_draft` is called when a note
    is left with a draft.
    """

    text: str
    draft: str
    save: Save
    keep_draft: Save
    notify_draft: Callable[[], None]


class NoteEditor(Overlay):
    """Edit one note.

    A click elsewhere saves too; Esc, and a window that closes, keep what was written as a draft. A draft is also kept
    while one types, in case the program is killed.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QSize(520, 200))
        self._note = _NO_NOTE
        self._draft_soon = QTimer(self, singleShot=True, interval=_DRAFT_DELAY_MS)
        self._draft_soon.timeout.connect(self._keep_while_typing)
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._text = QPlainTextEdit(self)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(tr("Write a note"))
        self._text.installEventFilter(self)
        self._text.textChanged.connect(self._draft_soon.start)
        self._lay_out()
        self.setFocusProxy(self._text)
        self.closed.connect(self._keep)

    def edit(self, title: str, note: NoteText, anchor: QRect | None) -> None:
        """Open on a note, or on its draft.

        Its text is saved where it has changed, blank to remove the note.
        """
        self._title.setText(title)
        self._text.setAccessibleName(title)
        self._note = note
        for part in (self._drafted, self._drop):
            part.setVisible(bool(note.draft))
        self.open_at(anchor)
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)
        # After the focus: Orca takes a caret that moves for the focus, and then does not say that this has come.
        self._text.setPlainText(note.draft or note.text)
        if note.draft:
            self._text.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self._text.selectAll()
        self._draft_soon.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._text and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.close_panel()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._keep_draft()
                return True
        if event.type() == QEvent.Type.Close and watched is self.window():
            self._keep_draft()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._keep_draft()
        event.accept()

    def _keep_draft(self) -> None:
        """Close with the note as it was.

        What was written for it stays as a draft.
        """
        note, draft = self._note, self._unsaved_text
        self._note = _NO_NOTE
        self.close_panel()
        if draft or note.draft:
            note.keep_draft(draft)
        if draft:
            note.notify_draft()

    @property
    def _unsaved_text(self) -> str:
        """What was written otherwise than it is saved, "" for nothing."""
        text = self._text.toPlainText()
        return text if text.strip() != self._note.text.strip() else ""

    def _keep_while_typing(self) -> None:
        """Keep a draft; where that fails, Esc tries again and says why."""
        draft = self._unsaved_text
        if draft == self._note.draft:
            return
        try:
            self._note.keep_draft(draft)
        except UserError as error:
            log.warning("No draft was kept while typing: %s", error)
            return
        self._note = replace(self._note, draft=draft)

    def _drop_draft(self) -> None:
        """Show the note as it is saved, and forget the draft."""
        self._note.keep_draft("")
        self._text.setPlainText(self._note.text)
        for part in (self._drafted, self._drop):
            part.hide()
        self._note = replace(self._note, draft="")
        self._text.setFocus()

    def _keep(self) -> None:
        self._draft_soon.stop()
        note, text = self._note, self._text.toPlainText()
        if text.strip() != note.text.strip():
            note.save(text)
        if note.draft:
            note.keep_draft("")

    def _lay_out(self) -> None:
        layout = column(self, margin=12, spacing=8)
        self._drafted = label(tr("Draft, not saved yet"), self, "warning")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._drafted)
        layout.addLayout(head)
        layout.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.addWidget(
            label(tr("Enter saves · Shift+Enter: new line · Esc keeps a draft"), self, "caption", wraps=True), 1
        )
        self._drop = button(tr("Drop the draft"), self, self._drop_draft)
        row.addWidget(self._drop)
        row.addWidget(button(tr("Save"), self, self.close_panel))
        layout.addLayout(row)


def _forget_text(*_: str) -> None:
    """Do nothing with a text: there is no note."""


_NO_NOTE = NoteText("", "", _forget_text, _forget_text, _forget_text)
