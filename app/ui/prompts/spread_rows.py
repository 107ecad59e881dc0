"""The lines of a spread's preview: places with ticks, headings.

A heading stands above the places of an article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.model import Status
from app.service.edits.spreading import Occurrence
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line, plain
from app.ui.theme.theme import Theme, strong

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_BOX_PX, _GAP_PX = 14, 10
_BEFORE_SHARE = 0.42
"""How much of the line the words before a place take: the places stand below one another."""


@dataclass(slots=True)
class Row:
    """A place with its tick; a heading has words and no place."""

    place: Occurrence | None
    words: str = ""
    is_ticked: bool = False
    is_section: bool = False


class SpreadRows(QAbstractListModel):
    """Places under the headings of their articles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    @property
    def chosen(self) -> list[Occurrence]:
        """The places that are ticked."""
        return [row.place for row in self.rows if row.place is not None and row.is_ticked]

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self.rows = []
        self.endResetModel()

    def add_section(self, words: str) -> None:
        """Add a heading of a section."""
        self._append_rows([Row(None, words, is_section=True)])

    def add_places(self, heading: str, places: Iterable[Occurrence], *, is_ticked: bool) -> None:
        """Add the places of an article under a heading."""
        self._append_rows([Row(None, one_line(heading)), *(Row(place, is_ticked=is_ticked) for place in places)])

    def toggle(self, index: Index) -> None:
        """Tick a place, or untick it.

        With a heading all places below it, where not all of them are ticked yet.
        """
        if not index.isValid():
            return
        places = list(self._rows_below(index.row()))
        is_ticked = not all(self.rows[place].is_ticked for place in places)
        for place in places:
            self.rows[place].is_ticked = is_ticked
        self.dataChanged.emit(index, self.index(max(places, default=index.row())))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        words = row.words if row.place is None else plain("".join(row.place.line))
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole and row.place is not None:
            return ", ".join((tr("ticked") if row.is_ticked else tr("not ticked"), state_of(row.place), words))
        return row if role == ROW_ROLE else None

    def _rows_below(self, number: int) -> Iterator[int]:
        """Yield the places below a heading.

        Those of its article, or of all articles of its section.
        """
        heading = self.rows[number]
        if heading.place is not None:
            yield number
            return
        for place in range(number + 1, len(self.rows)):
            row = self.rows[place]
            if row.is_section or (row.place is None and not heading.is_section):
                return
            if row.place is not None:
                yield place

    def _append_rows(self, rows: list[Row]) -> None:
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.endInsertRows()


class SpreadDelegate(QStyledItemDelegate):
    """Paint a place.

    Its tick, the words before it, its own, those behind it, and what it is now.
    """

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        area = option.rect.adjusted(8, 0, -8, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_round(painter, option.rect)
        if row.place is None:
            self._paint_heading(painter, area, row)
        else:
            self._paint_tick(painter, area, is_ticked=row.is_ticked)
            area.setLeft(area.left() + _BOX_PX + _GAP_PX)
            area.setRight(self._paint_state(painter, area, state_of(row.place)))
            self._paint_line(painter, area, row.place.line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, row: Row) -> None:
        painter.setFont(strong(painter.font()))
        painter.setPen(QColor(self._theme.text if row.is_section else self._theme.muted))
        words = painter.fontMetrics().elidedText(row.words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_round(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.selection))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_tick(self, painter: QPainter, area: QRect, *, is_ticked: bool) -> None:
        box = QRect(area.left(), area.center().y() - _BOX_PX // 2, _BOX_PX, _BOX_PX)
        painter.setPen(QColor(self._theme.accent if is_ticked else self._theme.muted))
        painter.setBrush(QColor(self._theme.accent if is_ticked else self._theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        if is_ticked:
            corner = QPointF(box.topLeft())
            painter.setPen(QPen(QColor(self._theme.on_accent), 2))
            painter.drawPolyline([corner + QPointF(*point) for point in ((3.5, 7.5), (6.2, 10.2), (10.8, 4.4))])

    def _paint_state(self, painter: QPainter, area: QRect, words: str) -> int:
        """Paint what a place is now at the right.

        Return where its line must end.
        """
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return area.right() - painter.fontMetrics().horizontalAdvance(words) - _GAP_PX

    def _paint_line(self, painter: QPainter, area: QRect, line: tuple[str, str, str]) -> None:
        before, words, after = line
        middle, muted = Qt.AlignmentFlag.AlignVCenter, QColor(self._theme.muted)
        edge = area.left() + round(area.width() * _BEFORE_SHARE)
        self._paint_words(painter, QRect(area.left(), area.top(), edge - area.left(), area.height()), before, muted)
        bold, plain = strong(painter.font()), QFont(painter.font())
        painter.setFont(bold)
        rest = area.adjusted(edge - area.left(), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rest.width())
        painter.setPen(QColor(self._theme.text))
        painter.drawText(rest, middle | Qt.AlignmentFlag.AlignLeft, shown)
        rest.setLeft(rest.left() + painter.fontMetrics().horizontalAdvance(shown))
        painter.setFont(plain)
        painter.setPen(muted)
        shown = painter.fontMetrics().elidedText(after, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_words(self, painter: QPainter, area: QRect, words: str, colour: QColor) -> None:
        """Paint words at the right of `area`, cut at their beginning."""
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideLeft, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


def state_of(place: Occurrence) -> str:
    """Return what a place is now.

    Its label and status, or that it is untagged.
    """
    row = place.before
    if row is None:
        return tr("untagged")
    words = {
        Status.PROPOSED: tr("proposed"),
        Status.ACCEPTED: tr("accepted"),
        Status.CORRECTED: tr("corrected"),
        Status.REJECTED: tr("rejected"),
    }
    return f"{row.label} · {words[row.status]}"
