"""Cut words that have no room, but never inside a number."""

from __future__ import annotations

import re
from itertools import chain

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_NUMBER = re.compile(r"[+\-−]?\d+(?:[ \u00a0\u2009\u202f.,:/]\d+)*(?:[ \u00a0]?%)?")
_DOTS = "…"


def elide(
    words: str,
    metrics: QFontMetrics | QFontMetricsF,
    room_px: float,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    """Return words cut with dots where they are wider than the room.

    A number that does not fit is left out whole: the start of one is another number. `mode` is ElideRight or ElideLeft.
    """
    shown = (
        metrics.elidedText(words, mode, int(room_px))
        if isinstance(metrics, QFontMetrics)
        else metrics.elidedText(words, mode, room_px)
    )
    kept = len(shown) - len(_DOTS)
    if shown == words or kept <= 0 or not any(map(str.isdigit, words)):
        return shown
    if mode == Qt.TextElideMode.ElideLeft:
        start = len(words) - kept
        inside = (number.end() for number in _NUMBER.finditer(words) if number.start() < start < number.end())
        start = next(inside, start)
        return f"{_DOTS}{words[start:].lstrip()}"
    inside = (number.start() for number in _NUMBER.finditer(words) if number.start() < kept < number.end())
    return f"{words[: next(chain(inside, (kept,)))].rstrip()}{_DOTS}"


def fits(words: str, metrics: QFontMetrics, room_px: int) -> bool:
    """Say whether words are painted whole.

    Their advance, rounded, may say so of words that Qt cuts.
    """
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room_px) == words


class WholeNumbersDelegate(QStyledItemDelegate):
    """Paint cells as usual, but cut none inside a number."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        text, is_painted = option.text, option.rect.width() > 0  # a size hint has no room yet
        is_line = option.textElideMode == Qt.TextElideMode.ElideRight and "\n" not in text
        if is_painted and is_line and any(map(str.isdigit, text)):
            option.text = elide(text, option.fontMetrics, text_room(option))


def text_room(option: QStyleOptionViewItem) -> int:
    """Return how wide the text of a cell may be, in pixels."""
    widget: QWidget | None = option.widget
    style = widget.style() if widget is not None else QApplication.style()
    margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, widget) + 1
    return style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, widget).width() - 2 * margin
