"""A project that cannot be written to.

Why, and the offer to read it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.message import UnwritableError
from app.ui.base.i18n import shown, tr
from app.ui.dialogs.frame import FramedDialog, Standard


class ReadingDialog(FramedDialog):
    """Say who or what is in the way.

    It is accepted to open the project for reading.
    """

    def __init__(self, error: UnwritableError, parent: QWidget) -> None:
        super().__init__(tr("Open read-only?"), parent, width_px=440)
        self.sentence(shown(error.message))
        self.sentence(shown(error.hint), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Open for reading"))
        buttons.button(Standard.Ok).setFocus()
