"""Errors about a project that cannot be read.

Also the paths of the files that SQLite keeps beside one.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.core.files.fault_reasons import explain_fault
from app.core.message import Message, UserError
from app.store.files.backups import newest_sound
from app.store.rows.odd_values import UnexpectedValueError

_WHAT = Message("“{name}” is damaged: {reason}.")
_NO_COPY = Message("Keep the file as it is, and look for a copy of it.")
_OPEN_COPY = Message("Keep the file as it is, and open its newest copy: “{copy}”.")
_NOT_TEXT = Message("a text in it is not UTF-8")
_OF_THE_FILE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
"""What SQLite says of a file's content; all else is of the disk, or of another program."""


class DamagedError(UserError):
    """Tell that a project is damaged.

    `copy` is its newest sound backup, None where there is none.
    """

    def __init__(self, path: Path, reason: Message | str) -> None:
        self.path = path
        self.reason = reason
        self.copy = newest_sound(path)
        hint = _NO_COPY if self.copy is None else _OPEN_COPY
        super().__init__(_WHAT.template, hint=hint.template, name=path.name, reason=reason, copy=self.copy)


def damage_error(path: Path, fault: sqlite3.Error | UnexpectedValueError) -> DamagedError:
    """Return the error that says why a project cannot be read.

    It names the copy to open instead.
    """
    if isinstance(fault, UnexpectedValueError):
        return DamagedError(path, fault.reason)
    return DamagedError(path, _NOT_TEXT if _primary_code(fault) is None else explain_fault(fault))


def unreadable_error(path: Path, fault: sqlite3.Error | UnexpectedValueError) -> UserError:
    """Return the error that says why reading failed.

    The cause is the disk, another program, or damage of the file.
    """
    if isinstance(fault, sqlite3.OperationalError) and _primary_code(fault) not in {None, *_OF_THE_FILE}:
        return UserError(
            "“{name}” cannot be read: {reason}.",
            hint="Check that its disk is connected and that no other program uses it, then try again.",
            name=path.name,
            reason=explain_fault(fault),
        )
    return damage_error(path, fault)


def _primary_code(fault: sqlite3.Error) -> int | None:
    """Return the primary code that SQLite gave an error.

    None where the driver raised it, over a text that is not UTF-8.
    """
    code: int | None = getattr(fault, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def sidecar_path(path: Path, suffix: str) -> Path:
    """Return the path of the file "-wal" or "-shm" beside a project."""
    return path.with_name(path.name + suffix)
