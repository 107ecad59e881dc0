"""The lines of a chooser.

What they hold, and how they are painted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.base.lists.model_index import TOP, Index
from app.ui.base.plain_text import one_line, plain
from app.ui.base.texts.elided import elide
from app.ui.theme.theme import Theme, strong

CHOICE_ROLE = Qt.ItemDataRole.UserRole
_CAP_GAP_PX, _WORDS_GAP_PX = 4, 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a chooser.

    `keys` are shown as key caps; `colour` is a swatch; `terms` are searched too, each by itself; `note` is read below
    the list while the line is chosen. One that `is_guarded` is found by its words and their beginnings alone. One that
    `is_heading` stands above others.
    """

    value: object
    title: str
    detail: str = ""
    keys: tuple[str, ...] = ()
    colour: str = ""
    terms: tuple[str, ...] = ()
    note: str = ""
    enabled: bool = True
    is_guarded: bool = False
    is_heading: bool = False
    icon: QIcon = field(default_factory=QIcon)

    def make_plain(self) -> Choice:
        """Return the choice as it is shown."""
        title, detail, note = one_line(self.title), one_line(self.detail), plain(self.note)
        is_plain = (title, detail, note) == (self.title, self.detail, self.note)
        return self if is_plain else replace(self, title=title, detail=detail, note=note)

    @property
    def searched(self) -> tuple[str, ...]:
        """What is searched: the title first, the detail last."""
        return (self.title, *self.terms, self.detail)


class ChoiceRows(QAbstractListModel):
    """The choices that are left after filtering."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.choices = [choice.make_plain() for choice in choices]
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join((choice.title, choice.detail, *choice.keys))
        return choice if role == CHOICE_ROLE else None


class ChoiceDelegate(QStyledItemDelegate):
    """Paint a choice: swatch or icon, title, detail, and keys.

    Keys are caps at the right.
    """

    def __init__(self, theme: Theme, parent: QObject, *, has_icons: bool) -> None:
        super().__init__(parent)
        self._theme, self._has_icons = theme, has_icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(CHOICE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = option.state & QStyle.StateFlag.State_Selected
            self._paint_round(painter, option.rect, self._theme.selection if selected else self._theme.hover)
        area = option.rect.adjusted(8, 0, -8, 0)
        area.setLeft(self._paint_sign(painter, area, choice))
        area.setRight(paint_keys(painter, area, choice.keys, self._theme))
        self._paint_words(painter, area, choice)
        painter.restore()

    def _paint_round(self, painter: QPainter, rect: QRect, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_sign(self, painter: QPainter, area: QRect, choice: Choice) -> int:
        """Paint the swatch or icon; return where the words begin."""
        if choice.colour:
            box = QRect(area.left(), area.center().y() - 6, 12, 12)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(choice.colour))
            painter.drawRoundedRect(box, 3, 3)
            return area.left() + 22
        if self._has_icons:
            choice.icon.paint(painter, QRect(area.left(), area.center().y() - 8, 16, 16))
            return area.left() + 26
        return area.left() + 2

    def _paint_words(self, painter: QPainter, area: QRect, choice: Choice) -> None:
        metrics, theme = painter.fontMetrics(), self._theme
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        title = elide(choice.title, metrics, area.width())
        if choice.is_heading:
            painter.setFont(strong(painter.font()))
        is_legible = choice.enabled or choice.is_heading
        painter.setPen(QColor(theme.text if is_legible else theme.muted))
        painter.drawText(area, middle, title)
        rest = area.adjusted(metrics.horizontalAdvance(title) + 12, 0, 0, 0)
        if choice.detail and rest.width() > 40:
            painter.setPen(QColor(theme.muted))
            painter.drawText(rest, middle, elide(choice.detail, metrics, rest.width()))


def paint_keys(painter: QPainter, area: QRect, keys: tuple[str, ...], theme: Theme) -> int:
    """Paint key caps at the right of `area`; return their left end.

    The first is leftmost.
    """
    metrics, right = painter.fontMetrics(), area.right()
    for key in reversed(keys):
        width = _cap_width(metrics, key)
        cap = QRectF(right - width + 0.5, area.center().y() - metrics.height() / 2 - 1.5, width, metrics.height() + 4)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(theme.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + _CAP_GAP_PX
    return right - _WORDS_GAP_PX


def keys_width(metrics: QFontMetrics, keys: tuple[str, ...]) -> int:
    """Return how much of a line `paint_keys` takes from its words."""
    return sum(_cap_width(metrics, key) + _CAP_GAP_PX for key in keys) + _WORDS_GAP_PX + 1


def _cap_width(metrics: QFontMetrics, key: str) -> int:
    return max(metrics.horizontalAdvance(key) + 12, metrics.height() + 4)
