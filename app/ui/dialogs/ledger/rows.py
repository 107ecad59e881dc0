"""The rows of the ledger; those that are seen are read."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import ClaimState, LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line
from app.ui.dialogs.ledger.words import LedgerWords, column_title
from app.ui.theme.theme import Theme, strong

Role = Qt.ItemDataRole

COLUMNS = tuple(LedgerColumn)
_ROLES = {Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.ForegroundRole, Role.FontRole}
_PAGE, _MAX_PAGES = 100, 40


class LedgerRows(QAbstractTableModel):
    """Shows claims; `marked` are those that Space has ticked, in that order.

    Where they are only read, they have no boxes to tick.
    """

    def __init__(
        self, words: LedgerWords, theme: Theme, font: QFont, parent: QObject, *, has_ticks: bool = True
    ) -> None:
        super().__init__(parent)
        self._has_ticks = has_ticks
        self._words, self._danger, self._muted, self._strong = (
            words,
            QColor(theme.danger),
            QColor(theme.muted),
            strong(font),
        )
        self._ledger: Ledger | None = None
        self._ids: list[int] = []
        self._pages: OrderedDict[int, dict[int, LedgerRow]] = OrderedDict()
        self.sorted_by, self.is_descending = LedgerColumn.DUE, False
        self.marked: dict[int, None] = {}

    @property
    def ids(self) -> list[int]:
        """The claims that are shown, in order."""
        return self._ids

    def show(self, ledger: Ledger, ids: list[int], column: LedgerColumn, *, is_descending: bool) -> None:
        """Show these claims."""
        self.beginResetModel()
        self._ledger, self._ids = ledger, ids
        self.sorted_by, self.is_descending = column, is_descending
        self._pages.clear()
        self.endResetModel()

    def row_at(self, row: int) -> LedgerRow | None:
        """Return what a row shows.

        Return None if there is none, or its claim is gone.
        """
        if not 0 <= row < len(self._ids):
            return None
        return self._read_page(row // _PAGE).get(self._ids[row])

    def row_of(self, claim_id: int) -> int:
        """Return the row of a claim, -1 where it is not shown."""
        return self._ids.index(claim_id) if claim_id in self._ids else -1

    def widest(self, column: LedgerColumn) -> tuple[str, ...]:
        """Return what a column should have room for.

        While no claim has a verdict, that of verdicts has its heading alone.
        """
        is_empty = column is LedgerColumn.VERDICT and not (self._ledger is not None and self._ledger.has_verdicts)
        return () if is_empty else self._words.widest(column)

    def toggle_mark(self, row: int) -> None:
        """Tick a row, or take the tick away."""
        if not 0 <= row < len(self._ids):
            return
        number = self._ids[row]
        if number in self.marked:
            del self.marked[number]
        else:
            self.marked[number] = None
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def set_marks(self, ids: Iterable[int]) -> None:
        """Tick these rows alone."""
        self.marked = dict.fromkeys(ids)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        arrow = ("▼ " if self.is_descending else "▲ ") if COLUMNS[section] is self.sorted_by else ""
        return f"{arrow}{column_title(COLUMNS[section])}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._has_ticks and index.column() == 0 else flags

    def setData(self, index: Index, _value: object, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole:
            return False
        self.toggle_mark(index.row())
        return True

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        column = COLUMNS[index.column()]
        if role == Role.CheckStateRole and index.column() == 0 and self._has_ticks:
            return Qt.CheckState.Checked if self._ids[index.row()] in self.marked else Qt.CheckState.Unchecked
        row = self.row_at(index.row()) if role in _ROLES else None
        if row is None:
            return tr("This claim is gone.") if role == Role.DisplayRole and column is LedgerColumn.CLAIM else None
        if role == Role.ForegroundRole:
            return self._colour(row, column)
        if role == Role.FontRole:
            return self._strong if _is_alarming(row, column) else None
        if role == Role.AccessibleTextRole:
            return self.spoken(row)
        return self._words.in_full(row, column) if role == Role.ToolTipRole else self._words.cell(row, column)

    def spoken(self, row: LedgerRow) -> str:
        """Return all that a row says, to be heard."""
        return " · ".join(filter(None, (self._words.cell(row, column) for column in COLUMNS)))

    def say_in_full(self, row: LedgerRow) -> str:
        """Return all that a row says, figures to the last digit."""
        topic = tr("topic: {name}", name=one_line(row.topic)) if row.topic else ""
        return " · ".join(filter(None, (*(self._words.in_full(row, column) for column in COLUMNS), topic)))

    def _colour(self, row: LedgerRow, column: LedgerColumn) -> QColor | None:
        if _is_alarming(row, column):
            return self._danger
        return self._muted if column in (LedgerColumn.KIND, LedgerColumn.DATE, LedgerColumn.SOURCE) else None

    def _read_page(self, number: int) -> dict[int, LedgerRow]:
        """Return a page of rows, and forget the least recently read."""
        if number not in self._pages:
            assert self._ledger is not None, "rows are shown with their ledger"
            rows = self._ledger.rows(self._ids[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = {row.entry.id: row for row in rows}
            if len(self._pages) > _MAX_PAGES:
                self._pages.popitem(last=False)
        return self._pages[number]


def _is_alarming(row: LedgerRow, column: LedgerColumn) -> bool:
    return row.state is ClaimState.OVERDUE and column in (LedgerColumn.DUE, LedgerColumn.STATE)
