"""A mouse that clicks where things are.

It uses the events that a window system sends.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.core.model import Annotation
from app.core.span import Span
from tests.ui.desktop import Desktop, wait_until

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Mouse:
    """Points at words of the article and widgets.

    It also points at entries of menus.
    """

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._view = desktop.program.components.article.view

    def point_of(self, span: Span, *, at: float = 0.5) -> QPoint:
        """Return the point over the first word of a span.

        It is in the article, `at` a share of the word's width.
        """
        box = self._view.rect_of(span)
        return QPoint(round(box.left() + at * (box.width() - 1)), box.center().y())

    def bracket_of(self, claim: Annotation) -> QPoint:
        """Return a point on the bracket of a claim."""
        box = self._view.rect_of(claim.span)
        column = range(self._view.viewport().width())
        return next(QPoint(x, box.center().y()) for x in column if self._is_bracket(QPoint(x, box.center().y()), claim))

    def click(self, point: QPoint, *, held: Qt.KeyboardModifier = _NONE) -> None:
        """Click in the article."""
        QTest.mouseClick(self._view.viewport(), _LEFT, held, point)

    def double_click(self, point: QPoint) -> None:
        """Click twice in the article."""
        QTest.mouseDClick(self._view.viewport(), _LEFT, _NONE, point)

    def drag(self, start: QPoint, stop: QPoint, *, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press in the article, move in steps and release."""
        port = self._view.viewport()
        QTest.mousePress(port, _LEFT, held, start)
        for step in range(1, 9):
            point = start + (stop - start) * step / 8
            event = QMouseEvent(
                QMouseEvent.Type.MouseMove, QPointF(point), QPointF(port.mapToGlobal(point)), _LEFT, _LEFT, held
            )
            QApplication.sendEvent(port, event)
        QTest.mouseRelease(port, _LEFT, held, stop)

    def wheel(self, point: QPoint, clicks: int, *, held: Qt.KeyboardModifier = _NONE) -> None:
        """Turn the wheel over the article."""
        port = self._view.viewport()
        place, turn = QPointF(port.mapToGlobal(point)), QPoint(0, 120 * clicks)
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(QPointF(point), place, QPoint(), turn, Qt.MouseButton.NoButton, held, phase, False)
        QApplication.sendEvent(port, event)

    def open_menu_over(self, point: QPoint) -> QMenu:
        """Ask for the menu over the article."""
        port = self._view.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, port.mapToGlobal(point), _NONE)
        QApplication.sendEvent(port, event)
        return shown_menu()

    def choose(self, menu: QMenu, entry: QAction) -> None:
        """Click an entry of an open menu.

        The way goes through the menus that it is in.
        """
        for step in path_to(menu, entry):
            QTest.mouseClick(menu, _LEFT, _NONE, menu.actionGeometry(step).center())
            inside = step.menu()
            if isinstance(inside, QMenu):
                menu = inside
                wait_for(menu)
        # Off screen the window of a menu gets the focus late, when it is closed already, and keeps it.
        QApplication.processEvents()
        self._desktop.program.window.activateWindow()
        QApplication.processEvents()

    def choose_in_bar(self, entry: QAction) -> None:
        """Click an entry by way of the menu bar."""
        bar = self._desktop.program.window.menuBar()
        head = next(action for action in bar.actions() if path_to(_menu_of(action), entry))
        QTest.mouseClick(bar, _LEFT, _NONE, bar.actionGeometry(head).center())
        self.choose(_menu_of(head), entry)

    def _is_bracket(self, point: QPoint, claim: Annotation) -> bool:
        return point.x() < self._view.rect_of(claim.span).left() and self._view.annotation_at(point) == claim.id


def press(widget: QWidget, point: QPoint | None = None) -> None:
    """Click a widget.

    It is clicked in its middle if no place in it is named.
    """
    QTest.mouseClick(widget, _LEFT, _NONE, point if point is not None else widget.rect().center())


def wait_for(menu: QMenu) -> None:
    """Wait until a menu in a menu has opened.

    It opens after a moment.
    """
    wait_until(menu.isVisible)


def shown_menu() -> QMenu:
    """Return the menu that is open, the innermost."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "a menu is open"
    return menu


def path_to(menu: QMenu, entry: QAction) -> list[QAction]:
    """Return the entries to click from a menu.

    They lead to one in it or in its menus. Return none if it is not there.
    """
    for action in menu.actions():
        if action is entry:
            return [action]
        inside = action.menu()
        if isinstance(inside, QMenu) and (rest := path_to(inside, entry)):
            return [action, *rest]
    return []


def _menu_of(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu), "an entry of the bar is a menu"
    return menu
