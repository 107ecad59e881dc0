"""Follow and cancel what opening a project takes."""

from __future__ import annotations

from app.core.message import Message


class OpeningCancelledError(Exception):
    """Opening a project was cancelled: the file is as it was."""


class Watch:
    """Follows how a project is opened; this one lets nobody look on.

    All is called by the thread that opens.
    """

    def begin_part(self, part: Message) -> None:
        """Learn what is done now, before it begins."""

    def advance(self, share: float) -> None:
        """Learn how much of the part is done, from 0 to 1."""

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for the project any more."""
        return False

    def refuse_cancelled(self) -> None:
        """Raise OpeningCancelledError where it was cancelled."""
        if self.is_cancelled:
            raise OpeningCancelledError
