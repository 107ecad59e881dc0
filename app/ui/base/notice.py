"""A banner over the article with the project's state and actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.ui.base.announce import announce
from app.ui.base.pane import column
from app.ui.base.plain_text import plain
from app.ui.base.widgets import button, label
from app.ui.theme.theme import strong

Way = tuple[str, Callable[[], object]]
"""The title of a button, and what it does."""


_MARGIN_PX, _GAP_PX = 16, 8
_MOST_ROWS = 3


class Strip(QFrame):
    """Stand over the article with buttons that the keyboard reaches.

    Give the focus back when it goes away.
    """

    def focus_first(self) -> None:
        """Give the focus to the first button."""
        buttons = [made for made in self.findChildren(QPushButton) if made.isVisible()]
        if buttons:
            min(buttons, key=lambda made: (made.y(), made.x())).setFocus(Qt.FocusReason.TabFocusReason)

    def setVisible(self, visible: bool) -> None:
        focused, parent = self.window().focusWidget(), self.parentWidget()
        has_focus = not visible and focused is not None and self.isAncestorOf(focused)
        super().setVisible(visible)
        if has_focus and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)


class Notice(Strip):
    """Show a title, a sentence and buttons; `danger` tells damage from news.

    Hidden until something is to be said.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = label("", self)
        self._title.setFont(strong(self._title.font()))
        self._words = label("", self, wraps=True)
        self._rows = [QHBoxLayout() for _ in range(_MOST_ROWS)]
        self._buttons: list[QPushButton] = []
        layout = column(self, spacing=8)
        layout.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, 8)
        for widget in (self._title, self._words):
            layout.addWidget(widget)
        for row in self._rows:
            row.setSpacing(_GAP_PX)
            row.addStretch(1)
            layout.addLayout(row)
        self.hide()

    def show_notice(self, title: str, words: str, ways: Sequence[Way], *, danger: bool = False) -> None:
        """Say something instead of what was said."""
        self.setObjectName("banner" if danger else "bar")
        self._title.setObjectName("danger" if danger else "heading")
        self._title.setText(plain(title))
        self._words.setText(plain(words))
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = [button(name, self, act) for name, act in ways]
        self._arrange()
        for widget in (self, self._title):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        announce(self, f"{title}. {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Arrange the buttons in rows, without cutting their words."""
        room = self.width() - 2 * _MARGIN_PX
        row, place, left = 0, 0, room
        for made in self._buttons:
            width = made.sizeHint().width()
            if width > left and place:
                row, place, left = min(row + 1, _MOST_ROWS - 1), 0, room
            left -= width + _GAP_PX
            self._rows[row].insertWidget(place, made)
            place += 1
