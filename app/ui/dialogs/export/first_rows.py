"""The first rows of an export, as they would be written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from app.formats.xlsx.sheets.sheet_preview import SheetPreview
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line, tip
from app.ui.base.widgets import prepare_rows

_MIN_WIDTH_CHARS, _MAX_WIDTH_CHARS = 8, 34


class FirstRows(QTableWidget):
    """A small table to read, with the headers of the export."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        prepare_rows(self, tr("First rows"))
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_preview(self, preview: SheetPreview) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(preview.header))
        self.setRowCount(len(preview.rows))
        self.setHorizontalHeaderLabels([one_line(title) for title in preview.header])
        for row, values in enumerate(preview.rows):
            for column, words in enumerate(values):
                item = QTableWidgetItem(one_line(words))
                item.setToolTip(tip(words))
                if not words.strip():
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Empty"))
                self.setItem(row, column, item)
        self._fit_columns()

    def _fit_columns(self) -> None:
        advance = self.fontMetrics().averageCharWidth()
        for column in range(self.columnCount()):
            needed = max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
            self.setColumnWidth(column, max(_MIN_WIDTH_CHARS * advance, min(needed, _MAX_WIDTH_CHARS * advance)))
