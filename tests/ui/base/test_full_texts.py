"""Cut texts are read in full on hover; no number is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QToolTip, QWidget

from app.ui.base.texts.elided import WholeNumbersDelegate, elide, text_room
from app.ui.base.texts.full_texts import full_text, show_full_texts

WORDS = "Прокуратура потребовала 5\u00a0000\u00a0000,75 тенге и 12 % годовых до 01.02.2027"
NUMBERS = ("5\u00a0000\u00a0000,75", "12", "01.02.2027")


def pieces_of_numbers(shown: str) -> bool:
    """Say whether part of a number stands at the cut."""
    kept = shown.strip("…").strip()
    begun = [number for number in NUMBERS for size in range(1, len(number)) if kept.endswith(number[:size])]
    ended = [number for number in NUMBERS for size in range(1, len(number)) if kept.startswith(number[size:])]
    whole = any(kept.endswith(number) or kept.startswith(number) for number in NUMBERS)
    return bool(begun or ended) and not whole


@given(st.integers(0, 900), st.sampled_from([Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft]))
def test_no_number_is_cut_at_any_width(qapp: QApplication, room: int, mode: Qt.TextElideMode) -> None:
    metrics = QFontMetrics(QApplication.font())
    shown = elide(WORDS, metrics, room, mode)
    assert not pieces_of_numbers(shown), shown
    assert shown in (WORDS, "") or "…" in shown
    assert metrics.horizontalAdvance(shown) <= max(room, metrics.horizontalAdvance("…"))


def test_what_fits_and_what_has_no_number_is_as_qt_cuts_it(qapp: QApplication) -> None:
    metrics = QFontMetrics(QApplication.font())
    assert elide(WORDS, metrics, 10_000) == WORDS
    words = "Прокуратура потребовала тенге"
    assert elide(words, metrics, 80) == metrics.elidedText(words, Qt.TextElideMode.ElideRight, 80)


@pytest.fixture
def table(qapp: QApplication) -> Iterator[QTableView]:
    """Return a narrow table in a widget whose cut texts are shown."""
    root = QWidget()
    view = QTableView(root)
    model = QStandardItemModel(1, 2, view)
    model.setItem(0, 0, QStandardItem(WORDS))
    model.setItem(0, 1, QStandardItem("да"))
    view.setModel(model)
    view.setColumnWidth(0, 90)
    view.setColumnWidth(1, 90)
    view.resize(QSize(300, 100))
    show_full_texts(root)
    show_full_texts(root)
    root.show()
    yield view
    QToolTip.hideText()
    root.deleteLater()


def hover(view: QTableView, column: int) -> None:
    place: QPoint = view.visualRect(view.model().index(0, column)).center()
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)


def test_a_cut_cell_is_read_in_full_on_hover_and_a_whole_one_says_nothing(table: QTableView) -> None:
    hover(table, 0)
    assert QToolTip.text() == WORDS
    assert full_text(table, table.model().index(0, 1)) == ""


def test_a_cell_of_the_usual_delegate_is_painted_without_half_a_number(table: QTableView) -> None:
    assert isinstance(table.itemDelegate(), WholeNumbersDelegate)
    hint = table.sizeHintForIndex(table.model().index(0, 0)).width()
    assert hint >= QFontMetrics(table.font()).horizontalAdvance(WORDS), "a hint is that of the whole text"


def test_the_room_of_a_cell_is_less_than_the_cell(table: QTableView) -> None:
    from PySide6.QtWidgets import QStyleOptionViewItem  # noqa: PLC0415

    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(table.model().index(0, 0))
    assert 0 < text_room(option) < option.rect.width()
