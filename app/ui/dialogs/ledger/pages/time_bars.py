"""The painted time line.

It has a bar for each period, and a line for today.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.service.corpus.ledger.ledger_row import ClaimState
from app.service.corpus.ledger.time_line import Period
from app.ui.base.i18n import number_words, tr
from app.ui.theme.theme import Theme

_TOP_PX, _FOOT_PX, _SIDE_PX, _GAP = 40, 28, 12, 0.18
_MIN_BAR_PX = 3.0
_FROM_BELOW = (
    ClaimState.JUDGED,
    ClaimState.WAITING,
    ClaimState.STALE,
    ClaimState.UNCHECKED,
    ClaimState.OVERDUE,
)


class TimeBars(QWidget):
    """Paints periods; `chosen` tells that another one is chosen.

    What is overdue is hatched, what is judged hollow, what lies ahead filled, so that no colour is needed to tell them.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self.periods: Sequence[Period] = ()
        self.place = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    def show_periods(self, periods: Sequence[Period]) -> None:
        """Show periods; that of today is chosen."""
        self.periods = periods
        self.choose(next((place for place, one in enumerate(periods) if one.holds(self._today)), 0))

    def choose(self, place: int) -> None:
        """Choose a period, the nearest one where there is none at `place`."""
        self.place = min(max(0, place), len(self.periods) - 1)
        self.update()
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.periods:
            self.choose(int((event.position().x() - _SIDE_PX) / self._step))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        if not self.periods:
            return
        most = max(1, *(period.total for period in self.periods))
        tops = [self._paint_period(painter, place, period, most) for place, period in enumerate(self.periods)]
        painter.setPen(QPen(QColor(self._theme.strong_line)))
        painter.drawLine(QPointF(_SIDE_PX, self._base), QPointF(self.width() - _SIDE_PX, self._base))
        self._paint_years(painter)
        self._paint_today(painter)
        for place, top in enumerate(tops):
            if place == self.place or self._step > painter.fontMetrics().horizontalAdvance("0 000"):
                self._paint_count(painter, place, top)

    @property
    def _step(self) -> float:
        return (self.width() - 2 * _SIDE_PX) / max(1, len(self.periods))

    @property
    def _base(self) -> float:
        return self.height() - _FOOT_PX

    def _paint_period(self, painter: QPainter, place: int, period: Period, most: int) -> float:
        """Paint the bars of a period; return where they end."""
        left, step = _SIDE_PX + place * self._step, self._step
        if place == self.place:
            painter.fillRect(QRectF(left, _TOP_PX - 20, step, self._base - _TOP_PX + 20), QColor(self._theme.selection))
        bottom, room = self._base, self._base - _TOP_PX
        for state in _FROM_BELOW:
            count = period.counts.get(state, 0)
            if count:
                height = max(_MIN_BAR_PX, room * count / most)
                bar = QRectF(left + step * _GAP / 2, bottom - height, step * (1 - _GAP), height)
                self._paint_bar(painter, bar, state)
                bottom -= height
        return bottom

    def _paint_bar(self, painter: QPainter, bar: QRectF, state: ClaimState) -> None:
        theme = self._theme
        colour = {ClaimState.OVERDUE: theme.danger, ClaimState.JUDGED: theme.muted}.get(state, theme.accent)
        painter.setPen(QPen(QColor(colour), 1.2))
        pattern = {
            ClaimState.OVERDUE: Qt.BrushStyle.BDiagPattern,
            ClaimState.JUDGED: Qt.BrushStyle.NoBrush,
        }.get(state, Qt.BrushStyle.SolidPattern)
        painter.setBrush(QBrush(QColor(colour), pattern))
        painter.drawRect(bar)

    def _paint_count(self, painter: QPainter, place: int, top: float) -> None:
        """Write how many claims a period has, above its bars."""
        total = self.periods[place].total
        if total:
            box = QRectF(_SIDE_PX + (place + 0.5) * self._step - 60, top - 18, 120, 16)
            centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            words, behind = number_words(total), self._theme.selection if place == self.place else self._theme.surface
            painter.fillRect(painter.boundingRect(box, centred, words).adjusted(-3, 0, 3, 0), QColor(behind))
            painter.setPen(QColor(self._theme.text))
            painter.drawText(box, centred, words)

    def _paint_years(self, painter: QPainter) -> None:
        """Write each year below its first period, where there is room."""
        painter.setPen(QColor(self._theme.muted))
        room, free_from = painter.fontMetrics().horizontalAdvance("0000") + 12, 0.0
        for place, period in enumerate(self.periods):
            left = _SIDE_PX + place * self._step
            is_first = place == 0 or period.first.year != self.periods[place - 1].first.year
            if is_first and left >= free_from:
                painter.drawText(QPointF(left + 2, self._base + 18), str(period.first.year))
                free_from = left + room

    def _paint_today(self, painter: QPainter) -> None:
        place, period = next((pair for pair in enumerate(self.periods) if pair[1].holds(self._today)), (-1, None))
        if period is None:
            return
        share = (self._today - period.first).days / (period.stop - period.first).days
        x = _SIDE_PX + (place + share) * self._step
        painter.setPen(QPen(QColor(self._theme.text), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 18), QPointF(x, self._base + 4))
        words = tr("Today")
        width = painter.fontMetrics().horizontalAdvance(words)
        at = min(max(_SIDE_PX, x - width / 2), self.width() - _SIDE_PX - width)
        painter.drawText(QPointF(at, 14), words)
