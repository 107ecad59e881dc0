"""Say that something cannot be written, where, and why."""

from __future__ import annotations

from pathlib import Path

from app.core.files.system_errors import explain_system_error
from app.core.message import Message, UnwritableError, UserError

_WHAT = Message("“{name}” in “{folder}” cannot be written: {reason}.").template


def explain_unwritable_file(path: Path, fault: OSError) -> UserError:
    """Return the error about a file that the system refused to write."""
    return UserError(
        _WHAT,
        hint="Check that the folder is there, that you may write into it and that the disk is not full.",
        **_name_place(path, fault),
    )


def explain_unwritable_project(path: Path, fault: OSError) -> UnwritableError:
    """Return the error about a project that can only be read."""
    return UnwritableError(
        _WHAT, hint="Open it for reading only, or copy it to a folder of your own.", **_name_place(path, fault)
    )


def _name_place(path: Path, fault: OSError) -> dict[str, object]:
    return {"name": path.name, "folder": path.parent, "reason": explain_system_error(fault)}
