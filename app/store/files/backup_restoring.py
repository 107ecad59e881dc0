"""Put a backup in the place of its project.

At every moment one of the two is there, whole.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.core.files.fault_reasons import explain_fault
from app.core.files.folders import sync_folder
from app.core.message import Message, UserError
from app.store.files.backups import Reason, Source, copy_state, folder_of
from app.store.files.checking import find_damage
from app.store.files.damage import DamagedError, sidecar_path
from app.store.files.locking import Lock
from app.store.files.opening import SIDECARS, check_header
from app.store.files.watching import Watch

_PORTION_BYTES = 1 << 20
_VERSION_AT = 60
"""Where the header of a SQLite file holds its `user_version`, in four bytes."""


def replace_by_copy(project: Path, copy: Path, watch: Watch | None = None) -> None:
    """Replace a closed project by a copy of the backup `copy`.

    The project is backed up first. One that is damaged is kept as it is, in the folder of the backups. The number of
    operations goes on from that of the project, so that the backups of both stay in order. Raise UserError, with the
    project as it was, where this cannot be done, or the backup is damaged. `watch` can cancel it, which raises
    CancelledError.
    """
    watch = watch or Watch()
    check_header(copy)
    watch.begin_part(Message("The backup is checked…"))
    for finding in find_damage(copy, "immutable", watch):
        raise DamagedError(copy, finding)
    draft = project.with_name(project.name + ".new")
    try:
        with Lock(project) as lock:
            watch.begin_part(Message("The backup is copied…"))
            _copy_file(copy, draft, watch)  # first: the backup of the project may thin this one out
            watch.begin_part(Message("The project is backed up first…"))
            version = _keep_present(project, watch) if project.exists() else 0
            _write_version(draft, version + 1)
            _remove_sidecars(project)
            lock.release_file()  # Windows exchanges no file that is open
            draft.replace(project)
            sync_folder(project.parent)
    except (OSError, sqlite3.Error) as fault:
        raise UserError(
            "“{name}” could not be restored from the backup: {reason}.",
            hint="The project is as it was. Make room on the disk, and try again.",
            name=project.name,
            reason=explain_fault(fault),
        ) from fault
    finally:
        draft.unlink(missing_ok=True)


def _keep_present(project: Path, watch: Watch) -> int:
    """Back a project up, and return the number of its operations.

    Set one that is damaged aside as it is.
    """
    try:
        with closing(Source(project, "rw")) as source:
            copy_state(source, Reason.REPLACING, watch=watch)
            version = source.state[0]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        _set_aside(project, watch)
        return _version_in(project)
    if _has_wal(project):  # closed by the last who has it open, it is gone
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    return version


def _has_wal(project: Path) -> bool:
    wal = sidecar_path(project, "-wal")
    return wal.exists() and wal.stat().st_size > 0


def _set_aside(project: Path, watch: Watch) -> None:
    """Copy a damaged project and its WAL into the folder of backups."""
    folder = folder_of(project)
    folder.mkdir(exist_ok=True)
    day = datetime.now().astimezone().date()
    numbers = ("", *(f" {number}" for number in range(2, 1_000)))
    names = (folder / f"{project.stem} damaged {day}{number}{project.suffix}" for number in numbers)
    aside = next(path for path in names if not path.exists())
    if _has_wal(project):
        _copy_file(sidecar_path(project, "-wal"), sidecar_path(aside, "-wal"), watch)
    _copy_file(project, aside, watch)


def _write_version(draft: Path, version: int) -> None:
    """Write the number of operations into the header of a copy.

    It is on disk when this returns.
    """
    with draft.open("rb+") as file:
        file.seek(_VERSION_AT)
        file.write(version.to_bytes(4, "big"))
        file.flush()
        os.fsync(file.fileno())


def _copy_file(source: Path, target: Path, watch: Watch) -> None:
    draft = target.with_name(target.name + ".part")
    size = max(1, source.stat().st_size)
    try:
        with source.open("rb") as read, draft.open("wb") as written:
            while portion := read.read(_PORTION_BYTES):
                watch.refuse_cancelled()
                written.write(portion)
                watch.advance(min(1.0, written.tell() / size))
            written.flush()
            os.fsync(written.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _version_in(project: Path) -> int:
    """Return the number of operations that the header of a file tells.

    Nobody has it open.
    """
    with project.open("rb") as file:
        file.seek(_VERSION_AT)
        return max(0, int.from_bytes(file.read(4), "big", signed=True))


def _remove_sidecars(project: Path) -> None:
    """Remove what SQLite left beside a project.

    It would take the WAL for that of the file that comes in its place.
    """
    for suffix in SIDECARS:
        sidecar_path(project, suffix).unlink(missing_ok=True)
