"""Printing the open article.

The dialog of the system, and what to do where there is no printer.

The modules of printing are imported with the first print: the start has no time for them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QDialog

from app.core.message import Message
from app.core.span import Span
from app.ui.base.i18n import tr
from app.ui.base.window_context import WindowContext
from app.ui.projects.exports.exports import Exports
from app.ui.projects.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.service.jobs.task import Report
    from app.ui.printing.print_task import Printing

_MARGIN_MM = 18


class Prints:
    """Ask for printer and pages, and print the article.

    It is printed with its highlights, claims and notes.
    """

    def __init__(self, context: WindowContext, tasks: Tasks, exports: Exports) -> None:
        self._window, self._session, self._find_appearance = context.window, context.session, context.find_appearance
        self._tasks, self._exports = tasks, exports

    def ask(self) -> None:
        """Open the print dialog of the system.

        Where no printer is set up, offer a PDF instead.
        """
        from PySide6.QtPrintSupport import QPrinterInfo

        if QPrinterInfo.availablePrinterNames():
            self._open_print_dialog()
        else:
            self._offer_pdf()

    def start(self, printer: QPrinter) -> None:
        """Print the open article.

        Only the selection is printed if the printer was asked for that.
        """
        from PySide6.QtPrintSupport import QPrinter

        from app.formats.source.own_files import PROGRAM
        from app.ui.printing.print_task import Printing

        project, open_article = self._session.project, self._session.open_article
        if project is None or open_article is None:
            return
        is_part = printer.printRange() is QPrinter.PrintRange.Selection
        printer.setCreator(PROGRAM)
        printer.setDocName(open_article.article.title)
        part = self._find_selection() if is_part else None
        task = Printing(project, open_article.article, printer, self._find_appearance().language, part)
        self._tasks.run(task, tr("Printing"), lambda report: self._report(task, report))

    def _open_print_dialog(self) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageMargins(QMarginsF(*[_MARGIN_MM] * 4), QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print"))
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOption(option.PrintSelection, self._find_selection() is not None)
        dialog.setOption(option.PrintPageRange, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.start(printer))
        QDialog.open(dialog)  # QPrintDialog has another one beside it

    def _offer_pdf(self) -> None:
        from app.ui.dialogs.frame import FramedDialog, Standard

        dialog = FramedDialog(tr("Print"), self._window, width_px=460)
        dialog.sentence(tr("No printer is set up here. Export the article as PDF, and print that elsewhere."))
        dialog.buttons(Standard.Ok | Standard.Cancel, accept=tr("Export as PDF…")).button(Standard.Ok).setFocus()
        dialog.accepted.connect(self._exports.ask_article_pdf)
        dialog.open()

    def _find_selection(self) -> Span | None:
        return self._session.cursor.selection

    def _report(self, task: Printing, report: Report) -> None:
        words = Message("Printing stopped.")
        if not report.is_stopped:
            words = Message("{n} pages printed: “{name}”", {"n": str(task.pages), "name": task.title})
        self._session.notified.emit(words)
