"""The list of hits, with its keys.

Keys decide, tick and open hits, by their place on any layout.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.base.i18n import tr
from app.ui.base.lists.long_list import LongList
from app.ui.keyboard.keys import pressed_key
from app.ui.prompts.concordance.delegate import ConcordanceDelegate
from app.ui.prompts.concordance.rows import ConcordanceRows


class HitList(LongList):
    """Show hits.

    `pressed_key` comes with the name of each key that does not move; `left` asks to go back up into the line.
    """

    pressed_key = Signal(str)
    left = Signal()

    def __init__(self, rows: ConcordanceRows, delegate: ConcordanceDelegate, parent: QWidget) -> None:
        super().__init__(rows, delegate, parent)
        self.setAccessibleName(tr("Occurrences"))

    def go(self, row: int) -> bool:
        """Make a row current; say whether there is one."""
        is_there = 0 <= row < self.model().rowCount()
        if is_there:
            self.setCurrentIndex(self.model().index(row, 0, QModelIndex()))
        return is_there

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = pressed_key(event) or "", self.currentIndex().row()
        if key == "Up" and row <= 0:
            self.left.emit()
        elif key in ("Up", "Down", "PageUp", "PageDown", "Home", "End"):
            super().keyPressEvent(event)
        elif key in ("Escape", "Ctrl+S") or key.startswith("Alt+"):  # for the panel
            event.ignore()
        else:
            self.pressed_key.emit(key)
