"""Copies of a project beside it: before every risky act, and some for each day and week.

A copy's name holds the number of operations that the project had seen, which only grows, so that a clock that goes
back cannot put an old copy before a new one; and the day, by which copies are thinned out.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.core.message import UserError
from app.store.connecting import connect

RECENT, DAYS, WEEKS = 10, 7, 4

_NAME = re.compile(r".* (\d{8,}) (\d{4}-\d\d-\d\d)\.pometka")


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy: the number of operations in it, the day on which it was made, and where it lies."""

    version: int
    day: date
    path: Path


def backup(project: Path, today: date | None = None) -> Path:
    """Copy a project, also while it is being written, and return the copy; raise UserError where there is no room."""
    folder = _folder(project)
    try:
        folder.mkdir(exist_ok=True)
        with closing(connect(project, "rw")) as source:
            version = source.execute("PRAGMA user_version").fetchone()[0]
            made = Backup(version, today or date.today(), folder)  # noqa: DTZ011  # the user's own day
            copy = folder / f"{project.stem} {made.version:08d} {made.day}.pometka"
            _copied(source, copy)
    except (OSError, sqlite3.Error) as fault:
        raise UserError(
            "No backup of “{name}” could be made: {reason}.",
            hint="Make room on the disk, and try again.",
            name=project.name,
            reason=fault,
        ) from fault
    for old in set(backups(project)) - kept(backups(project)):
        old.path.unlink(missing_ok=True)
    return copy


def backups(project: Path) -> list[Backup]:
    """Return the copies that there are, the newest first."""
    names = ((_NAME.fullmatch(path.name), path) for path in _folder(project).glob(f"*{project.suffix}"))
    found = [Backup(int(name[1]), date.fromisoformat(name[2]), path) for name, path in names if name]
    return sorted(found, reverse=True)


def newest_sound(project: Path) -> Path | None:
    """Return the newest copy that SQLite finds no fault with."""
    return next((copy.path for copy in backups(project) if _is_sound(copy.path)), None)


def kept(copies: Iterable[Backup]) -> set[Backup]:
    """Return the copies to keep: the ten newest, and the newest of each of seven days and of four weeks."""
    newest_first = sorted(copies, reverse=True)
    days = _newest_of(newest_first, [copy.day for copy in newest_first], DAYS)
    weeks = _newest_of(newest_first, [copy.day.isocalendar()[:2] for copy in newest_first], WEEKS)
    return {*newest_first[:RECENT], *days, *weeks}


def _newest_of(copies: list[Backup], periods: Iterable[Hashable], count: int) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for copy, period in zip(copies, periods, strict=True):
        newest.setdefault(period, copy)
    return list(newest.values())[:count]


def _copied(source: sqlite3.Connection, copy: Path) -> None:
    """Copy in one go, from one state; the name appears when the copy is whole and on disk."""
    draft = copy.with_name(copy.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as target:
            source.backup(target)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)


def _is_sound(copy: Path) -> bool:
    try:
        with closing(connect(copy, "immutable")) as connection:
            return connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False


def _folder(project: Path) -> Path:
    return project.with_name(project.stem + " backups")
