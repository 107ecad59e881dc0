"""The wider context of a hit, below the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.core.text.utf16 import Utf16Map
from app.service.concordance.hits import Hit
from app.store import Project
from app.ui.base.i18n import tr
from app.ui.base.plain_text import plain
from app.ui.theme.theme import Theme

_AROUND = 1_200
_LINES = 9


class ContextView(QPlainTextEdit):
    """Shows what stands around a hit, which is marked in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = QTextCharFormat()
        self._mark.setBackground(QColor(theme.selection))
        self._mark.setFontUnderline(True)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 12)
        self.setAccessibleName(tr("Context"))
        self.hide()

    def show_hit(self, project: Project, hit: Hit | None) -> None:
        """Show the text around a hit, nothing for None."""
        text = project.text(hit.article.id) if hit is not None else ""
        if hit is None:
            self.clear()
            return
        start, stop = max(0, hit.span.start - _AROUND), min(len(text), hit.span.stop + _AROUND)
        before, words = plain(text[start : hit.span.start]), plain(text[hit.span.start : hit.span.stop])
        shown = before + words + plain(text[hit.span.stop : stop])
        self.setPlainText(shown)
        places = Utf16Map(shown)
        cursor = QTextCursor(self.document())
        cursor.setPosition(places.to_utf16(len(before)))
        cursor.setPosition(places.to_utf16(len(before + words)), QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor, marked.format = cursor, self._mark
        self.setExtraSelections([marked])
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.centerCursor()
