"""The table that shows the records of the register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.base.i18n import tr
from app.ui.base.lists.column_widths import share_width
from app.ui.base.texts.empty_words import WordyTable
from app.ui.base.widgets import prepare_table
from app.ui.dialogs.register.rows import ALIASES, ARTICLES, FIRST, LAST, MENTIONS, NAME, TYPE, RegisterRows

_WIDEST = {
    TYPE: "Организация",
    MENTIONS: "0 000 000",
    ARTICLES: "000 000",
    FIRST: "00 сент. 0000",
    LAST: "00 сент. 0000",
}
_GAP_PX = 20
_LEAST_NAME_CHARS = 24
"""For the name, and for as many letters of its aliases."""
_NAME_PERCENT = 62
_DISPENSABLE = (FIRST, ARTICLES, LAST, ALIASES, TYPE, MENTIONS)
"""Columns that a narrow table does without: the card has them too."""


class RegisterTable(WordyTable):
    """Whole rows; the names take what room the other columns leave."""

    def __init__(self, rows: RegisterRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        prepare_table(self, rows, tr("Register"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setMinimumSectionSize(40)
        rows.modelReset.connect(self.fit_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the short columns their width, and the names the rest.

        While no record has another name, there is no column of them.
        """
        metrics = self.fontMetrics()
        least = metrics.averageCharWidth() * _LEAST_NAME_CHARS
        widths = {column: metrics.horizontalAdvance(words) + _GAP_PX for column, words in _WIDEST.items()}
        widths |= {ALIASES: least} if self._rows.has_aliases else {}
        self.setColumnHidden(ALIASES, ALIASES not in widths)
        left = share_width(self, widths, [column for column in _DISPENSABLE if column in widths], least)
        if not self.isColumnHidden(ALIASES):
            left += self.columnWidth(ALIASES)
            aliases = max(left - left * _NAME_PERCENT // 100, self.horizontalHeader().sectionSizeHint(ALIASES))
            self.setColumnWidth(ALIASES, aliases)
            left -= aliases
        self.setColumnWidth(NAME, left)
