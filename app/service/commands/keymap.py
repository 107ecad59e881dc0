"""The key map: defaults, a preset, and the user's own keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from app.core.message import Message, UserError
from app.service.commands.registry import ACTIONS, Action

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
"""In the order in which a key's name has them."""

_NAMED = (
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Tab",
    "Space",
    "Backspace",
    "Delete",
    "Insert",
    "Enter",
    "Escape",
    "Menu",
    *(f"F{number}" for number in range(1, 13)),
)
_PLACES = {name.casefold(): name for name in (*_NAMED, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *"0123456789", *"`-=[]\\;',./")}

Bindings = Mapping[str, tuple[str, ...]]
"""Keys by the id of the action that they do."""

PRESETS: Mapping[str, Bindings] = {
    "default": {},
    # The left hand decides and navigates, the right one stays on the arrows.
    "left hand": {
        "walk.next": ("Tab", "W"),
        "walk.previous": ("Shift+Tab", "Q"),
        "annotation.accept": ("Space", "A"),
        "annotation.reject": ("Backspace", "Delete", "Z"),
        "annotation.spread": ("V", "P"),
        "annotation.spread_project": ("Shift+V", "Shift+P"),
        "walk.miss": ("R", ";"),
        "edit.undo": ("Ctrl+Z", "U", "`"),
        "article.next": ("]", "Alt+W"),
        "article.previous": ("[", "Alt+Q"),
    },
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One key that two or more actions want."""

    key: str
    action_ids: tuple[str, ...]


def canonical_key(key: str) -> str:
    """Return a key in canonical form ("shift+ctrl+z" → "Ctrl+Shift+Z").

    Raise UserError where it is none.
    """
    *modifiers, place = key.strip().split("+") if not key.endswith("+") else [key]
    held = {modifier.strip().capitalize() for modifier in modifiers}
    known = _PLACES.get(place.strip().casefold())
    if known is None or not held <= set(MODIFIERS):
        raise UserError(
            "“{key}” is not a key.", hint="Write keys as in “Ctrl+Shift+Z”, by their places on a US keyboard.", key=key
        )
    return "+".join((*(modifier for modifier in MODIFIERS if modifier in held), known))


class Keymap:
    """The keys of all actions. A value: binding gives another one."""

    def __init__(
        self, actions: Iterable[Action] = ACTIONS, overrides: Bindings | None = None, preset: str = "default"
    ) -> None:
        self._actions = {action.id: action for action in actions}
        self.errors: list[Message] = []
        self.preset = preset if preset in PRESETS else "default"
        if preset not in PRESETS:
            self.errors.append(
                Message("The preset of keys “{preset}” is not known. The default one is used.", {"preset": preset})
            )
        given = overrides or {}
        self.unknown = {name: keys for name, keys in given.items() if name not in self._actions}
        known = {name: keys for name, keys in given.items() if name in self._actions}
        usable = {name: self._usable_keys(name, keys) for name, keys in known.items()}
        self.overrides = {name: keys for name, keys in usable.items() if keys is not None}
        self._by_key: dict[str, list[str]] = {}
        for action_id in self._actions:
            for key in self.keys(action_id):
                self._by_key.setdefault(key, []).append(action_id)

    @property
    def bindings(self) -> dict[str, tuple[str, ...]]:
        """What the settings keep.

        The user's own keys, and those of actions that this version does not have.
        """
        return {**self.unknown, **self.overrides}

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return the keys of an action.

        The user's own, else the preset's, else its defaults.
        """
        if action_id in self.overrides:
            return self.overrides[action_id]
        return self._given_keys(action_id)

    def action_for(self, key: str) -> Action | None:
        """Return what a key does.

        What the user bound goes before what came with the program.
        """
        names = self._by_key.get(key, [])
        own = [name for name in names if name in self.overrides]
        return self._actions[(own or names)[0]] if names else None

    def own_key(self, action_id: str) -> str:
        """Return the first key that runs an action, "" where none does."""
        owned = (key for key in self.keys(action_id) if (owner := self.action_for(key)) and owner.id == action_id)
        return next(owned, "")

    def conflicts(self) -> list[Conflict]:
        """Return the keys that more than one action wants."""
        return [Conflict(key, tuple(names)) for key, names in self._by_key.items() if len(names) > 1]

    def taken_by(self, key: str, but: str = "") -> Action | None:
        """Return the action, other than `but`, that has a key already."""
        names = self._by_key.get(canonical_key(key), [])
        return next((self._actions[name] for name in names if name != but), None)

    def bound(self, action_id: str, keys: Iterable[str]) -> Keymap:
        """Return the keymap with other keys for an action.

        None are left to it where `keys` is empty.
        """
        chosen = tuple(dict.fromkeys(map(canonical_key, keys)))
        others = {name: old for name, old in self.overrides.items() if name != action_id}
        if chosen != self._given_keys(action_id):
            others[action_id] = chosen
        return Keymap(self._actions.values(), {**self.unknown, **others}, self.preset)

    def restored(self, action_id: str | None = None) -> Keymap:
        """Return the keymap with the default keys of one or all actions."""
        kept = {name: keys for name, keys in self.overrides.items() if action_id not in (None, name)}
        return Keymap(self._actions.values(), {**self.unknown, **kept}, self.preset)

    def with_preset(self, preset: str) -> Keymap:
        """Return the keymap of another preset, nothing rebound."""
        return Keymap(self._actions.values(), self.unknown, preset)

    def _usable_keys(self, action_id: str, keys: Iterable[str]) -> tuple[str, ...] | None:
        """Return the keys that there are.

        None where there is no other, so that the given ones stay.
        """
        good, bad = [], []
        for key in keys:
            try:
                good.append(canonical_key(key))
            except UserError:
                bad.append(key)
        for key in bad:
            values = {"key": key, "action": action_id}
            self.errors.append(Message("The key “{key}” of “{action}” is left out: there is no such key.", values))
        return tuple(good) if good or not bad else None

    def _given_keys(self, action_id: str) -> tuple[str, ...]:
        return PRESETS[self.preset].get(action_id, self._actions[action_id].keys)


def markdown_table(actions: Iterable[Action] = ACTIONS) -> str:
    """Return the README's table of all actions with a key.

    Actions in a row with one title, as those of the digits are, share a line.
    """
    lines = ["| key | does | action |", "| --- | --- | --- |"]
    for title, found in groupby((action for action in actions if action.keys), key=lambda action: action.title):
        alike = list(found)
        keys = " · ".join(f"`{key}`" for action in alike for key in action.keys)
        name = alike[0].id if len(alike) == 1 else f"{alike[0].id} … {alike[-1].id}"
        lines.append(f"| {keys} | {title} | {name} |")
    return "\n".join(lines) + "\n"
