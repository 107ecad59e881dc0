"""The window of the ledger.

All claims of the project are filtered, sorted and judged by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject

from app.core.records import Evidence, Verdict
from app.core.verdict_scales import Scale
from app.service.corpus.ledger.claim_likeness import suggest_places
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.store.index.index_reader import IndexReader
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.texts.dates import day
from app.ui.base.widgets import label
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.ledger.claim_edits import ClaimEdits
from app.ui.dialogs.ledger.claim_form import ClaimForm
from app.ui.dialogs.ledger.copying import copy_claims
from app.ui.dialogs.ledger.exporting import LedgerExport
from app.ui.dialogs.ledger.filters import STATE_KEYS
from app.ui.dialogs.ledger.pages.claims_page import ClaimsPage
from app.ui.dialogs.ledger.pages.join_page import JoinPage
from app.ui.dialogs.ledger.pages.scale_page import ScalePage
from app.ui.dialogs.ledger.pages.time_line_page import TimeLinePage
from app.ui.dialogs.ledger.place import LedgerPlace
from app.ui.dialogs.ledger.rows import COLUMNS
from app.ui.dialogs.ledger.verdict_form import VerdictForm
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.dialogs.own_steps import OwnSteps
from app.ui.dialogs.project_window import ProjectWindow

_LOOK_AGAIN_MS = 3_000
"""While many articles are read into the index, what it has by now is shown so often."""


class LedgerDialog(ProjectWindow):
    """Shows all claims, and gives them verdicts."""

    def __init__(self, context: WindowContext, index_keeper: IndexKeeper, place: LedgerPlace) -> None:
        super().__init__(tr("Claim ledger"), context, index_keeper)
        session, appearance, catch_errors = context.session, context.find_appearance(), context.catch_errors
        self._place = place
        self._words = LedgerWords(session.scheme, appearance.language, session.edit_context.now.astimezone().date())
        self._reader: IndexReader | None = None
        self._shown = QElapsedTimer()
        self._steps = OwnSteps(session, self._show_records, self._say)
        self._edits = ClaimEdits(session, self._words, self._steps)
        self.claims = ClaimsPage(session.scheme, self._words, place, appearance.theme, catch_errors, self)
        self.verdict_form = VerdictForm(self._words, self._save_verdict, self._show_table, self)
        self.claim_form = ClaimForm(self._words, self._save_description, self._show_table, self)
        self.scale_page = ScalePage(self._save_scales, self._show_table, self)
        self.join_page = JoinPage(self._words, self._join, self._show_table, self)
        self.time_line = TimeLinePage(self._words, appearance.theme, self._go_to_row, self._show_table, self)
        self._export = LedgerExport(session, self._words, self._catch_errors, self)
        self._count = label("", self, "muted")
        self._lay_out()
        self._connect()
        self.prefer(1400, 860)
        catch_errors(self._open)

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in what is shown."""
        return self._index_keeper.is_current and self._reader is not None

    @property
    def is_read(self) -> bool:
        return self._reader is not None

    # -- the index

    def _open(self) -> None:
        self._index_keeper.refresh()
        self._show_indexed()
        self._show_table()
        self.claims.filters.line.begin()
        self.claims.mark_claim(self._place.claim_id)

    def _follow_index(self) -> None:
        """Show how far the index is.

        Now and then, show what it has by now.
        """
        is_growing = bool(self._index_keeper.words) and self._shown.hasExpired(_LOOK_AGAIN_MS)
        if is_growing or self._index_keeper.reader is not self._reader:
            self._catch_errors(self._show_indexed)
        self._show_count()

    def _show_indexed(self) -> None:
        """Show what the index has by now."""
        self._reader = self._index_keeper.reader
        if self._reader is not None:
            self._shown.start()
            self.claims.show_ledger(Ledger(self._project, self._reader, self._words.today))
        self._show_count()

    def _show_count(self) -> None:
        count = tr("{n} claims", n=len(self.claims.claims.ids))
        ticked = tr("{n} ticked", n=len(self.claims.ticked)) if self.claims.ticked else ""
        today = tr("Today: {date}", date=day(self._words.today))
        self.claims.say_why_empty(is_read=self.is_current)
        self._count.setText(" · ".join(filter(None, (today, count, ticked, self._index_keeper.state_words))))
        self._show_table_hints()

    # -- keys

    def _press(self, watched: QObject, key: str) -> bool:
        if watched is self.claims.filters.line:
            return self.claims.typed(key)
        if watched is self.claims.groups.list and key in ("Enter", "Right"):
            self.claims.table.setFocus()
            return True
        return self._perform(self._acts().get(key))

    def _acts(self) -> dict[str, Callable[[], object]]:
        claims = self.claims
        acts: dict[str, Callable[[], object]] = {
            "V": self._ask_verdict,
            "L": self._note_watched,
            "E": self._ask_description,
            "Y": self._ask_scales,
            "Space": claims.tick,
            "J": self._ask_join,
            "S": self._ask_suggested,
            "M": self._show_time_line,
            "X": self._ask_export,
            "Ctrl+C": self._copy,
            "G": claims.turn_groups,
            "[": lambda: claims.groups.step(-1),
            "]": lambda: claims.groups.step(1),
            "Enter": self._go_to_claim,
            "Escape": self.reject,
            "Home": lambda: claims.mark(0),
            "End": lambda: claims.mark(claims.rows.rowCount() - 1),
        }
        acts |= dict.fromkeys(("/", "Ctrl+F"), claims.filters.line.begin)
        acts |= dict.fromkeys(("U", "Ctrl+Z"), self._steps.undo)
        acts |= dict.fromkeys(("Ctrl+Shift+Z", "Ctrl+Y"), self._steps.redo)
        acts |= {key: partial(claims.choose_state, state) for key, state in STATE_KEYS.items()}
        return acts | {str(place): partial(claims.sort_by, one) for place, one in enumerate(COLUMNS, start=1)}

    def reject(self) -> None:
        """Close the innermost thing that is open.

        It is a page, ticks, filters, and then the window.
        """
        if self._pages.currentIndex() > 0:
            self._show_table()
        elif not self.claims.drop_ticks() and not self.claims.drop_filters():
            self._close()

    # -- pages

    def _go_to_claim(self) -> None:
        """Open the article of the row at its claim."""
        if self.claims.current is not None:
            self._go_to_row(self.claims.current)

    def _go_to_row(self, row: LedgerRow) -> None:
        self._close()
        self._place.claim_id = row.entry.id
        self._session.reader.go_to_annotation(row.entry.article_id, row.entry.id)

    def _show_time_line(self) -> None:
        """Show when the claims that are listed fall due."""
        if self.claims.ledger is None:
            return
        if self.time_line.open(self.claims.ledger, self.claims.view):
            self._show_page(
                self.time_line, tr("← →: period · ↑ ↓: claim · Enter: open the article · Esc: to the table")
            )
            self.time_line.table.setFocus()
        else:
            empty = tr("No promise, forecast or demand with a due date is shown.")
            self._say(empty if self.is_current else tr("Reading…"))

    def _ask_export(self) -> None:
        if self.claims.claims.ids:
            self._export.ask(lambda path: self._catch_errors(lambda: self._write(path)))
        else:
            self._say(tr("No claim is shown: there is nothing to export."))

    def _write(self, path: Path) -> None:
        """Write the claims that are shown, in their order."""
        if self.claims.ledger is not None:
            self._export.write(self.claims.ledger, self.claims.claims.ids, path, self._say)

    def _copy(self) -> None:
        """Copy the ticked claims, else the marked one, with their sources."""
        claims, ledger = self.claims, self.claims.ledger
        marked = [claims.current.entry.id] if claims.current is not None else []
        ids = claims.ticked or marked
        if ledger is not None and ids:
            self._say(copy_claims(ledger.rows(ids), self._session, self._words.language))

    def _ask_verdict(self) -> None:
        row, ledger = self.claims.current, self.claims.ledger
        if row is not None and ledger is not None and not self._is_read_only():
            self.verdict_form.open(row, ledger.records)
            self._show_page(
                self.verdict_form,
                tr("Digit: value · Enter: evidence · Tab: next field · Ctrl+Enter: save · Esc: leave"),
            )

    def _save_verdict(self, row: LedgerRow, verdict: Verdict, evidence: list[Evidence]) -> None:
        if self._are_there(row):
            self._show_table()
            self._catch_errors(lambda: self._edits.save_verdict(row, verdict, evidence))

    def _are_there(self, *rows: LedgerRow) -> bool:
        """Say whether claims are still there, and tell if not.

        Tagging beside the window replaces proposals.
        """
        ids = [row.entry.id for row in rows]
        gone = set(ids) - {found.id for found in self._project.found_annotations(ids)}
        if gone:
            self._say(tr("A claim was replaced or removed meanwhile: nothing was saved."))
        return not gone

    def _note_watched(self) -> None:
        row = self.claims.current
        if row is not None and not self._is_read_only() and self._are_there(row):
            self._edits.note_watched(row)

    def _ask_description(self) -> None:
        row, ledger = self.claims.current, self.claims.ledger
        if row is not None and ledger is not None and not self._is_read_only():
            self._show_page(self.claim_form, tr("Enter: save · Tab: next field · Esc: leave"))
            self.claim_form.open(row, ledger.records.topics)

    def _save_description(self, row: LedgerRow, due: str, topic: str) -> None:
        if self._are_there(row):
            self._show_table()
            self._catch_errors(lambda: self._edits.describe(row, due, topic))

    def _ask_scales(self) -> None:
        if not self._is_read_only():
            self._show_page(self.scale_page, *_scale_hints())
            self.scale_page.open(self._words.scales, self._words.language)

    def _save_scales(self, scales: list[Scale]) -> None:
        self._show_table()
        self._catch_errors(lambda: self._edits.replace_scales(scales))

    def _ask_join(self) -> None:
        if len(self.claims.ticked) < 2:
            self._say(tr("Tick the claims with Space first; S suggests which may be the same."))
        elif self.claims.ledger is not None and not self._is_read_only():
            self.join_page.open_marked(self.claims.ledger.rows(self.claims.ticked))
            self._show_page(self.join_page, tr("Enter: join what is ticked · Space: tick · Esc: leave"))

    def _ask_suggested(self) -> None:
        row, ledger = self.claims.current, self.claims.ledger
        if row is None or ledger is None or self._reader is None or self._is_read_only():
            return
        likes = suggest_places(ledger, self._reader, row)
        if not likes:
            self._say(tr("No claim like this one was found elsewhere."))
            return
        self.join_page.open_suggested(row, likes)
        self._show_page(self.join_page, tr("Space: the same claim · Enter: join what is ticked · Esc: leave"))

    def _join(self, rows: list[LedgerRow]) -> None:
        if len(rows) < 2:
            self._say(tr("Tick two claims at least."))
            return
        if not self._are_there(*rows):
            return
        self.claims.drop_ticks()
        self._show_table()
        self._catch_errors(lambda: self._edits.join(rows))

    def _show_records(self) -> None:
        """Show claims after a step has changed their records."""
        self._words.use_scheme(self._session.scheme)
        if self.claims.ledger is not None:
            self.claims.ledger.refresh()
            self.claims.show_ledger(self.claims.ledger)

    # -- inside

    def _show_table(self) -> None:
        self._pages.setCurrentWidget(self.claims)
        self._show_table_hints()
        self.claims.table.setFocus()

    def _show_table_hints(self) -> None:
        """Say what the keys do, if the table is shown."""
        if self._pages.currentWidget() is self.claims:
            self._show_hints(*_table_hints(), self.claims.escape_words)

    def _stop(self) -> None:
        self._place.claim_id = self.claims.current_id  # the project may be closed: nothing of it is read
        self.claims.stop()

    def _connect(self) -> None:
        self._watch(self.claims.table, self.claims.filters.line, self.claims.groups.list)
        self.claims.changed.connect(self._show_count)
        self.claims.table.doubleClicked.connect(lambda _: self._catch_errors(self._go_to_claim))
        self._index_keeper.changed.connect(self._follow_index)
        self._index_keeper.refreshed.connect(self._follow_refreshed)

    def _follow_refreshed(self) -> None:
        self._catch_errors(self._show_indexed)

    def _lay_out(self) -> None:
        for page in (self.claims, self.verdict_form, self.claim_form, self.scale_page, self.join_page, self.time_line):
            self._pages.addWidget(page)
        self.body.addWidget(self._count)
        self.body.addWidget(self._pages, 1)
        self._add_foot()


def _table_hints() -> tuple[str, ...]:
    """Return what the keys over the table do."""
    return (
        tr("↓: to the table and its keys"),
        tr("/: filter"),
        tr("Enter: open the article"),
        tr("V: verdict"),
        tr("L: looked, nothing new"),
        tr("E: due date, topic"),
        tr("Y: scales"),
        tr("Space: tick"),
        tr("J: join the ticked"),
        tr("S: the same elsewhere"),
        tr("1–9: sort by a column"),
        tr("M: time line"),
        tr("G: group"),
        tr("[ ]: groups"),
        tr("X: export"),
        tr("Ctrl+C: copy with the source"),
    )


def _scale_hints() -> tuple[str, ...]:
    """Return what the keys over the scales do."""
    return (
        tr("[ ]: scale"),
        tr("Enter: edit a cell"),
        tr("Space: what it counts as"),
        tr("Alt+↑ ↓: move"),
        tr("Delete: remove"),
        tr("Ctrl+Enter: save"),
        tr("Esc: leave"),
    )
