"""The rows of the register: all records that fit.

Only those in sight are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from app.service.corpus.register.register import RegisterEntry
from app.ui.base.i18n import number_words, tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line
from app.ui.dialogs.register.words import RecordTypes, day_words
from app.ui.theme.theme import Theme, strong

NAME, ALIASES, TYPE, MENTIONS, ARTICLES, FIRST, LAST = range(7)
_NUMBERS = (MENTIONS, ARTICLES)
_QUIET = (ALIASES, TYPE, FIRST, LAST)


class RegisterRows(QAbstractTableModel):
    """Show records.

    Those that are ticked are kept by the keys of their best known names.
    """

    def __init__(self, types: RecordTypes, theme: Theme, font: QFont, parent: QObject) -> None:
        super().__init__(parent)
        self._types = types
        self._muted, self._strong = QColor(theme.muted), strong(font)
        self._entries: Sequence[RegisterEntry] = ()
        self._articles_of: Callable[[RegisterEntry], int] = lambda entry: entry.names[0].articles
        self.ticked: dict[str, None] = {}
        """The ticked records, in the order in which they were ticked."""

    def show(self, entries: Sequence[RegisterEntry], articles_of: Callable[[RegisterEntry], int]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._entries, self._articles_of = entries, articles_of
        self.endResetModel()

    def entry(self, row: int) -> RegisterEntry | None:
        """Return the record of a row.

        Return None if there is no such row.
        """
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @property
    def has_aliases(self) -> bool:
        """Whether any of the records has another name."""
        return any(len(entry.names) > 1 or entry.name != entry.names[0].shown for entry in self._entries)

    def row_of(self, record_key: str) -> int:
        """Return the row of the record that has a name.

        Return -1 if it is not shown.
        """
        rows = (row for row, entry in enumerate(self._entries) if any(n.record_key == record_key for n in entry.names))
        return next(rows, -1)

    def toggle(self, row: int) -> None:
        """Tick a record, or take its tick away."""
        entry = self.entry(row)
        if entry is None:
            return
        if entry.record_key in self.ticked:
            del self.ticked[entry.record_key]
        else:
            self.ticked[entry.record_key] = None
        self.dataChanged.emit(self.index(row, 0), self.index(row, LAST))

    def clear_ticks(self) -> None:
        """Take all ticks away."""
        self.ticked.clear()
        if self._entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, LAST))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else LAST + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        checkable = Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | checkable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (tr("Name"), tr("Other names"), tr("Type"), tr("Mentions"), tr("Articles"), tr("First"), tr("Last"))
        return names[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row())
        if entry is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column in _QUIET:
            return self._muted
        return self._name_data(entry, role) if column == NAME else None

    def _name_data(self, entry: RegisterEntry, role: int) -> object:
        """Return what a name has beside its words.

        It is a tick, all of the row for screen readers, and bold for what is noted.
        """
        is_ticked = entry.record_key in self.ticked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ticked = tr("ticked") if is_ticked else ""
            return " · ".join(filter(None, (ticked, *(self._words(entry, one) for one in range(LAST + 1)))))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        return self._strong if role == Qt.ItemDataRole.FontRole and entry.records else None

    def _words(self, entry: RegisterEntry, column: int) -> str:
        if column == NAME:
            return one_line(entry.name)
        if column == ALIASES:
            return one_line(" · ".join(entry.aliases))
        if column == TYPE:
            return self._types.say(entry.label)
        if column in _NUMBERS:
            number = entry.mentions if column == MENTIONS else self._articles_of(entry)
            return number_words(number)
        return day_words(entry.first if column == FIRST else entry.last)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
