"""What an export comes to: its first rows, and what it lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.formats.xlsx.sheets.sheet_preview import SheetPreview
from app.ui.base.i18n import tr
from app.ui.base.widgets import label
from app.ui.dialogs.export.first_rows import FirstRows


class ExportPreview(QWidget):
    """The first rows with their title, and a sentence below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = FirstRows(self)
        self._title = label(tr("First rows"), self, "heading")
        self._sentence = label("", self, "muted", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._rows, 1)
        column.addWidget(self._sentence)

    def show_reading(self) -> None:
        """Say that the rows are being read."""
        self._title.setText(tr("First rows: reading…"))

    def show_rows(self, preview: SheetPreview) -> None:
        """Show the first rows."""
        self._title.setText(tr("First rows") if preview.rows else tr("First rows: none"))
        self._rows.show_preview(preview)

    def say_losses(self, words: str) -> None:
        """Say what the file cannot hold."""
        self._say(words, "muted")

    def say_error(self, words: str) -> None:
        """Say what is wrong with the choices."""
        self._say(words, "danger")

    def _say(self, words: str, style: str) -> None:
        self._sentence.setObjectName(style)
        self._sentence.setText(words)
        self._sentence.style().polish(self._sentence)
