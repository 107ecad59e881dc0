"""What a screen reader gets."""

from __future__ import annotations

import gc

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Kind, Status
from app.core.span import Span
from tests.ui.article.conftest import Show

TEXT = "Мир 🙂 и\u2028Алматы\nконец"


def test_the_text_is_the_articles_by_qts_units(show: Show) -> None:
    text = QAccessible.queryAccessibleInterface(show(TEXT)).textInterface()
    assert text.characterCount() == len(TEXT.encode("utf-16-le")) // 2
    assert text.text(0, text.characterCount()) == TEXT
    assert text.text(4, 6) == "🙂"
    assert text.text(9, 15) == "Алматы"


def test_role_and_state_are_those_of_a_text_to_read(show: Show) -> None:
    view = show(TEXT, title=TEXT)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.state().readOnly
    assert interface.state().focusable
    assert interface.text(QAccessible.Text.Name) == f"Article: {TEXT}"
    assert interface.valueInterface() is None


def test_the_caret_is_where_the_view_has_it(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    view.set_caret(Span(8, 14))
    assert text.cursorPosition() == 9
    with qtbot.waitSignal(view.clicked) as told:
        text.setCursorPosition(6)
    assert told.args[0] == 5


def test_places_on_screen_are_those_of_the_view(show: Show) -> None:
    view = show(TEXT)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    rect = text.characterRect(10)
    assert rect.width() > 0
    assert text.offsetAtPoint(rect.center()) == 10
    view.clear()
    assert text.offsetAtPoint(QPoint(400, 40)) == -1


def test_the_current_annotation_is_described(show: Show) -> None:
    view = show(TEXT, [Annotation(1, 1, Kind.ENTITY, "LOC", (Span(8, 14),), Status.CORRECTED)])
    view.set_current(1)
    assert view.accessibleDescription() == "LOC, corrected: Алматы"


def test_views_that_were_read_can_go(show: Show) -> None:
    for _ in range(5):
        view = show(TEXT)
        assert QAccessible.queryAccessibleInterface(view).textInterface().characterCount() > 0
        view.close()
    gc.collect()
