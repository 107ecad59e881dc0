"""Captions with fields beside them; rows fit their text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QScrollArea, QWidget

from app.ui.base.plain_text import caption_text, plain
from app.ui.base.widgets import label, named
from app.ui.panels.inspector.wrapped import WrappedText

MARGIN_PX, _GAP_PX, _SPACING_PX = 12, 12, 8
_CAPTION_GAP_PX = 3
_MOST_FOR_CAPTIONS = 0.45
"""Of the width; wider captions wrap."""
_LEAST_LETTERS = 20
"""A field with room for fewer stands below its caption."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A field, and its caption where it has one.

    Without, the field takes the whole width.
    """

    field: QWidget
    caption: QLabel | None


class Rows(QScrollArea):
    """A column of fields that scrolls. It places them itself.

    QFormLayout gives rows that wrap too little height, and every layout asks each widget many times over at a change.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it: on itself Tab would go to the next annotation
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box = named(QFrame(self), "pane")
        self.setWidget(self.box)
        self._rows: dict[QWidget, _Row] = {}
        self._in_sight: list[_Row] = []
        self._widest_caption = self._widest_word = self._widest_choice = 0

    def add(self, field: QWidget, title: str = "") -> None:
        """Take a field of `box` in.

        It is hidden until `show_rows` names it.
        """
        caption = label(caption_text(title), self.box, "caption", wraps=True) if title else None
        if caption is not None:
            field.setAccessibleName(plain(title))
            caption.setBuddy(field)
        self._rows[field] = _Row(field, caption)
        _set_visible(self._rows[field], is_visible=False)

    def show_rows(self, fields: Sequence[QWidget]) -> None:
        """Show exactly these fields in this order.

        It is the order of Tab too.
        """
        wanted = [self._rows[field] for field in fields]
        if wanted != self._in_sight:
            self._exchange_rows(wanted)
            for before, after in pairwise(fields):
                QWidget.setTabOrder(before, after)
        self.place()

    def place(self) -> None:
        """Lay the rows out for the width that there is."""
        room = self.viewport().size()
        width = max(1, room.width() - 2 * MARGIN_PX)
        caption_width = self._caption_width(width)
        y = MARGIN_PX
        for row in self._in_sight:
            y = _place_row(row, QRect(MARGIN_PX, y, width, 0), caption_width) + _SPACING_PX
        self.box.resize(room.width(), max(room.height(), y - _SPACING_PX + MARGIN_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_captions()
            self.place()

    def _exchange_rows(self, wanted: list[_Row]) -> None:
        for row in self._in_sight:
            if row not in wanted:
                _set_visible(row, is_visible=False)
        for row in wanted:
            _set_visible(row, is_visible=True)
        self._in_sight = wanted
        self._measure_captions()

    def _measure_captions(self) -> None:
        """Look how wide the captions shown are, and their words."""
        advance = self.fontMetrics().horizontalAdvance
        titles = [row.caption.text() for row in self._in_sight if row.caption is not None]
        self._widest_caption = max(map(advance, titles), default=0) + 2
        self._widest_word = max(map(advance, " ".join(titles).split()), default=0) + 2
        choices = [row.field for row in self._in_sight if isinstance(row.field, QComboBox)]
        self._widest_choice = max((box.sizeHint().width() for box in choices), default=0)

    def _caption_width(self, width: int) -> int:
        """Return the width of the captions' column, 0 where too narrow.

        Then the fields would get too little. Captions wrap before a choice is cut.
        """
        least = max(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS, self._widest_choice)
        most = max(self._widest_word, min(int(width * _MOST_FOR_CAPTIONS), width - _GAP_PX - least))
        column = min(self._widest_caption, most)
        return column if width - column - _GAP_PX >= least else 0


def _place_row(row: _Row, room: QRect, caption_width: int) -> int:
    """Place a row at the top of `room`; return its end.

    The caption is beside the field or above it.
    """
    caption, field, top, left = row.caption, row.field, room.top(), room.left()
    end = top
    if caption is not None and caption_width:
        rise = _caption_offset(field, caption)
        caption.setGeometry(left, top + rise, caption_width, caption.heightForWidth(caption_width))
        end = caption.geometry().bottom() + 1
        left += caption_width + _GAP_PX
    elif caption is not None:
        caption.setGeometry(left, top, room.width(), caption.heightForWidth(room.width()))
        top = caption.geometry().bottom() + 1 + _CAPTION_GAP_PX
    width = room.right() + 1 - left
    field.setGeometry(left, top, width, _field_height(field, width))
    return max(end, field.geometry().bottom() + 1)


def _field_height(field: QWidget, width: int) -> int:
    return field.heightForWidth(width) if field.hasHeightForWidth() else field.sizeHint().height()


def _caption_offset(field: QWidget, caption: QLabel) -> int:
    """Return the offset that aligns a caption with its field.

    Both stand on the base line of the first line.
    """
    if isinstance(field, WrappedText):
        return 0
    return (field.sizeHint().height() - caption.fontMetrics().height()) // 2


def _set_visible(row: _Row, *, is_visible: bool) -> None:
    row.field.setVisible(is_visible)
    if row.caption is not None:
        row.caption.setVisible(is_visible)
