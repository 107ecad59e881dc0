"""The page behind the last item of a queue: its account."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.service.corpus.review.review_queue import Outcome, ReviewQueue
from app.ui.base.i18n import tr
from app.ui.base.widgets import key_button, label
from app.ui.dialogs.review.account import account_words
from app.ui.dialogs.review.page import PressKey
from app.ui.theme.theme import strong


class AccountPage(QWidget):
    """Show what came of a queue; buttons press the next keys."""

    def __init__(self, press: PressKey, parent: QWidget) -> None:
        super().__init__(parent)
        self._press = press
        self._head, self._lines = label("", self, wraps=True), label("", self, wraps=True)
        self._head.setFont(strong(self._head.font(), 1.25))
        self._buttons: dict[str, QPushButton] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    @property
    def words(self) -> str:
        """The account as it is shown."""
        return "\n".join((self._head.text(), self._lines.text()))

    def show_account(self, queue: ReviewQueue, left: int) -> None:
        """Show the account of a queue; `left` annotations are still proposed."""
        head, *lines = account_words(queue, left)
        self._head.setText(head if queue.plan.items else tr("No proposal is left to decide."))
        self._lines.setText("\n".join(lines))
        self._buttons["Enter"].setVisible(left > 0)
        self._buttons["S"].setVisible(queue.counts()[Outcome.SKIPPED] > 0)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self._head)
        lines.addWidget(self._lines)
        lines.addSpacing(8)
        lines.addLayout(self._make_buttons())
        lines.addStretch(1)

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for title, key in ((tr("Enter: the next queue"), "Enter"), (tr("S: the skipped ones"), "S")):
            made = key_button(title, self, partial(self._press, key))
            self._buttons[key] = made
            row.addWidget(made)
        row.addStretch(1)
        return row
