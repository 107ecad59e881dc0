"""Small widgets with common properties.

A name for screen readers, plain text, and Enter presses a button. Every widget that Qt would show rich text or
mnemonics in is made here, so that no text of a project gets to be either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QFormLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QToolButton,
    QWidget,
)

from app.ui.base.i18n import tr
from app.ui.base.plain_text import caption_text, tip
from app.ui.theme.icons import Icons

_LEAST_BUTTON_PX = 80
"""An elided button has room for a word at least."""

LEAVING_KEYS = ("Enter", "Down")
"""Keys that lead from the filter of a window to its table, as Tab does."""

Act = Callable[[], object]
Line = TypeVar("Line", bound=QLineEdit)


def label(words: str, parent: QWidget, name: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label of plain text.

    `name` is what the stylesheet knows it by ("muted", "caption", "danger" …).
    """
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def line(prompt: str, parent: QWidget) -> QLineEdit:
    """Return a text field with placeholder, name and clear button."""
    return prepare_line(QLineEdit(parent), prompt)


def prepare_line(made: Line, prompt: str) -> Line:
    """Prepare a text field, and return it.

    It gets a placeholder, a name and a clear button.
    """
    made.setPlaceholderText(prompt)
    made.setAccessibleName(prompt)
    made.setClearButtonEnabled(True)
    for clear in made.findChildren(QToolButton):
        clear.setAccessibleName(tr("Clear"))
    return made


class FilterLine(QLineEdit):
    """A line that filters a list; Esc clears it first."""

    down = Signal()
    """The keyboard is to go on to what is filtered."""

    def begin(self) -> None:
        """Take the focus; what is typed replaces what the line holds."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


def filter_line(prompt: str, parent: QWidget) -> FilterLine:
    """Return a line that filters a list, named by its purpose."""
    return prepare_line(FilterLine(parent), prompt)


def prepare_table(table: QTableView, rows: QAbstractItemModel, title: str) -> None:
    """Prepare a table of whole rows of one line each.

    One row is chosen at a time. The columns share the width of the table.
    """
    table.setModel(rows)
    prepare_rows(table, title)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def prepare_rows(table: QTableView, title: str) -> None:
    """Show whole rows of one line each; Tab leaves the table."""
    table.setAccessibleName(title)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    vertical, header = table.verticalHeader(), table.horizontalHeader()
    vertical.hide()
    vertical.setDefaultSectionSize(table.fontMetrics().height() + 12)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def wrap_rows(made: QListWidget) -> None:
    """Show each row of a list in full, in several lines.

    With an elide mode Qt gives a row of several paragraphs the room of one line each, and cuts them.
    """
    made.setWordWrap(True)
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def button(title: str, parent: QWidget, act: Act | None = None, *, flat: bool = False) -> QPushButton:
    """Return a push button that does `act`.

    Enter presses it while it has the focus.
    """
    made = QPushButton(caption_text(title), parent)
    made.setAutoDefault(True)
    made.setFlat(flat)
    if act is not None:
        made.clicked.connect(lambda _=False: act())
    return made


def key_button(title: str, parent: QWidget, act: Act | None = None, *, flat: bool = False) -> QPushButton:
    """Return a push button for the mouse, whose title names its key.

    It never has the focus: there the other keys of its window would do nothing.
    """
    made = button(title, parent, act, flat=flat)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setAutoDefault(False)
    return made


def section_button(title: str, parent: QWidget, act: Act) -> QPushButton:
    """Return a flat button that chooses one of several sections.

    The others of its parent, or of its group, are released.
    """
    made = button(title, parent, act, flat=True)
    made.setObjectName("section")
    made.setCheckable(True)
    made.setAutoExclusive(True)
    return made


class ElidedButton(QPushButton):
    """A button whose title is cut with dots.

    The title is cut if it has no room; the tooltip has all of it.
    """

    def __init__(self, title: str, parent: QWidget, act: Act) -> None:
        super().__init__(caption_text(title), parent)
        self._title, self._whole = title, QSize()
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.clicked.connect(lambda _=False: act())

    def sizeHint(self) -> QSize:
        if not self._whole.isValid():
            self.ensurePolished()
            self._whole = super().sizeHint()
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST_BUTTON_PX, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics, hint = self.fontMetrics(), self.sizeHint()
        room = self.width() - (hint.width() - metrics.horizontalAdvance(self._title))
        shown = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(caption_text(shown))
        self.setToolTip(tip(self._title if shown != self._title else ""))


def tool(icons: Icons, icon: str, title: str, parent: QWidget, act: Act | None = None) -> QToolButton:
    """Return an icon button with its title as tooltip and name.

    Enter presses it while it has the focus.
    """
    made = QToolButton(parent)
    icons.give_icon(icon, made, made.setIcon)
    made.setToolTip(tip(title))
    made.setAccessibleName(title)
    press_by_enter(made)
    if act is not None:
        made.clicked.connect(lambda _=False: act())
    return made


def check_box(title: str, parent: QWidget) -> QCheckBox:
    """Return a check box.

    Space ticks it, and Enter is for the dialog.
    """
    return QCheckBox(caption_text(title), parent)


def add_field(form: QFormLayout, title: str, field: QWidget | QLayout) -> None:
    """Add a field with its caption to a form."""
    parent = form.parentWidget()
    assert parent is not None, "the form is in a dialog"
    made = label(caption_text(title), parent)
    if isinstance(field, QWidget):
        made.setBuddy(field)
    form.addRow(made, field)


def press_by_enter(button: QAbstractButton) -> None:
    """Let Enter press the focused button.

    Qt does that for push buttons alone.
    """
    on_enter(button, button.click)


def on_enter(widget: QWidget, act: Act) -> None:
    """Do `act` for Enter in `widget`, not the default button."""
    _EnterFilter(widget, act)


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls `content`."""
    made = QScrollArea(parent)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(content)
    return made


def named(widget: QWidget, name: str) -> QWidget:
    """Name a widget for the stylesheet, and let it paint its background."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def is_enter(event: QEvent) -> bool:
    """Say whether an event is about Enter, that of the keypad too."""
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _EnterFilter(QObject):
    """Act on Enter in a widget, and keep Enter from the dialog."""

    def __init__(self, widget: QWidget, act: Act) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not is_enter(event):
            return False
        self._act()
        return True
