"""Save an open project as another file.

What can be read of it row by row, and what still waits on top.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.files.fault_reasons import explain_fault
from app.core.files.folders import sync_folder
from app.core.message import Message, UserError
from app.store.files.connections import transaction
from app.store.files.creating import refuse_existing, refuse_missing_folder
from app.store.files.watching import Watch
from app.store.operations import Operation
from app.store.rows.row_writing import write_changes
from app.store.schema.definition import PAGE_BYTES, create_schema

_PORTION = 10_000
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'alembic_version' ORDER BY rootpage"


@dataclass(frozen=True, slots=True)
class SavedCopy:
    """A project that was saved as another file.

    `version` is the number of operations up to which it holds all but those that are `left_out`: they can never be
    saved.
    """

    path: Path
    version: int
    left_out: int


def save_copy(source: sqlite3.Connection, late: Sequence[Operation], path: Path, watch: Watch) -> SavedCopy:
    """Write a new project file, whole or not at all.

    Raise UserError where `path` is taken or has no room. Rows are copied, not pages: so damage that does not hinder
    reading stays behind. `late` are the operations that are not in `source` yet. Raise DatabaseError where `source` is
    unreadable, and CancelledError where `watch` says so.
    """
    refuse_missing_folder(path)
    refuse_existing(path)
    draft = path.with_name(path.name + ".new")
    try:
        draft.unlink(missing_ok=True)
        watch.begin_part(Message("Articles, annotations and history are written…"))
        saved = _fill_draft(draft, source, late, watch)
        watch.refuse_cancelled()
        _rename_draft(draft, path)
    except (OSError, sqlite3.OperationalError) as fault:
        raise UserError(
            "“{name}” cannot be created: {reason}.",
            hint="Make room on the disk, or choose another folder.",
            name=path.name,
            reason=explain_fault(fault),
        ) from fault
    finally:
        with suppress(OSError):  # a draft that cannot be removed is no reason to hide what happened
            draft.unlink(missing_ok=True)
    return replace(saved, path=path)


def _fill_draft(draft: Path, source: sqlite3.Connection, late: Sequence[Operation], watch: Watch) -> SavedCopy:
    with closing(sqlite3.connect(draft, isolation_level=None)) as target:
        target.execute("PRAGMA synchronous = FULL")
        target.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        with transaction(target):
            create_schema(target)
            for (table,) in target.execute(_TABLES).fetchall():
                _copy_rows(source, target, table, watch)
        target.execute("PRAGMA foreign_keys = ON")
        version = source.execute("PRAGMA user_version").fetchone()[0]
        written = 0
        for operation in late:
            with suppress(sqlite3.IntegrityError, sqlite3.InterfaceError, ValueError, TypeError), transaction(target):
                write_changes(target, operation.changes)
                operation.record(target)
                written += 1
        target.execute(f"PRAGMA user_version = {version + len(late)}")
        target.execute("PRAGMA journal_mode = WAL")
    return SavedCopy(draft, version + len(late), len(late) - written)


def _copy_rows(source: sqlite3.Connection, target: sqlite3.Connection, table: str, watch: Watch) -> None:
    names = [f'"{name}"' for (name,) in target.execute("SELECT name FROM pragma_table_info(?)", (table,))]
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
    found = source.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608  # names are those of our own schema
    while portion := found.fetchmany(_PORTION):
        target.executemany(statement, portion)
        watch.refuse_cancelled()
        watch.advance(min(1.0, _count_pages(target) / _count_pages(source)))


def _count_pages(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA page_count").fetchone()[0])


def _rename_draft(draft: Path, path: Path) -> None:
    """Put the complete file on disk under its name.

    It never replaces another file.
    """
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    refuse_existing(path)
    draft.rename(path)
    sync_folder(path.parent)
