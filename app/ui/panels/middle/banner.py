"""The loud banner for failed saving, with the actions to take."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.message import UserError
from app.ui.base.i18n import shown, tr
from app.ui.base.notice import Strip
from app.ui.base.pane import column
from app.ui.base.plain_text import plain
from app.ui.base.widgets import button, label
from app.ui.theme.theme import strong


class SaveBanner(Strip):
    """Report unsaved changes with the reason and actions.

    Hidden while all is well.
    """

    save_as_wanted = Signal()

    def __init__(self, retry: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._words = label("", self, wraps=True)
        title = label(tr("Not saved"), self, "danger")
        title.setFont(strong(title.font()))
        again = button(tr("Try again"), self, retry)
        row = QHBoxLayout()
        row.addWidget(title, 1)
        row.addWidget(again)
        row.addWidget(button(tr("Save as…"), self, self.save_as_wanted.emit))
        layout = column(self, spacing=4)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addLayout(row)
        layout.addWidget(self._words)
        self.hide()

    def show_failure(self, error: Exception) -> None:
        """Show why saving failed; the changes are kept in memory."""
        why = f"{shown(error.message)} {shown(error.hint)}" if isinstance(error, UserError) else plain(str(error))
        kept = tr("Your changes are kept in memory until they can be written.")
        self._words.setText(f"{why.strip()} {kept}")
        self.show()
