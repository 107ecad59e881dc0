"""The only place where errors are shown.

An error of the environment is a sentence, a bug a report to copy.
"""

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


_MOST_WAITING = 5
"""So many errors wait for the one that is open; more are counted, and are in the log."""

_MAX_HEADING_CHARS = 160


class Problems:
    """Show errors over the window, one dialog at a time.

    The same error is not shown again while it waits.
    """

    def __init__(self, log_path: Path) -> None:
        self._log_path = log_path
        self.window: QWidget | None = None
        self.shown: QDialog | None = None
        self._waiting: dict[str, Callable[[], QDialog]] = {}
        """What opens each dialog by what it says; the first one is open."""
        self._left_out = 0
        self.show_damage: Callable[[DamagedError], object] | None = None
        """What shows that a project is damaged, once there is a window to do so."""
        self.notify: Callable[[Message], object] | None = None
        """What says a light word, once there is a window to do so."""

    def catch_all(self) -> None:
        """Take every exception that nothing else caught, and keep a log."""
        logging.basicConfig(
            filename=self._log_path, encoding="utf-8", level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s"
        )
        sys.excepthook = self._report_bug

    def catch_errors(self, act: Callable[[], object]) -> None:
        """Run an act; an error of the environment becomes a dialog."""
        try:
            act()
        except UserError as error:
            self.show(error)

    def show(self, error: BaseException) -> None:
        """Show what went wrong, and log it where it is a bug.

        A key that writes nothing here costs no dialog.
        """
        if isinstance(error, DamagedError) and self.show_damage is not None:
            self.show_damage(error)
            return
        if isinstance(error, ReadOnlyError) and self.notify is not None:
            self.notify(Message("{what} {hint}", {"what": error.message, "hint": error.hint}))
            return
        if isinstance(error, UserError):
            self._add_dialog(str(error), lambda: error_dialog(error, self.window))
            return
        log.error("A bug", exc_info=error)
        report = report_of(error)
        self._add_dialog(report, lambda: bug_dialog(report, self._log_path, self.window))

    def _report_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.show(error.with_traceback(trace))

    def _add_dialog(self, words: str, make: Callable[[], QDialog]) -> None:
        """Open a dialog, or queue it behind the one that is open.

        A bug that repeats must not cover the window.
        """
        if words in self._waiting:
            return
        if len(self._waiting) > _MOST_WAITING:
            log.warning("Not shown: %s", words)
            self._left_out += 1
            return
        self._waiting[words] = make
        self._open_next()

    def _open_next(self) -> None:
        if self.shown is None and self._waiting:
            words, make = next(iter(self._waiting.items()))
            self.shown = make()
            self.shown.finished.connect(lambda: self._forget_dialog(words))
            self.shown.open()

    def _forget_dialog(self, words: str) -> None:
        del self._waiting[words]
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = None
        if self._left_out and not self._waiting:
            count, self._left_out = self._left_out, 0
            self.show(
                UserError("{n} more errors came meanwhile.", hint="They are in “{path}”.", n=count, path=self._log_path)
            )
        self._open_next()


def report_of(error: BaseException) -> str:
    """Return what a developer needs.

    Versions and the trace, without the values in it, which may be article text.
    """
    lines = [f"Pometka {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"]
    for frame in traceback.extract_tb(error.__traceback__):
        place = "/".join(Path(frame.filename).parts[-3:])
        lines.append(f"  {place}:{frame.lineno} in {frame.name}: {frame.line}")
    return "\n".join([*lines, type(error).__name__])


def error_dialog(error: UserError, parent: QWidget | None) -> QDialog:
    """Return the dialog of an error.

    What happened, to which thing, what to do next. The heading is what happened; where that is long, the first of it,
    and all of it follows.
    """
    words = shown(error.message)
    is_long = len(words) > _MAX_HEADING_CHARS
    heading = words[: _MAX_HEADING_CHARS - 1] + "…" if is_long else words
    dialog = FramedDialog(heading, parent, width_px=480, wraps=True)
    if is_long:
        dialog.sentence(words)
    if error.hint.template:
        dialog.sentence(shown(error.hint), "muted")
    dialog.buttons(Standard.Ok)
    dialog.fit_height(480)
    return dialog


def bug_dialog(report: str, log_path: Path, parent: QWidget | None) -> QDialog:
    """Return the dialog of a bug.

    It has a report to copy, and the place of the log.
    """
    dialog = FramedDialog(tr("Error in Pometka"), parent, width_px=600)
    dialog.sentence(tr("This is an error in the program. What was saved is safe; you can go on working."))
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
