"""The first rows of a table, headed by column and field."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from app.formats.table_choices import TablePreview
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, tip
from app.ui.theme.theme import strong

_MAX_ROWS = 20


class PreviewRows(QAbstractTableModel):
    """Show the rows of a preview.

    The columns that are taken stand out.
    """

    def __init__(self, font: QFont, muted: QColor, parent: QObject) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._fields: dict[str, str] = {}
        self._taken_font, self._muted = strong(font, 1.0), muted

    def show_preview(self, preview: TablePreview) -> None:
        """Show another table."""
        self.beginResetModel()
        self._columns, self._rows = preview.columns, preview.rows[:_MAX_ROWS]
        self.endResetModel()

    def show_fields(self, fields: dict[str, str]) -> None:
        """Show the fields that columns are read as, by column name."""
        self._fields = fields
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        words = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(words)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(words)
            case Qt.ItemDataRole.ForegroundRole if self._columns[index.column()] not in self._fields:
                return self._muted
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        name = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(f"{name} — {self._fields[name]}" if name in self._fields else name)
            case Qt.ItemDataRole.FontRole if name in self._fields:
                return self._taken_font
        return None
