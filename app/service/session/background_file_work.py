"""Work on a project file in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from app.core.message import Message
from app.store.files.watching import CancelledError, Watch

T = TypeVar("T")
_UNTOUCHED = Message("Until all of it is done, the file stays as it was.")


def _do_nothing(_: object) -> None:
    """Leave it at that."""


class BackgroundFileWork(Watch, Generic[T]):
    """Works on a project file beside the window.

    So one is checked, brought up to date, restored or saved as another. `part` says what is done now, and `share` how
    much of it.
    """

    def __init__(
        self,
        title: Message,
        work: Callable[[Watch], T],
        go_on: Callable[[T | None], object] = _do_nothing,
        promise: Message = _UNTOUCHED,
    ) -> None:
        """Hold some work.

        `go_on` follows it where `finish` is called: it gets what the work returned, None where it failed or was
        cancelled. `promise` says what a cancel leaves.
        """
        self.title, self._work, self._go_on, self.promise = title, work, go_on, promise
        self.part: Message | None = None
        self.share = 0.0
        self._is_cancelled = threading.Event()
        self._result: T | None = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=f"{title}")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; the file is as it was then."""
        self._is_cancelled.set()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled.is_set()

    def finish(self) -> bool:
        """Do what follows the work, and return whether it was done.

        It was not where a cancel left the file as it was. Raise what kept it from that.
        """
        self._thread.join()
        self._go_on(self._result)
        if self._error is not None and not isinstance(self._error, CancelledError):
            raise self._error
        return self._error is None

    def begin_part(self, part: Message) -> None:
        self.part, self.share = part, 0.0

    def advance(self, share: float) -> None:
        self.share = share

    def _run(self) -> None:
        try:
            self._result = self._work(self)
        except Exception as error:  # noqa: BLE001  # raised again in `finish`, where it is shown
            self._error = error
