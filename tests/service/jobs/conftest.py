"""Time as the workers of a test see it."""

from __future__ import annotations

import time

import pytest


class WorkerTime:
    """The real time, or a later one at each look.

    So a worker is silent for a minute at once, and a machine that stands still for a moment makes none silent.
    """

    def __init__(self) -> None:
        self.between_looks_s = 0.0
        self._ahead_s = 0.0

    def monotonic(self) -> float:
        self._ahead_s += self.between_looks_s
        return time.monotonic() + self._ahead_s


@pytest.fixture
def worker_time(monkeypatch: pytest.MonkeyPatch) -> WorkerTime:
    """Give workers a time that a test can let pass."""
    made = WorkerTime()
    monkeypatch.setattr("app.service.jobs.workers.worker.time", made)
    return made
