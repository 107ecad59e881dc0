"""The rows of the list of annotations.

Sorted and filtered in memory, formatted only where they are seen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.core.model import Annotation, Status, reading_key
from app.core.text.comparing import comparable
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import plain, tip
from app.ui.base.texts.status_words import confidence_words, status_mark, status_name

Key = tuple[Any, ...]

LABEL, WORDS, STATUS, CONFIDENCE = range(4)
_SHOWN_WORDS = 160
"""Code points of an annotation's words that a row shows."""
_FEW = 64
"""Up to so many changed rows move one by one; more of them sort the list anew."""


_ORDERS: dict[int, Callable[[Annotation], Key]] = {
    LABEL: lambda annotation: (annotation.kind, annotation.label, *reading_key(annotation)),
    WORDS: reading_key,
    STATUS: lambda annotation: (list(Status).index(annotation.status), *reading_key(annotation)),
    CONFIDENCE: lambda annotation: (
        0.5 if annotation.confidence is None else annotation.confidence,
        *reading_key(annotation),
    ),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which annotations are shown: by label, status and words.

    The label is (kind, name).
    """

    label: tuple[str, str] | None = None
    status: Status | None = None
    words: str = ""

    def admits(self, annotation: Annotation, text: str) -> bool:
        """Say whether an annotation of `text` is shown."""
        if self.status is not None and annotation.status is not self.status:
            return False
        if self.label is not None and (annotation.kind, annotation.label) != self.label:
            return False
        return self.words in comparable(annotation.words(text)) if self.words else True


class AnnotationRows(QAbstractTableModel):
    """Show annotations of one article.

    A change moves its own row; a look-up costs a bisection.
    """

    def __init__(self, label_title: Callable[[Annotation], str], parent: QObject) -> None:
        super().__init__(parent)
        self._label_title = label_title
        self._text = ""
        self._rows: list[Annotation] = []
        self._wish = Wish()
        self._column, self._down = WORDS, False
        self._is_short = False

    def show(self, annotations: Iterable[Annotation], text: str, wish: Wish) -> None:
        """Show the annotations of `text` that `wish` admits, sorted.

        They are given in reading order.
        """
        self.beginResetModel()
        self._text, self._wish = text, wish
        self._rows = list(annotations) if wish == Wish() else [row for row in annotations if wish.admits(row, text)]
        if self._column != WORDS or self._down:
            self._rows.sort(key=self._sort_key)
        self.endResetModel()

    def follow_changes(self, changes: Sequence[tuple[Annotation | None, Annotation | None]]) -> bool:
        """Follow changes row by row.

        False where they are so many that the list should be shown anew.
        """
        if len(changes) > _FEW:
            return False
        for before, after in changes:
            self._exchange_row(before, after)
        return True

    def row_of(self, annotation: Annotation) -> int:
        """Return the row of an annotation, -1 where it is not shown."""
        row = bisect_left(self._rows, self._sort_key(annotation), key=self._sort_key)
        found = row < len(self._rows) and self._rows[row].id == annotation.id
        return row if found else -1

    def annotation(self, row: int) -> Annotation:
        """Return the annotation of a row."""
        return self._rows[row]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column.

        Downwards the whole list is turned round by the keys' order.
        """
        self.beginResetModel()
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._rows.sort(key=self._sort_key)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and section == STATUS:
            return tr("Status")
        if section == CONFIDENCE and role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return tr("Confidence")
        headings = (tr("Label"), tr("Words"), "", "%" if self._is_short else tr("Confidence"))
        return headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def shorten_heading(self, is_short: bool) -> None:
        """Head the confidence by a sign where its word does not fit."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, CONFIDENCE, CONFIDENCE)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        annotation, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(annotation, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._tip_words(annotation))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == STATUS:
            return status_name(annotation.status)
        if role == Qt.ItemDataRole.UserRole:
            return annotation.id
        return None

    def _shown_text(self, annotation: Annotation, column: int) -> str:
        if column == LABEL:
            return self._label_title(annotation)
        if column == WORDS:
            return self._words_of(annotation)
        if column == STATUS:
            return status_mark(annotation.status)
        return "" if annotation.confidence is None else f"{annotation.confidence:.0%}"

    def _tip_words(self, annotation: Annotation) -> str:
        """Return what a row holds in full, since columns may cut it."""
        parts = (status_name(annotation.status), confidence_words(annotation))
        words = " ".join(annotation.words(self._text).split())
        return f"{self._label_title(annotation)}: {words}\n{' · '.join(part for part in parts if part)}"

    def _words_of(self, annotation: Annotation) -> str:
        first = self._text[annotation.start : min(annotation.stop, annotation.start + _SHOWN_WORDS)]
        return plain(" ".join(first.split()))

    def _sort_key(self, annotation: Annotation) -> Key:
        key = _ORDERS[self._column](annotation)
        return _Down.of(key) if self._down else key

    def _exchange_row(self, before: Annotation | None, after: Annotation | None) -> None:
        old = self.row_of(before) if before is not None else -1
        stays = after is not None and self._wish.admits(after, self._text)
        if (
            old >= 0
            and stays
            and before is not None
            and after is not None
            and self._sort_key(before) == self._sort_key(after)
        ):
            self._rows[old] = after
            self.dataChanged.emit(self.index(old, 0), self.index(old, CONFIDENCE))
            return
        if old >= 0:
            self.beginRemoveRows(QModelIndex(), old, old)
            del self._rows[old]
            self.endRemoveRows()
        # What was reported may have been seen already, where the list was shown anew in between.
        if after is not None and stays and self.row_of(after) < 0:
            new = bisect_left(self._rows, self._sort_key(after), key=self._sort_key)
            self.beginInsertRows(QModelIndex(), new, new)
            self._rows.insert(new, after)
            self.endInsertRows()


class _Down(tuple[Any, ...]):
    """A key that sorts descending, then in reading order."""

    __slots__ = ()

    @staticmethod
    def of(key: Key) -> _Down:
        return _Down(key)

    def __lt__(self, other: tuple[Any, ...]) -> bool:
        split = len(self) - 3
        if split == 0:
            return tuple(other) < tuple(self)
        mine, others = tuple(self[:split]), tuple(other[:split])
        return mine > others if mine != others else tuple(self[split:]) < tuple(other[split:])
