"""What stands in the window while there is no article."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.service.project.settings import Settings, SettingsFile
from app.ui.shell.welcome import Welcome
from tests.ui.desktop import started


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({}, ["Ctrl+K finds every command. F1 opens the help."]),
        ({"palette.show": ("Ctrl+P",), "help.page": ("F12",)}, ["Ctrl+P finds every command. F12 opens the help."]),
        ({"palette.show": ()}, ["F1 opens the help."]),
        ({"view.history": ("F1",)}, ["Ctrl+K finds every command."]),
        ({"palette.show": (), "help.page": ()}, []),
    ],
)
def test_the_keys_that_are_reported_are_those_that_are_bound(
    tmp_path: Path, keys: dict[str, tuple[str, ...]], words: list[str]
) -> None:
    SettingsFile().save(Settings(language="en", author="Ая", keys=keys))
    desktop = started(tmp_path / "p.pometka", articles=0)
    welcome = desktop.program.components.stack.currentWidget()
    assert isinstance(welcome, Welcome)
    found = [label.text() for label in welcome.findChildren(QLabel)]
    desktop.close()
    assert [one for one in found if "finds every" in one or "opens the help" in one] == words


def test_enter_imports_into_a_project_without_articles(tmp_path: Path) -> None:
    SettingsFile().save(Settings(language="en", author="Ая"))
    desktop = started(tmp_path / "p.pometka", articles=0)
    focused = desktop.program.window.focusWidget()
    assert isinstance(focused, QPushButton) and focused.text() == "Import articles…"
    desktop.close()


def test_a_recent_project_is_read_while_it_has_the_focus(tmp_path: Path) -> None:
    SettingsFile().save(Settings(language="en", author="Ая", theme="light"))
    desktop = started(tmp_path / "p.pometka")
    desktop.keyboard.press("Ctrl+W")
    recent = next(one for one in desktop.program.window.findChildren(QPushButton) if one.isFlat() and one.isVisible())
    recent.setFocus()
    QApplication.processEvents()
    picture = recent.grab().toImage()
    middle = range(8, picture.height() - 8)
    darkest = min(picture.pixelColor(x, y).lightness() for x in range(30, picture.width() - 8) for y in middle)
    assert darkest < 100, "its words are as light as what is behind them"
    desktop.close()
