"""The window of the ledger.

All claims of the project are filtered, sorted and judged by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.change import Step
from app.core.query.parsing import QueryError, parse_query
from app.core.query.terms import Query
from app.core.records import Evidence, Verdict
from app.service.corpus.claim_likeness import suggest_places
from app.service.corpus.claim_steps import join_step, verdict_step, watched_step
from app.service.corpus.corpus_search import label_words
from app.service.corpus.ledger import ClaimState, Ledger, LedgerClaims, LedgerColumn, LedgerRow, LedgerView
from app.service.session.session import Session
from app.store.index.index_reader import IndexReader
from app.ui.base.announce import announce
from app.ui.base.dates import day
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import label
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.index_follower import IndexFollower
from app.ui.dialogs.ledger.exporting import LedgerExport
from app.ui.dialogs.ledger.filters import STATE_KEYS, LedgerFilters
from app.ui.dialogs.ledger.groups import LedgerGroups
from app.ui.dialogs.ledger.join_page import JoinPage
from app.ui.dialogs.ledger.rows import COLUMNS, LedgerRows
from app.ui.dialogs.ledger.table import LedgerTable
from app.ui.dialogs.ledger.time_line_page import TimeLinePage
from app.ui.dialogs.ledger.verdict_form import VerdictForm
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.keyboard.keys import key_name
from app.ui.theme.appearance import Appearance

_REST_MS, _LOOK_AGAIN_MS = 40, 1_500


@dataclass
class LedgerPlace:
    """Where the ledger of a project was left.

    It opens there again.
    """

    project: Path | None = None
    typed: str = ""
    column: LedgerColumn = LedgerColumn.DUE
    is_descending: bool = False
    state: ClaimState | None = None
    claim_id: int = 0


class LedgerDialog(FramedDialog):
    """Shows all claims, and gives them verdicts."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        place: LedgerPlace,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Claim ledger"), parent, width_px=760)
        assert session.project is not None, "only an open project has a ledger"
        self._session, self._project, self._catch_errors = session, session.project, catch_errors
        self._place = place if place.project == self._project.path else LedgerPlace(self._project.path)
        self.place = place
        self._words = LedgerWords(session.scheme, appearance.language, session.edit_context.now.astimezone().date())
        self._labels = label_words(session.scheme)
        self._reader: IndexReader | None = None
        self._ledger: Ledger | None = None
        self._claims, self._query = LedgerClaims(), Query()
        self._own_steps, self._undone_steps, self._is_first_reading = 0, 0, False
        self._shown = QElapsedTimer()
        self._shown.start()
        self.rows = LedgerRows(self._words, appearance.theme, self.font(), self)
        self.table = LedgerTable(self.rows, self)
        self.filters = LedgerFilters(self._choose_state, self)
        self.groups = LedgerGroups(session.scheme, appearance.language, self)
        self.verdict_form = VerdictForm(self._words, self._save_verdict, self._show_table, self)
        self.join_page = JoinPage(self._words, self._join, self._show_table, self)
        self.time_line = TimeLinePage(self._words, appearance.theme, self._go_to_row, self._show_table, self)
        self._export = LedgerExport(session, self._words, self)
        self._stack = QStackedWidget(self)
        self._count = label("", self, "muted")
        self._message = label("", self, wraps=True)
        self._hints = label("", self, "caption", wraps=True)
        self._index = IndexFollower(self._project.place, self._take_in_index, catch_errors, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self.prefer(1400, 860)
        catch_errors(self._open)

    # -- what is shown

    @property
    def current(self) -> LedgerRow | None:
        """The row that is marked."""
        return self.rows.row_at(self.table.currentIndex().row())

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in what is shown."""
        return not self._index.words

    def _open(self) -> None:
        self.filters.line.setText(self._place.typed)
        self._is_first_reading = self._index.reader is None
        self.filters.show_counts(self._claims, self._place.state)
        self._index.start()
        self._take_in_index()
        self._show_table()
        self._mark(max(0, self.rows.row_of(self._place.claim_id)))

    def _take_in_index(self) -> None:
        """Show what the index has, where that is new."""
        reader, words = self._index.reader, self._index.words
        is_grown = self._is_first_reading and self._shown.hasExpired(_LOOK_AGAIN_MS)
        is_news = reader is not None and (reader is not self._reader or not words or is_grown)
        self._reader = reader
        self._is_first_reading &= bool(words)
        if is_news and reader is not None:
            self._shown.start()
            self._ledger = Ledger(self._project, reader, self._words.today)
            self._show_claims()
        self._show_count()

    def _view(self, typed: str) -> LedgerView:
        return LedgerView(
            parse_query(typed, self._labels),
            self._place.column,
            self._place.is_descending,
            self._place.state,
            self.groups.group,
        )

    def _show_claims(self) -> None:
        """Find the claims of the view, and show them.

        The same claim stays marked.
        """
        if self._ledger is None:
            return
        typed = self.filters.line.text().strip()
        try:
            view, claims = self._find_claims(self._ledger, typed)
        except QueryError as fault:
            self.filters.show_fault(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            return
        self.filters.show_fault("")
        self._place.typed = typed
        self._claims = claims
        marked, before = self.table.currentIndex().row(), self.current
        self.rows.show(self._ledger, claims.ids, view.column, is_descending=view.is_descending)
        found = self.rows.row_of(before.entry.id) if before is not None else -1
        self._mark(found if found >= 0 else min(max(0, marked), len(claims.ids) - 1))
        self.filters.show_counts(claims, view.state)
        self._show_count()
        self._query = view.query

    def _find_claims(self, ledger: Ledger, typed: str) -> tuple[LedgerView, LedgerClaims]:
        """Return the claims that fit.

        A last word that stands nowhere is taken for the beginning of one.
        """
        view = self._view(typed)
        claims = ledger.find_claims(view)
        if claims.total or not typed or not typed[-1].isalnum():
            return view, claims
        return (begun := self._view(f"{typed}*")), ledger.find_claims(begun)

    def _show_count(self) -> None:
        count = tr("{n} claims", n=len(self._claims.ids))
        ticked = tr("{n} ticked", n=len(self.rows.marked)) if self.rows.marked else ""
        today = tr("Today: {date}", date=day(self._words.today))
        self._count.setText(" · ".join(filter(None, (today, count, ticked, self._index.words))))

    def _show_groups(self) -> None:
        if self._ledger is not None and self.groups.order is not None:
            self.groups.show_groups(self._ledger.groups(self._query, self.groups.order))
        else:
            self.groups.show_groups([])

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = key_name(event, QGuiApplication.platformName())
        if watched is self.filters.line:
            return self._typed(key)
        if watched is self.groups.list and key in ("Enter", "Right"):
            self.table.setFocus()
            return True
        act = self._acts().get(key)
        if act is None:
            return False
        self._say("")
        self._catch_errors(act)
        return True

    def _acts(self) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "V": self._ask_verdict,
            "L": self._note_watched,
            "Space": self._tick,
            "J": self._ask_join,
            "S": self._ask_suggested,
            "M": self._show_time_line,
            "X": self._ask_export,
            "G": self._turn_groups,
            "[": lambda: self.groups.step(-1),
            "]": lambda: self.groups.step(1),
            "Enter": self._go_to_claim,
            "Escape": self.reject,
            "Home": lambda: self._mark(0),
            "End": lambda: self._mark(self.rows.rowCount() - 1),
        }
        acts |= dict.fromkeys(("/", "Ctrl+F"), self.filters.line.setFocus)
        acts |= dict.fromkeys(("U", "Ctrl+Z"), self._undo)
        acts |= dict.fromkeys(("Ctrl+Shift+Z", "Ctrl+Y"), self._redo)
        acts |= {key: partial(self._choose_state, state) for key, state in STATE_KEYS.items()}
        return acts | {str(place): partial(self._sort_by, one) for place, one in enumerate(COLUMNS, start=1)}

    def _typed(self, key: str) -> bool:
        """Leave the line by Enter or an arrow; Esc empties it first."""
        if key in ("Enter", "Down") or (key == "Escape" and not self.filters.line.text()):
            self.table.setFocus()
        elif key == "Escape":
            self.filters.line.clear()
        else:
            return False
        return True

    def reject(self) -> None:
        """Close the innermost thing that is open.

        It is a page, ticks, filters, and then the window.
        """
        if self._stack.currentIndex() > 0:
            self._show_table()
        elif self.rows.marked:
            self.rows.set_marks(())
            self._show_count()
        elif self.filters.line.text() or self._place.state is not None:
            self._place.state = None
            self.filters.line.clear()
            self._show_claims()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    def _choose_state(self, state: ClaimState | None) -> None:
        self._place.state = state
        self._show_claims()

    def _sort_by(self, column: LedgerColumn) -> None:
        """Sort by a column.

        The order is turned round if it is sorted so already.
        """
        is_same = self._place.column is column
        self._place.is_descending = is_same and not self._place.is_descending
        self._place.column = column
        was_first = self.table.currentIndex().row() <= 0
        self._show_claims()
        if was_first:  # nothing was chosen yet: the first of the new order is wanted
            self._mark(0)

    def _turn_groups(self) -> None:
        self.groups.turn()
        self._show_claims()
        self._show_groups()

    def _go_to_claim(self) -> None:
        """Open the article of the row at its claim."""
        if self.current is not None:
            self._go_to_row(self.current)

    def _go_to_row(self, row: LedgerRow) -> None:
        self._close()
        self.place.claim_id = row.entry.id
        opened = self._session.open_article
        if opened is None or opened.article.id != row.entry.article_id:
            self._session.reader.go_to(row.entry.article_id)
        self._session.navigation.go_to(row.entry.id)

    def _show_time_line(self) -> None:
        """Show when the claims that fit the query fall due."""
        if self._ledger is None:
            return
        if self.time_line.open(self._ledger, self._query):
            hints = tr("← →: period · ↑ ↓: claim · Enter: open the article · Esc: to the table")
            self._show_page(self.time_line, hints)
            self.time_line.table.setFocus()
        else:
            self._say(tr("No promise, forecast or demand with a due date is shown."))

    def _ask_export(self) -> None:
        if self._claims.ids:
            self._export.ask(lambda path: self._catch_errors(lambda: self._write(path)))
        else:
            self._say(tr("No claim is shown: there is nothing to export."))

    def _write(self, path: Path) -> None:
        """Write the claims that are shown, in their order."""
        if self._ledger is not None:
            said = self._export.write(self._ledger, self._claims.ids, path)
            self._say(said or tr("The export was cancelled."))

    # -- verdicts

    def _ask_verdict(self) -> None:
        row = self.current
        if row is not None and self._ledger is not None and not self._is_read_only():
            self.verdict_form.open(row, self._ledger.records)
            self._show_page(
                self.verdict_form, tr("Digit: value · Enter, Tab: evidence · Ctrl+Enter: save · Esc: leave")
            )

    def _save_verdict(self, verdict: Verdict, evidence: list[Evidence]) -> None:
        row = self.current
        if row is not None:
            self._catch_errors(lambda: self._give_verdict(row, verdict, evidence))

    def _give_verdict(self, row: LedgerRow, verdict: Verdict, evidence: list[Evidence]) -> None:
        context = self._session.edit_context
        signed = replace(verdict, author=context.author, made=context.now)
        self._show_table()
        title = self._words.verdict(verdict.scale, verdict.value, verdict.certainty)
        self._apply(verdict_step(self._project, row, signed, evidence), tr("Verdict: {value}", value=title))

    def _note_watched(self) -> None:
        row = self.current
        if row is not None and not self._is_read_only():
            now = self._session.edit_context.now
            self._apply(watched_step(self._project, row, now), tr("Looked, nothing new."))

    # -- places of one claim

    def _tick(self) -> None:
        row = self.table.currentIndex().row()
        self.rows.toggle_mark(row)
        self._mark(row + 1)
        self._show_count()

    def _ask_join(self) -> None:
        if len(self.rows.marked) < 2:
            self._say(tr("Tick the claims with Space first; S suggests which may be the same."))
        elif self._ledger is not None and not self._is_read_only():
            self.join_page.open_marked(self._ledger.rows(list(self.rows.marked)))
            self._show_page(self.join_page, tr("Enter: join what is ticked · Space: tick · Esc: leave"))

    def _ask_suggested(self) -> None:
        row = self.current
        if row is None or self._ledger is None or self._reader is None or self._is_read_only():
            return
        likes = suggest_places(self._ledger, self._reader, row)
        if not likes:
            self._say(tr("No claim like this one was found elsewhere."))
            return
        self.join_page.open_suggested(row, likes)
        self._show_page(self.join_page, tr("Space: the same claim · Enter: join what is ticked · Esc: leave"))

    def _join(self, rows: list[LedgerRow]) -> None:
        if len(rows) < 2:
            self._say(tr("Tick two claims at least."))
            return
        self.rows.set_marks(())
        self._show_table()
        step = join_step(self._project, rows)
        self._catch_errors(lambda: self._apply(step, tr("{n} places of one claim", n=len(rows))))

    # -- steps

    def _apply(self, step: Step, words: str) -> None:
        """Write a step, and show what it changed."""
        self._session.apply(step)
        self._own_steps += 1
        self._undone_steps = 0
        self._show_records()
        self._say(f"{words} {tr('U: undo')}")

    def _undo(self) -> None:
        """Take back the last step that was made here."""
        if not self._own_steps:
            self._say(tr("Nothing was changed here yet."))
            return
        title = self._session.history.undo()
        self._own_steps -= 1
        self._undone_steps += 1
        self._show_records()
        if title is not None:
            self._say(tr("Undone: {what}", what=shown(title)))

    def _redo(self) -> None:
        """Do again what was taken back here last."""
        if not self._undone_steps:
            self._say(tr("There is nothing to redo."))
            return
        title = self._session.history.redo()
        self._own_steps += 1
        self._undone_steps -= 1
        self._show_records()
        if title is not None:
            self._say(tr("Redone: {what}", what=shown(title)))

    def _show_records(self) -> None:
        if self._ledger is not None:
            self._ledger.refresh()
            self._show_claims()

    def _is_read_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        return self._project.read_only

    # -- inside

    def _mark(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))
        if words:
            announce(self, words)

    def _show_page(self, page: QWidget, hints: str) -> None:
        self._stack.setCurrentWidget(page)
        self._hints.setText(hints)

    def _show_table(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()
        hints = (
            tr("Enter: open the article"),
            tr("V: verdict"),
            tr("L: looked, nothing new"),
            tr("Space: tick"),
            tr("J: join the ticked"),
            tr("S: the same elsewhere"),
            tr("1–9: sort by a column"),
            tr("M: time line"),
            tr("G: group"),
            tr("[ ]: groups"),
            tr("X: export"),
            tr("/: filter"),
            tr("Esc: close"),
        )
        self._hints.setText(" · ".join(hints))

    def _close(self) -> None:
        row = self.current
        self._place.claim_id = row.entry.id if row is not None else 0
        for name in LedgerPlace.__dataclass_fields__:
            setattr(self.place, name, getattr(self._place, name))
        self._rest.stop()
        self._index.stop()
        super().reject()

    def _connect(self) -> None:
        for watched in (self.table, self.filters.line, self.groups.list):
            watched.installEventFilter(self)
        self._rest.timeout.connect(lambda: self._catch_errors(self._show_claims))
        self.filters.line.textChanged.connect(lambda _: self._rest.start())
        self.groups.chosen.connect(lambda: self._catch_errors(self._show_claims))
        self.table.doubleClicked.connect(lambda _: self._catch_errors(self._go_to_claim))
        self.table.horizontalHeader().sectionClicked.connect(lambda section: self._sort_by(COLUMNS[section]))
        self.rows.dataChanged.connect(lambda *_: self._show_count())
        follow(self, self._session.project_changed, self._close)

    def _lay_out(self) -> None:
        page = QWidget(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.filters)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.groups)
        beside.addWidget(self.table, 1)
        lines.addLayout(beside, 1)
        for one in (page, self.verdict_form, self.join_page, self.time_line):
            self._stack.addWidget(one)
        self.body.addWidget(self._count)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._message)
        self.body.addWidget(self._hints)
        self._message.hide()
