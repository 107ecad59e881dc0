"""Progress of an older project that is brought up to date."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from app.service.session.background_preparation import BackgroundPreparation
from app.ui.base.i18n import shown, tr
from app.ui.dialogs.frame import FramedDialog, Standard

_REFRESH_MS = 50
_WHOLE = 1_000


class PreparingDialog(FramedDialog):
    """Show how far the preparation of a project is; end with it."""

    def __init__(self, preparation: BackgroundPreparation, parent: QWidget) -> None:
        super().__init__(tr("Opening “{name}”", name=preparation.path.stem), parent, width_px=440)
        self._preparation = preparation
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
        if self._preparation.is_cancelled:
            return tr("Cancelling…")
        return shown(self._preparation.part) if self._preparation.part is not None else ""

    def reject(self) -> None:
        """Cancel; the dialog ends when the file is left alone."""
        self._preparation.cancel()
        self._buttons.setEnabled(False)
        self._refresh()

    def _refresh(self) -> None:
        if not self._preparation.is_running:
            self._timer.stop()
            self.accept()
            return
        self._show_progress()

    def _show_progress(self) -> None:
        self._sentence.setText(self.words)
        share = 0.0 if self._preparation.is_cancelled else self._preparation.share
        self.bar.setRange(0, _WHOLE if share else 0)  # without a share it moves
        self.bar.setValue(round(share * _WHOLE))
