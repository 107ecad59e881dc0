"""Filling the window anew: what the user arranged stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.service.samples import TEXT
from tests.ui.desktop import Desktop, started

RIGHT = ("inspector", "annotations", "notes")


def heights(desktop: Desktop) -> list[int]:
    QApplication.processEvents()
    return [desktop.program.components.panes[name].height() for name in RIGHT]


def test_panes_keep_their_sizes_in_another_language(tmp_path: Path) -> None:
    desktop = started(tmp_path / "p.pometka")
    panes = [desktop.program.components.panes[name] for name in RIGHT]
    desktop.program.window.resizeDocks(panes, [260, 180, 200], Qt.Orientation.Vertical)
    before = heights(desktop)
    settings = desktop.program.store.settings
    desktop.program.store.change(replace(settings, language="ru"))
    assert heights(desktop) == before
    desktop.close()


def test_what_is_current_stays_on_screen_in_another_language(tmp_path: Path) -> None:
    desktop = started(tmp_path / "p.pometka", text=TEXT + "\nСтрока текста." * 80)
    desktop.keyboard.press("Tab")
    desktop.rest()
    current = desktop.session.navigation.current
    assert current is not None
    desktop.program.store.change(replace(desktop.program.store.settings, language="ru"))
    QApplication.processEvents()
    desktop.rest()
    assert desktop.program.components.article.view.is_in_sight(current.span)
    desktop.close()
