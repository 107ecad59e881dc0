"""Connect the session's signals to widgets, while these live."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from psygnal import SignalInstance
from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.core.change import Change, Changed

REST_MS = 20
"""What is not the article follows so long after the last move, so that navigation never waits for it."""
LONGEST_MS = 500
"""So long what follows signals waits for a rest between them."""


def soon(owner: QObject, act: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that does `act` after the last of several signals.

    Or now and then, where signals never rest.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(REST_MS)
    timer.timeout.connect(act)
    waited = QElapsedTimer()

    def start(*_: object) -> None:
        if not timer.isActive():
            waited.start()
        elif waited.elapsed() > LONGEST_MS:  # an import lets nothing rest
            return
        timer.start()

    return start


def gathered(owner: QObject, act: Callable[[Changed], object]) -> Callable[[Changed], None]:
    """Return a slot that does `act` once with several signals' values.

    A moment after the last of them.
    """
    waiting: list[Change] = []

    def act_on_all() -> None:
        changes = tuple(waiting)
        waiting.clear()
        act(Changed(changes))

    start = soon(owner, act_on_all)

    def gather(changed: Changed) -> None:
        waiting.extend(changed.changes)
        start()

    return gather


def follow(owner: QObject, signal: SignalInstance, slot: Callable[..., Any]) -> None:
    """Call `slot` at each `signal` until `owner` is destroyed.

    A plain Python signal does not know Qt's lifetimes.
    """
    signal.connect(slot)

    def part() -> None:
        signal.disconnect(slot, missing_ok=True)

    owner.destroyed.connect(part)
