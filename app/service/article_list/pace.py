"""How fast articles are finished, and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import median

from app.core.change import Change
from app.core.model import Article, Progress
from app.core.rows.row import Row

_MAX_REMEMBERED = 20
"""The pace is that of so many articles."""


class Pace:
    """Notes when articles are finished.

    A long pause between two does not count, for the median is taken. `clock` gives seconds that only go forwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.finished = 0
        """How many articles were finished since the project was opened."""
        self._durations_s: list[float] = []
        self._last_s = clock()

    def restart(self) -> None:
        """Begin anew, with another project."""
        self.finished = 0
        self._durations_s.clear()
        self._last_s = self._clock()

    def note(self, *, finished: int) -> None:
        """Note that an article was changed.

        `finished` is 1 if it was finished, -1 if it was opened again, 0 for any other change.
        """
        if finished > 0:
            now = self._clock()
            self._durations_s.append(now - self._last_s)
            self._last_s = now
            self.finished += 1
        elif finished < 0 and self._durations_s:
            self._durations_s.pop()
            self.finished -= 1

    def note_changes(self, changes: Sequence[Change]) -> None:
        """Note where one article was finished, or opened again."""
        if len(changes) == 1 and changes[0].before is not None and changes[0].after is not None:
            self.note(finished=_is_done(changes[0].after) - _is_done(changes[0].before))

    @property
    def article_s(self) -> float | None:
        """Seconds that an article takes, None before the first one is finished."""
        return median(self._durations_s[-_MAX_REMEMBERED:]) if self._durations_s else None


def _is_done(row: Row) -> bool:
    return isinstance(row, Article) and row.progress is Progress.DONE
