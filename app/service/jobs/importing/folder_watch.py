"""Look for new articles in a folder that is watched.

A look costs as much as the folder has folders: a folder is listed again where its time has changed, and a file that is
new is taken once it stays as it is between two looks. What was taken is remembered beside the settings, for each
project, so that each file comes once, also after a restart. Those taken last are looked at again, and come again where
they were changed since: what was broken or half written when it was taken, and mended later, is not lost.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from app.core.message import Message
from app.service.project.settings import config_folder

LOOK_S = 2.0
"""So often a watched folder is looked at."""
_FRESH_NS = 3_000_000_000
"""A folder that was changed so lately is listed again: its time may not tell two changes apart."""
_LOOKED_AGAIN = 200
"""So many of the files that were taken last are looked at again."""
_FOLDER = "watched"

Look = tuple[int, int]
"""The size of a file, and when it was changed."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The folder that a project watches, whether what comes is tagged."""

    folder: Path
    pretag: bool = True


@dataclass
class FolderWatch:
    """Finds the files of a folder that are new and whole.

    `taken` are the files that were handed out, by path. `now_ns` is the time of the file system.
    """

    watched: Watched
    taken: dict[str, Look] = field(default_factory=dict)
    now_ns: Callable[[], int] = time.time_ns
    _folders: dict[str, int] = field(default_factory=dict)
    _waiting: dict[str, Look] = field(default_factory=dict)
    _was_missing: bool = False

    def find_new(self) -> list[Path]:
        """Return the files that are new and whole.

        They stay as they were at the last look."""
        self._list_changed(str(self.watched.folder))
        self._wait_for_changed()
        ready = []
        for path, before in sorted(self._waiting.items()):
            now = _look_at(path)
            if now is None:
                del self._waiting[path]
            elif now == before and now[0]:
                ready.append(Path(path))
            else:
                self._waiting[path] = now
        return ready

    def describe_change(self) -> Message | None:
        """Return, once each, that the folder is gone or back."""
        is_missing = _folder_time(str(self.watched.folder)) is None
        if is_missing == self._was_missing:
            return None
        self._was_missing = is_missing
        fields = {"folder": str(self.watched.folder)}
        if is_missing:
            return Message("The watched folder “{folder}” is gone, or cannot be read. It is looked for again.", fields)
        return Message("The watched folder “{folder}” is back.", fields)

    @property
    def is_waiting(self) -> bool:
        """Whether a file is waited for until it is whole."""
        return bool(self._waiting)

    def note_taken(self, paths: Iterable[Path]) -> None:
        """Remember files that came, so that they do not come again."""
        for path in paths:
            look = self._waiting.pop(str(path), None)
            self.taken.pop(str(path), None)  # so that the files stand in the order in which they were taken
            self.taken[str(path)] = look or (0, 0)

    def _wait_for_changed(self) -> None:
        """Wait for files that were changed since they were taken."""
        for path in islice(reversed(self.taken), _LOOKED_AGAIN):
            if _look_at(path) not in (None, self.taken[path]):
                self._waiting.setdefault(path, (-1, -1))

    def _list_changed(self, top: str) -> None:
        """List the folders whose time has changed, and those in them."""
        pending = [top, *self._folders]
        while pending:
            folder = pending.pop()
            changed = _folder_time(folder)
            if changed is None:
                self._folders.pop(folder, None)
            elif self._folders.get(folder) != changed:
                is_fresh = self.now_ns() - changed < _FRESH_NS
                self._folders[folder] = -1 if is_fresh else changed
                pending += [one for one in self._list_folder(folder) if one not in self._folders]

    def _list_folder(self, folder: str) -> list[str]:
        """Note the new files of a folder; return its folders.

        Links are not followed."""
        from app.formats import registry  # noqa: PLC0415  # each project asks for its watch, and few have one

        found = []
        ends = registry.readable_extensions()
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found.append(entry.path)
                elif Path(entry.name).suffix.lower() in ends and entry.path not in self.taken:
                    self._waiting.setdefault(entry.path, (-1, -1))
        return found


def load_watch(project: Path) -> FolderWatch | None:
    """Return the saved watch of a project, if one is on."""
    try:
        saved = json.loads(_watch_path(project).read_text("utf-8"))
        watched = Watched(Path(saved["folder"]), bool(saved["pretag"]))
        return FolderWatch(watched, {str(path): (int(size), int(at)) for path, (size, at) in saved["taken"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def save_watch(project: Path, watch: FolderWatch) -> None:
    """Save the watch of a project, for its next opening."""
    path, watched = _watch_path(project), watch.watched
    saved = {"folder": str(watched.folder), "pretag": watched.pretag, "taken": watch.taken}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(saved), "utf-8")
    draft.replace(path)


def forget_watch(project: Path) -> None:
    """Switch the watch of a project off."""
    _watch_path(project).unlink(missing_ok=True)


def _look_at(path: str) -> Look | None:
    with contextlib.suppress(OSError):
        found = Path(path).lstat()
        return (found.st_size, found.st_mtime_ns) if S_ISREG(found.st_mode) else None
    return None


def _folder_time(path: str) -> int | None:
    with contextlib.suppress(OSError):
        found = Path(path).lstat()
        return found.st_mtime_ns if S_ISDIR(found.st_mode) else None
    return None


def _watch_path(project: Path) -> Path:
    name = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return config_folder() / _FOLDER / f"{name}.json"
