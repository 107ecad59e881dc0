"""Requests of the system are applied to the window.

They are applied at the start or when they come.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.theme import system
from app.ui.theme.label_colours import contrast
from app.ui.theme.theme import DARK, LIGHT, Theme, contrasted, stylesheet
from tests.ui.desktop import Desktop, started


def ask_for_contrast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system ask for high contrast.

    Say so as Qt does.
    """
    monkeypatch.setattr(system, "wants_contrast", lambda: True)
    hints = QGuiApplication.styleHints()
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def test_high_contrast_that_is_known_after_the_start_is_put_on(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = desktop.program
    assert program.appearance.theme == LIGHT
    before = program.appearance.colour_scheme
    ask_for_contrast(monkeypatch)
    assert program.appearance.theme == contrasted(LIGHT)
    assert program.appearance.colour_scheme.name == "light contrast"
    assert program.appearance.colour_scheme != before


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_high_contrast_leaves_no_quiet_text_and_no_faint_line(theme: Theme) -> None:
    strong = contrasted(theme)
    for under in (strong.window, strong.surface, strong.raised):
        assert contrast(strong.muted, under) >= 7.0
        assert contrast(strong.line, under) >= 4.5


def test_stillness_that_is_asked_for_later_ends_the_gliding(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    view = desktop.program.components.article.view
    stillness: list[bool] = []
    monkeypatch.setattr(view, "set_reduced_motion", stillness.append)
    monkeypatch.setattr(system, "wants_stillness", lambda: True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert stillness == [True]


def test_contrast_that_comes_between_frame_and_filling_is_on_all_of_the_window(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False])
    monkeypatch.setattr(system, "wants_contrast", lambda: next(answers, True))
    desktop = started(tmp_path / "p.pometka")
    assert desktop.program.appearance.theme == contrasted(LIGHT)
    assert qapp.styleSheet() == stylesheet(contrasted(LIGHT))
    desktop.close()
