"""The marked claim in full, below a table that cuts it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.dialogs.ledger.rows import LedgerRows
from app.ui.dialogs.ledger.table import LedgerTable

_LEAST_LINES = 2
"""Most claims have room in so many lines, so that the table seldom changes its height."""


class FullClaim(QLabel):
    """Says all that a table knows of its current row.

    Columns that are cut or left out are said too.
    """

    def __init__(self, table: LedgerTable, rows: LedgerRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._rows = table, rows
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        table.selectionModel().currentRowChanged.connect(self._show)
        rows.modelReset.connect(self._show)

    def _show(self, *_: object) -> None:
        row = self._rows.row_at(self._table.currentIndex().row())
        self.setText(self._rows.say_in_full(row) if row is not None else "")
