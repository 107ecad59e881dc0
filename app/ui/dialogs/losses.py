"""The losses of a format, said before it is written."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from app.formats.file_format import FileFormat
from app.ui.base.i18n import shown, tr
from app.ui.dialogs.frame import FramedDialog, Standard


class LossesDialog(FramedDialog):
    """List what a format cannot hold, and ask whether to export."""

    def __init__(self, known: FileFormat, parent: QWidget) -> None:
        super().__init__(tr("Export"), parent, width_px=560)
        self.losses = [shown(loss) for loss in known.losses]
        self.sentence(tr("A file of the format “{format}” does not hold:", format=shown(known.title)))
        listed = QListWidget(self)
        listed.setWordWrap(True)
        listed.setAccessibleName(tr("Not in the file"))
        listed.addItems(self.losses)
        self.body.addWidget(listed)
        self.sentence(tr("The project keeps all of it. What is left out is counted after the export."), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Export"))
        buttons.button(Standard.Ok).setFocus()
