"""Worker processes that run requests.

Values stream back as they are ready, and all can be cancelled at any moment.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from app.core.message import Message
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.replies import Alive, Ended, Failure, FailureKind, InputWanted, Limits, Reply
from app.service.jobs.workers.worker import Worker
from app.service.jobs.workers.worker_process import Function

UNLIMITED = Limits()

_log = logging.getLogger(__name__)

_MAX_IN_HAND = 4
"""How many requests a worker is given at a time: enough to be busy until it is looked at again."""
_MAX_REPLIES = 64
"""How many replies one look takes in, so that a window stays quick."""
_MAX_DEATHS = 3
"""After so many workers in a row that died without a reply there is no use in starting another."""
_POLL_S = 0.1
_MAX_ABSENCE_S = 5.0
"""Who has not looked for so long was paused, stopped or asleep: the workers had nobody to give a sign to."""
_TRY_AGAIN = Message("The other files were processed; try this one again.")


@dataclass(frozen=True, slots=True)
class _Request:
    function: Function
    argument: Any
    draws_inputs: bool


class Pool:
    """Workers that run requests in the order given.

    Replies come as they are ready. A request is a function, which goes to the process by its name or as a picklable
    object, and one argument. Workers start with the first request, or come from the `idle` ones and return to them. A
    worker that dies, or gives no sign of life for too long, costs the request that it ran, and is replaced. The end
    of a worker is not waited for: `clean_up` gets its process id once it is gone, in a thread.
    """

    def __init__(
        self,
        workers: int = 1,
        limits: Limits = UNLIMITED,
        idle: IdleWorkers | None = None,
        clean_up: Callable[[int], object] | None = None,
    ) -> None:
        self._limits = limits
        self._max_workers = max(1, workers)
        self._idle = idle
        self._clean_up = clean_up
        self._workers: list[Worker] = []
        self._requests: dict[int, _Request] = {}
        self._waiting: deque[int] = deque()
        self._next_index = 0
        self._deaths = 0
        self._last_look = time.monotonic()

    @property
    def outstanding(self) -> int:
        """How many requests have not ended."""
        return len(self._requests)

    @property
    def room(self) -> int:
        """How many more requests keep the workers busy without piling up."""
        return max(0, self._max_workers * _MAX_IN_HAND - len(self._requests))

    @property
    def connections(self) -> list[Connection]:
        """The pipes that replies come through."""
        return [worker.connection for worker in self._workers]

    @property
    def pids(self) -> list[int]:
        """The process ids of the workers."""
        return [worker.pid for worker in self._workers if worker.pid is not None]

    def submit(self, function: Function, argument: Any, *, draws_inputs: bool = False) -> int:
        """Hand in a request; return its index, which its replies bear.

        One that `draws_inputs` is called with an iterator too; its `InputWanted` replies are answered by `send_input`.
        """
        index = self._next_index
        self._next_index += 1
        self._requests[index] = _Request(function, argument, draws_inputs)
        self._waiting.append(index)
        self._assign_requests()
        return index

    def send_input(self, index: int, value: Any) -> None:
        """Send the input that a request wants.

        `END_OF_INPUTS` says that there are no more.
        """
        for worker in self._workers:
            if worker.in_hand[:1] == [index]:
                worker.send_input(value)

    def poll(self, wait_s: float = 0.0, max_replies: int = _MAX_REPLIES) -> list[Reply | Ended]:
        """Return the replies that have come.

        At most so many of each worker; it waits at most `wait_s` for the first.
        """
        self._forgive_absence()
        replies: list[Reply | Ended] = []
        ready = wait(self.connections, wait_s) if self._workers else []
        for worker in list(self._workers):
            if worker.connection in ready:
                replies += self._read_replies(worker, max_replies, wait_s)
            elif worker.is_silent:
                replies += self._end_silent_worker(worker)
        self._assign_requests()
        return replies

    def _forgive_absence(self) -> None:
        """Count no silence that nobody listened to."""
        now = time.monotonic()
        if now - self._last_look > _MAX_ABSENCE_S:
            for worker in self._workers:
                worker.note_sign_of_life()
        self._last_look = now

    def stream_replies(self) -> Iterator[Reply | Ended]:
        """Yield replies until all requests have ended, waiting for them.

        One reply of a worker is read at a time.
        """
        while self.outstanding:
            yield from self.poll(_POLL_S, max_replies=1)

    def cancel(self) -> None:
        """End the workers at once and forget what was handed in.

        Those without work may be kept as idle ones.
        """
        workers, self._workers = self._workers, []
        self._requests.clear()
        self._waiting.clear()
        for worker in workers:
            if self._idle is not None and not worker.in_hand and worker.is_alive:
                self._idle.keep(worker)
            else:
                worker.end(self._clean_up)

    def _assign_requests(self) -> None:
        while self._waiting:
            worker = self._find_free_worker()
            if worker is None:
                return
            index = self._waiting.popleft()
            request = self._requests[index]
            worker.send_request(index, request.function, request.argument, draws_inputs=request.draws_inputs)

    def _find_free_worker(self) -> Worker | None:
        """Return a worker for the next request, None where all are busy.

        An idle one, else a new one, else the one with the fewest requests.
        """
        free = [worker for worker in self._workers if len(worker.in_hand) < _MAX_IN_HAND]
        fewest = min(free, key=lambda worker: len(worker.in_hand), default=None)
        if (fewest is None or fewest.in_hand) and len(self._workers) < self._max_workers:
            fewest = (self._idle.pop(self._limits) if self._idle is not None else None) or Worker(self._limits)
            self._workers.append(fewest)
        return fewest

    def _read_replies(self, worker: Worker, max_replies: int, wait_s: float) -> list[Reply | Ended]:
        replies: list[Reply | Ended] = []
        try:
            while len(replies) < max_replies and worker.connection.poll():
                reply = self._note_reply(worker, worker.connection.recv())
                if isinstance(reply, Ended) or not isinstance(reply.value, Alive):
                    replies.append(reply)
        except (EOFError, OSError):
            if worker.has_exited(wait_s):  # else it is asked again: the exit code is told
                replies += self._replace_dead_worker(worker)
        return replies

    def _note_reply(self, worker: Worker, reply: Reply | Ended) -> Reply | Ended:
        self._deaths = 0
        worker.note_sign_of_life()
        worker.was_idle = False
        if isinstance(reply, Ended):
            worker.in_hand.remove(reply.index)
            self._requests.pop(reply.index)
            if reply.failure is not None and reply.failure.trace:
                _log.error("A request failed in a worker.\n%s", reply.failure.trace)
        elif isinstance(reply.value, InputWanted):
            worker.is_waiting_for_input = True
        return reply

    def _replace_dead_worker(self, worker: Worker) -> list[Reply | Ended]:
        """Blame a dead worker's running request, and move its others."""
        code = worker.exit_code
        self._deaths += 1
        lost = self._dismiss_worker(worker)
        if self._deaths >= _MAX_DEATHS:
            lost += self._waiting
            self._waiting.clear()
        _log.error("A worker process ended with code %s.", code)
        what = Message("the worker process ended (code {code}).", {"code": str(code)})
        return self._end_requests(lost, Failure(FailureKind.CRASH, what, _TRY_AGAIN))

    def _end_silent_worker(self, worker: Worker) -> list[Reply | Ended]:
        """End a silent worker, and blame the request that it ran."""
        _log.error("A worker process gave no sign of life for %s seconds.", self._limits.silence_s)
        silence = {"n": f"{self._limits.silence_s or 0:g}"}
        what = Message("it was stopped after {n} seconds without a result.", silence)
        return self._end_requests(self._dismiss_worker(worker), Failure(FailureKind.SILENT, what, _TRY_AGAIN))

    def _dismiss_worker(self, worker: Worker) -> list[int]:
        """End a worker, requeue its requests, and return the running one.

        One that was idle and has not answered since may have died before: then no request is to blame.
        """
        self._workers.remove(worker)
        worker.end(self._clean_up)
        blamed = 0 if worker.was_idle else 1
        self._waiting.extendleft(reversed(worker.in_hand[blamed:]))
        return worker.in_hand[:blamed]

    def _end_requests(self, lost: list[int], failure: Failure) -> list[Reply | Ended]:
        for index in lost:
            self._requests.pop(index)
        return [Ended(index, failure) for index in lost]
