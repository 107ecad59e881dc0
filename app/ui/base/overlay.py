"""A panel over the window that has the keyboard until closed.

Esc or a click elsewhere closes it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.ui.base.shadow import Shadow
from app.ui.base.texts.full_texts import show_full_texts

MARGIN_PX = 8


class Overlay(QFrame):
    """A framed panel that takes and returns the focus.

    It is a child of the window rather than a window of its own: window managers then have no say in its focus.
    """

    closed = Signal()

    def __init__(self, window: QWidget, size: QSize) -> None:
        super().__init__(window)
        self.setObjectName("popover")
        self._size = size
        self._anchor: QRect | None = None
        self._before: QWidget | None = None
        self.setAutoFillBackground(True)
        self.hide()
        self._shadow = Shadow(self)

    def open_at(self, anchor: QRect | None = None) -> None:
        """Open below or above `anchor`, or at the top centre.

        `anchor` is in window coordinates; above where there is no room, centred without one.
        """
        self._anchor = anchor
        self._before = self._find_holder()
        show_full_texts(self)
        self.place()
        self.show()
        self.raise_()
        self.window().installEventFilter(self)
        QApplication.instance().focusObjectChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    @property
    def holder(self) -> QWidget | None:
        """Who gets the focus back when it is closed."""
        return self._before

    def _find_holder(self) -> QWidget | None:
        """Return who has the focus, or gets it from a replaced panel."""
        focused = self.window().focusWidget()
        replaced = (one for one in self.window().findChildren(Overlay) if one is not self and one.isVisible())
        return next((one.holder for one in replaced if one.isAncestorOf(focused or one)), focused)

    def close_panel(self) -> None:
        """Close, and give the focus back to who had it."""
        if self.isHidden():
            return
        QApplication.instance().focusObjectChanged.disconnect(self._follow_focus)  # type: ignore[union-attr]
        self.window().removeEventFilter(self)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self.window())
        if had_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        # After the focus has gone: Qt hands that of a hidden widget to the next field, which selects its text.
        self.hide()
        self.closed.emit()

    def place(self) -> None:
        """Lay the panel out inside the window."""
        room = self.window().rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        size = self._size.boundedTo(room.size())
        self.setGeometry(QRect(self._find_corner(room, size), size))

    def resize_panel(self, size: QSize) -> None:
        """Change the size that the panel would like to have."""
        self._size = size
        self.place()

    def _find_corner(self, room: QRect, size: QSize) -> QPoint:
        if self._anchor is None:
            y = min(room.top() + room.height() // 10, room.bottom() + 1 - size.height())
            return QPoint(room.center().x() - size.width() // 2, y)
        x = min(max(room.left(), self._anchor.left()), room.right() - size.width())
        below = self._anchor.bottom() + MARGIN_PX
        above = self._anchor.top() - MARGIN_PX - size.height()
        fits = below + size.height() <= room.bottom() or above < room.top()
        return QPoint(x, min(below, room.bottom() - size.height()) if fits else above)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go by Tab to the next field of the panel.

        It stays open. Qt's own chain is not walked: that leaves viewports without their objects (PySide 6.11).
        """
        chain = [one for one in self.findChildren(QWidget) if _takes_tab(one)]
        focused = self.window().focusWidget()
        if chain:
            place = chain.index(focused) if focused in chain else -1 if is_next else 0
            reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
            chain[(place + (1 if is_next else -1)) % len(chain)].setFocus(reason)
        return True

    def _follow_focus(self, focused: QObject | None) -> None:
        """Close when something else in the window gets the focus.

        Another window may come and go.
        """
        if isinstance(focused, QWidget) and focused.window() is self.window() and not self.isAncestorOf(focused):
            self._before = None
            self.close_panel()


def _takes_tab(field: QWidget) -> bool:
    takes_tab = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus) and field.focusProxy() is None
    return takes_tab and field.isVisible() and field.isEnabled()
