"""All notes of the open article, and those on the project.

Read, go to the place, edit.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.core.change import Changed
from app.core.model import Note
from app.service.commands.host import Prompts
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line, plain
from app.ui.base.signal_helpers import follow, soon
from app.ui.base.texts.dates import moment
from app.ui.base.widgets import ElidedButton, label, named, wrap_rows

_QUOTED = 60
"""Code points of the annotated words that head a note."""
_LEAST_LINES = 4
"""What the empty pane says wraps to so many where it is narrow."""


class NotesPane(QWidget):
    """List the notes.

    Enter or a click goes to what the note is on. `prompts` edits them.
    """

    def __init__(self, session: Session, prompts: Callable[[], Prompts], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "pane")
        self._session, self._prompts = session, prompts
        self._notes: dict[int, Note] = {}
        self._list = QListWidget(self)
        wrap_rows(self._list)
        self._list.setSpacing(2)
        self._list.setAccessibleName(tr("Notes"))
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemClicked.connect(self._go_to)
        self._list.itemActivated.connect(self._edit_item)
        words = tr(
            "No notes yet. N writes one on the current annotation, Shift+N on the article, Ctrl+Shift+N on the project."
        )
        self._empty = label(words, self, "muted", wraps=True)
        self._empty.setContentsMargins(12, 8, 12, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing() + 8)
        self._add = ElidedButton(tr("Add a note to the article"), self, lambda: prompts().edit_article_note())
        self._lay_out()
        self._reload_soon = soon(self, self.reload, turn=3)
        follow(self, session.opened, self._show_article)
        follow(self, session.completed, self._reload_soon)
        follow(self, session.project_changed, self.reload)
        follow(self, session.changed, self.refresh)
        self.reload()

    def refresh(self, changed: Changed) -> None:
        """Show the notes anew where a step touched any."""
        if changed.touches(Note) and not self._session.reader.is_partial:
            self.reload()

    def reload(self) -> None:
        """List the notes of the article, then those on the project.

        Those on the article itself come first.
        """
        open_article, project = self._session.open_article, self._session.project
        self._list.clear()
        notes = list(open_article.notes_on(None)) if open_article else []
        for annotation_id in sorted(open_article.noted(), key=self._find_place) if open_article else ():
            notes += open_article.notes_on(annotation_id) if open_article else ()
        notes += project.notes(None) if project else ()
        self._notes = {note.id: note for note in notes}
        for note in notes:
            self._list.addItem(self._make_item(note))
        self._empty.setVisible(not notes)
        self._list.setVisible(bool(notes))
        self.setFocusProxy(self._list if notes else self._add)

    def _show_article(self) -> None:
        """List the notes of another article.

        Those of a long one when all of it has been read.
        """
        if not self._session.reader.is_partial:
            self.reload()

    def _find_place(self, annotation_id: int) -> int:
        open_article = self._session.open_article
        annotation = open_article.annotations.get(annotation_id) if open_article else None
        return annotation.start if annotation else -1

    def _make_item(self, note: Note) -> QListWidgetItem:
        written = note.changed or note.created
        when = moment(written) if written else ""
        head = " · ".join(part for part in (plain(self._owner_words(note)), one_line(note.author), when) if part)
        item = QListWidgetItem(f"{plain(note.text)}\n{head}")
        item.setData(Qt.ItemDataRole.UserRole, note.id)
        return item

    def _owner_words(self, note: Note) -> str:
        if note.article_id is None:
            return tr("On the project")
        open_article = self._session.open_article
        annotation = open_article.annotations.get(note.annotation_id) if open_article and note.annotation_id else None
        if annotation is None or open_article is None:
            return tr("On the article")
        words = " ".join(annotation.words(open_article.text).split())
        return f"«{words if len(words) <= _QUOTED else words[:_QUOTED] + '…'}»"

    def _note_of(self, item: QListWidgetItem) -> Note:
        return self._notes[item.data(Qt.ItemDataRole.UserRole)]

    def _go_to(self, item: QListWidgetItem) -> None:
        note = self._note_of(item)
        if note.annotation_id is not None:
            self._session.navigation.go_to(note.annotation_id)

    def _edit_item(self, item: QListWidgetItem) -> None:
        self._go_to(item)
        note = self._note_of(item)
        if note.annotation_id is not None:
            self._prompts().edit_note()
        elif note.article_id is not None:
            self._prompts().edit_article_note()
        else:
            self._prompts().edit_project_note()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 8, 8, 8)
        row.addWidget(self._add, 1)
        layout = column(self)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        layout.addLayout(row)
