"""Copies of a project beside it.

They are made before every risky act; some are kept for each day and week. A copy's name holds what it was made before,
the number of operations that the project had seen, which only grows, so that a clock that goes back cannot put an old
copy before a new one; and the day, by which copies are thinned out.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Hashable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import count
from pathlib import Path

from app.core.files.fault_reasons import explain_fault
from app.core.message import UserError
from app.store.files.connections import LOOK_STEPS, Mode, connect
from app.store.files.watching import Watch

RECENT, DAYS, WEEKS = 10, 7, 4

_NAME = re.compile(r"(?: ([a-z]+))?(?: \d+)? (\d{8,}) (\d{4}-\d\d-\d\d)")
_PAGES = 256
"""So many pages, a megabyte, are copied at a time."""
_STATE = "SELECT id, time, state FROM step ORDER BY id DESC LIMIT 1"


class Reason(StrEnum):
    """What a copy was made before; NONE where somebody asked for it."""

    NONE = ""
    OPENING = "opening"
    IMPORT = "import"
    TAGGING = "tagging"
    SCHEME = "scheme"
    EDIT = "edit"
    UPDATE = "update"
    REPLACING = "replacing"


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """A copy of a project.

    The number of operations in it, its day, its path, and what it was made before.
    """

    version: int
    day: date
    path: Path
    reason: Reason = field(default=Reason.NONE, compare=False)

    def made(self) -> datetime | None:
        """Return the local time at which it was made.

        None where the file tells of another day, or is gone.
        """
        try:
            time = datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()
        except (OSError, OverflowError, ValueError):  # gone, or of a time that no calendar has
            return None
        return time if time.date() == self.day else None

    def size_bytes(self) -> int | None:
        """Return its length.

        None where it is gone: copies are thinned out while others look at them.
        """
        try:
            return self.path.stat().st_size
        except OSError:
            return None


@dataclass(frozen=True, slots=True)
class Totals:
    """What a project holds."""

    articles: int
    annotations: int
    notes: int


class Source:
    """One state of a project, kept readable while others write.

    A connection within its own read transaction. SQLite's backup begins anew when its source changes; within a
    transaction it does not.
    """

    def __init__(self, project: Path, mode: Mode = "ro") -> None:
        self.project = project
        self.connection = connect(project, mode)
        try:
            self.connection.execute("BEGIN")
            self.state = _identify_state(self.connection)
        except sqlite3.Error:
            self.connection.close()
            raise

    def close(self) -> None:
        """Let go of the state."""
        self.connection.close()


def backup(project: Path, today: date | None = None, reason: Reason = Reason.NONE, watch: Watch | None = None) -> Path:
    """Copy a project, also while it is being written.

    Return the copy. Raise UserError where there is no room.
    """
    with raised_as_user_error(project), closing(Source(project, "rw")) as source:
        return copy_state(source, reason, today, watch)


def copy_state(source: Source, reason: Reason, today: date | None = None, watch: Watch | None = None) -> Path:
    """Copy a state of a project and thin the copies out.

    Return the copy: an old one where that holds the same state. `watch` is told after each megabyte. Raise OSError or
    sqlite3.Error where it cannot be made, or is not sound.
    """
    project, version = source.project, source.state[0]
    same = [old for old in list_backups(project) if old.version == version]
    for old in same:
        if _state_of(old.path) == source.state:
            return old.path
    day = today or date.today()  # noqa: DTZ011  # the user's own day
    folder = folder_of(project)
    folder.mkdir(exist_ok=True)
    copy = next(path for path in _backup_names(project, version, day, reason) if not path.exists())
    _copy_state(source.connection, copy, watch or Watch())
    for old in set(list_backups(project)) - select_kept(list_backups(project)):
        old.path.unlink(missing_ok=True)
    return copy


def list_backups(project: Path) -> list[Backup]:
    """Return the copies that there are, the newest first."""
    found = (_parse_name(project, path) for path in folder_of(project).glob(f"*{project.suffix}"))
    return sorted((copy for copy in found if copy is not None), reverse=True)


def newest_sound(project: Path) -> Path | None:
    """Return the newest copy that SQLite finds no fault with."""
    return next((copy.path for copy in list_backups(project) if is_sound(copy.path)), None)


def select_kept(copies: Iterable[Backup]) -> set[Backup]:
    """Return the copies to keep.

    These are the ten newest, and the newest of each of seven days and of four weeks.
    """
    newest_first = sorted(copies, reverse=True)
    days = _newest_of(newest_first, [copy.day for copy in newest_first], DAYS)
    weeks = _newest_of(newest_first, [copy.day.isocalendar()[:2] for copy in newest_first], WEEKS)
    return {*newest_first[:RECENT], *days, *weeks}


def folder_of(project: Path) -> Path:
    """Return where the copies of a project lie."""
    return project.with_name(project.stem + " backups")


def project_of(copy: Path) -> Path | None:
    """Return the project that a file is a backup of.

    None where its name and folder are not those of a backup.
    """
    folder = copy.parent.name
    if not folder.endswith(" backups"):
        return None
    project = copy.parent.with_name(folder.removesuffix(" backups") + copy.suffix)
    return project if _parse_name(project, copy) is not None else None


def count_rows(path: Path, mode: Mode = "immutable") -> Totals:
    """Count what a copy, or a project, holds.

    Raise sqlite3.Error where it cannot be read.
    """
    with closing(connect(path, mode)) as connection:
        tables = ("article", "annotation", "note")
        return Totals(*(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables))  # noqa: S608


def is_sound(copy: Path, watch: Watch | None = None) -> bool:
    """Say whether SQLite finds no fault with a file that nobody writes.

    Where `watch` cancels, nothing is found out: then it is not.
    """
    try:
        with closing(connect(copy, "immutable")) as connection:
            if watch is not None:
                connection.set_progress_handler(lambda: watch.is_cancelled, LOOK_STEPS)
            return connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False


@contextmanager
def raised_as_user_error(project: Path) -> Iterator[None]:
    """Turn what keeps a backup from being made into a UserError."""
    try:
        yield
    except (OSError, sqlite3.Error) as fault:
        raise UserError(
            "No backup of “{name}” could be made: {reason}.",
            hint="Make room on the disk, and try again.",
            name=project.name,
            reason=explain_fault(fault),
        ) from fault


def _backup_names(project: Path, version: int, day: date, reason: Reason) -> Iterator[Path]:
    """Yield names for a copy.

    A number tells those of one version and day apart.
    """
    for number in count(1):
        words = filter(
            None, (project.stem, reason.value, str(number) if number > 1 else "", f"{version:08d}", str(day))
        )
        yield folder_of(project) / f"{' '.join(words)}{project.suffix}"


def _parse_name(project: Path, path: Path) -> Backup | None:
    name = path.stem.removeprefix(project.stem) if path.suffix == project.suffix else ""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    reason, version, day = found.groups()
    known = Reason(reason) if reason in set(Reason) else Reason.NONE
    try:
        return Backup(int(version), date.fromisoformat(day), path, known)
    except ValueError:  # no day of the calendar: somebody else named the file
        return None


def _newest_of(copies: list[Backup], periods: Iterable[Hashable], most: int) -> list[Backup]:
    newest: dict[Hashable, Backup] = {}
    for copy, period in zip(copies, periods, strict=True):
        newest.setdefault(period, copy)
    return list(newest.values())[:most]


def _copy_state(source: sqlite3.Connection, copy: Path, watch: Watch) -> None:
    """Copy one state.

    The name appears when the copy is whole, sound and on disk.
    """
    draft = copy.with_name(copy.name + ".new")
    draft.unlink(missing_ok=True)

    def note(_: int, left: int, total: int) -> None:
        watch.refuse_cancelled()
        watch.advance(1 - left / max(total, 1))

    try:
        with closing(sqlite3.connect(draft)) as target:
            target.execute("PRAGMA synchronous = OFF")  # it is on disk before it gets its name
            target.execute("PRAGMA journal_mode = OFF")
            source.backup(target, pages=_PAGES, progress=note)
        if not is_sound(draft, watch):
            watch.refuse_cancelled()
            raise sqlite3.DatabaseError("the project is damaged")
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)


def _identify_state(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return what identifies a state of a project.

    The number of operations, and the last step.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    has_steps = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'step'").fetchone()
    last = connection.execute(_STATE).fetchone() if has_steps else None
    return (version, *(last or ()))


def _state_of(copy: Path) -> tuple[int, ...] | None:
    try:
        with closing(connect(copy, "immutable")) as connection:
            return _identify_state(connection)
    except sqlite3.DatabaseError:
        return None
