"""Take a workbook that comes back into the open project.

Compare, show the preview, write what is accepted.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message, UserError
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.projects.reports import Reports
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from app.formats.xlsx.reading.book_reader import NotTaken
    from app.service.jobs.workbook.compare_task import CompareWorkbook
    from app.service.jobs.workbook.take_task import TakeWorkbook
    from app.ui.dialogs.workbook.window import ReturnDialog


class Workbooks:
    """Compare a workbook with the open project in the background.

    Nothing is written before it is accepted.
    """

    def __init__(self, context: WindowContext, tasks: Tasks, reports: Reports) -> None:
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._find_appearance, self._tasks, self._reports = context.find_appearance, tasks, reports

    def compare(self, path: Path) -> None:
        """Compare a workbook, then show what it brings back.

        Raise UserError where no project is open.
        """
        from app.service.jobs.workbook.compare_task import CompareWorkbook

        project = self._session.project
        if project is None:
            raise UserError(
                "“{name}” is a workbook that Pometka wrote: it comes back into the project it was exported from.",
                hint="Open that project, then import the workbook again.",
                name=path.name,
            )
        self._session.projects.refuse_reading_only()
        if self._is_busy():
            return
        task = CompareWorkbook(project, path, self._session)
        self._tasks.run(task, tr("Comparing"), lambda _: self._show(task))

    def _show(self, task: CompareWorkbook) -> None:
        """Show the preview of a comparison.

        Say where there is nothing to see.
        """
        comparison = task.comparison
        if comparison is None or self._session.project is not task.project:
            return
        name = task.workbook.name
        if not comparison.items and not comparison.not_taken:
            self._session.notified.emit(Message("“{name}” holds nothing that the project does not.", {"name": name}))
            return
        if not self._tasks.is_awaited:
            words = tr("“{name}” has been compared with the project", name=name)
            self._reports.offer(task.project.path, words, lambda: self.compare(task.workbook))
            return
        from app.service.workbook.saying import ValueNames
        from app.ui.dialogs.workbook.window import ReturnDialog

        appearance = self._find_appearance()
        names = ValueNames(task.project.scheme(), appearance.language)
        dialog = ReturnDialog(name, comparison, names, appearance.theme, self._window)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._accept(name, dialog)))
        dialog.open()

    def _accept(self, name: str, dialog: ReturnDialog) -> None:
        from app.service.jobs.workbook.take_task import TakeWorkbook

        project, items = self._session.project, dialog.items
        if project is None or not items:
            return
        if self._is_busy():
            return
        task = TakeWorkbook(project, name, items, self._session.edit_context, self._session)
        self._tasks.run(task, tr("Taking in"), lambda _: self._report(name, task))

    def _is_busy(self) -> bool:
        if self._tasks.is_busy:
            self._session.notified.emit(Message("Wait for the running work to end, or cancel it."))
        return self._tasks.is_busy

    def _report(self, name: str, task: TakeWorkbook) -> None:
        """Say how much was taken in.

        List what could not be, where that is anything.
        """
        taken = task.taken
        if taken is None:
            self._session.notified.emit(Message("Taking in “{name}” stopped; nothing was written.", {"name": name}))
            return
        summary = tr("{n} rows taken in from “{name}”", n=len(taken.taken), name=name)
        problems = [_problem(one) for one in taken.not_taken]
        self._reports.show_problems(task.project.path, tr("Import"), summary, problems)


def _problem(one: NotTaken) -> Message:
    place: dict[str, str | Message] = {"sheet": one.sheet, "row": str(one.row), "reason": one.reason}
    return Message("{sheet}, row {row}: {reason}", place)
