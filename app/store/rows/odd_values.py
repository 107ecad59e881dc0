"""Values that no project holds, and the error that names their row."""

from __future__ import annotations

from app.core.message import Message

MAX_ID = 2**31 - 1
"""No row has a higher id: Qt's signals hold no more."""
MAX_OFFSET = 2**31 - 1

ODD_VALUE_ERRORS = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What is raised over a value that is not of its kind."""


class UnexpectedValueError(Exception):
    """A stored row is missing or has a value that cannot be.

    `reason` says which.
    """

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def unexpected_row(table: str, number: object) -> UnexpectedValueError:
    """Return the error for a row with a value that cannot be."""
    return UnexpectedValueError(Message("row {row} of “{table}” is damaged", {"row": str(number), "table": table}))
