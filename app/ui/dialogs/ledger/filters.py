"""The bar above the ledger.

It has the line of the query, and a button for each state.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerClaims
from app.ui.base.flow import FlowLayout
from app.ui.base.i18n import number_words, tr
from app.ui.base.pane import column
from app.ui.base.plain_text import caption_text
from app.ui.base.widgets import filter_line, key_button, label
from app.ui.dialogs.ledger.words import STATE_SIGNS, state_title

STATE_KEYS: dict[str, ClaimState | None] = {
    "A": None,
    "O": ClaimState.OVERDUE,
    "N": ClaimState.UNCHECKED,
    "W": ClaimState.WAITING,
    "T": ClaimState.STALE,
    "D": ClaimState.JUDGED,
}
"""The key that shows the claims of a state alone."""


class LedgerFilters(QWidget):
    """Lets a query be typed and a state be chosen."""

    def __init__(self, choose: Callable[[ClaimState | None], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.line = filter_line(tr("Filter: words, speaker:, kind:, due:<2026, date:2025-06, source:"), self)
        self._buttons = {state: self._make_button(state, choose) for state in STATE_KEYS.values()}
        self._fault = label("", self, "danger", wraps=True)
        self._fault.hide()
        lines = column(self, spacing=8)
        lines.addWidget(self.line)
        row = FlowLayout()
        for made in self._buttons.values():
            row.addWidget(made)
        lines.addLayout(row)
        lines.addWidget(self._fault)

    def show_counts(self, claims: LedgerClaims, state: ClaimState | None) -> None:
        """Show how many claims each state has, and which one is chosen."""
        for key, shown_state in STATE_KEYS.items():
            count = claims.total if shown_state is None else claims.counts.get(shown_state, 0)
            sign = f"{STATE_SIGNS[shown_state]} " if shown_state else ""
            made = self._buttons[shown_state]
            made.setText(caption_text(f"{key}  {sign}{state_title(shown_state)} {number_words(count)}"))
            made.setChecked(shown_state is state)

    def show_fault(self, words: str) -> None:
        """Say what of the query cannot be read."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def _make_button(self, state: ClaimState | None, choose: Callable[[ClaimState | None], object]) -> QPushButton:
        made = key_button(state_title(state), self, lambda: choose(state), flat=True)
        made.setObjectName("state")
        made.setCheckable(True)
        return made
