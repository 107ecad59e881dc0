"""A project that is not there: the offer to make it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ui.base.i18n import tr
from app.ui.dialogs.frame import FramedDialog, Standard


class CreateDialog(FramedDialog):
    """Ask before a project is made; the default is to make none."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(tr("Create a new project?"), parent, width_px=440)
        self.sentence(
            tr("There is no project “{name}” in {folder}.", name=path.name, folder=str(path.absolute().parent))
        )
        self.sentence(tr("Check the name. If it is right, a new and empty project can be created."), "muted")
        buttons = self.buttons(Standard.Ok | Standard.Cancel, accept=tr("Create project"))
        cancel = buttons.button(Standard.Cancel)
        buttons.button(Standard.Ok).setDefault(False)
        cancel.setDefault(True)
        cancel.setFocus()
