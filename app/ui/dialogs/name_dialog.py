"""A question for one name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.base.i18n import tr
from app.ui.base.widgets import line
from app.ui.dialogs.frame import FramedDialog, Standard


class NameDialog(FramedDialog):
    """Ask for a name; `accept_name` gets it where it is not blank."""

    def __init__(self, title: str, words: str, name: str, accept_name: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(title, parent, width_px=440)
        self.sentence(words)
        self._line = line(tr("Name"), self)
        self._line.setText(name)
        self._accept_name = accept_name
        self.body.addWidget(self._line)
        self.buttons(Standard.Ok | Standard.Cancel, accept=title)
        self._line.selectAll()
        self._line.setFocus()

    def accept(self) -> None:
        super().accept()
        name = self._line.text().strip()
        if name:
            self._accept_name(name)
