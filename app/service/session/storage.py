"""The disk of the open project: waiting, retrying, checks, damage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.core.message import Message, NotSavedError, UserError
from app.service.session.background_file_work import BackgroundFileWork
from app.service.session.state import SessionState

if TYPE_CHECKING:
    from app.store import Project
    from app.store.files.watching import Watch

_SILENT_WAIT_S = 0.3
"""A wait for the disk up to this needs no word."""


class ProjectStorage:
    """Passes on signals of the project's threads, and requests to its disk."""

    def __init__(self, state: SessionState) -> None:
        self._state = state
        state.articles.unreadable.connect(self._report_unreadable)
        self.patience_s = 5.0
        """So long leaving a project waits for the disk, or for another program that holds the file."""

    def follow(self, project: Project) -> None:
        """Pass on the signals of a project."""
        project.saved.connect(self._emit_saving)
        project.failed.connect(self._emit_failed)
        project.upkeep.damaged.connect(self._emit_damaged)
        project.upkeep.failed.connect(self._emit_uncopied)

    def retry(self) -> None:
        """Try to save again after a failure."""
        if self._state.project is not None:
            self._state.project.retry()

    def check(self) -> None:
        """Check the opened project, and copy it where that is due.

        Beside the work, once the project can be seen.
        """
        if self._state.project is not None:
            self._state.project.upkeep.look_over()

    def edit_anyway(self) -> None:
        """Edit a damaged project."""
        if self._state.project is not None:
            self._state.project.write_anyway()
            self._state.saving.emit(self._state.project.pending)

    def flush(self) -> None:
        """Wait until everything is on disk, before the project is left.

        Raise NotSavedError where that fails. Another program may hold the file: `busy` reports the wait once it takes
        long, and it has an end.
        """
        project = self._state.project
        if project is None:
            return
        try:
            project.flush(_SILENT_WAIT_S)
        except TimeoutError:
            with self.waiting():
                self._flush_patiently(project)

    @property
    def is_saving(self) -> bool:
        """Whether steps of the open project are not on disk yet."""
        return self._state.project is not None and self._state.project.pending > 0

    def save_all(self) -> BackgroundFileWork[bool]:
        """Return the work that waits until everything is on disk."""
        project = self._state.project
        assert project is not None, "a project is open"

        def save(watch: Watch) -> bool:
            project.flush_watched(watch)
            return True

        title = Message("Saving “{name}”", {"name": project.path.stem})
        promise = Message("The command follows then. Saving goes on if you cancel.")
        return BackgroundFileWork(title, save, promise=promise)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Report a wait for the disk while it lasts."""
        self._state.busy.emit(Message("Waiting until everything is saved…"))
        try:
            yield
        finally:
            self._state.busy.emit(None)

    def _flush_patiently(self, project: Project) -> None:
        try:
            project.flush(self.patience_s)
        except TimeoutError as error:
            raise NotSavedError(
                "“{name}” is still being saved.",
                hint="Another program may hold the file. Try again in a moment.",
                name=project.path.name,
            ) from error

    def _report_unreadable(self, error: Exception) -> None:
        """Say that the row of an article cannot be read.

        Damage is handled as where a check finds it.
        """
        from app.store.files.damage import DamagedError  # noqa: PLC0415  # loaded with a project

        if self._state.project is not None and isinstance(error, DamagedError):
            self._state.project.upkeep.report_damage(error)
        elif isinstance(error, UserError):
            self._state.notified.emit(error.message)

    # psygnal takes `saving.emit` and `failed.emit` for one callback when both are connected: hence methods.
    def _emit_saving(self, pending: int) -> None:
        self._state.saving.emit(pending)

    def _emit_failed(self, error: Exception) -> None:
        self._state.failed.emit(error)

    def _emit_damaged(self, error: Exception) -> None:
        self._state.damaged.emit(error)

    def _emit_uncopied(self, error: Exception) -> None:
        self._state.uncopied.emit(error)
