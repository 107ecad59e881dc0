"""A spawned worker process, as its parent holds it."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import queue
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.reduction import ForkingPickler
from typing import Any

from app.service.jobs.workers.replies import Limits
from app.service.jobs.workers.worker_process import Call, ForgetFunctions, Function, Input, NewFunction, serve_requests

_log = logging.getLogger(__name__)

_MAX_END_S = 5.0
"""A process that was ended is gone within so long, or something holds it."""


class Worker:
    """One spawned process.

    `in_hand` are the indexes of the requests that it was given and has not ended. `was_idle` says that it has not
    answered since it was taken from the idle ones.

    A thread sends: a process that stands still does not empty its pipe, and the parent must not wait.
    """

    def __init__(self, limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        arguments = (theirs, limits.memory_bytes)
        self._process = context.Process(target=serve_requests, args=arguments, daemon=True, name="pometka-worker")
        self._process.start()
        # The parent must not hold the worker's end, or it would never see the pipe close when the worker dies.
        theirs.close()
        self.in_hand: list[int] = []
        self.limits = limits
        self.is_waiting_for_input = False
        self.was_idle = False
        self._functions: list[Function] = []
        self._last_sign = time.monotonic()
        self._pipe_closed_at: float | None = None
        self._outbox: queue.SimpleQueue[memoryview | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._send_outbox, name="sender of requests", daemon=True)
        self._sender.start()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.is_alive()

    @property
    def is_silent(self) -> bool:
        """Whether it has given no sign of life for too long."""
        silence_s = self.limits.silence_s
        if silence_s is None or not self.in_hand or self.is_waiting_for_input or self.connection.poll():
            return False
        return time.monotonic() - self._last_sign > silence_s

    def note_sign_of_life(self) -> None:
        """Count the silence from now on."""
        self._last_sign = time.monotonic()

    def send_request(self, index: int, function: Function, argument: Any, *, draws_inputs: bool) -> None:
        """Send a request.

        A worker that is gone is noticed when its pipe is read. A function is sent once, so what it loads it keeps.
        """
        if not self.in_hand:
            self.note_sign_of_life()
        self.in_hand.append(index)
        number = self._number_function(function)
        self._queue_command(Call(index, number, argument, draws_inputs))

    def send_input(self, value: Any) -> None:
        """Send the next input of the request that waits for it."""
        self.is_waiting_for_input = False
        self.note_sign_of_life()
        self._queue_command(Input(value))

    def forget_functions(self) -> None:
        """Let the process drop the functions that it was sent."""
        self._functions.clear()
        self._queue_command(ForgetFunctions())

    def end(self, clean_up: Callable[[int], object] | None = None) -> None:
        """End the process at once, without waiting for it.

        A busy machine may take seconds. A thread waits, and gives the process id to `clean_up` when it is gone.
        """
        self._process.kill()
        self._outbox.put(None)
        # Not a daemon: before the program ends, what the process left is removed.
        threading.Thread(target=self._await_end, args=(clean_up,), name="end of a worker").start()

    def has_exited(self, wait_s: float) -> bool:
        """Say whether the process is gone whose pipe is closed.

        It waits at most so long. A process that takes too long counts as gone.
        """
        if self._pipe_closed_at is None:
            self._pipe_closed_at = time.monotonic()
        self._process.join(wait_s)
        return not self.is_alive or time.monotonic() - self._pipe_closed_at > _MAX_END_S

    @property
    def exit_code(self) -> int | None:
        """The exit code, negative for a signal; None before the end."""
        return self._process.exitcode

    def _await_end(self, clean_up: Callable[[int], object] | None) -> None:
        """Wait for the process to end, and close its pipe."""
        pid = self.pid
        assert pid is not None, "it was started"
        if not wait([self._process.sentinel], _MAX_END_S):
            _log.warning("The worker process %s has not ended within %s seconds.", pid, _MAX_END_S)
            return
        self._process.join()
        self._sender.join()
        self.connection.close()
        if clean_up is not None:
            clean_up(pid)

    def _number_function(self, function: Function) -> int:
        for number, known in enumerate(self._functions):
            if known is function:
                return number
        self._functions.append(function)
        number = len(self._functions) - 1
        self._queue_command(NewFunction(number, function))
        return number

    def _queue_command(self, command: Any) -> None:
        """Queue a command, pickled here.

        So an error in it is raised where it was given.
        """
        self._outbox.put(ForkingPickler.dumps(command))

    def _send_outbox(self) -> None:
        """Send what is queued; without the process, end."""
        with contextlib.suppress(OSError):
            while (command := self._outbox.get()) is not None:
                self.connection.send_bytes(command)
