"""What all long work has in common.

It is started, polled or run to its end, cancelled, and it reports.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from app.core.change import Step
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.service.jobs.progress import JobProgress, WorkClock
from app.service.jobs.undo_watch import UndoWatch
from app.service.jobs.workers.pool import Pool

if TYPE_CHECKING:
    from app.service.jobs.work_log import WorkLog
    from app.service.session.session import Session
    from app.store import Project
    from app.store.files.backups import Reason

_POLL_S = 0.01
"""How long one poll may take of a window's time."""
_MAX_WAIT_S = 0.1
_PAUSE_S = 0.05
"""While a task is paused, its watcher is called so often."""
_MOST_PENDING = 64
"""So many steps may wait for the disk before a task waits for it."""


@dataclass
class Report:
    """What came of a task.

    Articles taken in or written, annotations that they brought, what was left out and why. `known` counts articles that
    were in the project already, `failed` files that could not be read, or not wholly; `is_stopped` says that the task
    was cancelled before its end; it was cancelled by an undo where `undone`, the number of articles that this took
    back, is not 0. `resumed` counts articles that an earlier run of the same task brought.
    """

    articles: int = 0
    annotations: int = 0
    known: int = 0
    resumed: int = 0
    failed: int = 0
    is_stopped: bool = False
    undone: int = 0
    skipped: list[Message] = field(default_factory=list)


class Task(ABC):
    """Long work as a generator of small pieces.

    `poll` runs it for a moment at a time. `_work` yields True after each piece of work, and False where it can only
    wait for its pools. A task belongs to its project, writes to no other one, and ends before it is closed. Where the
    project is open in the `session`, the session takes the steps, so that memory follows. The project is copied before
    a task that has a `reason` to.
    """

    reason: Reason | None = None

    def __init__(self, project: Project, session: Session | None, *pools: Pool) -> None:
        self.project = project
        self.progress = JobProgress()
        self.report = Report()
        self._session = session
        self._pools = pools
        self._going: Iterator[bool] | None = None
        self._undo_watch: UndoWatch | None = None
        self._clock = WorkClock()
        self._log: WorkLog | None = None
        self._whole: list[str] = []
        self._is_unwanted = False

    @property
    def is_paused(self) -> bool:
        return self._clock.is_paused

    def pause(self) -> None:
        """Stand still until `resume`.

        What a worker is doing waits there.
        """
        self._clock.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        self._clock.resume()

    @property
    def is_running(self) -> bool:
        return self._going is not None

    def start(self) -> None:
        """Begin; the work is done by `poll`."""
        if self.reason is not None:
            self.project.upkeep.copy_before(self.reason)
        self._going = self._work()
        self._log = self._open_log()
        self.project.closing.connect(self.cancel)
        if self._session is not None and self._is_session_project:
            self._undo_watch = UndoWatch(self._session, self._article_ids(), self._cancel_undone)

    def poll(self) -> bool:
        """Take in what is ready, for a moment and without waiting.

        Return whether there is more to come.
        """
        end = time.monotonic() + _POLL_S
        while self._going is not None and not self.is_paused and time.monotonic() < end:
            if not self._advance_work():
                break
        return self.is_running

    def run(self, watch: Callable[[JobProgress], None] | None = None) -> Report:
        """Do all of it here and now, telling the progress.

        An exception ends it as a cancel does.
        """
        self.start()
        try:
            with gc_paused():
                self._run_to_end(watch)
        finally:
            self.cancel()
        return self.report

    def cancel(self) -> None:
        """End it at once, its processes too; what it brought stays."""
        if self._going is not None:
            self.report.is_stopped = True
            self._close_log(is_done=bool(self.report.undone))
        self._end()

    def cancel_soon(self) -> None:
        """Have `run` end before the next piece of work.

        Any thread or signal handler may ask.
        """
        self._is_unwanted = True

    def _run_to_end(self, watch: Callable[[JobProgress], None] | None) -> None:
        while self._going is not None:
            if self._is_unwanted:
                self.cancel()
            elif self.is_paused:
                time.sleep(_PAUSE_S)
            elif not self._advance_work():
                self._wait_for_work()
            if watch is not None:
                watch(self.progress)

    def _advance_work(self) -> bool:
        """Do one piece of the work; return whether another is ready."""
        assert self._going is not None, "only what was started goes on"
        try:
            with gc_paused():
                is_ready = next(self._going)
            self._note_whole()
        except StopIteration:
            self._close_log(is_done=True)
            self._end()
            return False
        except BaseException:
            self.cancel()
            raise
        return is_ready

    def _wait_until_saved(self) -> Iterator[bool]:
        """Let the window go on until all steps are on disk.

        A worker reads them there.
        """
        while self.project.is_saving(_POLL_S):
            yield False
        self.project.flush_soon()

    def _open_log(self) -> WorkLog | None:
        """Begin to note what is whole, for going on after a crash."""
        return None

    def _note_whole(self) -> None:
        """Note whole pieces as soon as they are on disk."""
        if self._whole and self._log is not None and not self.project.pending:
            self._log.add_whole(self._whole)
            self._whole.clear()

    def _close_log(self, *, is_done: bool) -> None:
        if self._log is not None:
            self._log.close(is_done=is_done)
            self._log = None

    def _end(self) -> None:
        self._going = None
        if self._undo_watch is not None:
            self._undo_watch.close()
            self._undo_watch = None
        for pool in self._pools:
            pool.cancel()

    def _apply_step(self, step: Step) -> None:
        """Write a step into the project of this task."""
        if self._session is not None and self._is_session_project:
            if self._undo_watch is not None:
                self._undo_watch.add_changes(step.changes)
            self._session.apply(step)
        else:
            self.project.apply(step)

    @property
    def _is_session_project(self) -> bool:
        return self._session is not None and self._session.project is self.project

    def _article_ids(self) -> Iterable[int]:
        """Return the articles of the project that the task works on."""
        return ()

    def _cancel_undone(self, articles: int) -> None:
        """Cancel because undo removed what the task made or uses."""
        self.report.undone = articles
        self.cancel()

    def _wait_for_work(self) -> None:
        """Wait for what can move the work on.

        The disk where it is behind, else a process that is listened to.
        """
        if self._is_disk_behind:
            self.project.settle(_MOST_PENDING // 2)
        elif connections := self._connections():
            wait(connections, _MAX_WAIT_S)

    @property
    def _is_disk_behind(self) -> bool:
        return self.project.pending > _MOST_PENDING

    def _connections(self) -> list[Connection]:
        """Return the pipes that the next piece of work would read."""
        return list(chain.from_iterable(pool.connections for pool in self._pools))

    @abstractmethod
    def unfinished(self) -> Message:
        """Return what is asked about before the task is stopped.

        What it does, to which project, how far it is.
        """

    def _how_far(self) -> dict[str, str]:
        """Return the fields of `unfinished`."""
        progress = self.progress
        return {"name": self.project.path.stem, "done": str(progress.done), "n": str(progress.total)}

    @abstractmethod
    def _work(self) -> Iterator[bool]:
        """Do the work piece by piece; yield whether another piece is ready."""
