"""Make a new project file: whole, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.core.change import Change
from app.core.files.fault_reasons import explain_fault
from app.core.files.folders import sync_folder
from app.core.message import UserError
from app.core.scheme import Scheme
from app.store.files.connections import transaction
from app.store.files.damage import sidecar_path
from app.store.rows.row_writing import write_changes
from app.store.schema.definition import PAGE_BYTES, create_schema


def create_file(path: Path, scheme: Scheme) -> None:
    """Write an empty project with `scheme`.

    Raise UserError where a file of that name, or its remains, are there.
    """
    refuse_existing(path)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    try:
        _fill_draft(draft, scheme)
        draft.replace(path)
        sync_folder(path.parent)
    except (OSError, sqlite3.DatabaseError) as fault:
        draft.unlink(missing_ok=True)
        raise UserError(
            "“{name}” cannot be created: {reason}.",
            hint="Make room on the disk, or choose another folder.",
            name=path.name,
            reason=explain_fault(fault),
        ) from fault


def _fill_draft(draft: Path, scheme: Scheme) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        with transaction(connection):
            create_schema(connection)
            write_changes(connection, [Change(None, scheme)])
        connection.execute("PRAGMA journal_mode = WAL")


def remove_file(path: Path) -> None:
    """Remove a closed project file, and what SQLite left beside it."""
    for remains in (path, sidecar_path(path, "-wal"), sidecar_path(path, "-shm")):
        remains.unlink(missing_ok=True)


def refuse_missing_folder(path: Path) -> None:
    """Raise UserError where the folder of a file is not there."""
    if not path.parent.is_dir():
        raise UserError("There is no folder “{name}”.", hint="Create it, or choose another.", name=path.parent)


def refuse_existing(path: Path) -> None:
    """Raise UserError where a file of that name, or its remains, exist."""
    if path.exists():
        raise UserError("“{name}” exists already.", hint="Open it, or choose another name.", name=path.name)
    for remains in (sidecar_path(path, "-wal"), sidecar_path(path, "-journal")):
        if remains.exists():  # SQLite would take it for the new project's own
            raise UserError(
                "“{remains}” is left over from an earlier project “{name}”.",
                hint="Move it away, or choose another name.",
                name=path.name,
                remains=remains.name,
            )
