"""Words to read and copy that are never cut.

A word that is wider than the room breaks inside.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.ui.base.plain_text import plain


class WrappedText(QTextEdit):
    """Show plain text that can be selected.

    `heightForWidth` is what all of it needs. A QLabel wraps between words alone, so an address or a long compound is
    cut off at its edge.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("words")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self._words = ""

    @property
    def words(self) -> str:
        """What is shown."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show other words; the same ones cost nothing."""
        if words != self._words:
            self._words = words
            self.setPlainText(plain(words))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        document = self.document()
        # Told of another size, the widget would lay its text out for the width that it has now.
        with QSignalBlocker(document.documentLayout()):
            document.setTextWidth(width)
            return ceil(document.size().height())
