"""Bring a project of an older revision up to date.

A backup first, then Alembic, then a check of the result.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message, UserError
from app.store.files.backups import Reason, backup
from app.store.files.connections import writer

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_MIGRATIONS = Path(__file__).parents[1] / "schema" / "migrations"


Watch = Callable[[Message], object]
"""Is told what is done now, before it begins."""


def watch_nothing(_: Message) -> None:
    """Let nobody look on."""


def upgrade(path: Path, watch: Watch = watch_nothing, scripts: Path | None = None) -> None:
    """Run the migrations that a project lacks, all of them or none.

    Those of `scripts` where given.
    """
    from alembic import command  # noqa: PLC0415  # takes longer to load than a project to open
    from alembic.config import Config  # noqa: PLC0415

    watch(Message("“{name}” was made by an older Pometka: it is copied…", {"name": path.name}))
    copy = backup(path, reason=Reason.UPDATE)
    watch(Message("“{name}” was made by an older Pometka: it is brought up to date…", {"name": path.name}))
    config = Config()
    config.set_main_option("script_location", str(scripts or _MIGRATIONS))
    engine = _make_engine(path)
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


def _make_engine(path: Path) -> Engine:
    """Return an engine over one writing connection: Alembic speaks to nothing less."""
    from sqlalchemy import create_engine, event  # noqa: PLC0415  # as above
    from sqlalchemy.pool import NullPool  # noqa: PLC0415

    # Without foreign keys: a table made anew would take its dependents with it.
    engine = create_engine("sqlite://", creator=lambda: writer(path, foreign_keys=False), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
