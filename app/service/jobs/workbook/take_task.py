"""Take accepted changes of a workbook into its project.

They are taken as one step; a cancel writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.message import Message
from app.service.edits.steps.step_builders import EditContext
from app.service.jobs.progress import Pace
from app.service.jobs.task import Task
from app.service.workbook.items import Item, Taken
from app.service.workbook.taking import Taking

if TYPE_CHECKING:
    from app.service.session.session import Session
    from app.store import Project


class TakeWorkbook(Task):
    """Writes the accepted items of the workbook called `name`.

    `taken` says what came of it, None until the end.
    """

    def __init__(
        self,
        project: Project,
        name: str,
        items: Sequence[Item],
        context: EditContext,
        session: Session | None = None,
    ) -> None:
        self.taken: Taken | None = None
        self._name, self._items, self._context = name, items, context
        super().__init__(project, session)

    def unfinished(self) -> Message:
        return Message("Taking a workbook into “{name}” is not finished: {done} of {n} rows.", self._how_far())

    def _work(self) -> Iterator[bool]:
        pace = Pace()
        taking = Taking(self.project, self._context)
        for done in taking.collect(self._items):
            self.progress = pace.progress(done, len(self._items))
            yield True
        step, taken = taking.finish(self._name)
        if step is not None:
            self._apply_step(step)
        self.taken = taken
