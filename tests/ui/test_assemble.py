"""Filling the window anew: what the user arranged stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
    desktop.program.store.take(replace(settings, language="ru"))
    assert heights(desktop) == before
    desktop.close()
