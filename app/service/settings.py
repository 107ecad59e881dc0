"""What the program remembers of its user: JSON in the place that the system keeps for it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from app.core.message import Message
from app.service.files import write_beside

FOLDER_VARIABLE = "POMETKA_CONFIG_DIR"
"""The environment variable that names another folder for the settings."""

_MOST_RECENT = 10


@dataclass
class Settings:
    """The choices of one user on one machine.

    `language` is "ru", "en" or "" for the system's; `theme` "light", "dark" or "system"; `zoom` is in percent; `keys`
    holds rebound keys by action, over those of the `preset`; `recent` are paths of projects and
    `recent_actions` ids of what the palette did, the last one first; `places` are where recent projects were left: an
    article's id and a code point, by path; `geometry` and `window_state` are the window's own text.
    """

    language: str = ""
    theme: str = "system"
    zoom: int = 100
    author: str = ""
    preset: str = "default"
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    recent_actions: list[str] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    geometry: str = ""
    window_state: str = ""

    def remember_project(self, path: Path) -> None:
        """Put a project on top of the recent ones."""
        name = str(path.resolve())
        self.recent = [name, *(old for old in self.recent if old != name)][:_MOST_RECENT]

    def remember_place(self, path: Path, article_id: int, position: int) -> None:
        """Note where a project was left; those that are not recent any more are forgotten."""
        places = {**self.places, str(path.resolve()): (article_id, position)}
        self.places = {name: place for name, place in places.items() if name in self.recent}

    def place_in(self, path: Path) -> tuple[int, int] | None:
        """Return where a project was left: an article's id and a code point."""
        return self.places.get(str(path.resolve()))


class SettingsFile:
    """The file of the settings. One that cannot be read gives the defaults, and `fault` says why."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / "settings.json"
        self.fault: Message | None = None

    def load(self) -> Settings:
        """Read the settings; what is missing or of another shape takes its default."""
        self.fault = None
        try:
            tree = json.loads(self.path.read_text("utf-8"))
            return _settings(tree)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError, AttributeError) as fault:
            reason = {"path": str(self.path), "reason": str(fault)}
            self.fault = Message("The settings in “{path}” cannot be read: {reason}. The defaults are used.", reason)
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings beside the old ones and rename them there; raise UserError where that fails."""
        write_beside(self.path, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n")


def config_folder() -> Path:
    """Return the folder that the settings are kept in."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    return Path(named) if named else user_config_path("pometka", appauthor=False)


def _settings(tree: dict[str, Any]) -> Settings:
    defaults = Settings()
    known = {one.name: getattr(defaults, one.name) for one in fields(Settings)}
    kept = {name: value for name, value in tree.items() if name in known and isinstance(value, type(known[name]))}
    if "keys" in kept:
        lists = {action: keys for action, keys in kept["keys"].items() if isinstance(keys, list)}
        kept["keys"] = {action: tuple(map(str, keys)) for action, keys in lists.items()}
    if "places" in kept:
        places = {path: place for path, place in kept["places"].items() if _is_place(place)}
        kept["places"] = {path: (article, max(0, position)) for path, (article, position) in places.items()}
    return Settings(**kept)


def _is_place(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value)
