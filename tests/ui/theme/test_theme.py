"""The colours of the window can be read.

The ring of the focus can be seen.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QStyle, QStyleOptionButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from app.ui.base.widgets import button
from app.ui.theme.label_colours import contrast
from app.ui.theme.theme import DARK, LIGHT, Theme, stylesheet

GROUNDS = ("window", "surface", "raised", "hover", "selection")


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["text", "muted", "accent", "good", "warning", "danger"])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_stand_out_from_every_ground(theme: Theme, words: str, ground: str) -> None:
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_words_on_a_banner_and_on_the_accent_stand_out(theme: Theme) -> None:
    assert contrast(theme.text, theme.danger_surface) >= 4.5
    assert contrast(theme.danger, theme.danger_surface) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_ring_of_the_focus_stands_out_from_what_it_surrounds(theme: Theme) -> None:
    assert min(contrast(theme.accent, getattr(theme, ground)) for ground in GROUNDS) >= 3.0


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_stylesheet_names_no_colour_that_the_theme_does_not_have(theme: Theme) -> None:
    assert "@" not in stylesheet(theme)


@pytest.mark.parametrize("is_flat", [True, False])
def test_the_focus_takes_no_room_from_the_words_of_a_button(qtbot: QtBot, qapp: QApplication, is_flat: bool) -> None:
    """Qt makes the focused button of a dialog its default."""
    before = qapp.styleSheet()
    qapp.setStyleSheet(stylesheet(LIGHT))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    first, second = (button(title, dialog, flat=is_flat) for title in ("First", "All types"))
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitExposed(dialog):
        dialog.open()

    def room() -> int:
        option = QStyleOptionButton()
        second.initStyleOption(option)
        return second.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, second).width()

    try:
        first.setFocus()
        without = room()
        second.setFocus()
        qtbot.waitUntil(lambda: second.hasFocus() and second.isDefault())
        assert room() == without
    finally:
        qapp.setStyleSheet(before)
