"""The loop of a spawned process.

It takes requests from its pipe and writes back what they yield. A request names a function that the parent sent once,
its argument, and whether it draws inputs. Cancelling a request means that the parent ends the process.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from app.core.message import Message, UserError
from app.service.jobs.workers.replies import Ended, Failure, FailureKind, InputWanted, Reply

Function = Callable[..., Iterable[Any]]
"""Picklable. Called in the worker with the argument of a request and, where it draws inputs, with their iterator."""

END_OF_INPUTS = None
"""The input after the last one."""


class ParentGoneError(Exception):
    """The parent process ended: nobody waits for the result."""


@dataclass(frozen=True, slots=True)
class NewFunction:
    """A function that requests will name by this number."""

    number: int
    function: Function


@dataclass(frozen=True, slots=True)
class ForgetFunctions:
    """The functions sent so far are not needed any more."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request: its index, the number of its function, and the argument."""

    index: int
    number: int
    argument: Any
    draws_inputs: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """The next input of the request that runs."""

    value: Any


def serve_requests(connection: Connection, memory_bytes: int | None) -> None:
    """Run requests until the parent goes.

    Ctrl+C is the parent's to handle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if memory_bytes is not None:
        _limit_memory(memory_bytes)
    inbox = _Inbox(connection)
    functions: dict[int, Function] = {}
    while (command := inbox.commands.get()) is not None:
        match command:
            case NewFunction(number, function):
                functions[number] = function
            case ForgetFunctions():
                functions.clear()
            case Call():
                failure = _run_request(connection, inbox, functions[command.number], command)
                connection.send(Ended(command.index, failure))


class _Inbox:
    """Read what the parent sends as it comes.

    A parent never waits for a busy worker. Without a parent, end the process: at once, or when a request that draws
    inputs has cleaned up.
    """

    def __init__(self, connection: Connection) -> None:
        self.commands: queue.SimpleQueue[NewFunction | ForgetFunctions | Call | None] = queue.SimpleQueue()
        self.must_clean_up = threading.Event()
        self._inputs: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._connection = connection
        threading.Thread(target=self._receive_requests, daemon=True).start()

    def draw_inputs(self, index: int) -> Iterator[Any]:
        """Yield the inputs of a request, asking for each.

        Raise ParentGoneError where no more can come.
        """
        while True:
            try:
                self._connection.send(Reply(index, InputWanted()))
            except OSError as error:  # which is no error of the file that is written
                raise ParentGoneError from error
            drawn = self._inputs.get()
            if isinstance(drawn, ParentGoneError):
                raise drawn
            if drawn is END_OF_INPUTS:
                return
            yield drawn

    def _receive_requests(self) -> None:
        try:
            while True:
                received = self._connection.recv()
                if isinstance(received, Input):
                    self._inputs.put(received.value)
                else:
                    self.commands.put(received)
        except (EOFError, OSError):
            pass  # the parent is gone
        finally:
            if not self.must_clean_up.is_set():
                os._exit(0)
            self._inputs.put(ParentGoneError())
            self.commands.put(None)


def _limit_memory(max_bytes: int) -> None:
    """Let allocations beyond `max_bytes` fail, on Linux.

    Elsewhere the limit is not kept, or there is none. Data is limited, not the address space, of which threads and
    libraries reserve far more than they use.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415  # POSIX alone has it

    resource.setrlimit(resource.RLIMIT_DATA, (max_bytes, resource.getrlimit(resource.RLIMIT_DATA)[1]))


def _run_request(connection: Connection, inbox: _Inbox, function: Function, call: Call) -> Failure | None:
    """Send what the function yields for one request.

    Return the failure that it ended with.
    """
    inputs = (inbox.draw_inputs(call.index),) if call.draws_inputs else ()
    if call.draws_inputs:
        inbox.must_clean_up.set()
    try:
        for value in function(call.argument, *inputs):
            connection.send(Reply(call.index, value))
    except (ParentGoneError, BrokenPipeError):
        os._exit(0)
    except UserError as error:
        return Failure(FailureKind.REFUSED, error.message, error.hint)
    except MemoryError:
        return Failure(FailureKind.TOO_LARGE, Message("it takes too much memory."), Message("Split it into parts."))
    except RecursionError:
        what = Message("its parts are nested too deeply.")
        return Failure(FailureKind.TOO_DEEP, what, Message("Save it in a simpler form."))
    except Exception as error:  # noqa: BLE001  # the top of this process: a bug in one request costs that request
        what = Message("an error in the program, {error}.", {"error": f"{type(error).__name__}: {error}"})
        hint = Message("Please report it; the log has more.")
        return Failure(FailureKind.BUG, what, hint, traceback.format_exc())
    finally:
        inbox.must_clean_up.clear()
    return None
