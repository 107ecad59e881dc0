"""The only place where errors are shown: a fault of the world as a sentence, a bug as a report to copy."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from app import __version__
from app.core.message import Message, ReadOnlyError, UserError
from app.store.files.damage import DamagedError
from app.ui.base.i18n import shown, tr
from app.ui.base.widgets import button
from app.ui.dialogs.frame import FramedDialog, Standard

log = logging.getLogger(__name__)


class Problems:
    """Show errors over the window, one dialog at a time."""

    def __init__(self, log_path: Path) -> None:
        self._log_path = log_path
        self.window: QWidget | None = None
        self._open: QDialog | None = None
        self.show_damage: Callable[[DamagedError], object] | None = None
        """What shows that a project is damaged, once there is a window to do so."""
        self.tell: Callable[[Message], object] | None = None
        """What says a light word, once there is a window to do so."""

    def catch_all(self) -> None:
        """Take every exception that nothing else caught, and keep a log."""
        logging.basicConfig(
            filename=self._log_path, encoding="utf-8", level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s"
        )
        sys.excepthook = self._caught

    def guard(self, act: Callable[[], object]) -> None:
        """Do something; a fault of the world becomes a dialog."""
        try:
            act()
        except UserError as error:
            self.show(error)

    def show(self, error: BaseException) -> None:
        """Show what went wrong, and log it where it is a bug; a key that writes nothing here costs no dialog."""
        if isinstance(error, DamagedError) and self.show_damage is not None:
            self.show_damage(error)
            return
        if isinstance(error, ReadOnlyError) and self.tell is not None:
            self.tell(Message("{what} {hint}", {"what": error.message, "hint": error.hint}))
            return
        if isinstance(error, UserError):
            self._open_dialog(fault_dialog(error, self.window))
            return
        log.error("A bug", exc_info=error)
        self._open_dialog(bug_dialog(report_of(error), self._log_path, self.window))

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(error.with_traceback(trace))

    def _open_dialog(self, dialog: QDialog) -> None:
        """Open a dialog unless one is open: a bug that repeats must not bury the window."""
        if self._open is not None:
            dialog.deleteLater()
            return
        self._open = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
        self._open = None


def report_of(error: BaseException) -> str:
    """Return what a developer needs: versions and the trace, without the values in it, which may be article text."""
    lines = [f"Pometka {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"  {place}:{frame.lineno} in {frame.name}: {frame.line}")
    return "\n".join([*lines, type(error).__name__])


def fault_dialog(error: UserError, parent: QWidget | None) -> QDialog:
    """Return the dialog of a fault: what happened, to which thing, what to do next."""
    dialog = FramedDialog(tr("This did not work"), parent, width_px=440)
    dialog.sentence(shown(error.message))
    if error.hint.template:
        dialog.sentence(shown(error.hint), "muted")
    dialog.buttons(Standard.Ok)
    return dialog


def bug_dialog(report: str, log_path: Path, parent: QWidget | None) -> QDialog:
    """Return the dialog of a bug, with a report to copy and the place of the log."""
    dialog = FramedDialog(tr("Something went wrong in Pometka"), parent, width_px=600)
    dialog.sentence(tr("A mistake in the program. What was saved is safe; you can go on working."))
    text = QPlainTextEdit(report, dialog)
    text.setReadOnly(True)
    text.setAccessibleName(tr("Report"))
    text.setMinimumHeight(200)
    text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    dialog.body.addWidget(text)
    dialog.sentence(tr("The report holds no text of your articles."), "muted")
    dialog.sentence(tr("Log: {path}", path=log_path), "muted")
    copy = button(tr("Copy the report"), dialog, lambda: QGuiApplication.clipboard().setText(report))
    dialog.buttons(Standard.Ok).addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    return dialog
