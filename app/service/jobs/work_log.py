"""Remember long work, so that it goes on after a crash.

The log lies beside the settings. Its first line says what was to be done, each other line names a piece of it that is
whole and on disk: the path of a file, or the id of an article. A line that a crash cut off is passed over.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter, ValidationError

from app.formats.table_choices import NO_CHOICES, TableChoices
from app.service.project.settings import config_folder

_FOLDER = "unfinished"


class WorkKind(StrEnum):
    """What is done in the background."""

    IMPORT = "import"
    TAGGING = "tagging"


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """What was to be done.

    `group` is that of its steps. Rows with an id from `first` on came with it or later. An import has `paths` and its
    options, tagging the ids of its articles.
    """

    kind: WorkKind
    group: str
    first: int
    paths: tuple[Path, ...] = ()
    articles: tuple[int, ...] = ()
    format_name: str | None = None
    pretag: bool = True
    workers: int = 1
    tables: TableChoices = NO_CHOICES
    skips_near: bool = False
    mends: bool = True


@dataclass(frozen=True, slots=True)
class UnfinishedWork:
    """Unfinished work, and its pieces that are whole."""

    plan: WorkPlan
    whole: frozenset[str]


_PLAN = TypeAdapter(WorkPlan)


def find_unfinished(project: Path) -> UnfinishedWork | None:
    """Return the unfinished work on a project, if any."""
    try:
        lines = _log_path(project).read_text("utf-8").splitlines()
        plan = _PLAN.validate_json(lines[0])
    except (OSError, UnicodeError, IndexError, ValidationError):
        return None
    return UnfinishedWork(plan, frozenset(_read_names(lines[1:])))


def forget_unfinished(project: Path) -> None:
    """Drop what is remembered of work on a project."""
    with contextlib.suppress(OSError):
        _log_path(project).unlink(missing_ok=True)


class WorkLog:
    """The log of work that is under way.

    A log that cannot be written costs the way back after a crash alone.
    """

    def __init__(self, project: Path, plan: WorkPlan, resumed: UnfinishedWork | None = None) -> None:
        self._project = project
        self._file: IO[str] | None = None
        with contextlib.suppress(OSError):
            path = _log_path(project)
            path.parent.mkdir(parents=True, exist_ok=True)
            is_same = resumed is not None and resumed.plan == plan
            self._file = path.open("a" if is_same else "w", encoding="utf-8")
            self._write("\n" if is_same else _PLAN.dump_json(plan).decode() + "\n")

    def add_whole(self, names: Iterable[str]) -> None:
        """Note pieces that are whole and on disk."""
        self._write("".join(json.dumps(name) + "\n" for name in names))

    def close(self, *, is_done: bool) -> None:
        """End the log; that of work that is done goes."""
        if self._file is not None:
            self._file.close()
            self._file = None
        if is_done:
            forget_unfinished(self._project)

    def _write(self, text: str) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.write(text)
                self._file.flush()


def _read_names(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        with contextlib.suppress(ValueError):
            name = json.loads(line)
            if isinstance(name, str):
                yield name


def _log_path(project: Path) -> Path:
    name = hashlib.sha256(str(project.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return config_folder() / _FOLDER / f"{name}.jsonl"
