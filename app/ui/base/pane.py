"""The common frame of panes: a dock with a quiet title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.ui.base.widgets import label, named
from app.ui.theme.theme import strong


class Pane(QDockWidget):
    """A dock with a title line, which knows its main widget.

    The line is empty at first.
    """

    def __init__(self, name: str, title: str, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.setObjectName(name)
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTitleBarWidget(self._title_bar(title))
        self.setWidget(named(QWidget(self), "pane"))
        self.is_filled = False

    def fill(self, content: QWidget) -> None:
        """Replace the content of the pane."""
        before = self.widget()
        self.setWidget(content)
        self.is_filled = True
        if before is not None:
            before.deleteLater()

    def focus(self) -> None:
        """Focus the content's main widget, else its first one for Tab."""
        content = self.widget()
        if content is not None:
            inside = (content.focusProxy(), *content.findChildren(QWidget))
            first = next((widget for widget in inside if widget is not None and _takes_tab(widget)), content)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title_bar(self, title: str) -> QWidget:
        bar = QFrame(self)
        bar.setObjectName("paneTitle")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 8, 8)
        heading = label(title, bar, "heading")
        heading.setFont(strong(heading.font()))
        row.addWidget(heading)
        row.addStretch(1)
        return bar


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def column(parent: QWidget, *, margin: int = 0, spacing: int = 0) -> QVBoxLayout:
    """Put a column layout with these distances into `parent`."""
    made = QVBoxLayout(parent)
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made
