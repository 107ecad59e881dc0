"""The window of the history: all steps, newest first, by keys alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.service.past import read_past
from app.service.restoring import Plan, Way, plan
from app.service.searching import matching
from app.service.session import Session
from app.store import Record, Unit
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.history import questions
from app.ui.dialogs.history.bar import Foot
from app.ui.dialogs.history.past import PastPage
from app.ui.dialogs.history.rows import WHAT, HistoryRows
from app.ui.dialogs.history.table import made_table
from app.ui.dress import Dress
from app.ui.guard import Guard
from app.ui.i18n import tr
from app.ui.keys import key_name
from app.ui.pane import column
from app.ui.plain import caption_text, one_line
from app.ui.widgets import label, line
from app.ui.wires import follow

if TYPE_CHECKING:
    from app.store import History

_MOMENT_S = 0.008
_REST_MS = 150


class HistoryDialog(FramedDialog):
    """Show the steps of the open project, look at the past, and go back by a new step."""

    def __init__(self, session: Session, dress: Dress, guard: Guard, parent: QWidget) -> None:
        super().__init__(tr("History"), parent, width_px=760)
        assert session.project is not None, "only an open project has a history"
        self._session, self._project, self._guard = session, session.project, guard
        self._article: int | None = None
        self._shown: Record | None = None
        self._planning: Iterator[Plan | None] = iter(())
        self._searching: Iterator[list[Unit]] = iter(())
        self._rows = HistoryRows(dress.theme, self.font(), self._title_of, self)
        self._words = line(tr("Filter by words: what, article, author, name"), self)
        self._only = label("", self, "muted", wraps=True)
        self._table = made_table(self._rows, self)
        self._empty = label("", self, "muted", wraps=True)
        self._past = PastPage(dress, self)
        self._stack = QStackedWidget(self)
        self._foot = Foot(self._leave_question, self)
        self._timer = self._made_timer(0, self._work)
        self._rest = self._made_timer(_REST_MS, self._filter)
        self._stale = self._made_timer(_REST_MS, self._reload)
        self._lay_out()
        self._connect()
        self._history: History = self._project.history()
        self._units = self._history.units()
        self.prefer(1160, 820)
        self.filter()

    @property
    def rows(self) -> HistoryRows:
        """The rows that are shown."""
        return self._rows

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
        return self._shown if self.is_in_the_past else self._rows.record(self._table.currentIndex().row())

    def refresh(self) -> None:
        """Read the rows anew, and show them with the same step marked."""
        self._guard(self._reload)

    def filter(self) -> None:
        """Show the rows that fit what is asked for now."""
        self._guard(self._filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = key_name(event, QGuiApplication.platformName())
        if watched is self._words:
            return self._typed(key)
        act = self._acts().get(key)
        if act is not None:
            self._do(act)
            return True
        if watched is self._past.view:
            if not self._past.scroll_by_key(event) and key not in ("", "Tab", "Shift+Tab"):
                self._foot.tell(tr("This is the past: nothing is changed here. Esc returns."))
            return key not in ("Tab", "Shift+Tab")
        return False

    def reject(self) -> None:
        """Leave what is open last: a question, the article of the past, a filter, and then the window."""
        if self._foot.is_asking:
            self._leave_question()
        elif self.is_in_the_past:
            self._show_list()
        elif self._words.text() or self._article is not None:
            self._article = None
            self._words.clear()
            self.filter()
            self._table.setFocus()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    # -- keys

    def _acts(self) -> dict[str, Callable[[], None]]:
        acts: dict[str, Callable[[], None]] = {
            "R": lambda: self._plan(Way.RESTORE),
            "U": lambda: self._plan(Way.UNDO_ALONE),
            "B": lambda: self._plan(Way.BRING_BACK),
            "N": self._ask_name,
            "Escape": self.reject,
        }
        if self.is_in_the_past:
            return acts | {"[": lambda: self._look_beside(1), "]": lambda: self._look_beside(-1)}
        acts |= dict.fromkeys(("/", "Ctrl+F"), self._words.setFocus)
        acts |= {"Home": lambda: self._go_to(0), "End": lambda: self._go_to(self._rows.rowCount() - 1)}
        return acts | {"Enter": self._look, "A": self._toggle_article}

    def _typed(self, key: str) -> bool:
        """Leave the line by Enter or an arrow; Esc empties it first."""
        if key in ("Enter", "Down") or (key == "Escape" and not self._words.text()):
            self._table.setFocus()
        elif key == "Escape":
            self._words.clear()
        else:
            return False
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
        return " · ".join([*(title for title, _ in self._offers()), tr("/: filter"), tr("Esc: close")])

    def _offers(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what can be done with the marked row, each with its key in its title."""
        record = self.record
        alone = (tr("U: undo this one alone"), lambda: self._plan(Way.UNDO_ALONE))
        back = (tr("B: bring it back"), lambda: self._plan(Way.BRING_BACK))
        return [
            (tr("Enter: the article then"), self._look),
            (tr("R: restore this state"), lambda: self._plan(Way.RESTORE)),
            alone if record is None or record.is_applied else back,
            (tr("N: name this point"), self._ask_name),
            (tr("A: this article only"), self._toggle_article),
        ]

    def _open_menu(self, point: QPoint) -> None:
        """Offer the same to the mouse."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, act in self._offers():
            menu.addAction(caption_text(title)).triggered.connect(partial(self._do, act))
        menu.popup(self._table.viewport().mapToGlobal(point))

    def _do(self, act: Callable[[], None], _is_checked: bool = False) -> None:  # Qt's own signature
        self._foot.tell("")
        self._guard(act)

    # -- rows

    def _reload(self) -> None:
        self._history = self._project.history()
        self._units = self._history.units()
        self._filter()

    def _filter(self) -> None:
        record, units = self.record, self._units
        if self._article is not None:
            units = units.holding(self._history.touching(self._article))
        words = self._words.text().strip()
        self._searching = iter(())
        if words:
            self._rows.show(self._history, [])
            self._searching = matching(self._history, units, words, self._rows.searched)
            self._timer.start()
        else:
            self._rows.show(self._history, units)
        self._mark(record.unit.last if record is not None else None)
        self._tell_filter()

    def _mark(self, step: int | None) -> None:
        """Mark the row of a step, the first one where there is none."""
        row = 0 if step is None else max(0, self._rows.row_of(step))
        if self._rows.rowCount():
            self._table.setCurrentIndex(self._rows.index(row, WHAT))
        self._show_hints()

    def _go_to(self, row: int) -> None:
        self._table.setCurrentIndex(self._rows.index(row, WHAT))

    def _tell_filter(self) -> None:
        only = "" if self._article is None else tr("Only “{title}”", title=one_line(self._title_of(self._article)))
        self._only.setText(only)
        self._only.setVisible(bool(only))
        is_empty = not self._rows.rowCount() and not self._timer.isActive()
        is_filtered = bool(only or self._words.text().strip())
        self._empty.setText(tr("No step fits.") if is_filtered else tr("Nothing has been done in this project yet."))
        self._empty.setVisible(is_empty)

    def _title_of(self, article_id: int) -> str:
        article = self._session.articles.get(article_id)
        return article.title if article is not None else tr("(removed article)")

    def _toggle_article(self) -> None:
        """Show the steps of the row's article alone, or all again."""
        record = self.record
        if self._article is not None:
            self._article = None
        elif record is not None:
            self._article = self._article_of(record)
            if self._article is None:
                self._foot.tell(tr("This step changed no article."))
        self._filter()

    def _article_of(self, record: Record) -> int | None:
        """Return the article to look at: the row's own; of several the open one, else the first."""
        if record.article is not None:
            return record.article
        articles = self._history.articles_of(record.unit)
        desk = self._session.desk
        here = self._article if self._article is not None else desk.article.id if desk is not None else None
        return here if here in articles or not articles else articles[0]

    # -- the past

    def _look(self) -> None:
        record = self.record
        if record is not None:
            self._look_at(record)

    def _look_at(self, record: Record) -> None:
        article = self._article_of(record)
        past = None if article is None else read_past(self._project, article, record.unit.last)
        if past is None:
            self._foot.tell(tr("The article was not in the project then."))
            return
        self._shown = record
        self._past.show_past(record, past)
        self._stack.setCurrentWidget(self._past)
        self._past.view.setFocus()
        self._show_hints()

    def _look_beside(self, by: int) -> None:
        """Look at the next older row (the next newer one where `by` is negative)."""
        record = self._rows.record(self._table.currentIndex().row() + by)
        if record is not None:
            self._table.setCurrentIndex(self._rows.index(self._table.currentIndex().row() + by, WHAT))
            self._look_at(record)

    def _show_list(self) -> None:
        self._shown = None
        self._stack.setCurrentIndex(0)
        self._table.setFocus()
        self._show_hints()

    # -- ways back

    def _plan(self, way: Way) -> None:
        """Find out, a moment at a time, what a way back would do; then ask."""
        record = self.record
        if record is None or self._is_read_only():
            return
        if way is not Way.RESTORE and record.is_applied != (way is Way.UNDO_ALONE):
            self._foot.tell(_wrong_way(way))
            return
        self._planning = plan(self._project, record, way)
        self._foot.ask(tr("Counting what would change…"), "", None)
        self._timer.start()

    def _is_read_only(self) -> bool:
        """Say whether the project can only be looked at, to the user too."""
        if self._project.read_only:
            self._foot.tell(tr("This project is open for reading only."))
        return self._project.read_only

    def _ask(self, found: Plan) -> None:
        if not found.is_possible:
            self._leave_question()
            self._foot.tell(questions.refusal(found))
            return
        self._foot.ask(questions.question(found), questions.answer(found.way), lambda: self._guard(self._doing(found)))

    def _doing(self, found: Plan) -> Callable[[], None]:
        def do() -> None:
            if self._project.history().newest() != found.newest:
                self._leave_question()
                self._foot.tell(tr("The project has changed meanwhile: ask once more."))
                return
            self._session.apply(found.step())
            self._show_list()
            self._leave_question()
            self._reload()
            self._mark(None)
            self._foot.tell(tr("Done as a new step: one undo takes it back."))

        return do

    def _ask_name(self) -> None:
        record = self.record
        if record is not None and not self._is_read_only():
            self._foot.ask_name(record.name, lambda name: self._guard(lambda: self._name(record, name)))

    def _name(self, record: Record, name: str) -> None:
        self._project.name_step(record.unit.last, name)
        self._leave_question()
        self._reload()

    def _leave_question(self) -> None:
        self._planning = iter(())
        self._foot.show_hints(self._hints())
        (self._past.view if self.is_in_the_past else self._table).setFocus()

    def _show_hints(self) -> None:
        if not self._foot.is_asking:
            self._foot.show_hints(self._hints())

    # -- inside

    def _work(self) -> None:
        """Search or plan on for a moment."""
        end = time.monotonic() + _MOMENT_S
        while time.monotonic() < end:
            if not self._worked_on():
                self._timer.stop()
                self._tell_filter()
                return

    def _worked_on(self) -> bool:
        """Do a small piece of what is to be found out; return whether there is more."""
        is_first = not self._rows.rowCount()
        found = next(self._searching, None)
        if found is not None:
            self._rows.add(found)
            if is_first and found:
                self._mark(None)
            return True
        planned = next(self._planning, False)
        if isinstance(planned, Plan):
            self._planning = iter(())
            self._ask(planned)
        return planned is None

    def _close(self) -> None:
        self._timer.stop()
        self._rest.stop()
        self._stale.stop()
        super().reject()

    def _connect(self) -> None:
        for watched in (self._table, self._words, self._past.view):
            watched.installEventFilter(self)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._show_hints())
        self._table.doubleClicked.connect(lambda _: self._guard(self._look))
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._words.textChanged.connect(lambda _: self._rest.start())
        follow(self, self._session.changed, lambda _: self._stale.start())
        follow(self, self._session.project_changed, self._close)

    def _made_timer(self, interval_ms: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.setSingleShot(interval_ms > 0)
        timer.timeout.connect(lambda: self._guard(act))
        return timer

    def _lay_out(self) -> None:
        page = QWidget(self)
        self._stack.addWidget(page)
        self._stack.addWidget(self._past)
        lines = column(page, spacing=8)
        for widget in (self._words, self._only, self._empty):
            lines.addWidget(widget)
        lines.addWidget(self._table, 1)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._foot)
        self._foot.setMinimumHeight(2 * self.fontMetrics().height() + 12)
        self._table.setFocus()


def _wrong_way(way: Way) -> str:
    """Return why a row cannot be gone back by in this way."""
    if way is Way.UNDO_ALONE:
        return tr("This step does not count now: B brings it back.")
    return tr("This step counts: R goes back to it, U undoes it alone.")
