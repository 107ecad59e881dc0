"""The page of one picture, with its title and facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.service.corpus.overview.pictures import Picture, PictureKind
from app.ui.base.widgets import label
from app.ui.dialogs.overview.drawings.paper import Paper
from app.ui.dialogs.overview.drawings.picture_words import PictureWords
from app.ui.dialogs.overview.picture_view import PictureView

_AROUND_PX = (40, 60)
"""So much around the marked count is scrolled into sight."""


class PicturePage(QWidget):
    """Shows a picture with its title, and says what is marked."""

    def __init__(self, words: PictureWords, paper: Paper, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.view = PictureView(words, paper, self)
        self._scroll = QScrollArea(self)
        self._title, self._facts = label("", self, "heading"), label("", self, "muted", wraps=True)
        self._cell = label("", self, wraps=True)
        self._lay_out()
        self.view.marked.connect(self._show_cell)

    @property
    def title(self) -> str:
        """The title of the picture."""
        return self._title.text()

    @property
    def facts(self) -> str:
        """What is said above the picture."""
        return self._facts.text()

    @property
    def cell_words(self) -> str:
        """What is said of the marked count."""
        return self._cell.text()

    def show_picture(self, kind: PictureKind, picture: Picture | None, facts: str, empty_words: str) -> None:
        """Show a picture, or words where there is nothing to draw."""
        self._title.setText(self._words.title(kind))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.view.show_picture(picture, empty_words)

    def _show_cell(self) -> None:
        self._cell.setText(self.view.cell_words())
        if not self.view.cell_rect().isEmpty():
            middle, fixed = self.view.cell_rect().center(), self.view.fixed_size()
            across, down = _AROUND_PX
            self._scroll.ensureVisible(middle.x(), middle.y(), across + fixed.width(), down + fixed.height())

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.view)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for bar in (self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.view.update())  # what stays in sight is painted elsewhere
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self._title)
        lines.addWidget(self._facts)
        lines.addWidget(self._scroll, 1)
        lines.addWidget(self._cell)
