"""How far long work is, and how fast it goes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


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


class Pace:
    """Measures how fast a task goes, from its start."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()

    def progress(self, done: int, total: int, text: str = "") -> JobProgress:
        """Return the progress with its rate and the time left."""
        elapsed = self._clock() - self._start
        rate = done / elapsed if elapsed > 0 else 0.0
        left = (total - done) / rate if rate > 0 and total else None
        return JobProgress(done, total, text, rate, left)
