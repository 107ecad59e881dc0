"""The results of a task, and what it left out, with reasons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from app.core.message import Message
from app.ui.base.i18n import shown, tr
from app.ui.base.widgets import wrap_rows
from app.ui.dialogs.frame import FramedDialog, Standard


class ReportDialog(FramedDialog):
    """Say what came out, and list the `problems`."""

    def __init__(self, title: str, summary: str, problems: Sequence[Message], parent: QWidget) -> None:
        super().__init__(title, parent, width_px=560)
        self.problems = [shown(problem) for problem in problems]
        self.sentence(summary)
        if self.problems:
            self.sentence(tr("Left out or changed:"), "muted")
            listed = QListWidget(self)
            wrap_rows(listed)
            listed.setAccessibleName(tr("Problems"))
            listed.addItems(self.problems)
            listed.setMinimumHeight(80)
            self.body.addWidget(listed)
        self.buttons(Standard.Ok).button(Standard.Ok).setFocus()
