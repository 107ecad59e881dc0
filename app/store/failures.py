"""Why a step could not be saved, in words.

The cause is the disk, another program, damage, or the step itself.
"""

from __future__ import annotations

import sqlite3

from app.core.files.fault_reasons import explain_fault
from app.core.message import Message, NotSavedError, RefusedStepError

_OF_THE_STEP = (
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.DataError,
    sqlite3.ProgrammingError,
    ValueError,  # unencodable text is one
    OverflowError,
    TypeError,
)
"""What the values of a step bring about: it fails again and again, whatever the disk is like."""


_MOVED = Message("“{name}” was moved, replaced or deleted.")
_PUT_BACK = Message("Put it back and try again, or save the project as another file.")
_CHANGED = Message("“{name}” was changed by another program.")
_OPEN_COPY = Message("Close the project, and open a copy of it: what is in the file now is not your work.")


class MovedFileError(NotSavedError):
    """The path of an open project no longer leads to it."""

    def __init__(self, name: str) -> None:
        super().__init__(_MOVED.template, hint=_PUT_BACK.template, name=name)


class ForeignFileError(NotSavedError):
    """Tell that another program changed the file of an open project."""

    def __init__(self, name: str) -> None:
        super().__init__(_CHANGED.template, hint=_OPEN_COPY.template, name=name)


def explain_failure(name: str, title: Message, fault: Exception) -> NotSavedError:
    """Return the error that says why a step could not be saved."""
    if isinstance(fault, NotSavedError):
        return fault
    error = _explain_failure(name, title, fault)
    error.__cause__ = fault
    return error


def _explain_failure(name: str, title: Message, fault: Exception) -> NotSavedError:
    if isinstance(fault, OSError | sqlite3.OperationalError | MemoryError):
        return NotSavedError(
            "“{name}” could not be saved: {reason}.",
            hint="Make room on the disk, or bring it back, and try again.",
            name=name,
            reason=explain_fault(fault),
        )
    if isinstance(fault, _OF_THE_STEP):
        return RefusedStepError(
            "“{title}” cannot be saved: {reason}.",
            hint="It is taken back; everything else is kept.",
            title=title,
            reason=explain_fault(fault),
        )
    return NotSavedError(
        "“{name}” could not be saved: {reason}.",
        hint="Save the project as another file.",
        name=name,
        reason=explain_fault(fault),
    )
