"""How far long work is, and how fast it goes."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

_WINDOW_S, _LOOK_S = 30.0, 1.0
"""The pace is that of so many seconds, looked at so often."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a task is.

    `total` is 0, and `seconds_left` None, while that is not known.
    """

    done: int = 0
    total: int = 0
    text: str = ""
    per_second: float = 0.0
    seconds_left: float | None = None


class WorkClock:
    """A clock that stands still while work is paused, in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left_out = 0.0
        self._paused_at: float | None = None

    def __call__(self) -> float:
        now = self._clock() if self._paused_at is None else self._paused_at
        return now - self._left_out

    @property
    def is_paused(self) -> bool:
        return self._paused_at is not None

    def pause(self) -> None:
        """Stand still."""
        if self._paused_at is None:
            self._paused_at = self._clock()

    def resume(self) -> None:
        """Go on."""
        if self._paused_at is not None:
            self._left_out += self._clock() - self._paused_at
            self._paused_at = None


class Pace:
    """Measures how fast a task goes, over its last half minute.

    What passed at once, because it was there already, does not promise more than that.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looks: deque[tuple[float, int]] = deque([(clock(), 0)])

    def progress(self, done: int, total: int, text: str = "") -> JobProgress:
        """Return the progress with its rate and the time left."""
        now = self._clock()
        while len(self._looks) > 1 and now - self._looks[1][0] >= _WINDOW_S:
            self._looks.popleft()
        start, before = self._looks[0]
        if now - self._looks[-1][0] >= _LOOK_S:
            self._looks.append((now, done))
        rate = (done - before) / (now - start) if now > start else 0.0
        left = (total - done) / rate if rate > 0 and total else None
        return JobProgress(done, total, text, rate, left)
