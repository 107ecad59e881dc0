"""What is said of a project that cannot be read, and the files that SQLite keeps beside one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.core.message import UserError
from app.store.backups import newest_sound


def damaged(path: Path, reason: object) -> UserError:
    """Return the error that says a project cannot be read any more, and which copy to open instead."""
    copy = newest_sound(path)
    if copy is not None:
        return UserError(
            "“{name}” is damaged: {reason}.",
            hint="Keep the file as it is, and open its newest copy: “{copy}”.",
            name=path.name,
            reason=reason,
            copy=copy,
        )
    return UserError(
        "“{name}” is damaged: {reason}.",
        hint="Keep the file as it is, and look for a copy of it.",
        name=path.name,
        reason=reason,
    )


def unreadable(path: Path, fault: BaseException | None) -> UserError:
    """Return the error that tells why reading failed: the disk or another program, or else the file's own damage."""
    if isinstance(fault, sqlite3.OperationalError):
        return UserError(
            "“{name}” cannot be read: {reason}.",
            hint="Look whether its disk is there and no other program holds it, and try again.",
            name=path.name,
            reason=fault,
        )
    return damaged(path, fault if isinstance(fault, sqlite3.Error) else repr(fault))


def sidecar(path: Path, suffix: str) -> Path:
    """Return the path of a file that SQLite keeps beside a project: "-wal" or "-shm"."""
    return path.with_name(path.name + suffix)
