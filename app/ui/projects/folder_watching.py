"""Take new articles of a watched folder into the open project."""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from app.core.message import Message
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.projects.files import Files
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from app.service.jobs.importing.folder_watch import FolderWatch
    from app.service.jobs.task import Report

_LOOK_MS = 2_000


class ImportWatched(Protocol):
    """Imports new files of the folder, and calls `done` with the report."""

    def __call__(self, paths: Sequence[Path], done: Callable[[Report], None], *, pretag: bool) -> None: ...


class FolderWatching(QObject):
    """Watches the folder of the open project, where one is set.

    What is new waits while other work runs.
    """

    def __init__(self, context: WindowContext, files: Files, tasks: Tasks, import_files: ImportWatched) -> None:
        super().__init__(context.window)
        self._session, self._files, self._tasks, self._import_files = context.session, files, tasks, import_files
        self._watch: FolderWatch | None = None
        self._project: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(lambda: context.catch_errors(self.look))

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, None where none is."""
        return self._watch.watched.folder if self._watch is not None else None

    def toggle(self) -> None:
        """Ask for a folder to watch, or switch the watch off."""
        if self._watch is not None:
            self._switch_off(Message("The folder is not watched any more."))
            return
        self._session.projects.refuse_reading_only()
        dialog = self._files.dialog(tr("Watch a folder for new articles"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._files.open_dialog(dialog, lambda paths: self.start(paths[0]))

    def start(self, folder: Path) -> None:
        """Watch a folder for the open project from now on."""
        from app.service.jobs.importing.folder_watch import FolderWatch, Watched, save_watch

        project = self._session.project
        if project is None:
            return
        watch = FolderWatch(Watched(folder.absolute()))
        save_watch(project.path, watch)
        self._follow(project.path, watch)
        self._session.notified.emit(Message("“{folder}” is watched for new articles.", {"folder": folder.name}))

    def follow_project(self) -> None:
        """Go on with the watch of the project that is open now."""
        from app.service.jobs.importing.folder_watch import load_watch

        project = self._session.project
        if project is None or project.read_only:
            self._follow(None, None)
        elif project.path != self._project:
            self._follow(project.path, load_watch(project.path))

    def look(self) -> None:
        """Look into the folder, and take in what is new."""
        watch, project = self._watch, self._session.project
        if watch is None or project is None or self._tasks.is_busy:
            return
        changed = watch.describe_change()
        if changed is not None:
            self._session.notified.emit(changed)
        paths = watch.find_new()
        if paths:
            self._import_new(watch, paths)

    def _follow(self, project: Path | None, watch: FolderWatch | None) -> None:
        self._project, self._watch = project, watch
        if watch is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _import_new(self, watch: FolderWatch, paths: Sequence[Path]) -> None:
        from app.service.jobs.importing.folder_watch import save_watch

        project = self._session.project
        assert project is not None, "only an open project is watched for"
        path = project.path

        def finish(report: Report) -> None:
            if report.is_stopped:
                if self._watch is watch and self._session.project is project:
                    self._switch_off(Message("The import was stopped, and the folder is not watched any more."))
                return
            watch.note_taken(paths)
            save_watch(path, watch)
            self._report_taken(watch.watched.folder, report)

        self._import_files(paths, finish, pretag=watch.watched.pretag)

    def _report_taken(self, folder: Path, report: Report) -> None:
        fields = {"folder": folder.name, "n": str(report.articles)}
        message = Message("“{folder}”: {n} articles came.", fields)
        if report.skipped:
            message = Message("{what} The report of the last import says what was left out.", {"what": message})
        self._session.notified.emit(message)

    def _switch_off(self, message: Message) -> None:
        from app.service.jobs.importing.folder_watch import forget_watch

        if self._project is not None:
            forget_watch(self._project)
        self._follow(self._project, None)
        self._session.notified.emit(message)
