"""Make a project file ready to be opened.

It is locked, checked and brought up to date.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.core.files.unwritable import explain_unwritable_project
from app.core.message import Message, UserError
from app.store.files.creating import refuse_missing_folder
from app.store.files.locking import Lock
from app.store.files.opening import inspect_project, is_as_we_leave_it, refuse_damaged, refuse_work_of_another_name
from app.store.files.upgrading import upgrade
from app.store.files.watching import Watch
from app.store.schema.definition import REVISIONS

_BEFORE_HISTORY = "0003"
"""Migrations to this revision and earlier ones read each step; later ones leave rows and steps to SQLite."""
_OLDER = Message("“{name}” was made by an older Pometka: it is checked…")
_FOREIGN = Message("“{name}” was written by another program: it is checked…")


def takes_long_to_prepare(path: Path, *, read_only: bool = False) -> bool:
    """Say whether opening a project first checks all of it.

    One that cannot be opened does not: opening tells why at once.
    """
    try:
        return inspect_project(path) != REVISIONS[-1] or not (read_only or is_as_we_leave_it(path))
    except UserError:
        return False


def prepare_for_reading(path: Path, watch: Watch) -> None:
    """Raise UserError for a project that cannot be read as it is.

    It is damaged, foreign, newer or older.
    """
    if inspect_project(path) != REVISIONS[-1]:
        watch.begin_part(Message(_OLDER.template, {"name": path.name}))
        refuse_damaged(path, watch, thorough=False)  # to bring it up to date would not help
        raise UserError(
            "“{name}” was made by an older Pometka.",
            hint="Open it in the window, or run “pometka upgrade”: it is brought up to date, and a copy is kept.",
            name=path.name,
        )


def prepare_for_writing(path: Path, watch: Watch) -> None:
    """Bring a locked project up to date.

    Raise UserError where it is damaged, foreign or newer. `watch` is told what takes long, and can cancel it.
    """
    refuse_work_of_another_name(path)
    revision = inspect_project(path)
    is_old = revision != REVISIONS[-1]
    if is_old or not is_as_we_leave_it(path):
        watch.begin_part(Message((_OLDER if is_old else _FOREIGN).template, {"name": path.name}))
        refuse_damaged(path, watch, thorough=revision < _BEFORE_HISTORY)
    if is_old:
        upgrade(path, watch)
        inspect_project(path)


def lock_project(path: Path) -> Lock:
    """Lock a project for writing.

    Raise UserError where it or its folder cannot be written to.
    """
    refuse_missing_folder(path)
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return Lock(path)
    except OSError as fault:
        raise explain_unwritable_project(path, fault) from fault
