"""A message of the status bar.

One line beside the others, elided where it does not fit.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.base.plain_text import one_line, tip
from app.ui.base.texts.elided import elide

MARGIN_PX = 8


class StatusMessage(QWidget):
    """A line of words that takes what room is left.

    All of it is read in its tooltip where it is cut.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words = ""

    @property
    def words(self) -> str:
        """All of the line, cut or not."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words in the place of those that there are.

        "" for none.
        """
        self._words = one_line(words)
        self.setAccessibleName(self._words)
        self.update()

    def needed(self) -> int:
        """Return the width that all of the words need."""
        return self.fontMetrics().horizontalAdvance(self._words) + 2 * MARGIN_PX if self._words else 0

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()  # given a width, the bar would squeeze what stands for good

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        room: QRect = self.rect().adjusted(MARGIN_PX, 0, -MARGIN_PX, 0)
        shown = elide(self._words, self.fontMetrics(), room.width())
        self.setToolTip(tip("" if shown == self._words else self._words))
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
