"""The page of the ledger that lists claims.

They are filtered, sorted, grouped and ticked here.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.query.parsing import QueryError, parse_typed
from app.core.scheme import Scheme
from app.service.corpus.corpus_search import label_words
from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import ClaimState, LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerClaims, LedgerColumn, LedgerView
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
from app.ui.base.pane import column
from app.ui.base.texts.empty_words import escape_words, filter_words
from app.ui.base.widgets import LEAVING_KEYS
from app.ui.dialogs.ledger.filters import LedgerFilters
from app.ui.dialogs.ledger.full_claim import FullClaim
from app.ui.dialogs.ledger.groups import LedgerGroups
from app.ui.dialogs.ledger.place import LedgerPlace
from app.ui.dialogs.ledger.rows import COLUMNS, LedgerRows
from app.ui.dialogs.ledger.table import LedgerTable
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.theme.theme import Theme

_REST_MS = 40


class ClaimsPage(QWidget):
    """Lists the claims that fit what is typed and chosen.

    `changed` tells that others are listed or ticked. The `place` follows what is chosen.
    """

    changed = Signal()

    def __init__(  # noqa: PLR0913, PLR0917  # what the rows are shown with
        self,
        scheme: Scheme,
        words: LedgerWords,
        place: LedgerPlace,
        theme: Theme,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._place, self._labels, self._catch_errors = place, label_words(scheme), catch_errors
        self.ledger: Ledger | None = None
        self.claims, self.view = LedgerClaims(), LedgerView(state=place.state)
        self.rows = LedgerRows(words, theme, self.font(), self)
        self.table = LedgerTable(self.rows, self)
        self.full_claim = FullClaim(self.table, self.rows, self)
        self.filters = LedgerFilters(self.choose_state, self)
        self.groups = LedgerGroups(scheme, words.language, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self.filters.line.setText(place.typed)
        self.filters.show_counts(self.claims, place.state)
        self._rest.stop()

    @property
    def current(self) -> LedgerRow | None:
        """The row that is marked."""
        return self.rows.row_at(self.table.currentIndex().row())

    @property
    def current_id(self) -> int:
        """The claim that is marked, 0 for none."""
        row = self.table.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else 0

    @property
    def ticked(self) -> list[int]:
        """The claims that are ticked, in that order."""
        return list(self.rows.marked)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show the claims of a ledger that was read anew."""
        self.ledger = ledger
        self.show_claims()
        self._show_groups()

    def show_claims(self) -> None:
        """Find the claims that fit, and show them.

        The same claim stays marked; where it is not among others that are asked for, the first one is.
        """
        if self.ledger is None:
            return
        typed = self.filters.line.text().strip()
        try:
            view = self._view(typed)
            claims = self.ledger.find_claims(view)
        except QueryError as fault:
            self.filters.show_fault(f"{shown(fault.message)} {shown(fault.hint)}".strip())
            return
        self.filters.show_fault("")
        self._place.typed = typed
        is_refiltered = (view.query, view.state) != (self.view.query, self.view.state)
        is_other = is_refiltered or view.group != self.view.group
        self.claims, self.view = claims, view
        marked, before = self.table.currentIndex().row(), self.current
        self.rows.show(self.ledger, claims.ids, view.column, is_descending=view.is_descending)
        found = self.rows.row_of(before.entry.id) if before is not None else -1
        self.mark(found if found >= 0 else 0 if is_other else min(max(0, marked), len(claims.ids) - 1))
        self.filters.show_counts(claims, view.state)
        if is_refiltered:
            self._show_groups()
        self.changed.emit()

    def say_why_empty(self, *, is_read: bool) -> None:
        """Say why no claims are listed, once the index `is_read`."""
        if not is_read:
            self.table.say_empty(tr("Reading…"))
        elif self._place.typed:
            self.table.say_empty(filter_words())
        elif self.claims.total:
            self.table.say_empty(tr("Nothing fits this filter."))
        else:
            self.table.say_empty(tr("No claims yet. Esc closes this window, and Ctrl+I imports articles."))

    def mark(self, row: int) -> None:
        """Make a row the current one, if there is such a row."""
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def mark_claim(self, claim_id: int) -> None:
        """Mark a claim, or the first one if it is not listed."""
        self.mark(max(0, self.rows.row_of(claim_id)))

    def tick(self) -> None:
        """Turn the current row's tick; go to the next."""
        row = self.table.currentIndex().row()
        self.rows.toggle_mark(row)
        self.mark(row + 1)

    def drop_ticks(self) -> bool:
        """Take all ticks away; return whether there were any."""
        had_ticks = bool(self.rows.marked)
        self.rows.set_marks(())
        return had_ticks

    @property
    def escape_words(self) -> str:
        """What Esc does over the table."""
        return escape_words(has_ticks=bool(self.rows.marked), is_filtered=self._is_filtered)

    @property
    def _is_filtered(self) -> bool:
        return bool(self.filters.line.text()) or self._place.state is not None

    def drop_filters(self) -> bool:
        """Show all claims; return whether some were left out."""
        if not self._is_filtered:
            return False
        self._place.state = None
        self.filters.line.clear()
        self.show_claims()
        return True

    def choose_state(self, state: ClaimState | None) -> None:
        """Show the claims of a state alone, of any state for None."""
        self._place.state = state
        self.show_claims()

    def sort_by(self, wanted: LedgerColumn) -> None:
        """Sort by a column.

        The order is turned round if it is sorted so already.
        """
        is_same = self._place.column is wanted
        self._place.is_descending = is_same and not self._place.is_descending
        self._place.column = wanted
        was_first = self.table.currentIndex().row() <= 0
        self.show_claims()
        if was_first:  # nothing was chosen yet: the first of the new order is wanted
            self.mark(0)

    def turn_groups(self) -> None:
        """Group by the next order, after the last one by none."""
        self.groups.turn()
        self.show_claims()
        self._show_groups()

    def typed(self, key: str) -> bool:
        """Leave the line for the table by Enter or an arrow.

        What was typed is shown before the next key. Return whether the key did that.
        """
        if key not in LEAVING_KEYS:
            return False
        self.table.setFocus()
        return True

    def stop(self) -> None:
        """Show nothing more of what was typed last."""
        self._rest.stop()

    def _show_typed(self) -> None:
        """Show at once what is typed, if that is not shown yet."""
        if self._rest.isActive():
            self._rest.stop()
            self._catch_errors(self.show_claims)

    def _view(self, typed: str) -> LedgerView:
        place = self._place
        query = parse_typed(typed, self._labels)
        return LedgerView(query, place.column, place.is_descending, place.state, self.groups.group)

    def _show_groups(self) -> None:
        """Show the groups of the claims that fit.

        Where the chosen one is gone, all claims are shown.
        """
        chosen = self.groups.group
        if self.ledger is not None and self.groups.order is not None:
            self.groups.show_groups(self.ledger.groups(self.view, self.groups.order))
        else:
            self.groups.show_groups([])
        if self.groups.group != chosen:
            self.show_claims()

    def _connect(self) -> None:
        self._rest.timeout.connect(lambda: self._catch_errors(self.show_claims))
        self.filters.line.textChanged.connect(lambda _: self._rest.start())
        self.filters.line.editingFinished.connect(self._show_typed)
        self.groups.chosen.connect(lambda: self._catch_errors(self.show_claims))
        self.table.horizontalHeader().sectionClicked.connect(lambda section: self.sort_by(COLUMNS[section]))
        self.rows.dataChanged.connect(lambda *_: self.changed.emit())

    def _lay_out(self) -> None:
        lines = column(self, spacing=12)
        lines.addWidget(self.filters)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.groups)
        beside.addWidget(self.table, 1)
        lines.addLayout(beside, 1)
        lines.addWidget(self.full_claim)
        self.setTabOrder(self.filters.line, self.table)
