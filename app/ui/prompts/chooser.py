"""A panel to choose from.

Type to filter, arrows move, Enter takes, Esc closes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.widgets import label, line
from app.ui.prompts.choices import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceRows
from app.ui.prompts.fuzzy import ranked, related
from app.ui.theme.theme import Theme

_ROWS_SHOWN = 12


class Chooser(Overlay):
    """Offer choices.

    `chosen` reports the value of the one taken, after the panel has closed; `chosen_alone` of one taken by Ctrl+Enter,
    where the choices are `for_several`; `renaming` that F2 was pressed on one. Where nothing fits all that was typed, a
    chooser `for_commands` lists what fits some of its words, and has room for icons.
    """

    chosen = Signal(object)
    chosen_alone = Signal(object)
    renaming = Signal(object)

    def __init__(
        self, window: QWidget, theme: Theme, *, prompt: str, width_px: int = 520, for_commands: bool = False
    ) -> None:
        super().__init__(window, QSize(width_px, 400))
        self._all: list[Choice] = []
        self._width_px = width_px
        self.for_several, self._for_commands = False, for_commands
        self._line = line(prompt, self)
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._rows = ChoiceRows(self)
        self._list = self._make_list(ChoiceDelegate(theme, self, has_icons=for_commands))
        self._foot = label("", self, "caption", wraps=True)
        self._help = self._said = ""
        self._column = column(self, margin=8, spacing=8)
        for widget in (self._line, self._list, self._foot):
            self._column.addWidget(widget)
        self._foot.hide()
        self.setFocusProxy(self._line)

    def offer(self, choices: list[Choice], anchor: QRect | None = None, *, foot: str = "") -> None:
        """Open with these choices; `foot` is a word of help below."""
        self._all = choices
        self._help, self._said = foot, ""
        self._filter("")
        self.open_at(anchor)
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        # After the focus: Orca takes a caret that moves for the focus, and then does not say that this has come.
        self._line.clear()
        self._say_chosen()

    def ask(self, prompt: str, words: str) -> None:
        """Ask for something else in the same line, where `words` stand selected."""
        self._line.setPlaceholderText(prompt)
        self._line.setAccessibleName(prompt)
        self._line.setText(words)
        self._line.selectAll()

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
        """Leave the filtering to `search`.

        It is called when something is typed, and shows what it finds.
        """
        self._line.textChanged.disconnect(self._filter)
        self._line.textChanged.connect(lambda _: search())

    def show_found(self, choices: list[Choice], words: str) -> None:
        """Show what a search has found so far, with `words` below."""
        row = self._list.currentIndex().row()
        self._rows.show(list(choices))
        self._list.setCurrentIndex(self._rows.index(max(0, row)))
        self._help = words
        self._fit_height()

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
            is_alone = self.for_several and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(self._list.currentIndex(), self.chosen_alone if is_alone else self.chosen)
        elif key == Qt.Key.Key_F2 and self._list.currentIndex().isValid():
            self.renaming.emit(self._list.currentIndex().data(CHOICE_ROLE).value)
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
            self._fit_height()

    def _choose(self, index: QModelIndex, taken: SignalInstance) -> None:
        choice = index.data(CHOICE_ROLE) if index.isValid() else None
        if choice is not None and choice.enabled:
            self.close_panel()
            taken.emit(choice.value)

    def _filter(self, typed: str) -> None:
        found = ranked(typed, self._all, lambda choice: choice.searched, lambda choice: choice.is_guarded)
        if not found and self._for_commands:
            harmless = [choice for choice in self._all if not choice.is_guarded]
            found = related(typed, harmless, lambda choice: choice.searched)
        self._rows.show(found)
        self._list.setCurrentIndex(self._rows.index(0))
        self._fit_height()

    def _emit_mark(self) -> None:
        """Show the text of the chosen line, else the help.

        Or that there is no line.
        """
        choice = self._list.currentIndex().data(CHOICE_ROLE)
        none = tr("Nothing found.") if self.typed and choice is None else ""
        self._foot.setText((choice.note if choice is not None else "") or self._help or none)
        self._foot.setVisible(bool(self._foot.text()))

    def _say_chosen(self) -> None:
        """Announce the chosen line to a screen reader.

        The focus stays in the text field.
        """
        words = self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or self._foot.text()
        if words != self._said and not self.isHidden():
            self._said = words
            announce(self._line, words)

    def _fit_height(self) -> None:
        """Be as high as the choices need, up to a dozen.

        In a low window the list gives way to the words below it.
        """
        rows, row_height = min(self._rows.rowCount(), _ROWS_SHOWN), max(0, self._list.sizeHintForRow(0))
        self._list.setVisible(rows > 0)
        self._emit_mark()
        self._say_chosen()
        foot = self._foot.heightForWidth(self._width_px - 16) + 8 if self._foot.text() else 0
        self._list.setMinimumHeight(row_height + 4)
        self._list.setMaximumHeight(rows * row_height + 4)
        self.resize_panel(QSize(self._width_px, rows * row_height + self._line.sizeHint().height() + foot + 32))
        self._column.activate()
        self._list.scrollTo(self._list.currentIndex())

    def _make_list(self, delegate: ChoiceDelegate) -> QListView:
        made = QListView(self)
        made.setUniformItemSizes(True)
        made.setModel(self._rows)
        made.setItemDelegate(delegate)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMouseTracking(True)
        made.clicked.connect(lambda index: self._choose(index, self.chosen))
        return made
