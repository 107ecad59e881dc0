"""The table that shows the rows of the ledger."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.base.i18n import tr
from app.ui.base.lists.column_widths import share_width
from app.ui.base.texts.empty_words import WordyTable
from app.ui.base.widgets import prepare_table
from app.ui.dialogs.ledger.rows import COLUMNS, LedgerRows
from app.ui.theme.theme import strong

_STRONG = (LedgerColumn.DUE, LedgerColumn.STATE)
"""Columns that are written in strong letters where a claim is overdue."""
_SHARES = {LedgerColumn.SPEAKER: 0.11, LedgerColumn.SOURCE: 0.075}
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
_GAP_PX = 18
_MOST_VERDICT, _LEAST_CLAIM = 0.25, 0.19
"""Of the width; where the claim has less, columns are left out."""


class LedgerTable(WordyTable):
    """A table of whole rows, whose columns share its width.

    In a narrow one those are left out that matter least.
    """

    def __init__(self, rows: LedgerRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        prepare_table(self, rows, tr("Claims of the project"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.horizontalHeader()
        header.setSectionResizeMode(COLUMNS.index(LedgerColumn.CLAIM), QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        rows.modelReset.connect(self.fit_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns their width, and the claim the rest."""
        room = self.viewport().width()
        widths = {
            place: self._find_width(column, room)
            for place, column in enumerate(COLUMNS)
            if column is not LedgerColumn.CLAIM
        }
        share_width(self, widths, [COLUMNS.index(column) for column in _DISPENSABLE], int(room * _LEAST_CLAIM))

    def _find_width(self, column: LedgerColumn, room: int) -> int:
        """Return the width that the words of a column need."""
        metrics = QFontMetrics(strong(self.font()) if column in _STRONG else self.font())
        width = max(map(metrics.horizontalAdvance, self._rows.widest(column)), default=0) + _GAP_PX
        if column is LedgerColumn.VERDICT:
            width = min(width, int(room * _MOST_VERDICT))
        return max(width, int(room * _SHARES.get(column, 0)))
