"""Show what a workbook brings back as ticked table rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.formats.xlsx.reading.book_reader import NotTaken
from app.service.workbook.items import TAKEN_KINDS, Comparison, Item, ItemKind
from app.service.workbook.saying import ValueNames, say_fields, say_place
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import one_line, tip
from app.ui.theme.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
Entry = Item | NotTaken
WHAT, WORDS, CHANGE, PLACE = range(4)
_LONGEST = 200


class ReturnRows(QAbstractTableModel):
    """Show items, and below them what is not taken in.

    Those of a filter alone.

    Changes and new rows are ticked at first, nothing else is.
    """

    def __init__(self, comparison: Comparison, names: ValueNames, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = (*comparison.items, *comparison.not_taken)
        self._names, self._theme = names, theme
        self._shown: list[int] = list(range(len(self._entries)))
        self._ticked = {place for place, item in enumerate(comparison.items) if item.kind in TAKEN_KINDS}

    @property
    def accepted(self) -> list[Item]:
        """The items that are ticked, in their order."""
        return [entry for place in sorted(self._ticked) if isinstance(entry := self._entries[place], Item)]

    def entry(self, row: int) -> Entry | None:
        """Return what a row shows, None outside the table."""
        return self._entries[self._shown[row]] if 0 <= row < len(self._shown) else None

    def show_only(self, entries: Iterable[Entry]) -> None:
        """Show some entries alone."""
        wanted = set(map(id, entries))
        self.beginResetModel()
        self._shown = [place for place, entry in enumerate(self._entries) if id(entry) in wanted]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Accept an item, or refuse it again."""
        if isinstance(self.entry(row), Item):
            self._ticked ^= {self._shown[row]}
            self.dataChanged.emit(self.index(row, WHAT), self.index(row, PLACE))

    def tick_shown(self, is_ticked: bool) -> None:
        """Accept or refuse all that is shown."""
        places = {place for place in self._shown if isinstance(self._entries[place], Item)}
        self._ticked = self._ticked | places if is_ticked else self._ticked - places
        if self._shown:
            self.dataChanged.emit(self.index(0, WHAT), self.index(len(self._shown) - 1, PLACE))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # the value that Qt has there
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else PLACE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("What"), tr("Words"), tr("Change"), tr("Where"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole if entry is not None:
                return one_line(self._cell(entry, index.column()))
            case Qt.ItemDataRole.ToolTipRole if entry is not None:
                return tip(self._cell(entry, index.column()))
            case Qt.ItemDataRole.CheckStateRole if index.column() == WHAT and isinstance(entry, Item):
                is_ticked = self._shown[index.row()] in self._ticked
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(entry, index)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _cell(self, entry: Entry, column: int) -> str:
        if isinstance(entry, NotTaken):
            row = tr("row {row}", row=entry.row) if entry.row else ""
            place = " · ".join(filter(None, [entry.sheet, row]))
            return (tr("Not taken in"), "", shown(entry.reason), place)[column]
        match column:
            case 0:
                return kind_word(entry.kind)
            case 1:
                return entry.words
            case 2:
                return say_change(entry, self._names)
        return say_place(entry, shown)

    def _colour(self, entry: Entry | None, index: _Index) -> QColor | None:
        if isinstance(entry, NotTaken):
            return QColor(self._theme.warning if index.column() == WHAT else self._theme.muted)
        if isinstance(entry, Item) and index.column() == WHAT:
            colours = {ItemKind.CONFLICT: self._theme.danger, ItemKind.MISSING: self._theme.warning}
            return QColor(colours[entry.kind]) if entry.kind in colours else None
        return QColor(self._theme.muted) if index.column() == PLACE else None


def kind_word(kind: ItemKind) -> str:
    """Return what an item is in a word or two."""
    words = {
        ItemKind.CHANGE: tr("Change"),
        ItemKind.NEW: tr("New row"),
        ItemKind.CONFLICT: tr("Conflict"),
        ItemKind.MISSING: tr("Not in the sheet"),
        ItemKind.EMPTIED: tr("Emptied cell"),
    }
    return words[kind]


def say_change(item: Item, names: ValueNames) -> str:
    """Return what accepting an item does.

    Other things to be known are added.
    """
    parts: Sequence[str] = (
        tr("is deleted if you accept it")
        if item.kind is ItemKind.MISSING
        else say_fields(item, names, shown, _LONGEST),
        shown(item.remark) if item.remark is not None else "",
    )
    return " · ".join(filter(None, parts))
