"""Small widgets with what ours always have: a name for screen readers, plain text, no surprise default button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget

from app.ui.i18n import tr
from app.ui.icons import Icons

Act = Callable[[], object]


def label(words: str, parent: QWidget, name: str = "", *, wraps: bool = False) -> QLabel:
    """Return a label of plain text; `name` is what the stylesheet knows it by ("muted", "caption", "danger" …)."""
    made = QLabel(words, parent)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    return made


def line(prompt: str, parent: QWidget) -> QLineEdit:
    """Return a line to type in, with its purpose as placeholder and name, and a button to clear it."""
    made = QLineEdit(parent)
    made.setPlaceholderText(prompt)
    made.setAccessibleName(prompt)
    made.setClearButtonEnabled(True)
    for clear in made.findChildren(QToolButton):
        clear.setAccessibleName(tr("Clear"))
    return made


def button(title: str, parent: QWidget, act: Act, *, flat: bool = False) -> QPushButton:
    """Return a push button that does `act`."""
    made = QPushButton(title, parent)
    made.setAutoDefault(False)
    made.setFlat(flat)
    made.clicked.connect(lambda _=False: act())
    return made


def tool(icons: Icons, icon: str, title: str, parent: QWidget, act: Act | None = None) -> QToolButton:
    """Return a button with an icon alone, its title as tooltip and name."""
    made = QToolButton(parent)
    icons.put(icon, made, made.setIcon)
    made.setToolTip(title)
    made.setAccessibleName(title)
    if act is not None:
        made.clicked.connect(lambda _=False: act())
    return made


def scrolling(content: QWidget, parent: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls `content`."""
    made = QScrollArea(parent)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(content)
    return made


def named(widget: QWidget, name: str) -> QWidget:
    """Give a widget the name that the stylesheet knows it by, and let it paint its background."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
