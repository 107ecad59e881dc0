"""Show what came of a task, and do what is decided there."""

# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.message import Message
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.keyboard.keys import shown as shown_key
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from app.service.jobs.importing.import_report import ImportReport
    from app.ui.dialogs.import_report.report_window import ImportReportDialog


class Reports:
    """Show reports that need a look, and the last one on request.

    A report opens by itself only where the user waits for it: its window would get the keys of who works on meanwhile.
    """

    def __init__(self, context: WindowContext, tasks: Tasks) -> None:
        self._window, self._session, self._catch_errors = context.window, context.session, context.catch_errors
        self._find_appearance, self._tasks = context.find_appearance, tasks
        self._last: tuple[Path, Callable[[], None]] | None = None

    def show_import(self, project: Path, report: ImportReport) -> None:
        """Show a report in a window, and its count in a line.

        An import without anything to look at opens no window.
        """
        summary = self._summarise(project, report)
        self.keep_import(project, report)
        hidden = self._count_hidden(report)
        words = f"{summary} · {tr('{n} of them hidden by the filter', n=hidden)}" if hidden else summary
        self._announce_result(words, needs_look=bool(report.skipped or report.near))

    def show_near(self, project: Path, report: ImportReport) -> None:
        """Show which articles of a project are nearly the same."""
        summary = tr("{n} articles compared", n=report.articles)
        summary += " · " + tr("{n} nearly the same as others", n=len(report.near))
        if report.is_stopped:
            summary += " · " + tr("stopped before the end")
        title = tr("Articles that are nearly the same")
        self._last = (project, lambda: self._open_import(title, summary, report))
        self._announce_result(summary, needs_look=bool(report.near))

    def show_problems(self, project: Path, title: str, summary: str, problems: Sequence[Message]) -> None:
        """Say what came out; list in a window what was left out."""
        if problems:
            self.offer(project, summary, lambda: self._open_problems(title, summary, problems))
        else:
            self._announce_result(summary, needs_look=False)

    def offer(self, project: Path, words: str, show: Callable[[], None]) -> None:
        """Say what came out; `show` it now or on request."""
        self._last = (project, show)
        self._announce_result(words, needs_look=True)

    def _count_hidden(self, report: ImportReport) -> int:
        """Return how many of the taken articles the filter hides."""
        articles = self._session.articles
        shown = set(articles.shown) if articles.hidden_count else None
        return 0 if shown is None else sum(number not in shown for number in report.taken if articles.get(number))

    def keep_import(self, project: Path, report: ImportReport) -> None:
        """Keep a report for `show_last`."""
        summary = self._summarise(project, report)
        self._last = (project, lambda: self._open_import(tr("Import"), summary, report))

    def say_unfinished(self, project: Path) -> None:
        """Say that work on the project waits to be resumed."""
        words = tr("Work on “{name}” did not come to its end", name=project.stem)
        self._session.notified.emit(Message(f"{words} · {self._resuming_words()}"))

    def show_last(self) -> None:
        """Show the report of the last job on the open project again."""
        open_path = self._session.project.path if self._session.project is not None else None
        if self._last is None or self._last[0] != open_path:
            self._session.notified.emit(Message("There is no report since the project was opened."))
        else:
            self._last[1]()

    def _announce_result(self, words: str, *, needs_look: bool) -> None:
        """Say what came out.

        It takes the place of what was said while the work went on. Open the last report where it needs a look, or
        name the key for that.
        """
        key = self._find_key("project.import_report")
        if needs_look and not self._tasks.is_awaited and key:
            words = f"{words} · {tr('Report: {key}', key=key)}"
        self._session.notified.emit(Message(words))
        if needs_look and self._tasks.is_awaited and self._last is not None:
            self._last[1]()

    def _open_problems(self, title: str, summary: str, problems: Sequence[Message]) -> None:
        from app.ui.dialogs.report import ReportDialog

        dialog = ReportDialog(title, summary, problems, self._window)
        dialog.open()

    def _open_import(self, title: str, summary: str, report: ImportReport) -> None:
        from app.ui.dialogs.import_report.report_window import ImportReportDialog

        dialog = ImportReportDialog(title, summary, report, self._session, self._find_appearance().theme, self._window)
        dialog.article_wanted.connect(lambda number: self._catch_errors(lambda: self._session.reader.go_to(number)))
        dialog.removal_wanted.connect(lambda number: self._catch_errors(lambda: self._remove(dialog, number)))
        dialog.keeping_wanted.connect(
            lambda pair: self._catch_errors(lambda: self._session.editor.articles.keep_both(pair))
        )
        dialog.open()

    def _remove(self, dialog: ImportReportDialog, article_id: int) -> None:
        """Remove an article from the project by an undoable step."""
        self._session.editor.articles.remove([article_id])
        dialog.mark_removed()

    def _summarise(self, project: Path, report: ImportReport) -> str:
        if report.undone:
            words = tr(
                "Import into “{name}” was cancelled: undo took back {n} articles.", name=project.stem, n=report.undone
            )
        elif report.is_stopped:
            words = tr("Import into “{name}” stopped after {n} articles", name=project.stem, n=report.articles)
            words = f"{words} · {self._resuming_words()}"
        else:
            words = tr("{n} articles imported", n=report.articles)
        more = [tr("{n} were there from the run that stopped", n=report.resumed)] if report.resumed else []
        if report.known:
            more.append(tr("{n} known already", n=report.known))
        if report.near:
            more.append(tr("{n} nearly the same as others", n=len(report.near)))
        return " · ".join([words, *more])

    def _find_key(self, action_id: str) -> str:
        return shown_key(self._find_appearance().keymap.own_key(action_id))

    def _resuming_words(self) -> str:
        """Name the command that goes on with stopped work, and its key."""
        command, key = tr("Resume the unfinished work"), self._find_key("work.resume")
        return f"{command}: {key}" if key else command
