"""The window with the report of an import.

Every line can be reached, copied and followed by keys.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QWidget

from app.service.jobs.importing.import_report import ImportReport
from app.service.jobs.importing.import_sections import ReportLine, list_sections, report_text
from app.service.session.session import Session
from app.service.similarity.near_pairs import NearPair
from app.ui.base.i18n import shown, tr
from app.ui.base.widgets import button
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.import_report.compare_window import CompareDialog
from app.ui.dialogs.import_report.report_rows import ReportRows
from app.ui.keyboard.keys import pressed_key
from app.ui.theme.theme import Theme


class ImportReportDialog(FramedDialog):
    """List what was taken, known, nearly the same and left out.

    `article_wanted` tells the article that is to be opened, `removal_wanted` the one that is to be left out after all,
    `keeping_wanted` the pair of which both are kept.
    """

    article_wanted = Signal(int)
    removal_wanted = Signal(int)
    keeping_wanted = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917  # what it shows and works with
        self, title: str, summary: str, report: ImportReport, session: Session, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent, width_px=640)
        self._report, self._session, self._theme = report, session, theme
        self._left_out: dict[int, str] = {}
        sections = list_sections(report, self._find_title)
        self.rows = ReportRows(sections, self._has_article, theme, self.font(), self)
        self.sentence(summary)
        self._list = self._make_list()
        self.body.addWidget(self._list, 1)
        self.sentence(self._hints(), "muted")
        self._add_buttons()
        self._list.selectionModel().currentChanged.connect(lambda *_: self._show_offers())
        self.prefer(860, 560)
        self._mark(0, 1)

    @property
    def line(self) -> ReportLine | None:
        """The line that is marked."""
        return self.rows.line(self._list.currentIndex().row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        act = self._acts().get(key)
        if act is not None:
            act()
        return act is not None

    def copy(self) -> None:
        """Copy the whole report as text."""
        QGuiApplication.clipboard().setText(report_text(self._report, self._find_title, shown))

    def follow_line(self) -> None:
        """Compare the near duplicates, or open the article of the line."""
        line = self.line
        if line is None or line.article_id is None or self.rows.is_removed(line):
            return
        if line.pair is not None and self._has_article(line.pair.other_id):
            self._compare(line.pair)
        else:
            self._open_article(line.article_id)

    def leave_out(self) -> None:
        """Remove the new one of two near duplicates from the project."""
        line = self.line
        if line is not None and line.pair is not None and not self.rows.is_removed(line):
            self._ask_for_removal(line.pair.article_id)

    def mark_removed(self) -> None:
        """Show that an article was left out, and go on.

        The next line is marked.
        """
        self.rows.refresh()
        self._move(1)
        self._show_offers()

    def _acts(self) -> dict[str, Callable[[], None]]:
        acts: dict[str, Callable[[], None]] = {"Ctrl+C": self.copy, "Enter": self.follow_line}
        acts |= dict.fromkeys(("Backspace", "Delete"), self.leave_out)
        acts |= {"Down": lambda: self._move(1), "Up": lambda: self._move(-1)}
        return acts | {"Home": lambda: self._mark(0, 1), "End": lambda: self._mark(self.rows.rowCount() - 1, -1)}

    def _move(self, by: int) -> None:
        self._mark(self._list.currentIndex().row() + by, by)

    def _mark(self, row: int, by: int) -> None:
        """Mark the next line in a direction, from a row on.

        The title above the first one comes into sight with it.
        """
        row = self.rows.next_line(row, by)
        if row < 0:
            return
        self._list.setCurrentIndex(self.rows.index(row))
        if row == 1:
            self._list.scrollToTop()
        self._show_offers()

    def _compare(self, pair: NearPair) -> None:
        dialog = CompareDialog(pair, self._session, self._theme, self)
        dialog.article_wanted.connect(self._open_article)
        dialog.removal_wanted.connect(lambda: self._ask_for_removal(pair.article_id))
        dialog.accepted.connect(lambda: self.keeping_wanted.emit(pair))
        dialog.open()

    def _ask_for_removal(self, article_id: int) -> None:
        self._left_out[article_id] = self._find_title(article_id)
        self.removal_wanted.emit(article_id)

    def _open_article(self, article_id: int) -> None:
        self.accept()
        self.article_wanted.emit(article_id)

    def _find_title(self, article_id: int) -> str:
        article = self._session.articles.get(article_id)
        return article.title if article is not None else self._left_out.get(article_id, tr("(removed article)"))

    def _has_article(self, article_id: int) -> bool:
        return self._session.articles.get(article_id) is not None

    def _hints(self) -> str:
        near = [tr("Enter: compare, or open"), tr("Backspace: leave the new article out")]
        hints = near if self._report.near else [tr("Enter: open the article")]
        return " · ".join([*hints, tr("Ctrl+C: copy the report"), tr("Esc: close")])

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setModel(self.rows)
        made.setUniformItemSizes(True)
        made.setAccessibleName(tr("Import report"))
        made.doubleClicked.connect(lambda _: self.follow_line())
        made.installEventFilter(self)
        return made

    def _add_buttons(self) -> None:
        box = self.buttons(Standard.Close)
        self._open = button(tr("Open"), self, self.follow_line)
        self._leave_out = button(tr("Leave out"), self, self.leave_out)
        copy = button(tr("Copy"), self, self.copy)
        for made in (copy, self._leave_out, self._open):
            box.addButton(made, box.ButtonRole.ActionRole)
        self._leave_out.setVisible(bool(self._report.near))
        (self._open if self.rows.rowCount() else box.button(Standard.Close)).setDefault(True)
        (self._list if self.rows.rowCount() else box.button(Standard.Close)).setFocus()

    def _show_offers(self) -> None:
        """Offer what can be done with the marked line."""
        line = self.line
        has_article = line is not None and line.article_id is not None and not self.rows.is_removed(line)
        pair = line.pair if has_article and line is not None else None
        is_near = pair is not None
        self._open.setEnabled(has_article)
        self._open.setText(tr("Compare…") if pair is not None and self._has_article(pair.other_id) else tr("Open"))
        self._leave_out.setEnabled(is_near)
