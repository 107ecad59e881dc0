"""The rows of the history.

Pages of them are read when they are seen, so that a hundred thousand scroll like ten.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont

from app.core.message import Message
from app.store import History, Record, Unit, Units
from app.ui.base.i18n import shown, tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import moment
from app.ui.theme.theme import Theme, strong

STEP, TIME, WHAT, ARTICLE, AUTHOR = range(5)
_PAGE = 100
_MAX_PAGES = 40


class HistoryRows(QAbstractTableModel):
    """Show rows of the history, the newest first.

    Those that do not count now are greyed and say why.
    """

    def __init__(
        self,
        theme: Theme,
        font: QFont,
        title_of: Callable[[int], str],
        named: Callable[[Message], Message],
        parent: QObject,
    ) -> None:  # all of it is needed
        super().__init__(parent)
        self._muted, self._strong = QColor(theme.muted), strong(font)
        self._title_of, self._named = title_of, named
        self._history: History | None = None
        self._units: Units | list[Unit] = []
        self._pages: OrderedDict[int, list[Record]] = OrderedDict()

    def show(self, history: History, units: Units | list[Unit]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._history, self._units = history, units
        self._pages.clear()
        self.endResetModel()

    def add(self, units: list[Unit]) -> None:
        """Append rows; they are found one after the other."""
        if units and isinstance(self._units, list):
            count = len(self._units)
            self.beginInsertRows(QModelIndex(), count, count + len(units) - 1)
            self._pages.pop(count // _PAGE, None)
            self._units.extend(units)
            self.endInsertRows()

    def record(self, row: int) -> Record | None:
        """Return what a row shows; None where there is no such row."""
        if not 0 <= row < len(self._units):
            return None
        return self._read_page(row // _PAGE)[row % _PAGE]

    def row_of(self, step: int) -> int:
        """Return the row of a step, or of the next older one.

        -1 where none is shown.
        """
        return next((row for row, unit in enumerate(self._units) if unit.first <= step), len(self._units) - 1)

    def words(self, record: Record) -> str:
        """Return all that a row says, to be heard."""
        return " · ".join(part for part in (self._shown_text(record, column) for column in range(5)) if part)

    def searched(self, record: Record) -> str:
        """Return what of a row is searched.

        A hundred thousand are looked through while one types.
        """
        title = "" if record.article is None else self._title_of(record.article)
        return "\n".join((record.name, shown(self._named(record.title)), title, record.author))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._units)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Step"), tr("Time"), tr("What was done"), tr("Article"), tr("Author"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record(index.row())
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(record, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WHAT:
            return self.words(record)
        if role == Qt.ItemDataRole.ForegroundRole and not record.is_applied:
            return self._muted
        is_named = role == Qt.ItemDataRole.FontRole and index.column() == WHAT and record.name
        return self._strong if is_named else None

    def _read_page(self, number: int) -> list[Record]:
        """Return a page of records, and forget the least recently read."""
        if number not in self._pages:
            assert self._history is not None, "rows are shown with their history"
            records = self._history.records(self._units[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = [replace(record, title=self._named(record.title)) for record in records]
            if len(self._pages) > _MAX_PAGES:
                self._pages.popitem(last=False)
        return self._pages[number]

    def _shown_text(self, record: Record, column: int) -> str:
        if column == STEP:
            return step_words(record)
        if column == TIME:
            return moment(record.time)
        if column == WHAT:
            return what_words(record)
        if column == AUTHOR:
            return one_line(record.author)
        if record.article is not None:
            return one_line(self._title_of(record.article))
        return tr("{n} articles", n=record.articles) if record.articles else ""


def step_words(record: Record) -> str:
    """Return the number of a row's step, or its first and last."""
    first, last = record.unit.first, record.unit.last
    return str(last) if first == last else f"{first}–{last}"


def what_words(record: Record) -> str:
    """Return the title of a row with its state and point name."""
    name = f"“{one_line(record.name)}”" if record.name else ""
    became = tr("undone") if record.is_undone else tr("overtaken") if record.is_discarded else ""
    return one_line(" · ".join(part for part in (became, name, shown(record.title)) if part))
