"""A task that runs.

How far it is, and the offer to stop it and go on with what was asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.core.message import Message
from app.ui.base.i18n import shown, tr
from app.ui.dialogs.frame import FramedDialog, Standard

_REFRESH_MS = 300


class StopDialog(FramedDialog):
    """Ask whether to stop.

    The default is to go on with the task, and `unfinished` says how far it is by now.
    """

    def __init__(self, unfinished: Callable[[], Message], question: str, accept: str, parent: QWidget) -> None:
        super().__init__(tr("Stop the running work?"), parent, width_px=440)
        self._unfinished, self._question = unfinished, question
        self._sentence = self.sentence(self.words)
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self._refresh)
        timer.start()
        self.sentence(tr("What it has brought so far stays."), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=accept)
        stay = buttons.button(Standard.Cancel)
        stay.setText(tr("Go on"))
        buttons.button(Standard.Ok).setDefault(False)
        stay.setDefault(True)
        stay.setFocus()

    @property
    def words(self) -> str:
        """What is asked now."""
        return f"{shown(self._unfinished())} {self._question}"

    def _refresh(self) -> None:
        self._sentence.setText(self.words)
