"""The one thread that writes: it takes operations in order, commits them, and acknowledges what is on disk."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TypeVar

from app.core.change import Change
from app.core.garbage import uncollected
from app.core.message import UserError
from app.store.connecting import transaction, writer
from app.store.rows import States, last_states
from app.store.writing import write_changes

T = TypeVar("T")


@dataclass(frozen=True)
class Operation:
    """What one transaction does: `changes` of rows, and the `record` of it in the journal."""

    changes: tuple[Change, ...]
    record: Callable[[sqlite3.Connection], None]

    @cached_property
    def states(self) -> States:
        """Where the changes lead; looked up by every reader until they are on disk."""
        return last_states(self.changes)


class Ticket:
    """The promise that something handed in will be on disk."""

    __slots__ = ("_number", "_writer")

    def __init__(self, writer: Writer, number: int) -> None:
        self._writer = writer
        self._number = number

    @property
    def is_saved(self) -> bool:
        return self._writer.committed >= self._number

    def wait(self, timeout: float | None = None) -> None:
        """Return when it is on disk; raise the failure to save it, or TimeoutError after `timeout` seconds."""
        self._writer.wait(self._number, timeout)


class Writer:
    """Queue operations and commit them, those that wait together in one transaction.

    Operations are numbered on from the project's `user_version`, which each transaction sets: so a reader knows what
    its view of the file holds. After a failure nothing is lost or reordered; it tries again when asked, and with the
    next operation. `saved` is called with the number of operations still waiting, `failed` with the fault, both on
    the writer's thread.
    """

    def __init__(self, path: Path, saved: Callable[[int], None], failed: Callable[[Exception], None]) -> None:
        """Connect to a project that nobody else writes, and start the thread."""
        self._name = path.name
        self._saved = saved
        self._failed = failed
        self._changed = threading.Condition()
        self._queue: deque[Operation] = deque()
        self._failure: Exception | None = None
        self._is_stopping = False
        self._is_held = False
        self._connection = writer(path)
        self.committed = _version(self._connection)
        self._thread = threading.Thread(target=self._run, name=f"writer of {path.name}", daemon=True)
        self._thread.start()

    def put(self, operation: Operation) -> Ticket:
        """Queue an operation."""
        with self._changed:
            assert not self._is_stopping, "the project is closed"
            self._queue.append(operation)
            ticket = Ticket(self, self.committed + len(self._queue))
            self._try_again()
        return ticket

    @contextmanager
    def held(self) -> Iterator[None]:
        """Begin to save what is put in this block when it ends, or as soon as somebody waits for it.

        Until then the caller's thread has Python to itself: two that compute take turns, and both are late.
        """
        self._is_held = True
        try:
            yield
        finally:
            self._let_go()

    @property
    def pending(self) -> int:
        return len(self._queue)

    def waiting(self) -> tuple[int, tuple[Operation, ...]]:
        """Return the number of the first operation that is not acknowledged, and all of those."""
        with self._changed:
            return self.committed + 1, tuple(self._queue)

    def retry(self) -> None:
        """Try again to save."""
        with self._changed:
            self._try_again()

    def wait(self, number: int, timeout: float | None = None) -> None:
        """Wait until operation `number` is on disk; raise what keeps it from there."""
        self._let_go()
        with self._changed:
            settled = self._changed.wait_for(lambda: self.committed >= number or self._failure is not None, timeout)
            if self.committed >= number:
                return
            if self._failure is not None:
                raise self._failure
        assert not settled
        raise TimeoutError(f"operation {number} of {self._name} is still waiting")

    def flush(self) -> None:
        """Wait until everything is on disk, trying again what failed before; raise the failure."""
        with self._changed:
            last = self.committed + len(self._queue)
            self._try_again()
        self.wait(last)

    def stop(self) -> None:
        """End the thread and its connection; what is still queued is given up."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join()
        self._connection.close()

    def _let_go(self) -> None:
        with self._changed:
            self._is_held = False
            self._changed.notify_all()

    def _try_again(self) -> None:
        self._failure = None
        self._changed.notify_all()

    def _run(self) -> None:
        is_careful = False
        while batch := self._next_batch(1 if is_careful else None):
            try:
                self._commit(batch)
            except Exception as fault:  # noqa: BLE001  # whatever it is, the operations stay and the fault is shown
                is_careful = len(batch) > 1  # one by one, so that none is held back by one behind it
                if not is_careful:
                    self._keep(fault)
            else:
                waiting = self._acknowledge(len(batch))
                is_careful = is_careful and waiting > 0

    def _next_batch(self, limit: int | None) -> list[Operation]:
        """Wait for operations; return those that wait, at most `limit`, none when the writer is to stop."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_stopping or (self._queue and self._failure is None and not self._is_held)
            )
            return [] if self._is_stopping else list(islice(self._queue, limit))

    @uncollected()
    def _commit(self, batch: list[Operation]) -> None:
        """Commit operations together: what one of them takes back of another is not written at all."""
        with transaction(self._connection):
            write_changes(self._connection, [change for operation in batch for change in operation.changes])
            for operation in batch:
                operation.record(self._connection)
            self._connection.execute(f"PRAGMA user_version = {self.committed + len(batch)}")

    def _acknowledge(self, count: int) -> int:
        """Tell that operations are on disk, and return how many still wait."""
        with self._changed:
            for _ in range(count):
                self._queue.popleft()
            self.committed += count
            waiting = len(self._queue)
            self._changed.notify_all()
        self._tell(self._saved, waiting)
        return waiting

    def _keep(self, fault: Exception) -> None:
        with self._changed:
            failure = self._failure = self._explained(fault)
            self._changed.notify_all()
        self._tell(self._failed, failure)

    def _explained(self, fault: Exception) -> Exception:
        """Turn a fault of the disk into words; anything else is a bug and stays what it is."""
        if not isinstance(fault, OSError | sqlite3.OperationalError):
            return fault
        error = UserError(
            "“{name}” could not be saved: {reason}.",
            hint="Make room on the disk, or bring it back, and try again; your work is kept until then.",
            name=self._name,
            reason=fault,
        )
        error.__cause__ = fault
        return error

    def _tell(self, listener: Callable[[T], None], news: T) -> None:
        """Call a listener; its bugs are reported as a thread's are, and must not stop the saving."""
        try:
            listener(news)
        except Exception:  # noqa: BLE001  # see above
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))


def _version(connection: sqlite3.Connection) -> int:
    """Read the number of the last operation; where that fails, close the connection."""
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.Error:
        connection.close()
        raise
