"""Menus made from the registry.

Every action with a menu stands in it, with its key and icon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from app.service.commands.host import Host
from app.service.commands.keymap import Keymap
from app.service.commands.registry import Action
from app.ui.base.i18n import shown, tr
from app.ui.base.plain_text import caption_text, tip
from app.ui.keyboard.keys import place_of
from app.ui.keyboard.keys import shown as shown_key
from app.ui.shell.menu_letters import MenuLetters, access_letters
from app.ui.theme.icons import Icons

Run = Callable[[Action], object]

_IN_TEXT = (
    "annotation.accept",
    "annotation.reject",
    "Annotation/This mention alone",
    "",
    "label.pick",
    "Annotation/Entity label",
    "Annotation/Claim label",
    "",
    "Annotation/Boundaries",
    "Annotation/Claim",
    "annotation.spread",
    "",
    "entity.link",
    "entity.normal",
    "entity.teach",
    "",
    "note.annotation",
    "note.article",
    "",
    "article.finish",
    "article.done",
    "",
    "edit.copy",
    "edit.undo",
)
"""The menu over the text: ids of actions, paths of menus, "" for a line between; what does not apply is left out."""

_ON_ANNOTATION = ("annotation.accept", "annotation.reject", "Annotation/Boundaries")
_IN_GROUP = ("Annotation/This mention alone",)


class Menus:
    """Fill a menu bar from actions, and update entries on opening.

    Keys stand in an entry's text after a tab, not as shortcuts: shortcuts go by layout, and our keys by place.
    """

    def __init__(self, bar: QMenuBar, host: Host, keymap: Keymap, icons: Icons, run: Run) -> None:
        self._bar, self._host, self._keymap, self._icons, self._run = bar, host, keymap, icons, run
        self._menus: dict[str, QMenu] = {}
        self._entries: dict[str, QAction] = {}
        self._actions: dict[str, Action] = {}
        self._access: dict[str, str] = {}
        self._letters: dict[str, MenuLetters] = {}

    def fill(self, actions: Iterable[Action]) -> None:
        """Build all menus anew."""
        self._bar.clear()
        self._menus.clear()
        for action in actions:
            if action.menu:
                self._add_action(action)
        self._underline()

    @property
    def titles(self) -> list[str]:
        """The names of the menus in the bar."""
        return [path for path in self._menus if "/" not in path]

    def entry(self, action_id: str) -> QAction | None:
        """Return the menu entry of an action, None without one."""
        return self._entries.get(action_id)

    def menu(self, path: str) -> QMenu:
        """Return the menu of a path."""
        return self._menus[path]

    def letters_of(self, path: str) -> dict[str, QAction]:
        """Return the entries of a menu by their letters' places.

        They are those of its last opening.
        """
        return self._letters[path].letters

    def popup(self, point: QPoint) -> None:
        """Open the text's menu at a point of the screen."""
        menu = QMenu(self._bar)
        for name in filter(self._has_place, _IN_TEXT):
            if not name:
                menu.addSeparator()
            elif name in self._entries:
                self._update_entry(self._actions[name], self._entries[name])
                menu.addAction(self._entries[name])
            else:
                menu.addMenu(self._menus[name])
        MenuLetters(menu).assign()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def open_by_key(self, key: str) -> bool:
        """Open the menu that a key with Alt stands for.

        Say whether one does.
        """
        place = key.removeprefix("Alt+")
        title = self._access.get(place) if place != key and not self._bar.isNativeMenuBar() else None
        if title is not None:
            self._bar.setActiveAction(self._menus[title].menuAction())
        return title is not None

    def _has_place(self, name: str) -> bool:
        """Say whether an action or menu applies at the text's menu."""
        navigation = self._host.session.navigation
        if name in _ON_ANNOTATION:
            return navigation.current is not None
        if name in _IN_GROUP:
            return len(navigation.entity_group) > 1
        inside = [action for action in self._actions.values() if name in (action.id, action.menu)]
        return not name or any(action.applies(self._host) for action in inside)

    def _add_action(self, action: Action) -> None:
        menu = self._find_menu(action.menu)
        if action.starts_section and menu.actions():
            menu.addSeparator()
        entry = QAction(menu)
        entry.setCheckable(action.checked is not None)
        entry.setMenuRole(QAction.MenuRole.NoRole)
        entry.triggered.connect(lambda _=False: self._run(action))
        menu.addAction(entry)
        self._entries[action.id] = entry
        self._actions[action.id] = action
        self._name_entry(action, entry, tr(action.title))
        self._icons.give_icon(action.icon, entry, entry.setIcon)

    def _find_menu(self, path: str) -> QMenu:
        """Return the menu of a path ("View/Theme"), made where missing."""
        if path not in self._menus:
            above, _, name = path.rpartition("/")
            menu = QMenu(tr(name), self._bar)  # the names are literals where the actions are
            (self._find_menu(above) if above else self._bar).addMenu(menu)
            menu.aboutToShow.connect(lambda: self._update_menu(path))
            self._menus[path] = menu
            self._letters[path] = MenuLetters(menu)
        return self._menus[path]

    def _underline(self) -> None:
        """Give each menu of the bar its letter.

        The place of its English letter works too where no other menu has it.
        """
        letters = access_letters([tr(title) for title in self.titles])
        english = dict(zip(self.titles, access_letters(self.titles), strict=True))
        self._access = {}
        for title, letter in zip(self.titles, letters, strict=True):
            words = tr(title)
            self._menus[title].setTitle(words[:letter] + "&" + words[letter:] if letter >= 0 else words)
            if letter >= 0:
                self._access[place_of(words[letter])] = title
        for title, letter in english.items():
            if letter >= 0:
                self._access.setdefault(place_of(title[letter]), title)

    def _update_menu(self, path: str) -> None:
        for below, menu in self._menus.items():
            if below.rpartition("/")[0] == path and "/" in below:
                inside = (action for action in self._actions.values() if action.menu == below)
                menu.menuAction().setVisible(any(action.exists(self._host) for action in inside))
        for action_id, entry in self._entries.items():
            action = self._actions[action_id]
            if action.menu == path:
                self._update_entry(action, entry)
        self._letters[path].assign()

    def _update_entry(self, action: Action, entry: QAction) -> None:
        self._name_entry(action, entry, shown(action.message(self._host)))
        applies = action.applies(self._host)
        entry.setEnabled(applies)
        entry.setVisible(action.exists(self._host))
        if action.checked is not None:
            entry.setChecked(action.checked(self._host))

    def _name_entry(self, action: Action, entry: QAction, title: str) -> None:
        keys = self._keymap.keys(action.id)
        entry.setToolTip(tip(title))  # Qt's own is the text, with HTML in it if there is any
        title = caption_text(title)
        entry.setText(f"{title}\t{shown_key(keys[0])}" if keys else title)
