"""The list of all pictures, each with its sum in a line."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from app.service.corpus.overview.pictures import Picture, PictureKind
from app.ui.base.i18n import tr
from app.ui.dialogs.overview.drawings.picture_words import PictureWords

_KINDS = tuple(PictureKind)
_SPARE_PX = 24


class PictureList(QListWidget):
    """Chooses a picture."""

    def __init__(self, words: PictureWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(tr("Pictures"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # Qt cuts lines that fit, where there are two
        for kind in _KINDS:
            self.addItem(QListWidgetItem(words.title(kind)))

    @property
    def kind(self) -> PictureKind:
        """The picture that is chosen."""
        return _KINDS[max(0, self.currentRow())]

    def show_kind(self, kind: PictureKind) -> None:
        """Choose a picture."""
        self.setCurrentRow(_KINDS.index(kind))

    def show_pictures(
        self, pictures: Mapping[PictureKind, Picture], awaited: Container[PictureKind], most_px: int
    ) -> None:
        """Show the sums of the pictures, at most so wide."""
        for place, kind in enumerate(_KINDS):
            headline = "…" if kind in awaited else self._words.headline(pictures[kind])
            self.item(place).setText(f"{place + 1}  {self._words.title(kind)}\n     {headline}")
        self.setFixedWidth(min(most_px, self.sizeHintForColumn(0) + _SPARE_PX))
