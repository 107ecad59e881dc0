"""Projects: new, open, recent, a copy; the questions about where they lie."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.core.message import Message
from app.store.files.opening import SUFFIX
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.creating import CreateDialog
from app.ui.dialogs.file_dialog import file_dialog, open_file_dialog, propose_name
from app.ui.projects.leaving import Leaving
from app.ui.projects.opener import Opener


class Files:
    """Ask for files and do what was asked with them."""

    def __init__(self, context: WindowContext, leaving: Leaving, opener: Opener) -> None:
        self._context = context
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._leaving, self._opener = leaving, opener

    def ask_new(self) -> None:
        """Ask where a new project is to lie, and make it."""
        self.ask_save(
            tr("New project"), self._folder() / f"{tr('Project')}{SUFFIX}", _kinds(), self.create, replaces=False
        )

    def ask_open(self) -> None:
        """Ask for a project, and open it."""
        dialog = self.dialog(tr("Open a project"), _kinds())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.open_dialog(dialog, lambda paths: self.open_path(paths[0]))

    def back_up(self) -> None:
        """Put a copy of the project beside it, beside the window."""
        from app.ui.dialogs.file_work import run_beside  # noqa: PLC0415  # seldom wanted

        if self._session.project is None:
            return
        work = self._session.projects.back_up()

        def finish() -> None:
            if not work.finish():
                self._session.notified.emit(Message("The backup was cancelled. Nothing was written."))

        run_beside(self._context, work, finish)

    def open_path(self, path: Path) -> None:
        """Open a project; ask before one that is not there is made."""
        if not path.exists():
            self._offer_creating(path)
        elif self._session.project is None or not self._session.project.is_at(path):
            self._opener.open(path)

    def try_to_open(self, path: Path) -> None:
        """Open a project from a list; show why where that fails."""
        self._catch_errors(lambda: self.open_path(path))

    def create(self, path: Path) -> None:
        """Make a project, and open it."""
        path = path if path.suffix else path.with_suffix(SUFFIX)
        question = tr("Stop it and create “{name}”?", name=path.stem)
        self._leaving(lambda: self._session.projects.create(path), question, tr("Stop and create"))

    def close(self) -> None:
        """Close the project."""
        self._leaving(self._session.projects.close, tr("Stop it and close the project?"), tr("Stop and close"))

    def ask_save(
        self, title: str, proposed: Path, kinds: str, act: Callable[[Path], object], *, replaces: bool = True
    ) -> None:
        """Ask for the name of a file to write.

        Without `replaces`, `act` refuses one that is there.
        """
        dialog = self.dialog(title, kinds)
        propose_name(dialog, proposed, replaces=replaces)
        self.open_dialog(dialog, lambda paths: act(paths[0]))

    def dialog(self, title: str, kinds: str) -> QFileDialog:
        """Return a file dialog in the folder of the project."""
        return file_dialog(title, self._folder(), kinds, self._window)

    def open_dialog(self, dialog: QFileDialog, act: Callable[[list[Path]], object]) -> None:
        """Open a file dialog; `act` gets what was chosen."""
        open_file_dialog(dialog, lambda paths: self._catch_errors(lambda: act(paths)))

    def _offer_creating(self, path: Path) -> None:
        dialog = CreateDialog(path if path.suffix else path.with_suffix(SUFFIX), self._window)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self.create(path)))
        dialog.open()

    def _folder(self) -> Path:
        """Return where the open project lies, else the user's documents."""
        project = self._session.project
        if project is not None:
            return project.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _kinds() -> str:
    return tr("Pometka projects (*.pometka)")
