"""A search that runs in a thread of its own, so that no key waits for it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.service.concordance.hits import Portion

if TYPE_CHECKING:
    from app.store import Project

_WORK_S, _PAUSE_S = 0.002, 0.0002
"""The thread rests after so much work: a window that wants to go on need not wait for its turn."""

_MAX_END_S = 10.0


class HitStream:
    """Runs a search over a project, and gives what it has found so far.

    It ends with its project. Call from one thread.
    """

    def __init__(self, project: Project, portions: Iterator[Portion]) -> None:
        self._portions = portions
        self._found: queue.SimpleQueue[Portion] = queue.SimpleQueue()
        self._is_cancelled = threading.Event()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._search, name="search for hits", daemon=True)
        self._closing = project.closing
        self._closing.connect(self.end)
        self._thread.start()

    @property
    def is_ended(self) -> bool:
        """Whether all that was found has been given out."""
        return not self._thread.is_alive() and self._found.empty()

    def poll(self) -> list[Portion]:
        """Return what has been found since the last time.

        Raise what ended the search, if anything did.
        """
        found: list[Portion] = []
        while not self._found.empty():
            found.append(self._found.get_nowait())
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        return found

    def cancel(self) -> None:
        """Stop soon: nobody asks for more."""
        self._is_cancelled.set()

    def end(self) -> None:
        """Stop, and wait until the project is not read any more."""
        self.cancel()
        self._thread.join(_MAX_END_S)
        self._closing.disconnect(self.end, missing_ok=True)

    def _search(self) -> None:
        try:
            began = time.monotonic()
            for portion in self._portions:
                if self._is_cancelled.is_set():
                    return
                self._found.put(portion)
                if time.monotonic() - began > _WORK_S:
                    time.sleep(_PAUSE_S)
                    began = time.monotonic()
        except Exception as error:  # noqa: BLE001  # raised again in `poll`, where it is shown
            self._error = None if self._is_cancelled.is_set() else error
