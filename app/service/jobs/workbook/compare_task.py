"""Compare a workbook that comes back with its project, in a worker.

Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message
from app.service.jobs.progress import Pace
from app.service.jobs.task import Task
from app.service.jobs.workbook.workbook_reader import CompareRequest, compare_workbook
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Failure, Limits, WorkerBugError
from app.service.workbook.items import Comparison

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project

COMPARE_LIMITS = Limits(silence_s=240)
"""A large sheet is unpacked as a whole before its first row."""


class CompareWorkbook(Task):
    """Finds what a workbook brings back.

    `comparison` is None until it ends well.
    """

    def __init__(
        self, project: Project, workbook: Path, session: Session | None = None, limits: Limits = COMPARE_LIMITS
    ) -> None:
        self.workbook = workbook
        self.comparison: Comparison | None = None
        self._pool = Pool(limits=limits)
        super().__init__(project, session, self._pool)

    def unfinished(self) -> Message:
        return Message("Comparing a workbook with “{name}” is not finished: {done} of {n} articles.", self._how_far())

    def _work(self) -> Iterator[bool]:
        self.project.refuse_own_file(self.workbook)
        yield from self._wait_until_saved()
        self._pool.submit(compare_workbook, CompareRequest(self.project.place, self.workbook))
        pace = Pace()
        while self._pool.outstanding:
            replies = self._pool.poll()
            for reply in replies:
                if isinstance(reply, Ended):
                    self._refuse_failure(reply.failure)
                else:
                    self.comparison = reply.value.comparison
                    self.progress = pace.progress(reply.value.done, reply.value.total)
            yield bool(replies)

    def _refuse_failure(self, failure: Failure | None) -> None:
        """Raise what went wrong in the worker."""
        if failure is not None and failure.trace:
            raise WorkerBugError(failure.trace)
        if failure is not None:
            raise failure.to_user_error(self.workbook.name)
