"""Prepare a project for opening in a thread."""

from __future__ import annotations

import threading
from pathlib import Path

from app.core.message import Message
from app.store.files.watching import OpeningCancelledError, Watch


class BackgroundPreparation(Watch):
    """Checks a project and brings it up to date beside the window.

    It is closed again then, and opens at once. `part` says what is done now, and `share` how much of it.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path, self.read_only = path, read_only
        self.part: Message | None = None
        self.share = 0.0
        self._is_cancelled = threading.Event()
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._prepare, name=f"opening of {path.name}")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; the project is as it was then."""
        self._is_cancelled.set()

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled.is_set()

    def finish(self) -> bool:
        """Return whether the project is up to date.

        It is not where a cancel left it as it was. Raise what keeps it from that.
        """
        self._thread.join()
        if self._error is not None and not isinstance(self._error, OpeningCancelledError):
            raise self._error
        return self._error is None

    def begin_part(self, part: Message) -> None:
        self.part, self.share = part, 0.0

    def advance(self, share: float) -> None:
        self.share = share

    def _prepare(self) -> None:
        from app.store import Project  # noqa: PLC0415  # loaded when the window has been painted

        try:
            Project.open(self.path, read_only=self.read_only, watch=self).close()
        except Exception as error:  # noqa: BLE001  # raised again in `finish`, where it is shown
            self._error = error
