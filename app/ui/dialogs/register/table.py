"""The table that shows the records of the register."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.base.i18n import tr
from app.ui.base.texts.empty_words import WordyTable
from app.ui.base.widgets import prepare_table
from app.ui.dialogs.register.rows import ALIASES, ARTICLES, FIRST, LAST, MENTIONS, NAME, TYPE, RegisterRows

_WIDEST = {TYPE: "Организация", MENTIONS: "Упоминания", ARTICLES: "Статьи 00", FIRST: "00 сент. 0000", LAST: ""}
_GAP_PX = 20
_LEAST_NAME_CHARS = 24
"""For the name, and for as many letters of its aliases."""
_NAME_PERCENT = 62
_DROPPED_FIRST = (FIRST, ARTICLES, LAST)
_DROPPED_LAST = (TYPE, MENTIONS)
"""Columns that a narrow table does without: the card has them too."""


class RegisterTable(WordyTable):
    """Whole rows; the names take what room the other columns leave."""

    def __init__(self, rows: RegisterRows, parent: QWidget) -> None:
        super().__init__(parent)
        prepare_table(self, rows, tr("Register"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.horizontalHeader().setMinimumSectionSize(40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the short columns their width, and the names the rest."""
        advance = self.fontMetrics().horizontalAdvance
        heading = self.horizontalHeader().sectionSizeHint
        widths = {
            section: max(advance(words or _WIDEST[FIRST]) + _GAP_PX, heading(section))
            for section, words in _WIDEST.items()
        }
        least = self.fontMetrics().averageCharWidth() * _LEAST_NAME_CHARS
        for column in _DROPPED_FIRST:
            if self.viewport().width() - sum(widths.values()) < 2 * least:
                widths.pop(column)
        for column in _DROPPED_LAST:
            if self.viewport().width() - sum(widths.values()) < least:
                widths.pop(column)
        for column in _WIDEST:
            self.setColumnHidden(column, column not in widths)
        left = max(least, self.viewport().width() - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        has_aliases = left >= 2 * least
        self.setColumnHidden(ALIASES, not has_aliases)
        self.setColumnWidth(NAME, left * _NAME_PERCENT // 100 if has_aliases else left)
        self.setColumnWidth(ALIASES, left - left * _NAME_PERCENT // 100)
