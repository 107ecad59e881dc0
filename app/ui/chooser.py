"""A panel to choose from: type to filter, arrows move, Enter takes, Esc closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.fuzzy import ranked
from app.ui.overlay import Overlay
from app.ui.pane import column
from app.ui.theme import Theme
from app.ui.widgets import label, line

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a chooser. `keys` are shown as key caps; `colour` is a swatch; `terms` are searched too."""

    value: object
    title: str
    detail: str = ""
    keys: tuple[str, ...] = ()
    colour: str = ""
    terms: str = ""
    enabled: bool = True
    icon: QIcon = field(default_factory=QIcon)

    @property
    def searched(self) -> str:
        return f"{self.title} {self.detail} {self.terms}"


class ChoiceRows(QAbstractListModel):
    """The choices that are left after filtering."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join((choice.title, choice.detail, *choice.keys))
        return choice if role == CHOICE_ROLE else None


class Chooser(Overlay):
    """Offer choices; `chosen` tells the value of the one taken, after the panel has closed."""

    chosen = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, *, prompt: str, width_px: int = 520, has_icons: bool = False
    ) -> None:
        super().__init__(window, QSize(width_px, 400))
        self._all: list[Choice] = []
        self._width_px = width_px
        self._empty_choices: Callable[[str], list[Choice]] = lambda typed: []
        self._line = line(prompt, self)
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._rows = ChoiceRows(self)
        self._list = self._made_list(ChoiceDelegate(theme, self, has_icons=has_icons))
        self._foot = label("", self, "caption")
        layout = column(self, margin=8, spacing=8)
        for widget in (self._line, self._list, self._foot):
            layout.addWidget(widget)
        self._foot.hide()
        self.setFocusProxy(self._line)

    def offer(self, choices: list[Choice], anchor: QRect | None = None, *, foot: str = "") -> None:
        """Open with these choices; `foot` is a word of help below."""
        self._all = choices
        self._line.clear()
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        self._filter("")
        self.open_at(anchor)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def choices(self) -> list[Choice]:
        """All that is offered, whatever is typed."""
        return self._all

    @property
    def choices_shown(self) -> list[Choice]:
        """What fits what is typed, the best first."""
        return self._rows.choices

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self._line.text().strip()

    def search_by(self, search: Callable[[], object]) -> None:
        """Leave the filtering to `search`, which is called when something is typed and shows what it finds."""
        self._line.textChanged.disconnect(self._filter)
        self._line.textChanged.connect(lambda _: search())

    def show_found(self, choices: list[Choice], words: str) -> None:
        """Show what a search has found so far, or `words` where that is nothing."""
        row = self._list.currentIndex().row()
        self._rows.show(list(choices))
        self._list.setCurrentIndex(self._rows.index(max(0, row)))
        self._foot.setText(words if not choices else "")
        self._foot.setVisible(bool(self._foot.text()))
        self._fit()

    def offer_typed(self, made: Callable[[str], list[Choice]]) -> None:
        """Offer what `made` makes of the typed text after everything that fits."""
        self._empty_choices = made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        steps |= {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if key in steps:
            self._move(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        count = self._rows.rowCount()
        if count:
            row = self._list.currentIndex().row() + by
            row = row % count if abs(by) == 1 else min(max(row, 0), count - 1)
            self._list.setCurrentIndex(self._rows.index(row))

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE) if index.isValid() else None
        if choice is not None and choice.enabled:
            self.close_panel()
            self.chosen.emit(choice.value)

    def _filter(self, typed: str) -> None:
        fitting = ranked(typed, self._all, lambda choice: choice.searched)
        self._rows.show(fitting + self._empty_choices(typed.strip()))
        self._list.setCurrentIndex(self._rows.index(0))
        self._fit()

    def _fit(self) -> None:
        """Be as high as the choices need, up to a dozen."""
        rows = min(max(1, self._rows.rowCount()), _ROWS_SHOWN)
        row_height = self._list.sizeHintForRow(0) if self._rows.rowCount() else self.fontMetrics().height() + 14
        foot = self._foot.sizeHint().height() + 8 if self._foot.text() else 0
        self._list.setFixedHeight(rows * row_height + 4)
        self.resize_panel(QSize(self._width_px, rows * row_height + self._line.sizeHint().height() + foot + 32))

    def _made_list(self, delegate: ChoiceDelegate) -> QListView:
        made = QListView(self)
        made.setUniformItemSizes(True)
        made.setModel(self._rows)
        made.setItemDelegate(delegate)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.clicked.connect(self._take)
        return made


class ChoiceDelegate(QStyledItemDelegate):
    """Paint a choice: swatch or icon, title, detail, and its keys as caps at the right."""

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
            self._round(painter, option.rect, self._theme.selection if selected else self._theme.hover)
        area = option.rect.adjusted(8, 0, -8, 0)
        area.setLeft(self._paint_sign(painter, area, choice))
        area.setRight(paint_keys(painter, area, choice.keys, self._theme))
        self._paint_words(painter, area, choice)
        painter.restore()

    def _round(self, painter: QPainter, rect: QRect, colour: str) -> None:
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
        elide = Qt.TextElideMode.ElideRight
        title = metrics.elidedText(choice.title, elide, area.width())
        painter.setPen(QColor(theme.text if choice.enabled else theme.strong_line))
        painter.drawText(area, middle, title)
        rest = area.adjusted(metrics.horizontalAdvance(title) + 12, 0, 0, 0)
        if choice.detail and rest.width() > 40:
            painter.setPen(QColor(theme.muted))
            painter.drawText(rest, middle, metrics.elidedText(choice.detail, elide, rest.width()))


def paint_keys(painter: QPainter, area: QRect, keys: tuple[str, ...], theme: Theme) -> int:
    """Paint key caps at the right of `area`, the first of them leftmost; return where they begin."""
    metrics, right = painter.fontMetrics(), area.right()
    for key in reversed(keys):
        width = max(metrics.horizontalAdvance(key) + 12, metrics.height() + 4)
        cap = QRectF(right - width + 0.5, area.center().y() - metrics.height() / 2 - 1.5, width, metrics.height() + 4)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(theme.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + 4
    return right - 8
