"""A long list asks only for the rows that are seen."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.ui.base.lists.long_list import LongList
from tests.stories.keyboard import Keyboard

HEIGHT = 20


class Rows(QAbstractListModel):
    """Numbers, which count what is asked."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count, self.asked = count, 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802  # Qt's
        self.asked += 1
        return 0 if parent.isValid() else self.count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, count: int) -> None:
        self.beginResetModel()
        self.count = count
        self.endResetModel()


class Lines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(100, HEIGHT)


def shown(qtbot: QtBot, count: int) -> tuple[LongList, Rows]:
    rows = Rows(count)
    made = LongList(rows, Lines(rows), None)
    rows.setParent(made)
    qtbot.addWidget(made)
    made.resize(200, 10 * HEIGHT)
    made.show()
    qtbot.waitExposed(made)
    return made, rows


def asked_by_another_filter(qtbot: QtBot, count: int) -> int:
    """Return how often the model is asked while all is shown anew."""
    made, rows = shown(qtbot, count)
    rows.asked = 0
    rows.show(count)
    made.setCurrentIndex(rows.index(count - 1, 0))
    qtbot.waitUntil(lambda: made.visualRect(made.currentIndex()).bottom() < made.viewport().height())
    made.repaint()
    return rows.asked


def test_what_a_list_asks_does_not_grow_with_its_rows(qtbot: QtBot) -> None:
    assert asked_by_another_filter(qtbot, 100_000) <= 1.5 * asked_by_another_filter(qtbot, 1_000)


def test_rows_are_as_high_and_wide_as_the_list_says(qtbot: QtBot) -> None:
    made, rows = shown(qtbot, 3)
    place = made.visualRect(rows.index(1, 0))
    assert (place.top(), place.height(), place.width()) == (HEIGHT, HEIGHT, made.viewport().width())


def test_home_and_end_lead_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    made, rows = shown(qtbot, 1_000)
    made.setCurrentIndex(rows.index(3, 0))
    handle = made.windowHandle()
    assert handle is not None
    made.setFocus()
    keyboard = Keyboard(handle)
    keyboard.press("End")
    assert made.currentIndex().row() == 999
    keyboard.press("Home")
    assert made.currentIndex().row() == 0
    with qtbot.waitSignal(made.activated) as opened:
        keyboard.press("Enter")
    assert opened.args is not None and opened.args[0].row() == 0
