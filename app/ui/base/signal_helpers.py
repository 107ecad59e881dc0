"""Connect the session's signals to widgets, while these live."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

from psygnal import SignalInstance
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

from app.core.change import Changed

REST_MS = 20
"""What is not the article follows so long after the last move, so that navigation never waits for it."""
TURN_MS = 5
"""Between the turns of what follows, so that a key never waits for more than one of them."""
LAST_MS = REST_MS + 4 * TURN_MS
"""What follows in the last turn waits so long."""
LONGEST_MS = 1_000
"""So long what follows signals waits for a rest between them."""


def soon(owner: QObject, act: Callable[[], object], turn: int = 0) -> Callable[..., None]:
    """Return a slot that does `act` after the last of several signals.

    Or now and then, where signals never rest. Panels that take long each have a `turn` of their own, from 0 to 4.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(REST_MS + turn * TURN_MS)
    timer.timeout.connect(act)
    waited = QElapsedTimer()

    def start(*_: object) -> None:
        if not timer.isActive():
            waited.start()
        elif waited.elapsed() > LONGEST_MS:  # an import lets nothing rest
            return
        timer.start()

    return start


def gathered(owner: QObject, act: Callable[[Changed], object], turn: int = 0) -> Callable[[Changed], None]:
    """Return a slot that does `act` once with several signals' values.

    A moment after the last of them, in a turn as in `soon`.
    """
    waiting: list[Changed] = []

    def act_on_all() -> None:
        changed = tuple(waiting)
        waiting.clear()
        act(changed[0] if len(changed) == 1 else Changed(tuple(chain.from_iterable(one.changes for one in changed))))

    start = soon(owner, act_on_all, turn)

    def gather(changed: Changed) -> None:
        waiting.append(changed)
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
