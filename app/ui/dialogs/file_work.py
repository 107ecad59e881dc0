"""Progress of work on a project file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from app.service.session.background_file_work import BackgroundFileWork
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
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
        self.sentence(tr("Until all of it is done, the file stays as it was."), "muted")
        self._buttons = self.buttons(Standard.Cancel)
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


def run_beside(
    window: QWidget, work: BackgroundFileWork[Any], catch_errors: ErrorBoundary, finish: Callable[[], object]
) -> None:
    """Run work on a project file beside the window.

    A dialog shows how far it is, unless it ends in a moment: then the keys of that moment follow it. `finish` is called
    at its end, cancelled or not: it finishes the work.
    """
    work.start()
    dialog, held = FileWorkDialog(work, window), HeldInput(window)
    appearing = QTimer(dialog, singleShot=True, interval=APPEARS_MS)

    def appear() -> None:
        held.stop()
        dialog.open()

    def end() -> None:
        is_hidden = appearing.isActive()
        if is_hidden:
            appearing.stop()
            held.stop()  # what follows may close the window
        catch_errors(finish)
        if is_hidden:
            held.hand_on()

    appearing.timeout.connect(appear)
    dialog.finished.connect(dialog.deleteLater)  # one that never appeared too
    dialog.finished.connect(end)
    appearing.start()
