"""Jobs: work in other processes, with progress and cancel. Items go in, plain values come out as they are ready."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from app.core.message import Message
from app.service.jobs.worker import Alive, Ended, Fault, Handler, Limits, Reply, Worker

__all__ = ["Alive", "Ended", "Fault", "JobProgress", "Limits", "Pace", "Pool", "Reply"]

UNLIMITED = Limits()

_log = logging.getLogger(__name__)

_AHEAD = 4
"""How many items a worker is given at a time: enough to be busy until it is looked at again."""
_MOST_REPLIES = 64
"""How many replies one look takes in, so that a window stays quick."""
_MOST_DEATHS = 3
"""After so many workers in a row that died without a reply there is no use in starting another."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """How far a job is. `total` is 0, and `seconds_left` None, while that is not known."""

    done: int = 0
    total: int = 0
    text: str = ""
    per_second: float = 0.0
    seconds_left: float | None = None


class Pace:
    """Measures how fast a job goes, from its start."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()

    def progress(self, done: int, total: int, text: str = "") -> JobProgress:
        """Return the progress with its rate and the time left at that rate."""
        elapsed = self._clock() - self._start
        rate = done / elapsed if elapsed > 0 else 0.0
        left = (total - done) / rate if rate > 0 and total else None
        return JobProgress(done, total, text, rate, left)


class Pool:
    """Workers that one handler runs in. Items are worked on in the order given; replies come as they are ready.

    Workers start with the first item. One that dies, or gives no sign of life for too long, costs the item that it was
    at, and is replaced.
    """

    def __init__(self, handler: Handler, workers: int = 1, limits: Limits = UNLIMITED) -> None:
        self._handler = handler
        self._limits = limits
        self._size = max(1, workers)
        self._workers: list[Worker] = []
        self._items: dict[int, Any] = {}
        self._waiting: deque[int] = deque()
        self._next = 0
        self._deaths = 0

    @property
    def outstanding(self) -> int:
        """How many items have not ended."""
        return len(self._items)

    @property
    def room(self) -> int:
        """How many more items keep the workers busy without piling up."""
        return max(0, self._size * _AHEAD - len(self._items))

    @property
    def connections(self) -> list[Connection]:
        """What the workers are heard by."""
        return [worker.connection for worker in self._workers]

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    def submit(self, item: Any) -> int:
        """Hand in an item; return its index, which its replies bear."""
        index = self._next
        self._next += 1
        self._items[index] = item
        self._waiting.append(index)
        self._feed()
        return index

    def poll(self, wait_s: float = 0.0, most: int = _MOST_REPLIES) -> list[Reply | Ended]:
        """Return what has come, at most so many replies of each worker, waiting at most `wait_s` for the first."""
        came: list[Reply | Ended] = []
        ready = wait(self.connections, wait_s) if self._workers else []
        for worker in list(self._workers):
            if worker.connection in ready:
                came += self._read(worker, most)
            elif worker.is_silent:
                came += self._end_silent(worker)
        self._feed()
        return came

    def cancel(self) -> None:
        """End all workers at once and forget what was handed in."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._items.clear()
        self._waiting.clear()

    def _feed(self) -> None:
        while self._waiting:
            free = [worker for worker in self._workers if len(worker.in_hand) < _AHEAD]
            idle = [worker for worker in free if not worker.in_hand]
            if not idle and len(self._workers) < self._size:
                idle = [Worker(self._handler, self._limits)]
                self._workers += idle
            if not free and not idle:
                return
            index = self._waiting.popleft()
            chosen = idle[0] if idle else min(free, key=lambda worker: len(worker.in_hand))
            chosen.give(index, self._items[index])

    def _read(self, worker: Worker, most: int) -> list[Reply | Ended]:
        came: list[Reply | Ended] = []
        try:
            while len(came) < most and worker.connection.poll():
                reply = self._noted(worker, worker.connection.recv())
                if isinstance(reply, Ended) or not isinstance(reply.value, Alive):
                    came.append(reply)
        except (EOFError, OSError):
            came += self._bury(worker)
        return came

    def _noted(self, worker: Worker, reply: Reply | Ended) -> Reply | Ended:
        self._deaths = 0
        worker.note_life()
        if isinstance(reply, Ended):
            worker.in_hand.remove(reply.index)
            self._items.pop(reply.index)
            if reply.fault is not None and reply.fault.trace:
                _log.error("A job's item failed.\n%s", reply.fault.trace)
        return reply

    def _bury(self, worker: Worker) -> list[Reply | Ended]:
        """Blame the item that a dead worker was at, and hand its others to the next worker."""
        code = worker.exit_code()
        self._deaths += 1
        lost = self._dismiss(worker)
        if self._deaths >= _MOST_DEATHS:
            lost += self._waiting
            self._waiting.clear()
        _log.error("A worker process ended with code %s.", code)
        return self._ended(lost, Message("the worker process ended (code {code}).", {"code": str(code)}))

    def _end_silent(self, worker: Worker) -> list[Reply | Ended]:
        """End a worker that stands still, and blame the item that it was at."""
        _log.error("A worker process gave no sign of life for %s seconds.", self._limits.silence_s)
        silence = {"n": f"{self._limits.silence_s or 0:g}"}
        return self._ended(self._dismiss(worker), Message("nothing came of it for {n} seconds.", silence))

    def _dismiss(self, worker: Worker) -> list[int]:
        """End a worker and hand its items to the next one, but for the one that it was at, which is returned."""
        worker.end()
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.in_hand[1:]))
        return worker.in_hand[:1]

    def _ended(self, lost: list[int], what: Message) -> list[Reply | Ended]:
        for index in lost:
            self._items.pop(index)
        return [Ended(index, Fault(what, Message("The rest went on; try this one again."))) for index in lost]
