"""Follow and cancel long work on a project file."""

from __future__ import annotations

from app.core.message import Message


class CancelledError(Exception):
    """Work on a project file was cancelled: it is as it was."""


class Watch:
    """Follows long work on a project file.

    This one lets nobody look on. All is called by the thread that works.
    """

    def begin_part(self, part: Message) -> None:
        """Learn what is done now, before it begins."""

    def advance(self, share: float) -> None:
        """Learn how much of the part is done, from 0 to 1."""

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody waits for it any more."""
        return False

    def refuse_cancelled(self) -> None:
        """Raise CancelledError where it was cancelled."""
        if self.is_cancelled:
            raise CancelledError
