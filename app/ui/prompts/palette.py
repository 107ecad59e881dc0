"""The command palette: every action by name, recent ones first.

With its keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from app.service.commands.host import Host
from app.service.commands.keymap import Keymap
from app.service.commands.registry import Action
from app.ui.base.i18n import shown, tr
from app.ui.keyboard.keys import shown as shown_key
from app.ui.prompts.choices import Choice
from app.ui.prompts.chooser import Chooser
from app.ui.theme.icons import Icons
from app.ui.theme.theme import Theme

_REMEMBERED = 8


class Palette:
    """Offer actions.

    What was chosen last comes first the next time, and goes into the list `recent`.
    """

    def __init__(
        self, window: QWidget, theme: Theme, icons: Icons, run: Callable[[Action], object], recent: list[str]
    ) -> None:
        self._icons, self._run, self._recent = icons, run, recent
        self._chooser = Chooser(window, theme, prompt=tr("What do you want to do?"), width_px=620, for_commands=True)
        self._chooser.chosen.connect(self._run_chosen)

    def open(self, host: Host, keymap: Keymap, actions: Iterable[Action]) -> None:
        """Offer what applies now; the rest is shown but cannot be chosen."""
        choices = [self._make_choice(action, host, keymap) for action in actions if _is_offered(action, host)]
        choices.sort(key=self._rank_choice)
        self._chooser.offer(choices)

    def _make_choice(self, action: Action, host: Host, keymap: Keymap) -> Choice:
        return Choice(
            value=action,
            title=shown(action.message(host)),
            detail=" › ".join(map(tr, filter(None, action.menu.split("/")))),
            keys=tuple(shown_key(key) for key in keymap.keys(action.id)[:2]),
            terms=(action.title, *other_names(action), action.id),
            enabled=action.applies(host),
            is_guarded=action.changes_data,
            icon=self._icons.get(action.icon),
        )

    def _rank_choice(self, choice: Choice) -> tuple[bool, int]:
        action_id = choice.value.id if isinstance(choice.value, Action) else ""
        place = self._recent.index(action_id) if action_id in self._recent else _REMEMBERED
        return (not choice.enabled, place)

    def _run_chosen(self, action: Action) -> None:
        others = [old for old in self._recent if old != action.id]
        self._recent[:] = [action.id, *others][:_REMEMBERED]
        self._run(action)


def _is_offered(action: Action, host: Host) -> bool:
    return action.id != "palette.show" and action.exists(host)


def other_names(action: Action) -> tuple[str, ...]:
    """Return the other words for an action.

    What stands before a comma is another name for it, found as its title is.
    """
    both = (action.synonyms, tr(action.synonyms)) if action.synonyms else ()
    return (*both, *(name.strip() for words in both for name in words.split(",")[:-1]))
