"""The table that shows the rows of the ledger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.service.corpus.ledger import LedgerColumn
from app.ui.base.i18n import tr
from app.ui.dialogs.ledger.rows import COLUMNS, LedgerRows

_SHARES = {
    LedgerColumn.SPEAKER: 0.12,
    LedgerColumn.KIND: 0.07,
    LedgerColumn.FIGURES: 0.08,
    LedgerColumn.DUE: 0.085,
    LedgerColumn.STATE: 0.13,
    LedgerColumn.VERDICT: 0.1,
    LedgerColumn.DATE: 0.08,
    LedgerColumn.SOURCE: 0.085,
}
"""Of the width; the claim takes the rest."""


class LedgerTable(QTableView):
    """A table of whole rows, whose columns share its width."""

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
        for column, share in _SHARES.items():
            self.setColumnWidth(COLUMNS.index(column), int(self.viewport().width() * share))
