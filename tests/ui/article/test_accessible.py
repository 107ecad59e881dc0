"""What a screen reader gets."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Kind, Status
from app.core.span import Span
from app.ui.article.view import ArticleView
from tests.ui.article.conftest import Show
from tests.ui.listener import Listener, listening

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
    with qtbot.waitSignal(view.clicked) as notices:
        text.setCursorPosition(6)
    assert notices.args[0] == 5


def test_places_on_screen_are_those_of_the_view(show: Show) -> None:
    view = show(TEXT)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    rect = text.characterRect(10)
    assert rect.width() > 0
    assert text.offsetAtPoint(rect.center()) == 10
    view.clear()
    assert text.offsetAtPoint(QPoint(400, 40)) == -1


def described(view: ArticleView) -> str:
    return QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)


LOC = Annotation(1, 1, Kind.ENTITY, "LOC", (Span(8, 14),), Status.CORRECTED)


def test_the_current_annotation_is_described_by_its_labels_title(show: Show) -> None:
    claim = Annotation(2, 1, Kind.CLAIM, "forecast", (Span(0, 14),))
    view = show(TEXT, [LOC, claim])
    view.setLocale(QLocale("ru"))
    assert described(view) == ""
    view.set_current(1)
    assert described(view) == "LOC, corrected: Алматы"
    view.set_current(2)
    assert described(view) == "Прогноз, proposed: Мир 🙂 и Алматы"


def test_what_is_decided_together_is_counted(show: Show) -> None:
    view = show(TEXT, [LOC])
    view.set_current(1)
    view.set_group([1, 5, 7])
    assert described(view).endswith("; 2 more decided together")
    view.set_group([1, 5], [1, 5, 7])
    assert described(view).endswith("; 1 more decided together; 1 more when accepted")


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Listener:
    return listening(monkeypatch)


def test_the_word_under_the_caret_is_reported(show: Show, listener: Listener) -> None:
    view = show(TEXT)
    view.set_caret(Span(8, 14))
    view.voice.announce_place()
    assert listener.news() == ["Алматы"]
    assert QAccessible.Event.TextCaretMoved in listener.events
    view.voice.announce_place()
    assert listener.news() == [], "nothing has changed since"


def test_arriving_at_an_annotation_says_its_words_once(show: Show, listener: Listener) -> None:
    view = show(TEXT, [LOC])
    view.set_caret(Span(8, 14))
    view.set_current(1)
    view.voice.announce_place()
    assert listener.news() == ["LOC, corrected: Алматы"]


def test_a_selection_reports_what_it_gained_and_lost(show: Show, listener: Listener) -> None:
    view = show(TEXT)
    said = []
    for selection in (Span(0, 3), Span(0, 7), Span(0, 14), Span(0, 7), Span(8, 14), None):
        view.set_selection(selection)
        view.voice.announce_place()
        said += listener.news()
    assert said == [
        "Мир selected",
        "🙂 и selected",
        "Алматы selected",
        "Алматы no longer selected",
        "Алматы selected",
        "Nothing selected",
    ]


def test_a_long_selection_is_reported_by_its_beginning(show: Show, listener: Listener) -> None:
    text = "слово " * 200
    view = show(text)
    view.set_selection(Span(0, len(text)))
    view.voice.announce_place()
    (said,) = listener.news()
    assert len(said) < 200
    assert said.startswith("слово слово")


def test_hints_are_reported_with_their_letters_once(show: Show, listener: Listener) -> None:
    view = show(TEXT)
    hints = [(Span(0, 3), "F"), (Span(8, 14), "DA")]
    view.set_hints(hints)
    view.set_hints(hints, "D")
    view.set_hints([])
    assert listener.news() == ["F: Мир, DA: Алматы"]


def test_orca_gets_a_new_description_and_an_announcement_only_where_that_is_the_same(
    show: Show, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    again = Annotation(2, 1, Kind.ENTITY, "LOC", (Span(21, 27),), Status.CORRECTED)
    view = show(TEXT + " Алматы", [LOC, again])
    view.set_current(1)
    view.voice.announce_place()
    assert (listener.news(), listener.events.count(QAccessible.Event.DescriptionChanged)) == ([], 1)
    view.set_current(2)
    view.voice.announce_place()
    assert listener.news() == ["LOC, corrected: Алматы"]


def test_views_that_were_read_can_go(show: Show) -> None:
    for _ in range(5):
        view = show(TEXT)
        assert QAccessible.queryAccessibleInterface(view).textInterface().characterCount() > 0
        view.close()
    gc.collect()
