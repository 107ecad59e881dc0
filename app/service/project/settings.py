"""What the program remembers of its user.

JSON in the place that the system keeps for it.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from app import __version__
from app.core.files.system_errors import explain_system_error
from app.core.json.errors import explain_json_error
from app.core.message import Message, join_messages
from app.service.project.settings_shapes import are_sound
from app.service.project.text_files import refuse_odd_file, write_beside

FOLDER_VARIABLE = "POMETKA_CONFIG_DIR"
"""The environment variable that names another folder for the settings."""

_MOST_RECENT = 10
_CHECKSUM = "checksum"
_MAX_DIGITS = 400
_ESCAPED = re.compile("[\ud800-\udfff]")


@dataclass
class Settings:
    """The choices of one user on one machine.

    `language` is "ru", "en" or "" for the system's; `theme` "light", "dark" or "system"; `zoom` is in percent; `keys`
    holds rebound keys by action, over those of the `preset`; `recent` are paths of projects and
    `recent_actions` ids of what the palette did, the last one first; `places` are where recent projects were left: an
    article's id and a code point, by path;
    `queries` are what was searched for, the last one first; `article_columns` are the columns of the article list,
    `article_order` what it is sorted by, with "-" the other way round,
    none for the usual ones; `tables` are the mappings that were chosen for tables,
    by their columns;
    `export_presets` are choices of exports by name, those of the last one under ""; `opens_exports` opens a file that
    was written;
    `geometry` and `window_state` are the window's own text; `mends_text` says that imported texts of web pages and
    letters are mended; `offers_corrections` that the program offers to repeat equal corrections;
    `text_font` is the family of the text, "" for the program's choice; `line_spacing` is in percent, `measure` in
    characters a line; `shows_letters` puts a label's letters above a word instead of its title; `asked_author` says
    that the author's name was asked for; `others` are the
    entries of a newer program, which are written back as they came.
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
    tables: dict[str, str] = field(default_factory=dict)
    queries: list[str] = field(default_factory=list)
    article_columns: list[str] = field(default_factory=list)
    article_order: str = ""
    export_presets: dict[str, str] = field(default_factory=dict)
    opens_exports: bool = False
    geometry: str = ""
    window_state: str = ""
    mends_text: bool = True
    offers_corrections: bool = True
    text_font: str = ""
    line_spacing: int = 100
    measure: int = 74
    shows_letters: bool = False
    asked_author: bool = False
    others: dict[str, Any] = field(default_factory=dict)

    def remember_project(self, path: Path) -> None:
        """Put a project on top of the recent ones."""
        name = str(path.resolve())
        self.recent = [name, *(old for old in self.recent if old != name)][:_MOST_RECENT]

    def remember_place(self, path: Path, article_id: int, position: int) -> None:
        """Note where a project was left.

        Those that are not recent any more are forgotten.
        """
        places = {**self.places, str(path.resolve()): (article_id, position)}
        self.places = {name: place for name, place in places.items() if name in self.recent}

    def place_in(self, path: Path) -> tuple[int, int] | None:
        """Return where a project was left: article id, code point."""
        return self.places.get(str(path.resolve()))


class SettingsFile:
    """The file of the settings.

    What cannot be used in it takes its default, and `errors` say what and why.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or config_folder()) / "settings.json"
        self.errors: list[Message] = []
        self._is_whole = True

    def load(self) -> Settings:
        """Read the settings; an entry of another shape costs itself alone."""
        self.errors, self._is_whole = [], True
        try:
            tree = self._read_entries()
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            tree = {}
            self._say_damaged(explain_system_error(error))
        if tree.pop(_CHECKSUM, None) != _checksum_of(tree) or not are_sound(tree):
            # The library takes as long to load as the first paint may: it is for files that others have written.
            from app.service.project.settings_fields import sound_entries  # noqa: PLC0415

            tree, errors = sound_entries(tree)
            self.errors += errors
        return _make_settings(tree)

    def save(self, settings: Settings) -> None:
        """Write the settings beside the old ones and rename them there.

        Raise UserError where that fails.
        """
        if not self._is_whole:
            with contextlib.suppress(FileNotFoundError):
                self.path.replace(self._damaged_path)
            self._is_whole = True
        tree = asdict(settings)
        tree = {**tree.pop("others"), **tree}
        # Lone surrogates, which names of files may have, can be written as escapes alone.
        text = json.dumps({**tree, _CHECKSUM: _checksum_of(tree)}, ensure_ascii=False, indent=2)
        write_beside(self.path, _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")

    @property
    def _damaged_path(self) -> Path:
        """Where a damaged file goes before another one takes its place."""
        return self.path.with_name("settings.damaged.json")

    def _read_entries(self) -> dict[str, Any]:
        """Return the entries.

        Of a file that is no JSON, or nested too deeply, those that can be read.
        """
        refuse_odd_file(self.path)
        text = self.path.read_bytes().decode("utf-8-sig", "replace")
        try:
            tree = _DECODER.decode(text)
        except (ValueError, RecursionError) as error:
            tree, lost = _salvage_entries(text)
            self._say_damaged(explain_json_error(error), lost)
        if not isinstance(tree, dict):
            self._say_damaged(Message("it is no JSON object"))
            return {}
        return tree

    def _say_damaged(self, reason: Message, lost: Sequence[str] = ()) -> None:
        self._is_whole = False
        values: dict[str, str | Message] = {"path": str(self.path), "kept": self._damaged_path.name, "reason": reason}
        damaged = Message(
            "The settings in “{path}” are damaged: {reason}. What can be read is used, and the file is kept as "
            "“{kept}”.",
            values,
        )
        left_out = [Message("Left out: {lost}.", {"lost": ", ".join(lost)})] if lost else []
        self.errors.append(join_messages((damaged, *left_out), " "))


def config_folder() -> Path:
    """Return the folder that the settings are kept in."""
    named = os.environ.get(FOLDER_VARIABLE, "")
    return Path(named) if named else user_config_path("pometka", appauthor=False)


def _read_integer(digits: str) -> int | float:
    """Return a number.

    Python refuses to read one of thousands of digits, and none of ours is so long.
    """
    return int(digits) if len(digits) < _MAX_DIGITS else float("inf")


_DECODER = json.JSONDecoder(strict=False, parse_int=_read_integer)


def _salvage_entries(text: str) -> tuple[dict[str, Any], list[str]]:
    """Return the readable entries of a damaged file.

    The names of the others are returned too.
    """
    found: dict[str, Any] = {}
    lost: list[str] = []
    for name in (one.name for one in fields(Settings)):
        place = re.search(rf'"{name}"\s*:\s*', text)
        try:
            if place is not None:
                found[name], _ = _DECODER.raw_decode(text, place.end())
        except (ValueError, RecursionError):
            lost.append(name)
    return found, lost


def _checksum_of(tree: dict[str, Any]) -> int:
    """Return a number for the way in which entries are written."""
    written = json.dumps([__version__, tree], sort_keys=True, default=str)
    return zlib.crc32(written.encode())


def _make_settings(tree: dict[str, Any]) -> Settings:
    names = {one.name for one in fields(Settings)} - {"others"}
    kept = {name: value for name, value in tree.items() if name in names}
    others = {name: value for name, value in tree.items() if name not in names}
    kept["keys"] = {action: tuple(keys) for action, keys in kept.get("keys", {}).items()}
    kept["places"] = {path: (article, position) for path, (article, position) in kept.get("places", {}).items()}
    return Settings(**kept, others=others)
