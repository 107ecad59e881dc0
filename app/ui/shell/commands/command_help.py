"""The palette, the cheat sheet, and the keys of commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QWidget

from app.service.commands.host import Host
from app.service.commands.registry import ACTIONS, Action
from app.ui.keyboard.keys import shown as shown_key
from app.ui.prompts.cheatsheet import CheatSheet
from app.ui.prompts.help_page import HelpPage
from app.ui.prompts.palette import Palette
from app.ui.theme.appearance import Appearance
from app.ui.theme.icons import Icons


class CommandHelp:
    """Show the commands.

    Each list is built when it is first asked for.
    """

    def __init__(
        self, window: QWidget, host: Host, appearance: Appearance, icons: Icons, run: Callable[[Action], object]
    ) -> None:
        self._window, self._host, self._appearance = window, host, appearance
        self._icons, self._run = icons, run
        self._page: HelpPage | None = None

    @cached_property
    def palette(self) -> Palette:
        """The command palette."""
        return Palette(self._window, self._appearance.theme, self._icons, self._run, self._host.settings.recent_actions)

    @cached_property
    def sheet(self) -> CheatSheet:
        """The cheat sheet."""
        return CheatSheet(self._window, self._appearance.theme, self._host, self._appearance.keymap, ACTIONS)

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._appearance.language

    def show_palette(self) -> None:
        """Open the command palette."""
        self.palette.open(self._host, self._appearance.keymap, ACTIONS)

    def show_page(self) -> None:
        """Open the help, which follows the scheme and the keys."""
        if self._page is not None:
            self._page.close_panel()
            self._page.deleteLater()
        self._page = HelpPage(self._window, self._host, self._appearance, ACTIONS)
        self._page.open_page()

    def show_keys(self) -> None:
        """Open the cheat sheet."""
        self.sheet.open_sheet()

    def key_of(self, action_id: str) -> str:
        """Return the first key of an action as people read it.

        "" where it has none.
        """
        return shown_key(self._appearance.keymap.own_key(action_id))
