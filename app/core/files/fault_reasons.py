"""Explain why a file or database could not be used.

The explanation is a message that can be translated; SQLite itself speaks English.
"""

from __future__ import annotations

import sqlite3

from app.core.files.system_errors import explain_system_error
from app.core.message import Message

_OF_SQLITE = {
    "database or disk is full": Message("the disk is full"),
    "disk I/O error": Message("the disk reports an error"),
    "attempt to write a readonly database": Message("the disk or folder is read-only"),
    "unable to open database file": Message("it cannot be opened"),
    "database is locked": Message("another program holds it"),
    "database disk image is malformed": Message("its content is damaged"),
    "file is not a database": Message("it is not a database"),
    "FOREIGN KEY constraint failed": Message("it refers to something that is not there"),
    "interrupted": Message("it was interrupted"),
}
"""What SQLite says, and how it is said here."""


def explain_fault(fault: Exception) -> Message:
    """Return why a file or database could not be used."""
    if isinstance(fault, OSError):
        return explain_system_error(fault)
    if isinstance(fault, MemoryError):
        return Message("there is not enough memory")
    if isinstance(fault, sqlite3.Error):
        return _OF_SQLITE.get(str(fault)) or Message(str(fault))
    return Message(repr(fault))
