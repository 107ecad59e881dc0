"""Paint the lines of a concordance.

The hit stands in the middle, its article at the right.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.service.concordance.hits import Hit
from app.ui.base.lists.model_index import Index
from app.ui.base.plain_text import one_line, plain
from app.ui.base.texts.dates import day
from app.ui.base.texts.elided import elide
from app.ui.prompts.concordance.rows import ROW_ROLE, ConcordanceRows, Row
from app.ui.theme.theme import Theme, strong

_BOX_PX, _GAP_PX, _WORDS_GAP_PX = 14, 10, 16
_ARTICLE_SHARE, _LEAST_ARTICLE_PX = 0.30, 150
"""How much of the width the article and its date take."""
_BEFORE_SHARE = 0.45
"""How much of the line the words before the hit take: the hits stand below one another."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a line stand."""

    line: QRect
    state: QRect
    article: QRect


class ConcordanceDelegate(QStyledItemDelegate):
    """Paint a hit of a concordance.

    It has its tick, its line, what it is now, its article and date.

    `hit_colour` is that of the label. Without ticks, the line and the article have all of the room.
    """

    def __init__(self, theme: Theme, rows: ConcordanceRows, *, has_ticks: bool = True) -> None:
        super().__init__(rows)
        self._theme, self._rows, self._has_ticks = theme, rows, has_ticks
        self.hit_colour = theme.text if has_ticks else theme.accent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        area = option.rect.adjusted(8, 0, -8, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.selection))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        if row.hit is None:
            painter.setFont(strong(painter.font()))
            _paint_left(painter, area, row.words, self._theme.text)
        else:
            self._paint_hit(painter, area, row.hit, is_ticked=row.is_ticked)
        painter.restore()

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit, *, is_ticked: bool) -> None:
        columns = self._columns(painter, area)
        self._paint_line(painter, columns.line, hit.line)
        if self._has_ticks:
            self._paint_tick(painter, area, is_ticked=is_ticked)
            _paint_right(painter, columns.state, self._rows.state_of(hit), self._theme.muted)
        self._paint_article(painter, columns.article, hit)

    def _columns(self, painter: QPainter, area: QRect) -> _Columns:
        """Return where the parts of a line stand.

        The line has what the others leave.
        """
        article_px = max(_LEAST_ARTICLE_PX, round(area.width() * _ARTICLE_SHARE))
        states = self._rows.states if self._has_ticks else ()
        state_px = max(map(painter.fontMetrics().horizontalAdvance, states), default=0) + 2
        article = area.adjusted(area.width() - article_px, 0, 0, 0)
        state = QRect(article.left() - _WORDS_GAP_PX - state_px, area.top(), state_px, area.height())
        left = area.left() + (_BOX_PX + _GAP_PX if self._has_ticks else 0)
        line = QRect(left, area.top(), state.left() - _GAP_PX - left, area.height())
        return _Columns(line, state, article)

    def _paint_tick(self, painter: QPainter, area: QRect, *, is_ticked: bool) -> None:
        box = QRect(area.left(), area.center().y() - _BOX_PX // 2, _BOX_PX, _BOX_PX)
        painter.setPen(QColor(self._theme.accent if is_ticked else self._theme.muted))
        painter.setBrush(QColor(self._theme.accent if is_ticked else self._theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            corner = QPointF(box.topLeft())
            painter.setPen(QPen(QColor(self._theme.on_accent), 2))
            painter.drawPolyline([corner + QPointF(*point) for point in ((3.5, 7.5), (6.2, 10.2), (10.8, 4.4))])

    def _paint_line(self, painter: QPainter, area: QRect, line: tuple[str, str, str]) -> None:
        """Paint the hit in bold, with words on both sides.

        The words before it stand at the right of their part.
        """
        before, words, after = map(plain, line)
        usual, bold = QFont(painter.font()), strong(painter.font())
        edge = area.left() + round((area.width()) * _BEFORE_SHARE)
        room = QRect(area.left(), area.top(), edge - area.left(), area.height())
        _paint_right(painter, room, before, self._theme.text)
        rest = area.adjusted(edge - area.left(), 0, 0, 0)
        painter.setFont(bold)
        _paint_left(painter, rest, words, self.hit_colour)
        rest.setLeft(min(rest.right(), rest.left() + painter.fontMetrics().horizontalAdvance(words)))
        painter.setFont(usual)
        _paint_left(painter, rest, after, self._theme.text)

    def _paint_article(self, painter: QPainter, area: QRect, hit: Hit) -> None:
        """Paint the title and the date of an article.

        A long title is cut; the date is never cut.
        """
        date = day(hit.article.date) if hit.article.date else ""
        date_px = painter.fontMetrics().horizontalAdvance(date)
        _paint_right(painter, area, date, self._theme.muted)
        title = area.adjusted(0, 0, -(date_px + _GAP_PX if date else 0), 0)
        _paint_left(painter, title, one_line(hit.article.title), self._theme.muted)


def _paint_left(painter: QPainter, area: QRect, words: str, colour: str) -> None:
    """Paint words from the left of an area, cut at their end."""
    painter.setPen(QColor(colour))
    shown = elide(words, painter.fontMetrics(), area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_right(painter: QPainter, area: QRect, words: str, colour: str) -> None:
    """Paint words up to the right of an area.

    They are cut at their beginning.
    """
    painter.setPen(QColor(colour))
    shown = elide(words, painter.fontMetrics(), area.width(), Qt.TextElideMode.ElideLeft)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
