"""Every registry entry is reached and shows its keys.

It is reached by menu or palette, and shows its keys wherever it stands.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction

from app.service.commands.registry import ACTIONS, Action, by_id
from app.ui.base.i18n import shown
from app.ui.keyboard.keys import shown as shown_key
from app.ui.prompts.cheatsheet import CheatSheet
from app.ui.prompts.chooser import Chooser
from tests.ui.desktop import Desktop

IN_MENUS = [action for action in ACTIONS if action.menu]


@pytest.mark.parametrize("action", IN_MENUS, ids=lambda action: action.id)
def test_action_stands_in_its_menu_with_its_first_key(desktop: Desktop, action: Action) -> None:
    entry = desktop.program.components.menus.entry(action.id)
    assert isinstance(entry, QAction)
    keys = desktop.program.dispatcher.keymap.keys(action.id)
    assert entry.text().partition("\t")[2] == (shown_key(keys[0]) if keys else "")


def test_menu_entries_have_no_shortcuts_of_their_own(desktop: Desktop) -> None:
    entries = [desktop.program.components.menus.entry(action.id) for action in IN_MENUS]
    assert all(entry is not None and entry.shortcut().isEmpty() for entry in entries)


def test_palette_finds_every_action_by_its_title(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    chooser = _open_chooser(desktop)
    titles = {choice.title for choice in chooser.choices}
    host = desktop.program.host
    there = [action for action in ACTIONS if action.exists(host)]
    missing = [action.id for action in there if shown(action.message(host)) not in titles]
    assert missing == ["palette.show"]


def test_palette_runs_what_is_typed_and_taken(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab", "Ctrl+K")
    desktop.keyboard.type("accept")
    left = desktop.session.navigation.left
    desktop.keyboard.press("Enter")
    assert desktop.session.navigation.left < left
    assert desktop.focused() is desktop.program.components.article.view


def test_palette_understands_the_other_layout(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab", "Ctrl+K")
    desktop.keyboard.type("фссузе")
    assert _open_chooser(desktop).choices_shown[0].value is by_id("annotation.accept")


def test_palette_puts_what_was_chosen_last_on_top(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+K")
    desktop.keyboard.type("doubtful first")
    desktop.keyboard.press("Enter", "Ctrl+K")
    assert _open_chooser(desktop).choices_shown[0].value is by_id("walk.order")


@pytest.mark.parametrize("key", ["Shift+/"])
def test_cheat_sheet_has_every_key_and_closes_by_escape(desktop: Desktop, key: str) -> None:
    desktop.keyboard.press(key)
    sheet = desktop.program.window.findChild(CheatSheet)
    assert sheet is not None
    assert sheet.isVisible()
    host = desktop.program.host
    wanted = {
        shown_key(key) for action in ACTIONS for key in action.keys if action.named is None or action.applies(host)
    }
    assert wanted <= sheet.keys
    desktop.keyboard.press("Escape")
    assert not sheet.isVisible()
    assert desktop.focused() is desktop.program.components.article.view


def _open_chooser(desktop: Desktop) -> Chooser:
    return next(chooser for chooser in desktop.program.window.findChildren(Chooser) if chooser.isVisible())
