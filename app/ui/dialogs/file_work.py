"""Progress of work on a project file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from app.core.message import Message
from app.service.session.background_file_work import BackgroundFileWork
from app.ui.base.i18n import shown, tr
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.keyboard.held_input import HeldInput

_REFRESH_MS = 20
APPEARS_MS = 400
"""Work that ends sooner shows no dialog: a flash says nothing."""
_WHOLE = 1_000


class FileWorkDialog(FramedDialog):
    """Show how far work on a project file is."""

    def __init__(self, work: BackgroundFileWork[Any], parent: QWidget) -> None:
        super().__init__(shown(work.title), parent, width_px=440)
        self._work = work
        self._sentence = self.sentence("")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.body.addWidget(self.bar)
        self.sentence(shown(work.promise), "muted")
        self._buttons = self.buttons(Standard.Cancel)
        cancel = self._buttons.button(Standard.Cancel)
        cancel.setText(tr("Esc: cancel"))
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it comes unasked: a key that was meant for the text
        cancel.setAutoDefault(False)  # would press it
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._timer.start()
        self._show_progress()

    @property
    def words(self) -> str:
        """What is done now."""
        if self._work.is_cancelled:
            return tr("Cancelling…")
        return shown(self._work.part) if self._work.part is not None else ""

    def reject(self) -> None:
        """Cancel; the dialog ends when the file is left alone."""
        self._work.cancel()
        self._buttons.setEnabled(False)
        self._refresh()

    def _refresh(self) -> None:
        if not self._work.is_running:
            self._timer.stop()
            self.accept()
            return
        self._show_progress()

    def _show_progress(self) -> None:
        self._sentence.setText(self.words)
        share = 0.0 if self._work.is_cancelled else self._work.share
        self.bar.setRange(0, _WHOLE if share else 0)  # without a share it moves
        self.bar.setValue(round(share * _WHOLE))


def run_beside(context: WindowContext, work: BackgroundFileWork[Any], finish: Callable[[], object]) -> None:
    """Run work on a project file beside the window.

    A dialog shows how far it is, unless it ends in a moment. `finish` is called at its end, cancelled or not: it
    finishes the work. Keys that were pressed before anything was shown follow it, into the window.
    """

    def finish_in_window() -> QWidget:
        finish()
        return context.window

    work.start()
    _FileWorkRun(context, FileWorkDialog(work, context.window), finish_in_window)


def act_when_saved(context: WindowContext, act: Callable[[], QDialog | None]) -> None:
    """Act once all steps are on disk.

    They are waited for beside the window. Keys of that time are for the dialog that `act` returns: where it is not
    opened, they do nothing.
    """
    if not context.session.storage.is_saving:
        context.catch_errors(act)
        return
    work = context.session.storage.save_all()
    work.start()
    _FileWorkRun(context, FileWorkDialog(work, context.window), lambda: act() if work.finish() else None)


class _FileWorkRun(QObject):
    """Work beside the window, with its dialog and the keys that wait."""

    def __init__(self, context: WindowContext, dialog: FileWorkDialog, finish: Callable[[], QWidget | None]) -> None:
        """Show the work; `finish` returns what the keys are for, if anything."""
        super().__init__(dialog)
        self._context, self._finish = context, finish
        self._project = context.session.project
        self._dialog, self._held = dialog, HeldInput(context.window)
        self._appearing = QTimer(self._dialog, singleShot=True, interval=APPEARS_MS)
        self._appearing.timeout.connect(self._appear)
        self._dialog.finished.connect(self._dialog.deleteLater)  # one that never appeared too
        self._dialog.finished.connect(self._end)
        self._appearing.start()

    def _appear(self) -> None:
        self._held.stop()
        self._dialog.open()

    def _end(self) -> None:
        self._appearing.stop()
        self._held.stop()  # what follows may close the window
        wanted: list[QWidget | None] = []
        self._context.catch_errors(lambda: wanted.append(self._finish()))
        self._hand_on(next(iter(wanted), None))
        self._held.deleteLater()

    def _hand_on(self, wanted: QWidget | None) -> None:
        """Give the keys to what they were pressed for.

        A question, an error or another project is not that.
        """
        is_same_project = self._project is self._context.session.project
        shown = QApplication.activeModalWidget() or self._context.window
        if wanted is not None and wanted is shown and is_same_project:
            self._held.hand_on(wanted)
        elif self._held.presses:
            words = Message("{n} keys were pressed meanwhile and did nothing.", {"n": str(self._held.presses)})
            self._context.session.notified.emit(words)
