"""Bring a project of an older revision up to date.

A backup first, then Alembic, then a check of the result.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.files.fault_reasons import explain_fault
from app.core.message import Message, UserError
from app.store.files.backups import Reason, backup
from app.store.files.connections import LOOK_STEPS, writer
from app.store.files.watching import Watch

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_MIGRATIONS = Path(__file__).parents[1] / "schema" / "migrations"


def upgrade(path: Path, watch: Watch | None = None, scripts: Path | None = None) -> None:
    """Run the migrations that a project lacks, all of them or none.

    Those of `scripts` where given. Raise UserError where the disk or the file does not let it, and
    CancelledError: then the project is as it was.
    """
    watch = watch or Watch()
    watch.begin_part(Message("“{name}” was made by an older Pometka: it is copied…", {"name": path.name}))
    copy = backup(path, reason=Reason.UPDATE, watch=watch)
    watch.begin_part(Message("“{name}” was made by an older Pometka: it is brought up to date…", {"name": path.name}))
    with _explain_failure(path, copy, watch):
        _run_migrations(path, copy, watch, scripts)


def _run_migrations(path: Path, copy: Path, watch: Watch, scripts: Path | None) -> None:
    """Run them in one transaction, and check what refers to what."""
    from alembic import command  # noqa: PLC0415  # takes longer to load than a project to open
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts or _MIGRATIONS))
    engine = _make_engine(path, watch)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if orphans:
            raise UserError(
                "“{name}” cannot be brought up to date: {n} rows refer to nothing.",
                hint="It was left as it is, with a copy in “{copy}”. Please report this.",
                name=path.name,
                n=len(orphans),
                copy=copy.name,
            )
    engine.dispose()


@contextmanager
def _explain_failure(path: Path, copy: Path, watch: Watch) -> Iterator[None]:
    """Raise the error that tells why an upgrade failed."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415  # as above

    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as fault:
        watch.refuse_cancelled()
        cause = fault.orig if isinstance(fault, DBAPIError) else fault
        raise UserError(
            "“{name}” cannot be brought up to date: {reason}.",
            hint="It was left as it is, with a copy in “{copy}”. Make room on the disk, and open it again.",
            name=path.name,
            reason=explain_fault(cause if isinstance(cause, Exception) else fault),
            copy=copy.name,
        ) from fault


def _make_engine(path: Path, watch: Watch) -> Engine:
    """Return an engine over one writing connection: Alembic speaks to nothing less."""
    from sqlalchemy import create_engine, event  # noqa: PLC0415  # as above
    from sqlalchemy.pool import NullPool  # noqa: PLC0415

    def connect() -> sqlite3.Connection:
        # Without foreign keys: a table made anew would take its dependents with it.
        connection = writer(path, foreign_keys=False)
        connection.set_progress_handler(lambda: watch.is_cancelled, LOOK_STEPS)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "before_cursor_execute")
    def look(*_: Any) -> None:
        watch.refuse_cancelled()

    return engine
