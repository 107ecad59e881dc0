"""Run an export from the dialog to the opened file.

It has the dialog of choices, the file, the task, and opening what was written.

The modules of tasks and dialogs are imported with the first export: the start has no time for them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.core.message import Message, UserError
from app.ui.base.i18n import shown, tr
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.file_dialog import propose_name
from app.ui.projects.files import Files
from app.ui.projects.reports import Reports
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from app.formats.export_context import ExportContext
    from app.formats.export_options import ExportOptions
    from app.formats.file_format import FileFormat
    from app.service.jobs.exporting.export_task import Export
    from app.service.jobs.task import Report
    from app.ui.dialogs.export.export_dialog import ExportDialog
    from app.ui.dialogs.export.export_scope import ExportOffer, ExportScope

_PREVIEW_ARTICLES, _PREVIEW_CHARS = 20, 100_000


class Exports:
    """Ask for an export's choices, write it, and open it.

    It is opened where that is wanted.
    """

    def __init__(self, context: WindowContext, files: Files, tasks: Tasks, reports: Reports) -> None:
        self._window, self._session, self._store = context.window, context.session, context.store
        self._find_appearance, self._catch_errors = context.find_appearance, context.catch_errors
        self._files, self._tasks, self._reports = files, tasks, reports

    def ask(self) -> None:
        """Ask for the choices, then for the file.

        The choices of the last time are set at first.
        """
        from app.service.project.export_presets import LAST

        presets = self._read_presets()
        self._open_dialog(presets, presets.get(LAST, self._plain_options()))

    def ask_article_pdf(self) -> None:
        """Ask for the PDF file of the open article.

        It has its highlights and notes.
        """
        from app.formats.export_options import PageContent

        open_article = self._session.open_article
        if open_article is not None:
            chosen = replace(self._plain_options(), format_name="pdf", content=PageContent.ARTICLES)
            chosen = replace(chosen, article_ids=(open_article.article.id,))
            self._open_dialog(self._read_presets(), chosen, is_kept=False)

    def _open_dialog(self, presets: dict[str, ExportOptions], options: ExportOptions, *, is_kept: bool = True) -> None:
        """Open the dialog of choices.

        What is chosen there `is_kept` for the next time, or not.

        Its first rows are read in a thread of their own.
        """
        from app.ui.dialogs.export.export_dialog import ExportDialog
        from app.ui.projects.exports.preview_reader import PreviewReader

        project = self._session.project
        if project is None:
            return
        reader = PreviewReader(project, self._session.scheme)
        dialog = ExportDialog(
            self._make_offer(presets),
            lambda wanted, sheet: reader.ask(self._list_previewed(wanted), wanted, sheet),
            self._window,
        )
        dialog.set_opens_file(opens=self._store.settings.opens_exports)
        reader.answered.connect(dialog.show_preview)
        dialog.finished.connect(reader.close)
        dialog.show_options(options)
        dialog.preset_saved.connect(self._keep_preset)
        dialog.preset_removed.connect(self._forget_preset)
        dialog.accepted.connect(lambda: self._catch_errors(lambda: self._ask_file(dialog, is_kept=is_kept)))
        dialog.open()

    def start(self, path: Path, options: ExportOptions) -> None:
        """Export the open project into a file."""
        from app.service.jobs.exporting.export_task import Export

        project = self._session.project
        if project is not None:
            task = Export(project, path, replace(options, author=self._session.author))
            self._tasks.run(task, tr("Exporting"), lambda report: self._report(task, report))

    def _ask_file(self, dialog: ExportDialog, *, is_kept: bool) -> None:
        """Keep the choices, ask for the file, and write it."""
        from app.formats import registry
        from app.service.project.export_presets import LAST

        project, options, known = self._session.project, dialog.options, dialog.format
        if project is None:
            return
        self._store.settings.opens_exports = dialog.opens_file
        if is_kept:
            self._keep_preset(LAST, options)
        end = registry.writable_extensions(known)[0]
        files = self._files.dialog(tr("Export"), _kind_of_file(known, end))
        propose_name(files, project.path.with_suffix(end))
        self._files.open_dialog(files, lambda paths: self.start(paths[0], options))

    def _report(self, task: Export, report: Report) -> None:
        if task.written is not None:
            words = tr("Written: {path}", path=task.written)
            self._reports.show_problems(task.project.path, tr("Export"), words, report.skipped)
            if self._store.settings.opens_exports:
                self._open_file(task.written)
        elif report.is_stopped:
            name = task.project.path.stem
            self._session.notified.emit(Message("Export of “{name}” stopped; nothing was written.", {"name": name}))

    def _open_file(self, path: Path) -> None:
        """Open a file by the program that the system has for it.

        A folder is shown.
        """
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._session.notified.emit(Message("No program opens “{name}”.", {"name": path.name}))

    def _make_offer(self, presets: dict[str, ExportOptions]) -> ExportOffer:
        """Return what the dialog of the open project offers."""
        from app.formats.xlsx.sheets.sheet_preview import list_sheets
        from app.ui.dialogs.export.export_scope import ExportOffer

        sheets = list_sheets(self._make_context(self._plain_options()))
        language = self._find_appearance().language
        return ExportOffer(self._session.scheme, sheets, self._list_scopes(), presets, language)

    def _list_scopes(self) -> list[ExportScope]:
        """Return the choices of articles.

        All, those that the list shows, the open one, what is selected in it.
        """
        from app.ui.dialogs.export.export_scope import ExportScope

        articles, open_article = self._session.articles, self._session.open_article
        scopes = [ExportScope(tr("All: {n} articles", n=len(articles)))]
        if len(articles.shown) != len(articles):
            title = tr("As filtered in the list: {n} articles", n=len(articles.shown))
            scopes.append(ExportScope(title, tuple(articles.shown)))
        if open_article is not None:
            scopes.append(ExportScope(tr("The open article"), (open_article.article.id,)))
            part = self._session.cursor.selection
            if part is not None:
                scopes.append(ExportScope(tr("The selected text"), (open_article.article.id,), part))
        return scopes

    def _list_previewed(self, options: ExportOptions) -> list[int]:
        """Return the first articles of an export for the preview.

        Very long ones are left out.
        """
        articles = self._session.articles
        wanted = options.article_ids if options.article_ids is not None else articles.ids()
        found = (article for one in wanted if (article := articles.get(one)) is not None)
        taken = (one.id for one in found if one.length <= _PREVIEW_CHARS and options.includes_article(one))
        return list(islice(taken, _PREVIEW_ARTICLES))

    def _make_context(self, options: ExportOptions) -> ExportContext:
        from app.formats.export_context import ExportContext

        project = self._session.project
        return ExportContext(self._session.scheme, project.path.stem if project else "", options=options)

    def _plain_options(self) -> ExportOptions:
        from app.formats.export_options import ExportOptions

        return ExportOptions(language=self._find_appearance().language)

    def _read_presets(self) -> dict[str, ExportOptions]:
        """Return the presets that can be read; say which cannot."""
        from app.service.project.export_presets import read_preset

        found: dict[str, ExportOptions] = {}
        for name, text in self._store.settings.export_presets.items():
            try:
                found[name] = read_preset(text, name)
            except UserError as error:
                self._session.notified.emit(error.message)
        return found

    def _keep_preset(self, name: str, options: ExportOptions) -> None:
        from app.service.project.export_presets import write_preset

        settings = self._store.settings
        settings.export_presets = {**settings.export_presets, name: write_preset(options)}
        self._store.save()

    def _forget_preset(self, name: str) -> None:
        settings = self._store.settings
        settings.export_presets = {known: text for known, text in settings.export_presets.items() if known != name}
        self._store.save()


def _kind_of_file(known: FileFormat, end: str) -> str:
    """Return Qt's name filter of a format that is written."""
    return f"{shown(known.title)} (*{end})"
