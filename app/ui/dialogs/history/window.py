"""The window of the history: all steps, newest first, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.service.history.past_article import read_past
from app.service.history.restoring import Way
from app.service.session.session import Session
from app.store import Record
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.plain_text import caption_text
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import LEAVING_KEYS
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.history.bar import Foot
from app.ui.dialogs.history.past import PastPage
from app.ui.dialogs.history.rows import HistoryRows
from app.ui.dialogs.history.steps_list import StepsList
from app.ui.dialogs.history.ways_back import WaysBack
from app.ui.keyboard.keys import pressed_key
from app.ui.theme.appearance import Appearance


class HistoryDialog(FramedDialog):
    """Show the steps and past articles, and restore by new steps."""

    def __init__(self, session: Session, appearance: Appearance, catch_errors: ErrorBoundary, parent: QWidget) -> None:
        super().__init__(tr("History"), parent, width_px=760)
        assert session.project is not None, "only an open project has a history"
        self._session, self._project, self._catch_errors = session, session.project, catch_errors
        self._shown: Record | None = None
        self._list = StepsList(session, self._project, appearance.theme, catch_errors, self)
        self._past = PastPage(appearance, self)
        self._stack = QStackedWidget(self)
        self._foot = Foot(self._leave_question, self)
        self._ways_back = WaysBack(session, self._project, self._foot, catch_errors, self)
        self._lay_out()
        self._connect()
        self.prefer(1160, 820)
        self._show_hints()

    @property
    def rows(self) -> HistoryRows:
        """The rows that are shown."""
        return self._list.rows

    @property
    def foot(self) -> Foot:
        """What is said and asked below the rows."""
        return self._foot

    @property
    def past(self) -> PastPage:
        """The page that shows an article as it was."""
        return self._past

    @property
    def is_in_the_past(self) -> bool:
        """Whether an article of the past is shown."""
        return self._stack.currentWidget() is self._past

    @property
    def record(self) -> Record | None:
        """The row that is marked, or the one that is looked at."""
        return self._shown if self.is_in_the_past else self._list.record

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if watched is self._list.words:
            return self._typed(key)
        act = self._acts().get(key)
        if act is not None:
            self._do_act(act)
            return True
        if watched is self._past.view and isinstance(event, QKeyEvent):
            if not self._past.scroll_by_key(event) and key not in ("", "Tab", "Shift+Tab"):
                self._foot.show_words(tr("This is the past: nothing is changed here. Esc returns."))
            return key not in ("Tab", "Shift+Tab")
        return False

    def reject(self) -> None:
        """Close the innermost thing that is open.

        A question, the past article, a filter, and then the window.
        """
        if self._foot.is_asking:
            self._leave_question()
        elif self.is_in_the_past:
            self._show_list()
        elif self._list.is_filtered:
            self._list.clear_filters()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    # -- keys

    def _acts(self) -> dict[str, Callable[[], None]]:
        acts: dict[str, Callable[[], None]] = {
            "R": lambda: self._plan_way(Way.RESTORE),
            "U": lambda: self._plan_way(Way.UNDO_ALONE),
            "B": lambda: self._plan_way(Way.BRING_BACK),
            "N": self._ask_name,
            "Escape": self.reject,
        }
        if self.is_in_the_past:
            return acts | {"[": lambda: self._look_beside(1), "]": lambda: self._look_beside(-1)}
        acts |= dict.fromkeys(("/", "Ctrl+F"), self._list.words.begin)
        acts |= {"Home": lambda: self._list.mark(0), "End": lambda: self._list.mark(self.rows.rowCount() - 1)}
        return acts | {"Enter": self._look_at_row, "A": self._toggle_article}

    def _typed(self, key: str) -> bool:
        """Leave the line for the table by Enter or an arrow."""
        if key not in LEAVING_KEYS:
            return False
        self._list.table.setFocus()
        return True

    def _hints(self) -> str:
        if self.is_in_the_past:
            hints = [
                tr("↑ ↓: scroll"),
                tr("[ ]: a row back or on"),
                tr("R: restore this state"),
                tr("Esc: to the list"),
            ]
            return " · ".join(hints)
        focus = [tr("↓: to the table and its keys"), tr("/: filter")]
        return " · ".join([*focus, *(title for title, _ in self._list_offers()), tr("Esc: close")])

    def _list_offers(self) -> list[tuple[str, Callable[[], None]]]:
        """Return the actions of the marked row, keys in their titles."""
        record = self.record
        alone = (tr("U: undo this one alone"), lambda: self._plan_way(Way.UNDO_ALONE))
        back = (tr("B: bring it back"), lambda: self._plan_way(Way.BRING_BACK))
        return [
            (tr("Enter: the article then"), self._look_at_row),
            (tr("R: restore this state"), lambda: self._plan_way(Way.RESTORE)),
            alone if record is None or record.is_applied else back,
            (tr("N: name this point"), self._ask_name),
            (tr("A: this article only"), self._toggle_article),
        ]

    def _open_menu(self, point: QPoint) -> None:
        """Offer the same to the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, act in self._list_offers():
            menu.addAction(caption_text(title)).triggered.connect(partial(self._do_act, act))
        menu.popup(self._list.table.viewport().mapToGlobal(point))

    def _do_act(self, act: Callable[[], None], _is_checked: bool = False) -> None:  # Qt's own signature
        self._foot.show_words("")
        self._catch_errors(act)

    def _toggle_article(self) -> None:
        if not self._list.toggle_article():
            self._foot.show_words(tr("This step changed no article."))

    # -- the past

    def _look_at_row(self) -> None:
        record = self.record
        if record is not None:
            self._look_at(record)

    def _look_at(self, record: Record) -> None:
        article = self._list.article_of(record)
        past = None if article is None else read_past(self._project, article, record.unit.last)
        if past is None:
            self._foot.show_words(tr("The article was not in the project then."))
            return
        self._shown = record
        self._past.show_past(record, past)
        self._stack.setCurrentWidget(self._past)
        self._past.view.setFocus()
        self._show_hints()

    def _look_beside(self, by: int) -> None:
        """Look at the next older row, or the next newer one.

        Newer where `by` is negative.
        """
        record = self._list.mark_beside(by)
        if record is not None:
            self._look_at(record)

    def _show_list(self) -> None:
        self._shown = None
        self._stack.setCurrentWidget(self._list)
        self._list.table.setFocus()
        self._show_hints()

    # -- ways back

    def _plan_way(self, way: Way) -> None:
        """Find out what a way back would do; then ask."""
        record = self.record
        if record is None or self._is_read_only():
            return
        self._ways_back.start(record, way)

    def _is_read_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._foot.show_words(tr("This project is open for reading only."))
        return self._project.read_only

    def _ask_name(self) -> None:
        record = self.record
        if record is not None and not self._is_read_only():
            self._foot.ask_name(record.name, lambda name: self._catch_errors(lambda: self._name(record, name)))

    def _name(self, record: Record, name: str) -> None:
        self._project.name_step(record.unit.last, name)
        self._leave_question()
        self._list.refresh()

    def _show_newest(self) -> None:
        """Show the step that a way back has become."""
        self._show_list()
        self._leave_question()
        self._list.go_to_newest()

    def _leave_question(self) -> None:
        self._ways_back.cancel()
        self._foot.show_hints(self._hints())
        (self._past.view if self.is_in_the_past else self._list.table).setFocus()

    def _show_hints(self) -> None:
        if not self._foot.is_asking:
            self._foot.show_hints(self._hints())

    # -- inside

    def _close(self) -> None:
        self._ways_back.stop()
        self._list.stop()
        super().reject()

    def _connect(self) -> None:
        table = self._list.table
        for watched in (table, self._list.words, self._past.view):
            watched.installEventFilter(self)
        self._list.marked.connect(self._show_hints)
        self._ways_back.refused.connect(self._leave_question)
        self._ways_back.done.connect(self._show_newest)
        table.doubleClicked.connect(lambda _: self._catch_errors(self._look_at_row))
        table.customContextMenuRequested.connect(self._open_menu)
        follow(self, self._session.project_changed, self._close)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._past)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._foot)
        self._foot.setMinimumHeight(2 * self.fontMetrics().height() + 12)
        self._list.words.begin()
