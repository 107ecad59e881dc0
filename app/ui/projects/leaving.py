"""Questions before a project is left.

A task of it runs, or it cannot be saved.
"""

from __future__ import annotations

from collections.abc import Callable

from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.stopping import StopDialog
from app.ui.projects.tasks import Tasks
from app.ui.projects.unsaved import Unsaved


class Leaving:
    """Leave the project, or first ask to stop its running task."""

    def __init__(self, context: WindowContext, tasks: Tasks, unsaved: Unsaved) -> None:
        self._window, self._catch_errors = context.window, context.catch_errors
        self._tasks, self._unsaved = tasks, unsaved

    def __call__(self, leave: Callable[[], object], question: str, accept: str) -> None:
        """Leave the project.

        `question` and `accept` are the text and the button of the question about a running task.
        """
        task = self._tasks.running
        if task is None:
            self._unsaved.leave(leave, tr("Discard and close"))
            return
        dialog = StopDialog(task.unfinished, question, accept, self._window)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._stop(leave)))
        dialog.open()

    def _stop(self, leave: Callable[[], object]) -> None:
        self._tasks.cancel()
        self._unsaved.leave(leave, tr("Discard and close"))
