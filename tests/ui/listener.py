"""Somebody who listens.

What the program has sent to screen readers, in order.
"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent


class Listener:
    """Collect what is announced.

    It stands for a screen reader while `listening` is in force.
    """

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.events: list[QAccessible.Event] = []

    def take(self, event: QAccessibleEvent) -> None:
        """Hear an event."""
        self.events.append(event.type())
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.heard.append(event.message())

    def news(self) -> list[str]:
        """Return what was announced since this was last asked."""
        heard, self.heard = self.heard, []
        return heard


def listening(monkeypatch: pytest.MonkeyPatch) -> Listener:
    """Let somebody listen."""
    listener = Listener()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", listener.take)
    return listener
