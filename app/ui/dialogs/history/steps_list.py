"""The list of steps with its filters by words and by article.

Words are found a moment at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.message import Message
from app.service.history.searching import search_records
from app.service.session.session import Session
from app.store import Project, Record, Unit
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.signal_helpers import follow
from app.ui.base.texts.empty_words import filter_words
from app.ui.base.texts.label_words import with_titles
from app.ui.base.widgets import filter_line, label
from app.ui.dialogs.history.rows import WHAT, HistoryRows
from app.ui.dialogs.history.table import fit_columns, make_table
from app.ui.theme.theme import Theme

MOMENT_S = 0.008
"""So long something is looked for at a time."""
_REST_MS = 150


class StepsList(QWidget):
    """Show the rows of the history that fit.

    `marked` tells that another row is marked.
    """

    marked = Signal()

    def __init__(
        self, session: Session, project: Project, theme: Theme, catch_errors: ErrorBoundary, parent: QWidget
    ) -> None:  # all of it is needed
        super().__init__(parent)
        self._session, self._project, self._catch_errors = session, project, catch_errors
        self._article: int | None = None
        self._goes_to_newest = False
        self._searching: Iterator[list[Unit]] = iter(())
        self.rows = HistoryRows(theme, self.font(), self._title_of, self._name_labels, self)
        self.words = filter_line(tr("Filter by words: what, article, author, name"), self)
        self.table = make_table(self.rows, self)
        self._only = label("", self, "muted", wraps=True)
        self._empty = label("", self, "muted", wraps=True)
        self._timer = self._make_timer(0, self._search_on)
        self._rest = self._make_timer(_REST_MS, self._show_fitting)
        self._stale = self._make_timer(_REST_MS, self._read_portion)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.marked.emit())
        self.words.textChanged.connect(lambda _: self._rest.start())
        follow(self, session.changed, lambda _: self._stale.start())
        self._read_portion()

    @property
    def record(self) -> Record | None:
        """The row that is marked."""
        return self.rows.record(self.table.currentIndex().row())

    @property
    def is_filtered(self) -> bool:
        """Whether not all rows are asked for."""
        return bool(self.words.text()) or self._article is not None

    def refresh(self) -> None:
        """Read the rows anew, and show them with the same step marked."""
        self._catch_errors(self._read_portion)

    def go_to_newest(self) -> None:
        """Mark the newest step, once it is saved.

        One that the user marks meanwhile stays.
        """
        self._goes_to_newest = True
        self.mark(0)
        self.refresh()

    def clear_filters(self) -> None:
        """Show all rows."""
        self._article = None
        self.words.clear()
        self._catch_errors(self._show_fitting)
        self.table.setFocus()

    def mark(self, row: int) -> None:
        """Mark a row, and show it."""
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, WHAT))

    def mark_beside(self, by: int) -> Record | None:
        """Mark the next older or newer row and return it.

        Newer where `by` is negative; None at the ends.
        """
        row = self.table.currentIndex().row() + by
        record = self.rows.record(row)
        if record is not None:
            self.mark(row)
        return record

    def toggle_article(self) -> bool:
        """Show the steps of the row's article alone, or all again.

        Return whether there is such an article.
        """
        record = self.record
        was_alone, self._article = self._article is not None, self._article
        self._article = None if was_alone or record is None else self.article_of(record)
        self._catch_errors(self._show_fitting)
        return was_alone or self._article is not None

    def article_of(self, record: Record) -> int | None:
        """Return the article to look at: the row's own.

        Of several the open one, else the first.
        """
        if record.article is not None:
            return record.article
        articles = self._history.articles_of(record.unit)
        open_article = self._session.open_article
        here = (
            self._article
            if self._article is not None
            else open_article.article.id
            if open_article is not None
            else None
        )
        return here if here in articles or not articles else articles[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_columns(self.table, self.width())

    def stop(self) -> None:
        """End what goes on."""
        for timer in (self._timer, self._rest, self._stale):
            timer.stop()

    def _read_portion(self) -> None:
        """Show what is on disk.

        Look again while more is being saved.
        """
        is_at_newest = self.table.currentIndex().row() == 0
        is_saving = self._project.is_saving(MOMENT_S)
        self._history = self._project.saved_history()
        self._units = self._history.units()
        self._show_fitting()
        if self._goes_to_newest and is_at_newest:
            self.mark(0)
        if is_saving:
            self._stale.start()
        else:
            self._goes_to_newest = False

    def _show_fitting(self) -> None:
        """Show the rows that fit the filters, with the same step marked."""
        record, units = self.record, self._units
        if self._article is not None:
            units = units.holding(self._history.touching(self._article))
        words = self.words.text().strip()
        self._searching = iter(())
        if words:
            self.rows.show(self._history, [])
            self._searching = search_records(self._history, units, words, self.rows.searched)
            self._timer.start()
        else:
            self.rows.show(self._history, units)
        self.mark(0 if record is None else max(0, self.rows.row_of(record.unit.last)))
        self._show_filters()
        self.marked.emit()

    def _search_on(self) -> None:
        """Look for more rows for a moment."""
        end = time.monotonic() + MOMENT_S
        while time.monotonic() < end:
            found = next(self._searching, None)
            if found is None:
                self._timer.stop()
                break
            is_first = not self.rows.rowCount()
            self.rows.add(found)
            if is_first:
                self.mark(0)
        self._show_filters()

    def _show_filters(self) -> None:
        only = ""
        if self._article is not None:
            only = tr("Only “{title}”", title=one_line(self._title_of(self._article)))
        self._only.setText(only)
        self._only.setVisible(bool(only))
        nothing = self._filter_words() if self.is_filtered else tr("Nothing has been done in this project yet.")
        self._empty.setText(nothing)
        self._empty.setVisible(not self.rows.rowCount() and not self._timer.isActive())

    def _filter_words(self) -> str:
        return filter_words() if self.words.text() else tr("No steps found.")

    def _title_of(self, article_id: int) -> str:
        article = self._session.articles.get(article_id)
        return article.title if article is not None else tr("(removed article)")

    def _name_labels(self, message: Message) -> Message:
        return with_titles(message, self._session.scheme)

    def _make_timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(interval_ms > 0)
        timer.timeout.connect(lambda: self._catch_errors(act))
        return timer

    def _lay_out(self) -> None:
        lines = column(self, spacing=8)
        for widget in (self.words, self._only, self._empty):
            lines.addWidget(widget)
        lines.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
