"""The table that shows the rows of the ledger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.base.empty_words import WordyTable
from app.ui.base.i18n import tr
from app.ui.dialogs.ledger.rows import COLUMNS, LedgerRows
from app.ui.dialogs.ledger.words import state_title
from app.ui.theme.theme import strong

_WIDEST = {
    LedgerColumn.KIND: "Утверждение ",
    LedgerColumn.FIGURES: "≈ 0,00 млрд ₸",
    LedgerColumn.DUE: "00 февр. 0000 ",
    LedgerColumn.STATE: "▲ Просрочено 0000 дн. ",
    LedgerColumn.DATE: "00 февр. 0000 ",
}
"""What a column has room for, in strong letters."""
_SHARES = {
    LedgerColumn.SPEAKER: 0.11,
    LedgerColumn.VERDICT: 0.09,
    LedgerColumn.SOURCE: 0.075,
}
"""Of the width; the claim takes the rest."""
_DISPENSABLE = (
    LedgerColumn.SOURCE,
    LedgerColumn.FIGURES,
    LedgerColumn.KIND,
    LedgerColumn.DATE,
    LedgerColumn.VERDICT,
    LedgerColumn.SPEAKER,
    LedgerColumn.STATE,
)
_GAP_PX = 16
_LEAST_CLAIM = 0.2
"""Of the width; where the claim has less, columns are left out."""


class LedgerTable(WordyTable):
    """A table of whole rows, whose columns share its width.

    In a narrow one those are left out that matter least.
    """

    def __init__(self, rows: LedgerRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Claims of the project"))
        vertical, header = self.verticalHeader(), self.horizontalHeader()
        vertical.hide()
        vertical.setDefaultSectionSize(parent.fontMetrics().height() + 12)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(COLUMNS.index(LedgerColumn.CLAIM), QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = self._find_widths(self.viewport().width())
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column is not LedgerColumn.CLAIM and column not in widths)
            if column in widths:
                self.setColumnWidth(place, widths[column])

    def _find_widths(self, room: int) -> dict[LedgerColumn, int]:
        """Return the widths of the columns beside the claim.

        Columns that there is no room for are left out.
        """
        metrics = QFontMetrics(strong(self.font()))
        widths = {column: metrics.horizontalAdvance(words) + _GAP_PX for column, words in _WIDEST.items()}
        states = (f"▲ {state_title(state)} " for state in ClaimState)
        widths[LedgerColumn.STATE] = max(widths[LedgerColumn.STATE], *map(metrics.horizontalAdvance, states))
        heading = self.horizontalHeader().sectionSizeHint
        for column, share in _SHARES.items():
            widths[column] = int(room * share)
        widths = {column: max(width, heading(COLUMNS.index(column))) for column, width in widths.items()}
        for column in _DISPENSABLE:
            if room - sum(widths.values()) >= room * _LEAST_CLAIM:
                break
            del widths[column]
        return widths
