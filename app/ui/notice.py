"""A banner over the article that says what is with the project, and offers ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.announce import announce
from app.ui.pane import column
from app.ui.theme import strong
from app.ui.widgets import button, label

Way = tuple[str, Callable[[], object]]
"""The title of a button, and what it does."""


class Notice(QFrame):
    """Show a title, a sentence and buttons; `danger` tells damage from news. Hidden until something is to be said."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._words = label("", self, wraps=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._buttons: list[QPushButton] = []
        layout = column(self, spacing=8)
        layout.setContentsMargins(16, 8, 16, 12)
        for widget in (self._title, self._words):
            layout.addWidget(widget)
        self._row.addStretch(1)
        layout.addLayout(self._row)
        self.hide()

    def show_notice(self, title: str, words: str, ways: Sequence[Way], *, danger: bool = False) -> None:
        """Say something instead of what was said."""
        self.setObjectName("banner" if danger else "bar")
        self._title.setObjectName("danger" if danger else "heading")
        self._title.setText(title)
        self._words.setText(words)
        for old in self._buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self._buttons = [button(name, self, act) for name, act in ways]
        for place, made in enumerate(self._buttons):
            self._row.insertWidget(place, made)
        for widget in (self, self._title):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        announce(self, f"{title}. {words}")
