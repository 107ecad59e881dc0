"""Connect the session's signals to widgets, for as long as the widget lives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from psygnal import SignalInstance
from PySide6.QtCore import QObject


def follow(owner: QObject, signal: SignalInstance, slot: Callable[..., Any]) -> None:
    """Call `slot` at each `signal` until `owner` is destroyed: a plain Python signal does not know Qt's lifetimes."""
    signal.connect(slot)

    def part() -> None:
        signal.disconnect(slot, missing_ok=True)

    owner.destroyed.connect(part)
