"""Buttons wrap where a line has no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.base.flow import FlowLayout

TITLES = ("Пробел: принять", "Backspace: отклонить", "N: заметка", "Enter: открыть статью", "U: отменить")


@pytest.mark.parametrize("width", [240, 330, 480, 2_000])
def test_no_button_is_narrower_than_its_title_or_outside(qtbot: QtBot, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowLayout(spacing=8)
    buttons = [QPushButton(title, window) for title in TITLES]
    for button in buttons:
        row.addWidget(button)
    lines = QVBoxLayout(window)
    lines.addLayout(row)
    lines.addStretch(1)
    window.resize(width, 400)
    window.show()
    qtbot.waitExposed(window)
    for button in buttons:
        assert button.width() >= button.sizeHint().width()
        assert window.rect().contains(button.geometry())
    places = [button.geometry() for button in buttons]
    assert not any(one.intersects(other) for one in places for other in places if one != other)
    assert (len({place.top() for place in places}) == 1) == (width == 2_000)
    assert places == sorted(places, key=lambda place: (place.top(), place.left())), "the order is kept"


def test_a_hidden_button_takes_no_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowLayout(window)
    first, second = QPushButton("A", window), QPushButton("B", window)
    for button in (first, second):
        row.addWidget(button)
    first.hide()
    window.resize(400, 60)
    window.show()
    qtbot.waitExposed(window)
    assert second.x() == 0 and row.count() == 2
    assert row.takeAt(0) is not None and row.takeAt(5) is None and row.itemAt(0) is not None
