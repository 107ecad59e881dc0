"""A row of widgets that wraps."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lay widgets out as words of a paragraph.

    Each has the width that it asks for."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width_px: int, /) -> int:
        return self._place_items(QRect(0, 0, width_px, 0), is_tried=True)

    def setGeometry(self, room: QRect, /) -> None:
        super().setGeometry(room)
        self._place_items(room, is_tried=False)

    def sizeHint(self) -> QSize:
        """Return the size of all widgets in one line."""
        hints = [item.sizeHint() for item in self._shown_items()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        return QSize(sum(hint.width() for hint in hints) + gaps, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest widget."""
        size = QSize()
        for item in self._shown_items():
            size = size.expandedTo(item.sizeHint())
        return size

    def _shown_items(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place_items(self, room: QRect, *, is_tried: bool) -> int:
        """Place the widgets unless it `is_tried`; return the height of all lines."""
        left, top, height = room.left(), room.top(), 0
        for item in self._shown_items():
            size = item.sizeHint()
            if left > room.left() and left + size.width() > room.left() + room.width():
                left, top, height = room.left(), top + height + self.spacing(), 0
            if not is_tried:
                item.setGeometry(QRect(left, top, min(size.width(), room.width()), size.height()))
            left, height = left + size.width() + self.spacing(), max(height, size.height())
        return top + height - room.top()
