"""The table that shows the rows of the history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.ui.base.i18n import tr
from app.ui.base.widgets import prepare_table
from app.ui.dialogs.history.rows import ARTICLE, AUTHOR, STEP, TIME, WHAT, HistoryRows

_WIDEST = {STEP: "00000–00000", TIME: "00 сент. 0000, 00:00 ", ARTICLE: "M" * 18, AUTHOR: "M" * 8}
"""What a column has room for at most; what was done takes the rest."""
_MOST = {STEP: 0.13, TIME: 0.3, ARTICLE: 0.2, AUTHOR: 0.1}
"""Of the width."""


def make_table(rows: HistoryRows, parent: QWidget) -> QTableView:
    """Return a table of whole rows.

    Its menu is asked for by `customContextMenuRequested`.
    """
    table = QTableView(parent)
    prepare_table(table, rows, tr("Steps of the project"))
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
    return table


def fit_columns(table: QTableView, width: int) -> None:
    """Fit the columns; the description keeps the most room."""
    advance = table.fontMetrics().horizontalAdvance
    for section, widest in _WIDEST.items():
        table.setColumnWidth(section, min(advance(widest) + 12, int(width * _MOST[section])))
