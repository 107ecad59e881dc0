"""Words in place of the rows of an empty table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTableView

_MARGIN_PX = 40


class WordyTable(QTableView):
    """A table that says why it has no rows."""

    empty_words = ""

    def say_empty(self, words: str) -> None:
        """Show these words while there are no rows."""
        self.empty_words = words
        self.setAccessibleDescription(words if not self.model().rowCount() else "")
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_words and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_words)
            painter.end()
