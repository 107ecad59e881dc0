"""A task that runs: how far it is, and the offer to stop it and go on with what was asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.message import Message
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.i18n import shown, tr


class StopDialog(FramedDialog):
    """Ask whether to stop; the default is to go on with the task."""

    def __init__(self, unfinished: Message, question: str, accept: str, parent: QWidget) -> None:
        super().__init__(tr("Stop the running work?"), parent, width_px=440)
        self.words = f"{shown(unfinished)} {question}"
        self.sentence(self.words)
        self.sentence(tr("What it has brought so far stays."), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=accept)
        stay = buttons.button(Standard.Cancel)
        stay.setText(tr("Go on"))
        buttons.button(Standard.Ok).setDefault(False)
        stay.setDefault(True)
        stay.setFocus()
