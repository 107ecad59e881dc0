"""Words in place of the rows of an empty table."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.ui.base.i18n import tr

ScrollHint = QAbstractItemView.ScrollHint
_MOST_MARGIN_PX, _MARGIN_SHARE = 40, 10
"""A margin takes this part of the width at most."""


def filter_words(clearing_key: str = "") -> str:
    """Return why a list is empty, with the clearing key.

    `clearing_key` clears it from outside of its field.
    """
    if clearing_key:
        return tr("Nothing fits this filter. Esc in its field clears it, {key} in the text.", key=clearing_key)
    return tr("Nothing fits this filter. Esc in its field clears it.")


def escape_words(*, has_ticks: bool, is_filtered: bool) -> str:
    """Say what Esc does over a table: it closes the window last."""
    if has_ticks:
        return tr("Esc: take the ticks away")
    return tr("Esc: show all") if is_filtered else tr("Esc: close")


class WordyTable(QTableView):
    """A table that says why it has no rows."""

    empty_words = ""

    def say_empty(self, words: str) -> None:
        """Show these words while there are no rows."""
        self.empty_words = words
        self.setAccessibleDescription(words if not self.model().rowCount() else "")
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Leave the mark: letters are keys of the window here."""

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        self.executeDelayedItemsLayout()  # else it scrolls as far as the rows that were shown before
        super().scrollTo(index, hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_words and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            margin = min(_MOST_MARGIN_PX, self.viewport().width() // _MARGIN_SHARE)
            room = self.viewport().rect().adjusted(margin, 0, -margin, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_words)
            painter.end()
