"""The one thread that writes.

It takes operations in order, commits them, and acknowledges what is on disk.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from app.core.message import NotSavedError, RefusedStepError
from app.store.failures import MovedFileError, explain_failure
from app.store.files.file_identity import HeldFile
from app.store.operations import NOTHING, Operation, resting_on_first
from app.store.writing_connection import WritingConnection

_REST_S = 1.0
"""So long after the last operation the writer looks at the file, and does so again and again."""

_PAUSE_S = 0.02
"""So long after a held block the writer begins: what the block changed is painted first."""

T = TypeVar("T")


class Ticket:
    """The promise that something handed in will be on disk."""

    __slots__ = ("_number", "_writer")

    def __init__(self, writer: Writer, number: int) -> None:
        self._writer = writer
        self._number = number

    @property
    def is_saved(self) -> bool:
        return self._writer.is_saved(self._number)

    def wait(self, timeout: float | None = None) -> None:
        """Return when it is on disk.

        Raise the failure to save it, or TimeoutError after `timeout` seconds.
        """
        self._writer.wait(self._number, timeout)


class Writer:
    """Queue operations and commit them, those that wait together in one transaction.

    Operations are numbered on from the project's `user_version`, which each transaction sets: so a reader knows what
    its view of the file holds. After a failure nothing is lost or reordered; it tries again when asked, and with the
    next operation. `saved` is called with the number of operations still waiting, `failed` with the fault, both on
    the writer's thread.
    """

    def __init__(self, file: HeldFile, saved: Callable[[int], None], failed: Callable[[Exception], None]) -> None:
        """Connect to a project that nobody else writes, and start the thread."""
        self._file = file
        self._name = file.path.name
        self._saved = saved
        self._failed = failed
        self._changed = threading.Condition()
        self._queue: deque[Operation] = deque()
        self._failure: NotSavedError | None = None
        self._refused: dict[int, NotSavedError] = {}
        self._asked = self._answered = 0
        """How many times somebody asked whether everything is safe, and was told that it is."""
        self._is_stopping = False
        self._is_held = False
        self._begins_at = 0.0
        """When the writer may begin, on the monotonic clock."""
        self._is_at_rest = False
        self._connection = WritingConnection(file)
        self.committed = self._connection.opened_version
        self._thread = threading.Thread(target=self._run_writer, name=f"writer of {self._name}", daemon=True)
        self._thread.start()

    def enqueue(self, operation: Operation) -> Ticket:
        """Queue an operation."""
        with self._changed:
            assert not self._is_stopping, "the project is closed"
            self._queue.append(operation)
            ticket = Ticket(self, self.committed + len(self._queue))
            self._try_again()
        return ticket

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin to save the block's operations a moment after its end.

        Or as soon as a caller waits for them. Until then the caller's thread has Python to itself, also to paint what
        it changed: two that compute take turns, and both are late.
        """
        self._is_held = True
        try:
            yield
        finally:
            self._begins_at = time.monotonic() + _PAUSE_S
            with self._changed:
                self._is_held = False
                self._changed.notify_all()

    @property
    def pending(self) -> int:
        return len(self._queue)

    def waiting(self) -> tuple[int, tuple[Operation, ...]]:
        """Return the number of the first unacknowledged operation, and all those."""
        with self._changed:
            return self.committed + 1, tuple(self._queue)

    def retry(self) -> None:
        """Try again to save."""
        with self._changed:
            self._try_again()

    def withdraw(self) -> list[Operation]:
        """Take an operation that cannot be saved out of the queue.

        Return it with those that rest on it.
        """
        with self._changed:
            failure = self._failure
            if not isinstance(failure, RefusedStepError):
                return []
            queue = list(self._queue)
            places = resting_on_first(queue)
            for place in places:
                self._queue[place] = NOTHING
                self._refused[self.committed + 1 + place] = failure
            self._try_again()
        return [queue[place] for place in places]

    def is_saved(self, number: int) -> bool:
        """Say whether operation `number` is on disk."""
        return self.committed >= number and number not in self._refused

    def wait(self, number: int, timeout: float | None = None) -> None:
        """Wait until operation `number` is on disk.

        Raise what keeps it from there.
        """
        self._release_held()
        with self._changed:
            if not self._changed.wait_for(lambda: self.committed >= number or self._failure is not None, timeout):
                raise TimeoutError(f"operation {number} of {self._name} is still waiting")
            failure = self._refused.get(number) or (self._failure if self.committed < number else None)
        if failure is not None:
            raise failure

    def settle(self, most: int) -> None:
        """Wait until at most `most` operations are not on disk.

        Raise what keeps them from there.
        """
        with self._changed:
            number = self.committed + len(self._queue) - most
        self.wait(number)

    def flush(self, timeout: float | None = None) -> None:
        """Wait until everything is on disk; raise what prevents it.

        The path must lead to the file. What failed before is tried again. Raise TimeoutError after `timeout` seconds.
        """
        self._release_held()
        with self._changed:
            last = self.committed + len(self._queue)
            self._asked += 1
            asked = self._asked
            self._try_again()
            is_answered = self._changed.wait_for(
                lambda: (self.committed >= last and self._answered >= asked) or self._failure is not None, timeout
            )
            if self._failure is not None:
                raise self._failure
        if not is_answered:
            raise TimeoutError(f"{self._name} is still being saved")

    def check_content(self) -> None:
        """Raise ForeignFileError where somebody else changed the file."""
        self._file.check_content(self._number_to_come())

    def _number_to_come(self) -> int:
        """Return the number of the last operation that was handed in."""
        return self.committed + len(self._queue)

    def stop(self) -> None:
        """End the thread and its connection.

        What is still queued is given up.
        """
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join()
        self._connection.close(self._number_to_come())

    def _release_held(self) -> None:
        with self._changed:
            self._is_held, self._begins_at = False, 0.0
            self._changed.notify_all()

    def _try_again(self) -> None:
        self._failure = None
        if not self._is_held:
            self._changed.notify_all()

    def _run_writer(self) -> None:
        is_careful = False
        while (batch := self._next_batch(1 if is_careful else None)) is not None:
            asked = self._asked
            try:
                count = self._connection.commit(batch, self.committed, self._number_to_come())
            except Exception as fault:  # noqa: BLE001  # whatever it is, the operations stay and the fault is shown
                is_careful = len(batch) > 1  # one by one, so that none is held back by one behind it
                if not is_careful:
                    self._report_failure(fault, batch, asked)
            else:
                self._is_at_rest = self._is_at_rest and not batch
                waiting = self._acknowledge_saved(count, asked)
                is_careful = is_careful and waiting > 0
            del batch  # while the writer waits, what it saved leaves memory

    def _next_batch(self, limit: int | None) -> list[Operation] | None:
        """Wait for operations.

        Return those that wait, at most `limit`, None when the writer is to stop. There are none where somebody only
        asks whether everything is safe.
        """
        while True:
            with self._changed:
                is_due = self._changed.wait_for(self._is_due, _REST_S)
                if self._is_stopping:
                    return None
                pause_s = self._begins_at - time.monotonic()
                if is_due and pause_s <= 0:
                    return list(islice(self._queue, limit))
                if is_due:
                    self._changed.wait(pause_s)
            if not is_due:
                self._look_after()

    def _is_due(self) -> bool:
        is_wanted = bool(self._queue) or self._asked > self._answered
        return self._is_stopping or (is_wanted and self._failure is None and not self._is_held)

    def _acknowledge_saved(self, count: int, asked: int) -> int:
        """Tell that operations are on disk, and return how many still wait."""
        with self._changed:
            for _ in range(count):
                self._queue.popleft()
            self.committed += count
            self._answered = asked
            waiting = len(self._queue)
            self._changed.notify_all()
        if count:
            self._call_listener(self._saved, waiting)
        return waiting

    def _report_failure(self, fault: Exception, batch: list[Operation], asked: int) -> None:
        """Tell of a failure, unless somebody asked meanwhile whether all is safe.

        Then it is tried again.
        """
        failure = explain_failure(self._name, batch[0].title if batch else NOTHING.title, fault)
        self._connection.protect_other_files(failure, self._number_to_come())
        with self._changed:
            if asked != self._asked:
                return
            self._failure = failure
            self._changed.notify_all()
        self._call_listener(self._failed, failure)

    def _look_after(self) -> None:
        """Look at the file while nothing is to be saved.

        Tell that it is gone, or that it is there again.
        """
        asked = self._asked
        try:
            self._connection.check_place(self._number_to_come())
        except NotSavedError as fault:
            if self._failure is None:
                self._report_failure(fault, [], asked)
            return
        if isinstance(self._failure, MovedFileError):
            with self._changed:
                self._try_again()
            self._call_listener(self._saved, len(self._queue))
        elif not self._is_at_rest and self._failure is None:
            self._connection.write_back(self._number_to_come())
            self._is_at_rest = True

    def _call_listener(self, listener: Callable[[T], None], news: T) -> None:
        """Call a listener.

        Its bugs are reported as a thread's are, and must not stop the saving.
        """
        try:
            listener(news)
        except Exception:  # noqa: BLE001  # see above
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))
