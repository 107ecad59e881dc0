"""Two near duplicates side by side, with the differences marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollBar, QTextEdit, QWidget

from app.core.span import Span
from app.core.text.utf16 import Utf16Map
from app.service.session.session import Session
from app.service.similarity.near_pairs import NearPair
from app.service.similarity.shared_text import find_unshared
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day
from app.ui.base.widgets import button, label
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.theme.theme import Theme, strong

_MAX_MARKS = 2000
"""More places that differ are not marked: the eye would not find them."""


class CompareDialog(FramedDialog):
    """Show the new article beside the other one.

    It is accepted where both are to be kept. `removal_wanted` tells that the new one is to be left out,
    `article_wanted` which article is to be opened.
    """

    article_wanted = Signal(int)
    removal_wanted = Signal()

    def __init__(self, pair: NearPair, session: Session, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(tr("Nearly the same"), parent, width_px=640)
        assert session.project is not None, "articles of the open project are compared"
        self._pair, self._session, self._theme = pair, session, theme
        self._is_following = False
        new, other = (session.project.text(number) for number in (pair.article_id, pair.other_id))
        new_places, other_places = find_unshared(new, other), find_unshared(other, new)
        self.sentence(
            tr("{percent} % of the new article stands in the other one. What differs is marked.", percent=pair.percent)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self.body.addLayout(grid, 1)
        self.new_text = self._make_view(tr("New article"), new, new_places)
        self.other_text = self._make_view(tr("In the project"), other, other_places)
        # What was only taken out is seen in the other text alone.
        self._walked = self.new_text if new_places else self.other_text
        self._add_side(grid, 0, pair.article_id, self.new_text)
        self._add_side(grid, 1, pair.other_id, self.other_text)
        self._scroll_together()
        self._place = -1
        self._add_buttons()
        self.prefer(1120, 720)

    def _add_side(self, grid: QGridLayout, column: int, article_id: int, view: QPlainTextEdit) -> None:
        """Add an article.

        What it is, its title, its date and source, its text.
        """
        article = self._session.articles.get(article_id)
        facts = [] if article is None else [day(article.date) if article.date else "", article.source, article.key]
        head = label(one_line(article.title if article is not None else ""), self, wraps=True)
        head.setFont(strong(head.font(), 1.0))
        caption = label(view.accessibleName(), self, "muted")
        facts_line = label(one_line("  ·  ".join(filter(None, facts))), self, "muted")
        for row, widget in enumerate((caption, head, facts_line)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(view, 3, column)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(column, 1)

    def _make_view(self, caption: str, text: str, marked: list[Span]) -> QPlainTextEdit:
        view = QPlainTextEdit(self)
        view.setPlainText(text)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setAccessibleName(caption)
        units = Utf16Map(text)
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.selection))
        look.setFontUnderline(True)
        view.setExtraSelections([_mark(view, units, span, look) for span in marked[:_MAX_MARKS]])
        return view

    def go_on(self) -> None:
        """Bring the next difference into view, the first one after the last."""
        marks = self._walked.extraSelections()
        if not marks:
            return
        self._place = (self._place + 1) % len(marks)
        cursor = QTextCursor(marks[self._place].cursor)
        cursor.setPosition(cursor.selectionStart())
        self._walked.setTextCursor(cursor)
        self._walked.centerCursor()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place < 0:
            self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F3:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _scroll_together(self) -> None:
        """Scroll both texts together, at the same share of their lengths."""
        new, other = self.new_text.verticalScrollBar(), self.other_text.verticalScrollBar()
        new.valueChanged.connect(lambda _: self._follow(new, other))
        other.valueChanged.connect(lambda _: self._follow(other, new))

    def _follow(self, moved: QScrollBar, other: QScrollBar) -> None:
        if self._is_following or not moved.maximum():
            return
        self._is_following = True
        other.setValue(round(moved.value() * other.maximum() / moved.maximum()))
        self._is_following = False

    def _add_buttons(self) -> None:
        box = self.buttons(Standard.Ok, accept=tr("Keep both"))
        for words, act in (
            (tr("Leave out the new one"), self._leave_out),
            (tr("Open the new one"), lambda: self._open(self._pair.article_id)),
            (tr("Open the other one"), lambda: self._open(self._pair.other_id)),
        ):
            box.addButton(button(words, self, act), box.ButtonRole.ActionRole)
        if self._walked.extraSelections():
            box.addButton(button(tr("Next difference (F3)"), self, self.go_on), box.ButtonRole.ActionRole)
        box.button(Standard.Ok).setFocus()

    def _leave_out(self) -> None:
        self.reject()
        self.removal_wanted.emit()

    def _open(self, article_id: int) -> None:
        self.reject()
        self.article_wanted.emit(article_id)


def _mark(view: QPlainTextEdit, units: Utf16Map, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(view.document())
    cursor.setPosition(units.to_utf16(span.start))
    cursor.setPosition(units.to_utf16(span.stop), QTextCursor.MoveMode.KeepAnchor)
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, look
    return made
