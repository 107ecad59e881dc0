"""Menus open by Alt and a letter's place.

They do so in both languages, on every layout; F10 goes to the bar.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.ui.keyboard.keys import place_of
from app.ui.shell.menu_letters import access_letters
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
    assert entry.text().replace("&", "") == f"Open другой · {tmp_path}"
    assert entry.isVisible()
    assert not vacant.isVisible()


def test_inside_each_menu_every_entry_has_a_letter_of_its_own_as_far_as_there_are(in_language: Desktop) -> None:
    menus = in_language.program.components.menus
    for path in menus.titles:
        entry = next(one for one in in_language.program.window.menuBar().actions() if one.menu() is menus.menu(path))
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        visible = [one for one in menu.actions() if one.isVisible() and not one.isSeparator()]
        letters = menus.letters_of(path)
        assert len(letters) == len(visible), path
        for place, one in letters.items():
            words = one.text().replace("&&", "")
            assert place_of(words[words.index("&") + 1]) == place


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_letter_inside_a_menu_does_its_entry_on_every_layout(in_language: Desktop, layout: str) -> None:
    in_language.keyboard.layout = layout
    in_language.keyboard.press("F10")
    QApplication.processEvents()
    menus = in_language.program.components.menus
    view = next(one for one in in_language.program.window.menuBar().actions() if one.menu() is menus.menu("View"))
    in_language.program.window.menuBar().setActiveAction(view)
    menu = opened_menu()
    assert menu is not None
    entry = menus.entry("view.rejected")
    place = next(place for place, one in menus.letters_of("View").items() if one is entry)
    before = in_language.program.components.panels.is_rejected_shown()
    in_language.keyboard.press(place)
    assert in_language.program.components.panels.is_rejected_shown() != before
    assert opened_menu() is None
