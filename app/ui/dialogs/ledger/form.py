"""What the forms of the ledger share: a fault, leaving, two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.base.i18n import tr
from app.ui.base.unsaved_fields import UnsavedFields, leaving_words, read_fields
from app.ui.base.widgets import button, label


class LedgerForm(QWidget):
    """Fields of a claim or of the scales.

    Esc calls `leave`, and asks first where words would be lost.
    """

    def __init__(self, leave: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._go_back = leave
        self._unsaved = UnsavedFields(self._read_fields)
        self._fault = label("", self, "danger", wraps=True)

    @property
    def fault(self) -> str:
        """What is said to be wrong or missing."""
        return self._fault.text() if not self._fault.isHidden() else ""

    def _begin(self, first: QWidget) -> None:
        """Begin with what the fields hold now, at the first of them."""
        self._fault.hide()
        first.setFocus()
        self._unsaved.begin()

    def _read_fields(self) -> object:
        """Return what would be lost by leaving."""
        return read_fields(self)

    def _refuse(self, words: str) -> None:
        """Say what is wrong, "" for nothing."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))

    def _leave(self) -> None:
        if self._unsaved.may_be_left():
            self._go_back()
        else:
            self._refuse(leaving_words())


def answer_buttons(title: str, parent: QWidget, act: Callable[[], object], leave: Callable[[], object]) -> QHBoxLayout:
    """Return the row of buttons of a page.

    It has what the page is for, and back to the table.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button(title, parent, act))
    row.addWidget(button(tr("Back (Esc)"), parent, leave))
    return row
