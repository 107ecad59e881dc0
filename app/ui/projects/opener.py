"""Open a project; an older one is prepared first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.core.message import Message, UnwritableError
from app.service.session.project_opening import prepare_project
from app.store.files.preparing import takes_long_to_prepare
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.projects.leaving import Leaving


@dataclass(frozen=True, slots=True)
class _Wish:
    """A project to open, and the question about a running task."""

    path: Path
    question: str
    accept: str
    read_only: bool = False


class Opener:
    """Opens projects, and offers to read what cannot be written."""

    def __init__(self, context: WindowContext, leaving: Leaving) -> None:
        self._context = context
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._leaving = leaving

    def open(self, path: Path) -> None:
        """Open a project for writing."""
        question = tr("Stop it and open “{name}”?", name=path.stem)
        self._leave_for(_Wish(path, question, tr("Stop and open")))

    def open_backup(self, copy: Path) -> None:
        """Open a backup for reading."""
        self._leave_for(_Wish(copy, tr("Stop it and open the backup?"), tr("Stop and open"), read_only=True))

    def _leave_for(self, wish: _Wish, *, is_prepared: bool = False) -> None:
        def leave() -> None:
            if not is_prepared and takes_long_to_prepare(wish.path, read_only=wish.read_only):
                self._prepare(wish)
            else:
                self._open_now(wish)

        self._leaving(leave, wish.question, wish.accept)

    def _open_now(self, wish: _Wish) -> None:
        try:
            self._session.projects.open(wish.path, read_only=wish.read_only)
        except UnwritableError as error:
            self._offer_reading(error, wish)

    def _prepare(self, wish: _Wish) -> None:
        """Check a project and bring it up to date, beside the window."""
        from app.ui.dialogs.file_work import run_beside  # noqa: PLC0415  # seldom wanted

        self._session.storage.flush()
        preparation = prepare_project(wish.path, read_only=wish.read_only)

        def finish() -> None:
            try:
                is_up_to_date = preparation.finish()
            except UnwritableError as error:
                self._offer_reading(error, wish)
                return
            if not preparation.is_cancelled:
                self._leave_for(wish, is_prepared=True)
                return
            name = {"name": wish.path.stem}
            cancelled = Message("Opening “{name}” was cancelled. The file is as it was.", name)
            too_late = Message("“{name}” was not opened. It was brought up to date already.", name)
            self._session.notified.emit(too_late if is_up_to_date else cancelled)

        run_beside(self._context, preparation, finish)

    def _offer_reading(self, error: UnwritableError, wish: _Wish) -> None:
        from app.ui.dialogs.reading import ReadingDialog  # noqa: PLC0415  # as above

        dialog = ReadingDialog(error, self._window)
        reading = _Wish(wish.path, wish.question, wish.accept, read_only=True)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._leave_for(reading)))
        dialog.open()
