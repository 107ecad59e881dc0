"""What is asked when a project cannot be saved.

Whatever the way out of it, nothing is lost without a word.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from app.core.message import Message, NotSavedError, RefusedStepError
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.dialogs.unsaved import TakenBackDialog, UnsavedDialog

log = logging.getLogger(__name__)


class Unsaved:
    """Leave a project where that can be saved.

    Ask what to do where it cannot.
    """

    def __init__(self, context: WindowContext, stop_task: Callable[[], None]) -> None:
        """`stop_task` ends the running task before saving elsewhere."""
        self._context = context
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._stop_task = stop_task

    def leave(self, leave: Callable[[], object], discard_title: str) -> None:
        """Do what leaves the open project; where that cannot be saved, ask."""
        try:
            leave()
        except NotSavedError as error:
            if self._session.project is None:
                raise
            self.ask(error, leave, discard_title)

    def ask(self, error: NotSavedError, leave: Callable[[], object], discard_title: str) -> None:
        """Say why saving failed, and offer the choices.

        Try again, save elsewhere, or leave all the same.
        """
        project = self._session.project
        if isinstance(error, RefusedStepError):
            self.undo_refused(error)
            return
        ways = (
            (tr("Try again"), lambda: self._catch_errors(lambda: self.leave(leave, discard_title))),
            (tr("Save as…"), lambda: self.save_as(lambda: self.leave(leave, discard_title))),
            (discard_title, lambda: self._catch_errors(lambda: self._discard(leave))),
        )
        UnsavedDialog(error, project.pending if project is not None else 0, ways, self._window).open()

    def save_as(self, then: Callable[[], object] = lambda: None) -> None:
        """Save the project with unsaved changes elsewhere, and go on there.

        The user chooses the file.
        """
        project = self._session.project
        if project is None:
            return
        dialog = file_dialog(tr("Save as"), project.path.parent, tr("Pometka projects (*.pometka)"), self._window)
        saved = project.path.with_stem(tr("{name} (saved)", name=project.path.stem))
        propose_name(dialog, saved, replaces=False)
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: self._save(paths[0], then)))

    def undo_refused(self, error: RefusedStepError) -> None:
        """Take back what can never be saved, and name it."""
        titles = self._session.history.undo_refused()
        if titles:
            log.error("%d steps were taken back", len(titles), exc_info=error)
            TakenBackDialog(error, titles, self._window).open()

    def _save(self, path: Path, then: Callable[[], object]) -> None:
        from app.ui.dialogs.file_work import run_beside  # noqa: PLC0415  # seldom wanted

        self._stop_task()
        work = self._session.projects.save_as(path)

        def finish() -> None:
            if not work.finish():
                self._session.notified.emit(Message("Saving was cancelled. Nothing was written."))
                return
            self._session.notified.emit(Message("Saved as {path}", {"path": str(path)}))
            then()

        run_beside(self._context, work, finish)

    def _discard(self, leave: Callable[[], object]) -> None:
        self._session.projects.close(give_up=True)
        leave()
