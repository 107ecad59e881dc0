"""Background tasks of a project: importing, tagging again, exporting.

The modules of tasks are imported with the first task: the start has no time for them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.core.message import Message
from app.store.files.opening import SUFFIX
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.projects.exports.exports import Exports
from app.ui.projects.exports.prints import Prints
from app.ui.projects.files import Files
from app.ui.projects.folder_watching import FolderWatching
from app.ui.projects.imports.table_questions import TableQuestions
from app.ui.projects.imports.workbooks import Workbooks
from app.ui.projects.reports import Reports
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from app.formats.table_choices import TableChoices
    from app.service.jobs.importing.import_plan import ImportOptions
    from app.service.jobs.importing.import_task import Import
    from app.service.jobs.task import Report, Task
    from app.service.jobs.workers.idle_workers import IdleWorkers
    from app.ui.dialogs.importing import ImportDialog


class BackgroundTasks:
    """Ask what to do, run a task for it, and report."""

    def __init__(self, context: WindowContext, files: Files, tasks: Tasks) -> None:
        self._window, self._session, self._store = context.window, context.session, context.store
        self._catch_errors, self._files, self.tasks = context.catch_errors, files, tasks
        self._idle_workers: IdleWorkers | None = None
        self._reports = Reports(context, tasks)
        self.questions = TableQuestions(context)
        self._workbooks = Workbooks(context, tasks, self._reports)
        self.exports = Exports(context, files, tasks, self._reports)
        self._prints = Prints(context, tasks, self.exports)
        self.watching = FolderWatching(context, files, tasks, self._import_watched)

    def ask_import(self) -> None:
        """Ask for files, then how they are to be imported."""
        from app.formats import registry

        self._session.projects.refuse_reading_only()
        kinds = " ".join(f"*{end}" for end in registry.readable_extensions())
        dialog = self._files.dialog(tr("Import articles"), f"{tr('Articles')} ({kinds});;{tr('All files')} (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._files.open_dialog(dialog, self.import_paths)

    def ask_import_folder(self) -> None:
        """Ask for a folder, then how to import its files."""
        self._session.projects.refuse_reading_only()
        dialog = self._files.dialog(tr("Import a folder"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._files.open_dialog(dialog, self.import_paths)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders, after a question how.

        A project that is dropped is opened. A workbook that was written before comes back.
        """
        if len(paths) == 1 and paths[0].suffix == SUFFIX:
            self._files.open_path(paths[0])
            return
        if not paths or self._is_busy():
            return
        from app.formats.tables.own_workbook import is_own_workbook

        if len(paths) == 1 and is_own_workbook(paths[0]):
            self._workbooks.compare(paths[0])
            return
        from app.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(paths, self._window, pretag=True, mends=self._store.settings.mends_text)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._ask_tables(paths, dialog)))
        dialog.open()

    def _ask_tables(self, paths: Sequence[Path], dialog: ImportDialog) -> None:
        """Ask about the columns of tables that are not certain, then import."""
        options = dialog.options

        def start(tables: TableChoices) -> None:
            self.start_import(paths, replace(options, tables=tables))

        self.questions.ask(paths, options.format_name, always=dialog.asks_columns, done=start)

    def start_import(
        self, paths: Sequence[Path], options: ImportOptions, done: Callable[[Import], None] = lambda _: None
    ) -> None:
        """Import into the open project.

        Where none is open, one is made beside the user's documents. `done` is called before the report is shown.
        """
        from app.service.jobs.importing.import_task import Import

        session = self._session
        is_new = session.project is None
        if is_new:
            self._files.create(_free_name(paths[0].stem))
        assert session.project is not None, "a project was just made"
        task = Import(session.project, paths, options, session, self._kept_workers())
        self.tasks.run(task, tr("Importing"), lambda _: self._report_import(task, done, is_new=is_new))

    def _import_watched(self, paths: Sequence[Path], done: Callable[[Report], None], *, pretag: bool) -> None:
        """Take in files of a watched folder; no window opens for it."""
        from app.service.jobs.importing.import_plan import ImportOptions
        from app.service.jobs.importing.watched_import import WatchedImport

        project = self._session.project
        assert project is not None, "only an open project watches a folder"
        options = ImportOptions(pretag=pretag, mends=self._store.settings.mends_text)
        task = WatchedImport(project, paths, options, self._session, self._kept_workers())

        def finish(report: Report) -> None:
            self._reports.keep_import(project.path, task.report)
            done(report)

        self.tasks.run(task, tr("Importing"), finish)

    def import_clipboard(self) -> None:
        """Import the text on the clipboard as an article, and open it.

        It is tagged like any other.
        """
        self._session.projects.refuse_reading_only()
        if self._is_busy():
            return
        from app.service.jobs.importing.import_plan import ImportOptions
        from app.ui.projects.imports.clipboard import read_clipboard, write_clipboard_file

        text = read_clipboard()
        if not text.strip():
            self._notify(Message("There is no text on the clipboard."))
            return
        path = write_clipboard_file(text)
        options = ImportOptions(format_name="article", mends=self._store.settings.mends_text)
        self.start_import([path], options, done=lambda task: self._open_pasted(task, path))

    def _open_pasted(self, task: Import, path: Path) -> None:
        """Open the article of the clipboard text, also a known one."""
        shutil.rmtree(path.parent, ignore_errors=True)
        known = (task.report.ids.get(article.digest) for article in task.report.known_articles)
        article_id = next((number for number in (*task.report.taken, *known) if number is not None), None)
        if article_id is not None and self._session.project is task.project:
            self._session.reader.go_to(article_id)

    def show_import_report(self) -> None:
        """Show what came of the last import."""
        self._reports.show_last()

    def pretag(self, article_ids: Sequence[int]) -> None:
        """Tag articles again; what was decided stays."""
        from app.service.jobs.tag_task import Pretag

        session = self._session
        session.projects.refuse_reading_only()
        if session.project is not None and article_ids and not self._is_busy():
            task = Pretag(session.project, article_ids, session=session, idle=self._kept_workers())
            self.tasks.run(task, tr("Tagging"), lambda report: self._report_pretag(task, report))

    def find_near(self) -> None:
        """Compare all articles, and mark those that are nearly the same."""
        from app.service.jobs.importing.near_task import NearSearch

        session = self._session
        session.projects.refuse_reading_only()
        if session.project is not None and not self._is_busy():
            task = NearSearch(session.project, session)
            self.tasks.run(
                task, tr("Comparing articles"), lambda _: self._reports.show_near(task.project.path, task.report)
            )

    def watch_folder(self) -> None:
        """Watch a folder for new articles, or stop watching."""
        self.watching.toggle()

    def is_watching(self) -> bool:
        """Whether a folder is watched for the open project."""
        return self.watching.folder is not None

    def pause_or_resume(self) -> None:
        """Pause the running work, or let it go on."""
        if not self.tasks.is_busy:
            self._notify(Message("Nothing is running."))
            return
        self.tasks.pause_or_resume()

    def stop_work(self) -> None:
        """End the running work; what it brought stays."""
        if not self.tasks.is_busy:
            self._notify(Message("Nothing is running."))
        self.tasks.cancel()

    def resume_unfinished(self) -> None:
        """Go on with the unfinished work on the project."""
        from app.service.jobs.importing.import_task import resume_import
        from app.service.jobs.tag_task import Pretag
        from app.service.jobs.work_log import WorkKind, find_unfinished

        session = self._session
        session.projects.refuse_reading_only()
        if session.project is None or self._is_busy():
            return
        work = find_unfinished(session.project.path)
        if work is None:
            self._notify(Message("No work on this project is unfinished."))
        elif work.plan.kind is WorkKind.IMPORT:
            task = resume_import(session.project, work, session, self._kept_workers())
            self.tasks.run(task, tr("Importing"), lambda _: self._report_import(task, lambda _: None, is_new=False))
        else:
            tagging = Pretag(session.project, (), session=session, idle=self._kept_workers(), resumed=work)
            self.tasks.run(tagging, tr("Tagging"), lambda report: self._report_pretag(tagging, report))

    def report_unfinished(self) -> None:
        """Say that work on the project is unfinished."""
        from app.service.jobs.work_log import find_unfinished

        project = self._session.project
        if project is None or project.read_only or self.tasks.is_busy or find_unfinished(project.path) is None:
            return
        self._reports.say_unfinished(project.path)

    def close(self) -> None:
        """End the workers that wait for more to do."""
        self.questions.close()
        if self._idle_workers is not None:
            self._idle_workers.close()

    def ask_export(self) -> None:
        """Ask for the choices of an export, and write it.

        They are what is exported, where to and how.
        """
        if self._session.project is not None and not self._is_busy():
            self.exports.ask()

    def print_article(self) -> None:
        """Print the open article, or what is selected in it."""
        if self._session.open_article is not None and not self._is_busy():
            self._prints.ask()

    def _kept_workers(self) -> IdleWorkers:
        """Return the workers kept between tasks, with loaded models."""
        if self._idle_workers is None:
            from app.service.jobs.workers.idle_workers import IdleWorkers

            self._idle_workers = IdleWorkers()
        return self._idle_workers

    def _is_busy(self) -> bool:
        if self.tasks.is_busy:
            self._notify(Message("Wait for the running work to end, or cancel it."))
        return self.tasks.is_busy

    def _notify(self, message: Message) -> None:
        self._session.notified.emit(message)

    def _report_import(self, task: Import, done: Callable[[Import], None], *, is_new: bool) -> None:
        """Say what came of an import.

        A project that was made for it and got nothing by it goes again.
        """
        done(task)
        if is_new and task.report.brought_nothing and self._session.project is task.project:
            self._session.projects.discard_unused()
        self._reports.show_import(task.project.path, task.report)

    def _report_pretag(self, task: Task, report: Report) -> None:
        name = task.project.path.stem
        summary = tr("{n} articles tagged", n=report.articles)
        if report.undone:
            summary = tr("Tagging “{name}” was cancelled: undo took back {n} articles.", name=name, n=report.undone)
        elif report.is_stopped:
            summary = tr("Tagging “{name}” stopped after {n} articles.", name=name, n=report.articles)
        self._reports.show_problems(task.project.path, tr("Tagging"), summary, report.skipped)


def _free_name(stem: str) -> Path:
    """Return a free name for a project in the user's documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents / "Pometka"
    folder.mkdir(parents=True, exist_ok=True)
    names = (folder / f"{stem}{number}{SUFFIX}" for number in ("", *(f" {n}" for n in range(2, 1000))))
    return next(path for path in names if not path.exists())
