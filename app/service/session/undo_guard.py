"""Undo stops before a large step and asks for another press.

It says what that press takes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.message import Message

if TYPE_CHECKING:
    from app.store import Reach


class UndoGuard:
    """Hold a large step back until undo is pressed twice.

    With nothing else in between.
    """

    def __init__(self) -> None:
        self._armed: int | None = None

    def holds_back(self, reach: Reach) -> bool:
        """Say whether this undo has to be asked for once more."""
        is_held = reach.is_large and reach.step != self._armed
        self._armed = reach.step if is_held else None
        return is_held

    def disarm(self, *_: object) -> None:
        """Forget what was asked for: something else has happened."""
        self._armed = None


def warn_before_undo(reach: Reach) -> Message:
    """Return the message when a large step is held back."""
    articles = Message("{n} articles", {"n": str(reach.articles)})
    annotations = Message("{n} annotations", {"n": str(reach.annotations)})
    args: dict[str, str | Message] = {"what": reach.title, "articles": articles, "annotations": annotations}
    return Message("The next undo takes back: {what} ({articles}, {annotations}). Press again to do it.", args)
