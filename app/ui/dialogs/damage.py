"""A damaged project that cannot be opened: the reason, its backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from app.store.files.damage import DamagedError
from app.ui.base.i18n import shown, tr
from app.ui.base.notice import Way
from app.ui.base.widgets import button
from app.ui.dialogs.frame import FramedDialog, Standard


class DamageDialog(FramedDialog):
    """Say what is damaged, and offer `ways` on.

    The first has the focus.
    """

    def __init__(self, error: DamagedError, ways: Sequence[Way], parent: QWidget | None) -> None:
        super().__init__(tr("The project is damaged"), parent, width_px=480)
        self.sentence(shown(error.message))
        kept = tr("The file was left as it is.")
        self.sentence(kept if ways else f"{kept} {tr('There is no backup of it.')}", "muted")
        box = self.buttons(Standard.Close)
        buttons: list[QPushButton] = [button(title, self, act) for title, act in ways]
        for made in buttons:
            box.addButton(made, box.ButtonRole.ActionRole)
        first = buttons[0] if buttons else box.button(Standard.Close)
        first.setDefault(True)
        first.setFocus()
