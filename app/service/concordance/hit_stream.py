"""Read in a separate thread, so that no key waits."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

from app.service.concordance.hits import Portion

if TYPE_CHECKING:
    from app.store import Project

_WORK_S, _PAUSE_S = 0.002, 0.0002
"""The thread rests after so much work: a window that wants to go on need not wait for its turn."""

_MAX_END_S = 10.0

T = TypeVar("T")


def _interrupt_nothing() -> None:
    """Let what is being read come to its end."""


class ReadingStream(Generic[T]):
    """Reads from a project, and gives what it has read so far.

    It ends with its project. `interrupt` ends what takes long. Call from one thread.
    """

    def __init__(
        self, project: Project, portions: Iterator[T], interrupt: Callable[[], object] = _interrupt_nothing
    ) -> None:
        self._portions, self._interrupt = portions, interrupt
        self._found: queue.SimpleQueue[T] = queue.SimpleQueue()
        self._is_cancelled = threading.Event()
        self._may_read = threading.Event()
        self._may_read.set()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._search, name="search for hits", daemon=True)
        self._closing = project.closing
        self._closing.connect(self.end)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether something is still being read."""
        return self._thread.is_alive()

    @property
    def is_ended(self) -> bool:
        """Whether all that was found has been given out."""
        return not self._thread.is_alive() and self._found.empty()

    def poll(self) -> list[T]:
        """Return what has been found since the last time.

        Raise what ended the search, if anything did.
        """
        found: list[T] = []
        while not self._found.empty():
            found.append(self._found.get_nowait())
        if self._error is not None:
            error, self._error = self._error, None
            raise error
        return found

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nothing be read within the block, but for what is begun.

        The block's thread has Python to itself: each call into Qt gives the turn away, and to get it back takes long
        where the other thread computes.
        """
        self._may_read.clear()
        try:
            yield
        finally:
            self._may_read.set()

    def cancel(self) -> None:
        """Stop soon: nobody asks for more. `end` is still to be called."""
        self._is_cancelled.set()
        self._may_read.set()
        self._interrupt()

    def end(self) -> None:
        """Stop, and wait until the project is not read any more."""
        self.cancel()
        self._thread.join(_MAX_END_S)
        self._closing.disconnect(self.end, missing_ok=True)

    def _search(self) -> None:
        portions, self._portions = self._portions, iter(())  # what they read from is closed in this thread
        try:
            began = time.monotonic()
            for portion in portions:
                if self._is_cancelled.is_set():
                    return
                self._found.put(portion)
                self._may_read.wait()
                if time.monotonic() - began > _WORK_S:
                    time.sleep(_PAUSE_S)
                    began = time.monotonic()
        except Exception as error:  # noqa: BLE001  # raised again in `poll`, where it is shown
            self._error = None if self._is_cancelled.is_set() else error


class HitStream(ReadingStream[Portion]):
    """Runs a search for hits over a project."""
