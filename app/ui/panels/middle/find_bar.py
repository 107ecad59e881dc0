"""The bar that finds words in the open article."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.core.span import Span
from app.core.text.comparing import find_typed
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.widgets import label, line, tool
from app.ui.theme.icons import Icons

MOST = 10_000
"""So many places are looked for; who has more types on."""


def places(text: str, words: str) -> list[Span]:
    """Return the first places where `words` stand in `text`: see `find_typed`."""
    return list(islice(find_typed(text, words), MOST))


class FindBar(QFrame):
    """A line to type in, the number of places, next and previous.

    `found` tells (places, current or None).
    """

    found = Signal(object, object)
    left = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._text = ""
        self._places: list[Span] = []
        self._at = -1
        self._from = 0
        self._line = line(tr("Find in the article"), self)
        self._line.textChanged.connect(self._search_text)
        self._line.installEventFilter(self)
        self._count = label("", self, "caption")
        self._lay_out(icons)
        self.hide()

    def open_on(self, text: str, position: int, words: str = "") -> None:
        """Open on an article's text, to find from `position` on.

        `words` are what to begin with.
        """
        self._text, self._from = text, position
        self.show()
        if words:
            self._line.setText(words)
        # Not as by a shortcut: that selects before it tells of the focus, and Orca then does not say where one is.
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()
        self._search_text()

    def set_text(self, text: str) -> None:
        """Follow to another article."""
        self._text, self._from = text, 0
        if not self.isHidden():
            self._search_text()

    def step(self, by: int) -> None:
        """Go to the next or previous place, round the end."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._show_count()

    def close_bar(self) -> None:
        """Close, forget the places, give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        self.found.emit([], None)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _search_text(self) -> None:
        self._places = places(self._text, self._line.text())
        starts = [place.start for place in self._places]
        self._at = bisect_left(starts, self._from) % len(starts) if starts else -1
        self._show_count()

    def _show_count(self) -> None:
        current = self._places[self._at] if self._places else None
        self.found.emit(self._places, current)
        if not self._line.text().strip():
            self._count.setText("")
        elif current is None:
            self._count.setText(tr("Not found"))
        else:
            self._count.setText(tr("{place} of {count}", place=self._at + 1, count=len(self._places)))
        if not self.isHidden():
            announce(self._line, self._count.text())

    def _lay_out(self, icons: Icons) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._count)
        for icon, title, act in (
            ("mdi6.chevron-up", tr("Previous place"), lambda: self.step(-1)),
            ("mdi6.chevron-down", tr("Next place"), lambda: self.step(1)),
            ("mdi6.close", tr("Close"), self.close_bar),
        ):
            button = tool(icons, icon, title, self, act)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
