"""A list that costs the same however many rows it has.

`QListView` asks the model about each row whenever rows come, go or are shown anew: a hundred thousand articles stopped
the window for a third of a second at each key of the filter. A table whose rows are of one height asks for those that
are seen.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.base.texts.empty_words import WordyTable
from app.ui.base.widgets import is_enter


class LongList(WordyTable):
    """Show the first column of a model as a list.

    The rows are as high as the delegate says. Enter is `activated`. Home and End lead to the first and the last row.
    """

    def __init__(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.setItemDelegate(delegate)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for column in range(1, across.count()):
            self.setColumnHidden(column, True)
        across.hide()
        across.setMinimumSectionSize(0)
        down.hide()
        down.setMinimumSectionSize(0)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())  # a header has a frame, and would stretch the column less far

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self.model().rowCount() - 1
        match action:
            case QAbstractItemView.CursorAction.MoveHome:
                return self.model().index(0, 0)
            case QAbstractItemView.CursorAction.MoveEnd:
                return self.model().index(last, 0)
        return super().moveCursor(action, modifiers)

    def _set_row_height(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.verticalHeader().setDefaultSectionSize(self.itemDelegate().sizeHint(option, QModelIndex()).height())
