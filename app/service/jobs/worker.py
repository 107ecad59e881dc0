"""The other side of a job: what runs in a spawned process, and the handle that its parent holds.

A worker reads items from its pipe, calls its handler with each, and writes back what that yields. Everything that goes
through the pipe is a plain value.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from app.core.message import Message, UserError

Handler = Callable[[Any], Iterable[Any]]
"""Picklable; made in the parent, called in the worker, where it may load what it likes on its first item."""

_ENDED_S = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost: seconds without a sign of life, and bytes of memory where the system can hold to that.

    Each value that an item gives is a sign of life, so that a long item that goes on is never cut.
    """

    silence_s: float | None = None
    memory_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Alive:
    """What a handler yields to say that a long item goes on; it is no result."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item has no result: what happened, what to do next, and the traceback of a bug for the log.

    `names_it` says that the words name the item already.
    """

    what: Message
    hint: Message = Message("")  # noqa: RUF009  # a frozen value
    trace: str = ""
    names_it: bool = False

    def about(self, name: str) -> Message:
        """Return the fault as one sentence about a thing."""
        words: dict[str, str | Message] = {"name": name, "what": self.what, "hint": self.hint}
        if self.names_it:
            return Message("{what} {hint}", words)
        return Message("“{name}”: {what} {hint}", words)


@dataclass(frozen=True, slots=True)
class Reply:
    """One value that an item of that index gave."""

    index: int
    value: Any


@dataclass(frozen=True, slots=True)
class Ended:
    """The item of that index is through; `fault` says what went wrong, if anything did."""

    index: int
    fault: Fault | None = None


class Worker:
    """One spawned process. `in_hand` are the indexes of the items that it was given and has not ended.

    Items are sent by a thread: a process that stands still does not empty its pipe, and the parent must not wait.
    """

    def __init__(self, handler: Handler, limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        arguments = (theirs, handler, limits.memory_bytes)
        self._process = context.Process(target=_serve, args=arguments, daemon=True, name="pometka-worker")
        self._process.start()
        # The parent must not hold the worker's end, or it would never see the pipe close when the worker dies.
        theirs.close()
        self.in_hand: list[int] = []
        self._silence_s = limits.silence_s
        self._heard = time.monotonic()
        self._outbox: queue.SimpleQueue[tuple[int, Any] | None] = queue.SimpleQueue()
        self._sender = threading.Thread(target=self._send, name="sender of items", daemon=True)
        self._sender.start()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def is_silent(self) -> bool:
        """Whether it has given no sign of life for too long."""
        if self._silence_s is None or not self.in_hand or self.connection.poll():
            return False
        return time.monotonic() - self._heard > self._silence_s

    def note_life(self) -> None:
        """Count the silence from now on."""
        self._heard = time.monotonic()

    def give(self, index: int, item: Any) -> None:
        """Send an item; a worker that is gone is noticed when its pipe is read."""
        if not self.in_hand:
            self.note_life()
        self.in_hand.append(index)
        self._outbox.put((index, item))

    def end(self) -> int | None:
        """End the process at once; return its exit code, negative for a signal."""
        self._process.kill()
        self._process.join(_ENDED_S)
        code = self._process.exitcode
        self._outbox.put(None)
        self._sender.join(_ENDED_S)
        self.connection.close()
        self._process.close()
        return code

    def exit_code(self) -> int | None:
        """Wait a moment for a process whose pipe has closed, and return its exit code."""
        self._process.join(_ENDED_S)
        return self._process.exitcode

    def _send(self) -> None:
        """Send what is given; without the process, end."""
        with contextlib.suppress(OSError):
            while (item := self._outbox.get()) is not None:
                self.connection.send(item)


def _serve(connection: Connection, handler: Handler, memory_bytes: int | None) -> None:
    """Answer items until the parent goes. Ctrl+C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory_bytes is not None:
        _limit_memory(memory_bytes)
    items: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, items), daemon=True).start()
    while True:
        index, item = items.get()
        connection.send(Ended(index, _answered(connection, handler, index, item)))


def _limit_memory(most: int) -> None:
    """Let allocations beyond `most` bytes fail, on Linux: elsewhere the limit is not kept, or there is none.

    Data is limited, not the address space, of which threads and libraries reserve far more than they use.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415  # POSIX alone has it

    resource.setrlimit(resource.RLIMIT_DATA, (most, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _receive(connection: Connection, items: queue.SimpleQueue[tuple[int, Any]]) -> None:
    """Read items as they come, so that a parent never waits for a busy worker; without a parent, end the process."""
    while True:
        try:
            items.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)


def _answered(connection: Connection, handler: Handler, index: int, item: Any) -> Fault | None:
    """Send what the handler yields for one item; return the fault that it ended with."""
    try:
        for value in handler(item):
            connection.send(Reply(index, value))
    except UserError as error:
        return Fault(error.message, error.hint, names_it=True)
    except MemoryError:
        return Fault(Message("it takes too much memory."), Message("Split it into parts."))
    except Exception as error:  # noqa: BLE001  # the top of this process: a bug in one item costs that item
        what = Message("an error in the program, {error}.", {"error": f"{type(error).__name__}: {error}"})
        hint = Message("Please report it; the log has more.")
        return Fault(what, hint, traceback.format_exc())
    return None
