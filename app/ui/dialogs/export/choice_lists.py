"""Lists to tick.

The labels of a scheme, and the sheets of a workbook with their columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem, QWidget

from app.core.model import Kind
from app.core.scheme import Scheme
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.dialogs.export.export_scope import Sheets

_KEY = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_ON_REQUEST = "changes"


class LabelList(QListWidget):
    """The labels of a scheme, each with a box; Space ticks it."""

    def __init__(self, scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Labels"))
        self.setUniformItemSizes(True)
        self.ensurePolished()  # else rows keep the height that they had before the theme
        for kind in (Kind.ENTITY, Kind.CLAIM):
            for label in scheme.of_kind(kind):
                item = QListWidgetItem(one_line(label.title(language)), self)
                item.setData(_KEY, label.name)
                item.setCheckState(_ON)
        self.setCurrentRow(0)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked labels; none stands for all."""
        ticked = [str(item.data(_KEY)) for item in self._items() if item.checkState() is _ON]
        return () if len(ticked) == self.count() else tuple(dict.fromkeys(ticked))

    @property
    def is_empty(self) -> bool:
        """Whether no label is ticked."""
        return self.count() > 0 and all(item.checkState() is _OFF for item in self._items())

    def choose(self, names: tuple[str, ...]) -> None:
        """Tick these labels, all where there is none."""
        for item in self._items():
            item.setCheckState(_ON if not names or item.data(_KEY) in names else _OFF)

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.item(row) for row in range(self.count()))


class SheetTree(QTreeWidget):
    """The sheets of a workbook with their columns, each with a box.

    Space ticks it.
    """

    def __init__(self, sheets: Sheets, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.ensurePolished()
        self.setAccessibleName(tr("Sheets and columns"))
        for key, (title, columns) in sheets.items():
            sheet = self._add(QTreeWidgetItem(self), key, title)
            for column, words in columns:
                self._add(QTreeWidgetItem(sheet), column, words)
        self.choose((), ())
        self.setCurrentIndex(self.model().index(0, 0))

    @property
    def sheet(self) -> str:
        """The key of the sheet that the current row belongs to."""
        item = self.currentItem()
        return str((item.parent() or item).data(0, _KEY)) if item is not None else ""

    @property
    def sheets(self) -> tuple[str, ...]:
        """The keys of the ticked sheets.

        None stands for all but the changes.
        """
        ticked = tuple(_key(item) for item in self._sheets() if _is_on(item))
        usual = tuple(key for item in self._sheets() if (key := _key(item)) != _ON_REQUEST)
        return () if ticked == usual else ticked

    @property
    def columns(self) -> tuple[str, ...]:
        """The ticked columns as "sheet.column".

        They are those of sheets that do not have all of theirs.
        """
        found: list[str] = []
        for sheet in self._sheets():
            ticked = [column for column in _children(sheet) if _is_on(column)]
            if ticked and len(ticked) < sheet.childCount():
                found += [f"{_key(sheet)}.{_key(column)}" for column in ticked]
        return tuple(found)

    @property
    def is_empty(self) -> bool:
        """Whether no sheet is ticked."""
        return not any(map(_is_on, self._sheets()))

    def choose(self, sheets: tuple[str, ...], columns: tuple[str, ...]) -> None:
        """Tick these sheets and columns, the usual ones where there is none."""
        for sheet in self._sheets():
            key = _key(sheet)
            _tick(sheet, is_on=key in sheets if sheets else key != _ON_REQUEST)
            own = {name.partition(".")[2] for name in columns if name.startswith(f"{key}.")}
            for column in _children(sheet):
                _tick(column, is_on=not own or _key(column) in own)

    def _add(self, item: QTreeWidgetItem, key: str, title: str) -> QTreeWidgetItem:
        item.setText(0, title)
        item.setData(0, _KEY, key)
        item.setCheckState(0, _ON)
        return item

    def _sheets(self) -> Iterator[QTreeWidgetItem]:
        return _children(self.invisibleRootItem())


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    return filter(None, (item.child(row) for row in range(item.childCount())))


def _key(item: QTreeWidgetItem) -> str:
    return str(item.data(0, _KEY))


def _is_on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is not _OFF


def _tick(item: QTreeWidgetItem, *, is_on: bool) -> None:
    item.setCheckState(0, _ON if is_on else _OFF)
