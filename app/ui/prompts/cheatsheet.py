"""The cheat sheet: every key by menu, to be searched by typing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.text.comparing import comparable, comparable_forms
from app.service.commands.host import Host
from app.service.commands.keymap import Keymap
from app.service.commands.registry import Action
from app.ui.base.i18n import shown, tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.widgets import filter_line, label, named, scrolling
from app.ui.keyboard.keys import shown as shown_key
from app.ui.prompts.choices import keys_width, paint_keys
from app.ui.theme.theme import Theme, strong

_MOST_COLUMNS = 3
_COLUMN_PX = 320
"""A column is at least so wide, else there are fewer."""


class CheatSheet(Overlay):
    """Show the keys of the registry in columns, one block a menu."""

    def __init__(self, window: QWidget, theme: Theme, host: Host, keymap: Keymap, actions: Iterable[Action]) -> None:
        super().__init__(window, QSize(1080, 760))
        self._blocks: list[KeyBlock] = []
        self._line = filter_line(tr("Find a key or an action"), self)
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._area = scrolling(self._make_sheet(theme, host, keymap, actions), self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self, margin=16, spacing=12)
        title = label(tr("Keys"), self)
        title.setFont(strong(title.font(), 1.3))
        for widget in (title, self._line, label(_good_to_know(host), self, "muted", wraps=True), self._area):
            layout.addWidget(widget)
        self.setFocusProxy(self._line)

    @property
    def keys(self) -> set[str]:
        """All keys on the sheet, as they are shown."""
        return {key for block in self._blocks for key in block.keys}

    def open_sheet(self) -> None:
        """Show the whole sheet."""
        self.open_at()
        self._arrange(min(_MOST_COLUMNS, max(1, self.width() // _COLUMN_PX)))
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                bar = self._area.verticalScrollBar()
                bar.setValue(bar.value() + step * 32)
                return True
            is_leaving = event.key() == Qt.Key.Key_Escape and not self._line.text()
            if is_leaving or event.key() == Qt.Key.Key_F1:
                self.close_panel()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        for words in comparable_forms(typed):
            for block in self._blocks:
                block.filter(words)
            if not all(block.isHidden() for block in self._blocks):
                break

    def _make_sheet(self, theme: Theme, host: Host, keymap: Keymap, actions: Iterable[Action]) -> QWidget:
        sheet = named(QWidget(self), "sheet")
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(32)
        self._columns = [QVBoxLayout() for _ in range(_MOST_COLUMNS)]
        for place, layout in enumerate(self._columns):
            layout.setSpacing(16)
            layout.addStretch(1)
            self._grid.addLayout(layout, 0, place)
        self._blocks = [
            KeyBlock(title, lines, theme, sheet)
            for title, lines in group_actions(host, keymap, actions).items()
            if lines
        ]
        return sheet

    def _arrange(self, count: int) -> None:
        """Put the blocks into so many columns of about the same length."""
        lengths = [0] * count
        for block in sorted(self._blocks, key=lambda block: -block.line_count):
            shortest = lengths.index(min(lengths))
            self._columns[shortest].insertWidget(self._columns[shortest].count() - 1, block)
            lengths[shortest] += block.line_count + 2
        for place in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(place, int(place < count))


def _good_to_know(host: Host) -> str:
    """Return the help beside the keys: ways back, and rings."""
    history = host.help.key_of("view.history")
    parts = (
        tr("{key} shows the history: every step, and the ways back.", key=history) if history else "",
        tr("File → Backups… lists the backups."),
        tr("Undo stops before a large step: a second press takes it back."),
        tr(
            "Solid rings: the same words, decided together. Dotted rings: the same entity in other words, accepted too."
        ),
    )
    return " ".join(part for part in parts if part)


def group_actions(
    host: Host, keymap: Keymap, actions: Iterable[Action]
) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return (title, keys) of every action with keys, by menu."""
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for action in actions:
        keys = tuple(shown_key(key) for key in keymap.keys(action.id))
        if keys and action.exists(host):
            groups.setdefault(_heading(action), []).append((shown(action.message(host)), keys))
    return groups


def _heading(action: Action) -> str:
    """Return the heading of an action: its menu; moves have their own."""
    is_move = action.id.partition(".")[0] in ("caret", "selection")
    return tr("Caret and selection") if is_move else tr(action.menu.partition("/")[0])


_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
_LINE_PADDING_PX = 8
_MOST_HEIGHT_PX = 1000


class KeyBlock(QWidget):
    """The keys of one menu under its name."""

    def __init__(self, title: str, lines: list[tuple[str, tuple[str, ...]]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line_count = len(lines)
        self.keys = {key for _, keys in lines for key in keys}
        layout = column(self, spacing=2)
        head = label(title, self)
        head.setFont(strong(head.font()))
        head.setContentsMargins(0, 0, 0, 4)
        layout.addWidget(head)
        self._lines = [_Line(text, keys, theme, self) for text, keys in lines]
        for one in self._lines:
            layout.addWidget(one)

    @property
    def texts_shown(self) -> list[str]:
        """The titles that fit what is typed."""
        return [one.accessibleName() for one in self._lines if not one.isHidden()]

    def filter(self, typed: str) -> None:
        """Show the lines that match the text, and hide empty blocks."""
        fits = [typed in one.searched for one in self._lines]
        for one, is_shown in zip(self._lines, fits, strict=True):
            one.setVisible(is_shown)
        self.setVisible(any(fits))


class _Line(QWidget):
    """One action: its title at the left, its keys right.

    The title wraps where it must.
    """

    def __init__(self, text: str, keys: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._keys, self._theme = text, keys, theme
        self.searched = comparable(" ".join((text, *keys)))
        self.setAccessibleName(" ".join((text, *keys)))
        self.setMinimumHeight(self.fontMetrics().height() + _LINE_PADDING_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - keys_width(self.fontMetrics(), self._keys), _MOST_HEIGHT_PX)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self._text).height() + _LINE_PADDING_PX

    def sizeHint(self) -> QSize:
        return QSize(_COLUMN_PX, self.heightForWidth(_COLUMN_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first_line = QRect(0, 0, self.width(), self.fontMetrics().height() + _LINE_PADDING_PX)
        right = paint_keys(painter, first_line, self._keys, self._theme)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRect(0, _LINE_PADDING_PX // 2, right, self.height()), _WRAPPED, self._text)
        painter.end()
