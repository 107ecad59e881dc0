"""Menus open by Alt and a letter's place, in both languages, on every layout; F10 goes to the bar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.keyboard.keys import place_of
from app.ui.shell.menus import access_letters
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop, started


@pytest.fixture(params=["en", "ru"])
def in_language(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    desktop = started(tmp_path / "p.pometka", language=request.param)
    yield desktop
    desktop.close()


def opened_menu() -> QMenu | None:
    menu = QApplication.activePopupWidget()
    return menu if isinstance(menu, QMenu) else None


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_menu_opens_by_the_place_of_its_underlined_letter(in_language: Desktop, layout: str) -> None:
    in_language.keyboard.layout = layout
    bar = in_language.program.window.menuBar()
    assert len(bar.actions()) > 5
    for entry in bar.actions():
        letter = entry.text()[entry.text().index("&") + 1]
        in_language.keyboard.press(f"Alt+{place_of(letter)}")
        menu = opened_menu()
        assert menu is not None, entry.text()
        assert menu.menuAction() is entry
        menu.close()
        bar.setActiveAction(None)  # type: ignore[arg-type]  # None leaves the bar


@pytest.mark.parametrize("layout", LAYOUTS)
def test_alt_f_opens_the_first_menu_in_every_language(in_language: Desktop, layout: str) -> None:
    in_language.keyboard.layout = layout
    in_language.keyboard.press("Alt+F")
    menu = opened_menu()
    assert menu is not None
    assert menu.menuAction() is in_language.program.window.menuBar().actions()[0]
    menu.close()


def test_f10_opens_the_first_menu(desktop: Desktop) -> None:
    desktop.keyboard.press("F10")
    menu = opened_menu()
    assert menu is not None
    assert menu.menuAction() is desktop.program.window.menuBar().actions()[0]
    menu.close()


def test_a_menu_opens_while_one_types_in_a_filter(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+P", "Alt+F")
    menu = opened_menu()
    assert menu is not None
    menu.close()


def test_no_two_menus_share_the_place_of_a_letter() -> None:
    titles = ["Файл", "Фильтр", "Fa", "A"]
    places = [place_of(title[at]) for title, at in zip(titles, access_letters(titles), strict=True) if at >= 0]
    assert len(set(places)) == len(places)
    assert access_letters(["A", "A"]) == [0, -1]


def test_recent_projects_are_in_the_menu_and_in_the_palette(desktop: Desktop, tmp_path: Path) -> None:
    desktop.program.host.settings.recent[:] = [str(tmp_path / "другой.pometka")]
    entry, vacant = (desktop.program.components.menus.entry(f"recent.{place}") for place in (1, 2))
    assert entry is not None
    assert vacant is not None
    menu = entry.parent()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert entry.text() == f"Open другой · {tmp_path}"
    assert entry.isVisible()
    assert not vacant.isVisible()
