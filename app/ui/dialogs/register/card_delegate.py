"""Paint a line of a card.

The mention stands in the middle of its words; a quiet caption stands below.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.base.lists.model_index import Index
from app.ui.base.plain_text import one_line, plain
from app.ui.base.texts.elided import elide
from app.ui.dialogs.register.card_rows import LINE_ROLE, CardLine
from app.ui.theme.theme import Theme, strong

_MARGIN_PX, _GAP_PX = 8, 2
_BEFORE_SHARE = 0.45
"""How much of the width the words before a mention take at most."""


class CardDelegate(QStyledItemDelegate):
    """Two lines a row, whatever the section shows."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * option.fontMetrics.height() + _GAP_PX + 2 * _MARGIN_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CardLine = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.selection))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        area = option.rect.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        height = painter.fontMetrics().height()
        paint_line(painter, QRect(area.left(), area.top(), area.width(), height), line, self._theme)
        below = QRect(area.left(), area.top() + height + _GAP_PX, area.width(), height)
        _paint_words(painter, below, line.caption, self._theme.muted)
        painter.restore()


def paint_line(painter: QPainter, area: QRect, line: CardLine, theme: Theme) -> None:
    """Paint a mention in bold between the words around it.

    The words before it are cut at their beginning.
    """
    usual = painter.font()
    before = plain(line.before).lstrip()
    room = round(area.width() * _BEFORE_SHARE)
    shown = elide(before, painter.fontMetrics(), room, Qt.TextElideMode.ElideLeft)
    left = _paint_words(painter, area, shown, theme.text)
    painter.setFont(strong(usual))
    left = _paint_words(painter, area.adjusted(left, 0, 0, 0), one_line(line.words), theme.text) + left
    painter.setFont(usual)
    _paint_words(painter, area.adjusted(left, 0, 0, 0), plain(line.after), theme.text)


def _paint_words(painter: QPainter, area: QRect, words: str, colour: str) -> int:
    """Paint words cut at their end; return how wide they are."""
    painter.setPen(QColor(colour))
    shown = elide(words, painter.fontMetrics(), area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return painter.fontMetrics().horizontalAdvance(shown)
