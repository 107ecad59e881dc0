"""Workers without work, kept for a while with what they have loaded."""

from __future__ import annotations

import threading

from app.service.jobs.workers.replies import Limits
from app.service.jobs.workers.worker import Worker

IDLE_S = 180.0
"""The models of the tagger take one to two seconds to load and some 350 MB, so they stay only between near tasks."""


class IdleWorkers:
    """Keep workers between tasks, and end those long idle.

    Call from any thread.
    """

    def __init__(self, idle_s: float = IDLE_S) -> None:
        self._idle_s = idle_s
        self._lock = threading.Lock()
        self._workers: list[Worker] = []
        self._timer: threading.Timer | None = None
        self._is_closed = False

    def pop(self, limits: Limits) -> Worker | None:
        """Return a worker with these limits, None where none is idle."""
        with self._lock:
            for worker in [one for one in self._workers if one.limits == limits]:
                self._workers.remove(worker)
                if worker.is_alive:
                    worker.was_idle = True
                    return worker
                worker.end()
        return None

    def keep(self, worker: Worker) -> None:
        """Keep a worker that has no request in hand."""
        with self._lock:
            if self._is_closed:
                worker.end()
                return
            worker.forget_functions()
            self._workers.append(worker)
            self._restart_timer()

    def close(self) -> None:
        """End all of them, and those that come later."""
        with self._lock:
            self._is_closed = True
            if self._timer is not None:
                self._timer.cancel()
        self._end_workers()

    def _end_workers(self) -> None:
        with self._lock:
            workers, self._workers = self._workers, []
            for worker in workers:
                worker.end()

    def _restart_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._idle_s, self._end_workers)
        self._timer.name = "end of idle workers"
        self._timer.daemon = True
        self._timer.start()
