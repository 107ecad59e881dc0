"""The attributes of a label as a small table.

Its columns are name, title, type and values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.core.scheme import Attribute
from app.core.vocabulary import AttributeType
from app.ui.base.i18n import tr
from app.ui.base.lists.model_index import Index
from app.ui.base.plain_text import one_line, plain

_NAME, _TITLE, _TYPE, _VALUES = range(4)
_ROWS_SHOWN = 4


class AttributeTable(QTableWidget):
    """Edit attributes, one a row.

    The last row is empty, and typing in it adds one. Delete removes a row.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        self._shown: list[Attribute] = []
        self._before: list[Attribute | None] = []
        self.setHorizontalHeaderLabels([tr("Name"), tr("Title"), tr("Type"), tr("Values")])
        self.setAccessibleName(tr("Attributes"))
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(_TYPE, _TypeDelegate(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section in (_NAME, _TITLE, _VALUES):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_TYPE, QHeaderView.ResizeMode.ResizeToContents)
        row_height = self.fontMetrics().height() + 12
        self.verticalHeader().setDefaultSectionSize(row_height)
        self.setMinimumHeight((_ROWS_SHOWN + 1) * row_height)
        self.cellChanged.connect(self._follow_cell)

    def show_attributes(self, attributes: tuple[Attribute, ...]) -> None:
        """Show attributes without telling anybody."""
        self.blockSignals(True)
        self.setRowCount(0)
        self._before = [*attributes, None]
        for row, attribute in enumerate(attributes):
            self._add_row(row, _cells_of(attribute))
        self._add_row(len(attributes), ("", "", "", ""))
        self.blockSignals(False)

    def attributes(self) -> tuple[Attribute, ...]:
        """Return the attributes in the table.

        A row that nobody changed stands for what it was made from.
        """
        return tuple(self._read_rows())

    def add_attribute(self) -> None:
        """Type the name of a new attribute."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentCell(self.rowCount() - 1, _NAME)
        self.edit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QTableWidget.State.EditingState
        if event.key() == Qt.Key.Key_Delete and not is_editing and self.currentRow() < self.rowCount() - 1:
            self._remove_row(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _remove_row(self, row: int) -> None:
        del self._before[row]
        self.removeRow(row)
        self.changed.emit()

    def _add_row(self, row: int, cells: tuple[str, ...]) -> None:
        self.insertRow(row)
        for column, text in enumerate(cells):
            self._set_cell(row, column, text)

    def _set_cell(self, row: int, column: int, text: str) -> None:
        made = QTableWidgetItem(text)
        header = self.horizontalHeaderItem(column)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{header.text() if header else ''}: {plain(text) or '—'}")
        self.setItem(row, column, made)

    def _follow_cell(self, row: int, column: int) -> None:
        self.blockSignals(True)
        self._set_cell(row, column, self._cells(row)[column])
        self.blockSignals(False)
        if row == self.rowCount() - 1 and any(self._cells(row)):
            self.blockSignals(True)
            self._set_cell(row, _TYPE, self._cells(row)[_TYPE] or tr("Text"))
            self._before.append(None)
            self._add_row(row + 1, ("", "", "", ""))
            self.blockSignals(False)
        self.changed.emit()

    def _cells(self, row: int) -> tuple[str, ...]:
        items = (self.item(row, column) for column in range(4))
        return tuple("" if item is None else item.text().strip() for item in items)

    def _read_rows(self) -> Iterator[Attribute]:
        for row, before in enumerate(self._before):
            cells = self._cells(row)
            if before is not None and cells == _cells_of(before):
                yield before
            elif any(cells):
                yield _read_attribute(cells, before)


def _cells_of(attribute: Attribute) -> tuple[str, str, str, str]:
    # The default scheme's titles are translated; others are shown as the user wrote them.
    title = tr(attribute.title) if attribute.title else ""
    kind = _type_titles()[AttributeType(attribute.type)]
    return one_line(attribute.name), one_line(title), kind, one_line(", ".join(attribute.choices))


def _read_attribute(cells: tuple[str, ...], before: Attribute | None) -> Attribute:
    """Read a row.

    Values make a choice of it, and a choice without values is a text.
    """
    name, title, type_title, values = cells
    before = before or Attribute(name)
    old_name, old_title, _, old_values = _cells_of(before)
    kind = next((one for one, words in _type_titles().items() if words == type_title), AttributeType.TEXT)
    choices = before.choices
    if values != old_values:
        choices = tuple(value.strip() for value in values.split(",") if value.strip())
    if kind is not AttributeType.FLAG:
        kind = AttributeType.CHOICE if choices else AttributeType.TEXT
    return replace(
        before,
        name=before.name if name == old_name else name,
        title=before.title if title == old_title else title,
        type=kind,
        choices=choices if kind is AttributeType.CHOICE else (),
    )


def _type_titles() -> dict[AttributeType, str]:
    return {
        AttributeType.TEXT: tr("Text"),
        AttributeType.CHOICE: tr("One of the values"),
        AttributeType.FLAG: tr("Yes or no"),
    }


class _TypeDelegate(QStyledItemDelegate):
    """Edit a type by a list.

    What is chosen is taken at once.
    """

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.addItems(list(_type_titles().values()))
        box.activated.connect(lambda _: self._commit_choice(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or tr("Text")))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())

    def _commit_choice(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)
