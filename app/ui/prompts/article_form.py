"""Forms for an article.

They ask for its title, day and source, or why it is flagged or skipped.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QWidget

from app.core.message import UserError
from app.core.model import Article
from app.service.article.article_fields import with_fields, write_day
from app.ui.base.i18n import shown, tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.unsaved_fields import UnsavedFields, leaving_words, read_fields
from app.ui.base.widgets import add_field, button, is_enter, label, line
from app.ui.theme.theme import strong


class ArticleForm(Overlay):
    """Edit the fields of an article.

    Enter in any of them saves, Esc leaves all as it was.
    """

    def __init__(self, window: QWidget, language: str) -> None:
        super().__init__(window, QSize(640, 280))
        self._language = language
        self._article: Article | None = None
        self._answer: Callable[[Article], None] = _ignore_answer
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._fields = {name: QLineEdit(self) for name in ("title", "day", "source", "url")}
        self._error = label("", self, "danger", wraps=True)
        self._lay_out()
        self._unsaved = UnsavedFields(lambda: read_fields(self))
        self.setFocusProxy(self._fields["title"])

    def edit(self, article: Article, answer: Callable[[Article], None]) -> None:
        """Open on an article.

        `answer` gets it with other fields if some were changed.
        """
        self._article, self._answer = article, answer
        self._show_error("")
        self.open_at(None)
        texts = (article.title, write_day(article.date, self._language), article.source, article.url)
        for field, text in zip(self._fields.values(), texts, strict=True):
            field.setText(text)
        self._fields["title"].setFocus(Qt.FocusReason.PopupFocusReason)
        self._fields["title"].selectAll()
        self._unsaved.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self._save()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and not self._unsaved.may_be_left():
            self._show_error(leaving_words())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        """Close with what was typed.

        What cannot be used is named, and the form stays.
        """
        assert self._article is not None, "the form is open on an article"
        try:
            after = with_fields(self._article, **{name: field.text() for name, field in self._fields.items()})
        except UserError as error:
            self._show_error(f"{shown(error.message)} {shown(error.hint) if error.hint else ''}".strip())
            return
        answer, before = self._answer, self._article
        self.close_panel()
        if after != before:
            answer(after)

    def _show_error(self, words: str) -> None:
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _lay_out(self) -> None:
        layout = column(self, margin=16, spacing=8)
        self._title.setText(tr("Title, date and source"))
        layout.addWidget(self._title)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        layout.addLayout(form)
        captions = (tr("Title"), tr("Date"), tr("Source"), tr("Web address"))
        for caption, field in zip(captions, self._fields.values(), strict=True):
            holder = QHBoxLayout()
            holder.addWidget(field)
            add_field(form, caption, holder)
            field.setAccessibleName(caption)
        self._fields["day"].setPlaceholderText(tr("14.03.2025 or 2025-03-14"))
        self._fields["url"].setPlaceholderText("https://")
        layout.addWidget(self._error)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(label(tr("Enter saves · Esc leaves it as it was"), self, "caption", wraps=True), 1)
        row.addWidget(button(tr("Save"), self, self._save))
        layout.addLayout(row)


class RemarkLine(Overlay):
    """Ask for one line that may stay empty.

    Enter takes it; Esc and a click elsewhere do nothing.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, QSize(520, 116))
        self._answer: Callable[[str], None] = _ignore_answer
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._line = line("", self)
        layout = column(self, margin=12, spacing=8)
        for widget in (self._title, self._line, label(tr("Enter does it · Esc leaves it as it was"), self, "caption")):
            layout.addWidget(widget)
        self.setFocusProxy(self._line)

    def ask(self, title: str, words: str, answer: Callable[[str], None], *, prompt: str) -> None:
        """Open with a title, the words so far, and a prompt."""
        self._answer = answer
        self._title.setText(title)
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(f"{title}. {prompt}" if prompt else title)
        self._line.setText(words)
        self.open_at(None)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.close_panel()
            self._answer(self._line.text())
            event.accept()
        else:
            super().keyPressEvent(event)


def _ignore_answer(_: object) -> None:
    """Take nothing: no question is open."""
