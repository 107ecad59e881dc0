"""Make a new project file: whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from app.core.change import Change
from app.core.message import UserError
from app.core.scheme import Scheme
from app.store.damage import sidecar
from app.store.schema import create_schema
from app.store.writing import write_changes


def create_file(path: Path, scheme: Scheme) -> None:
    """Write an empty project with `scheme`; raise UserError where a file of that name, or its remains, are there."""
    _refuse_existing(path)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        _fill(draft, scheme)
        draft.replace(path)
        _sync_folder(path.parent)
    except (OSError, DatabaseError) as fault:
        draft.unlink(missing_ok=True)
        raise UserError(
            "“{name}” cannot be made: {reason}.",
            hint="Make room on the disk, or choose another folder.",
            name=path.name,
            reason=fault,
        ) from fault


def _fill(draft: Path, scheme: Scheme) -> None:
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(draft), poolclass=NullPool)
    with engine.begin() as connection:
        create_schema(connection)
        write_changes(connection, [Change(None, scheme)])
    with sqlite3.connect(draft) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    raw.close()


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise UserError("“{name}” exists already.", hint="Open it, or choose another name.", name=path.name)
    for remains in (sidecar(path, "-wal"), sidecar(path, "-journal")):
        if remains.exists():  # SQLite would take it for the new project's own
            raise UserError(
                "“{remains}” is left of an earlier project “{name}”.",
                hint="Move it away, or choose another name.",
                name=path.name,
                remains=remains.name,
            )


def _sync_folder(folder: Path) -> None:
    """Make the new name outlast a power cut, where the system can."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
