"""Show what a workbook brings back as ticked table rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor

from app.formats.xlsx.reading.book_reader import NotTaken
from app.service.wording import shorten_text
from app.service.workbook.items import TAKEN_KINDS, Comparison, FieldChange, Item, ItemKind
from app.service.workbook.saying import COLUMN_TITLES, ValueNames, say_place
from app.ui.base.i18n import shown, tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, tip
from app.ui.theme.theme import Theme

Entry = Item | NotTaken
WHAT, WORDS, FIELD, PRESENT, WANTED, PLACE = range(6)
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

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else PLACE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("What"), tr("Words"), tr("Field"), tr("In the program now"), tr("In the workbook"), tr("Where"))[
            section
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
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

    def flags(self, index: Index) -> Qt.ItemFlag:
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def sentence_rows(self) -> list[int]:
        """Return the shown rows that say a sentence in place of values."""
        return [row for row in range(len(self._shown)) if _is_sentence(self.entry(row))]

    def _cell(self, entry: Entry, column: int) -> str:
        if isinstance(entry, NotTaken):
            row = tr("row {row}", row=entry.row) if entry.row else ""
            place = " · ".join(filter(None, [entry.sheet, row]))
            return {WHAT: tr("Not taken in"), FIELD: shown(entry.reason), PLACE: place}.get(column, "")
        match column:
            case 0:
                return kind_word(entry.kind)
            case 1:
                return entry.words
            case 2 | 3 | 4:
                return self._say_side(entry, column)
        return say_place(entry, shown)

    def _say_side(self, item: Item, column: int) -> str:
        """Return the fields of an item, or their values on one side."""
        if item.kind is ItemKind.MISSING:
            return _say_missing(item) if column == FIELD else ""
        if column == FIELD:
            return _join_fields(item, lambda change: shown(COLUMN_TITLES[change.column]))
        if column == PRESENT:
            return "—" if item.kind is ItemKind.NEW else _join_fields(item, self._say_present)
        remark = shown(item.remark) if item.remark is not None else ""
        return " · ".join(filter(None, [_join_fields(item, self._say_wanted), remark]))

    def _say_present(self, change: FieldChange) -> str:
        return shorten_text(self._names.say(change, change.present), _LONGEST)

    def _say_wanted(self, change: FieldChange) -> str:
        return shorten_text(self._names.say(change, change.wanted), _LONGEST)

    def _colour(self, entry: Entry | None, index: Index) -> QColor | None:
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


def _is_sentence(entry: Entry | None) -> bool:
    return isinstance(entry, NotTaken) or (isinstance(entry, Item) and entry.kind is ItemKind.MISSING)


def _say_missing(item: Item) -> str:
    remark = shown(item.remark) if item.remark is not None else ""
    return " · ".join(filter(None, [tr("is deleted if you accept it"), remark]))


def _join_fields(item: Item, say: Callable[[FieldChange], str]) -> str:
    return "; ".join(map(say, item.fields))
