"""A project that cannot be saved is to be left.

Try again, save it elsewhere, or give up what is not saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from app.core.message import Message, NotSavedError
from app.ui.base.i18n import shown, tr
from app.ui.base.widgets import button
from app.ui.dialogs.frame import FramedDialog, Standard

Role = QDialogButtonBox.ButtonRole
Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""

_LISTED = 12


class UnsavedDialog(FramedDialog):
    """Say why saving failed.

    Each button closes the dialog and does its act, Cancel and Esc stay in the project.
    """

    def __init__(self, error: NotSavedError, pending: int, ways: Sequence[Way], parent: QWidget) -> None:
        """Offer the `ways` on.

        The first is the default, the last gives up the changes that are `pending`.
        """
        super().__init__(tr("Not saved"), parent, width_px=560)
        self.sentence(shown(error.message))
        self.sentence(shown(error.hint), "muted")
        if pending:
            self.sentence(tr("{n} changes are kept in memory only.", n=pending))
        self._box = self.buttons(Standard.Cancel)
        first, *others, last = ways
        default = self._add(first, Role.AcceptRole)
        for way in others:
            self._add(way, Role.AcceptRole)
        self._add(last, Role.DestructiveRole)
        default.setDefault(True)
        default.setFocus()

    def _add(self, way: Way, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        title, act = way

        def leave() -> None:
            self.done(self.DialogCode.Accepted)
            act()

        made = button(title, self, leave)
        self._box.addButton(made, role)
        return made


class TakenBackDialog(FramedDialog):
    """Name the changes that can never be saved, and were taken back."""

    def __init__(self, error: NotSavedError, titles: Sequence[Message], parent: QWidget) -> None:
        super().__init__(tr("Taken back"), parent, width_px=440)
        self.sentence(shown(error.message))
        self.sentence(tr("{n} changes were taken back; everything else is kept.", n=len(titles)), "muted")
        more = [tr("and {n} more", n=len(titles) - _LISTED)] if len(titles) > _LISTED else []
        self.sentence("\n".join([*(shown(title) for title in titles[:_LISTED]), *more]))
        self.buttons(Standard.Ok).button(Standard.Ok).setFocus()
