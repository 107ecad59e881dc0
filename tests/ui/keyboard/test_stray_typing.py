"""Words typed for a field that did not open do nothing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Kind
from app.service.commands.registry import ACTIONS
from app.ui.keyboard.stray_typing import StrayTyping
from tests.stories.keyboard import LAYOUTS
from tests.ui.desktop import Desktop


def state(desktop: Desktop) -> tuple[object, ...]:
    """Return what a command of the article would change."""
    session = desktop.session
    assert session.project is not None and session.open_article is not None
    return session.project.rows(Annotation), session.open_article.article, session.cursor.caret


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("asking", ["E", "M", "N", "S"])
def test_a_name_typed_behind_a_question_that_did_not_come_does_nothing(
    desktop: Desktop, layout: str, asking: str
) -> None:
    desktop.keyboard.layout = layout
    desktop.keyboard.press("Ctrl+Home")
    view = desktop.program.components.article.view
    while desktop.session.navigation.current is not None:
        desktop.keyboard.press("Right")
    before = state(desktop)
    desktop.program.dispatcher.stray_typing = StrayTyping(Clock())  # no stall of the machine is a pause
    desktop.keyboard.press(asking, "G", "E", "N", "Shift+B", "K", "Space", "2", "T", "U", "Backspace", "L", "Enter")
    assert desktop.focused() is view
    assert state(desktop) == before
    assert desktop.program.components.status.currentMessage()


def test_after_a_pause_or_a_key_of_navigation_letters_are_commands_again() -> None:
    clock = Clock()
    typing = StrayTyping(clock)
    assert not typing.takes("A"), "nothing was asked"
    typing.begin()
    assert typing.takes("A") and typing.takes("Space") and typing.takes("1")
    assert not typing.takes("Tab")
    assert typing.release() == ["A", "Space", "1"]
    assert not typing.takes("A")
    typing.begin()
    clock.now += 1
    assert not typing.takes("A")


@pytest.mark.parametrize("word", [["A", "B"], ["A", "Space", "B"], ["Shift+A", "Backspace", "B", "1"]])
def test_two_letters_are_a_word_and_no_command(word: list[str]) -> None:
    typing = StrayTyping(Clock())
    typing.begin()
    assert [typing.takes(key) for key in word] == [True] * len(word)
    assert not typing.is_undecided
    assert typing.release() == []


@pytest.mark.parametrize("key", ["1", "Space", "Backspace", "Enter", "Ctrl+A", "Alt+A", "Left", "F1", "Escape"])
def test_no_key_but_a_letter_begins_such_words(key: str) -> None:
    typing = StrayTyping(Clock())
    typing.begin()
    assert not typing.takes(key)


def ask_in_vain(desktop: Desktop) -> None:
    """Ask for a note where no annotation is."""
    desktop.keyboard.press("Ctrl+Home")
    while desktop.session.navigation.current is not None:
        desktop.keyboard.press("Right")
    desktop.keyboard.press("N")
    assert desktop.focused() is desktop.program.components.article.view


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_letter_behind_such_a_question_is_a_command_when_no_other_follows(
    desktop: Desktop, layout: str, qtbot: QtBot
) -> None:
    desktop.keyboard.layout = layout
    ask_in_vain(desktop)
    desktop.keyboard.press("C")
    qtbot.waitUntil(lambda: desktop.session.navigation.current is not None)
    current = desktop.session.navigation.current
    assert current is not None and current.kind is Kind.CLAIM


def test_a_letter_and_the_key_behind_it_act_in_their_order(desktop: Desktop) -> None:
    ask_in_vain(desktop)
    desktop.keyboard.press("C", "Tab")
    first = desktop.session.navigation.current
    ask_in_vain(desktop)
    desktop.keyboard.press("Escape", "C", "Tab")
    assert first is not None and desktop.session.navigation.current == first


def test_every_command_that_asks_says_so_by_its_title() -> None:
    asking = {action.id for action in ACTIONS if action.asks}
    assert {"entity.link", "entity.normal", "note.annotation", "label.pick", "claim.speaker"} <= asking


@pytest.mark.parametrize("following", ["C", "D", "Z"])
def test_a_letter_behind_a_command_that_needed_no_question_acts_at_once(desktop: Desktop, following: str) -> None:
    view, session = desktop.program.components.article.view, desktop.session
    desktop.keyboard.press("Ctrl+Home", "C")
    assert session.navigation.current_of(Kind.CLAIM) is not None
    desktop.keyboard.press("Shift+Right", "S")
    assert desktop.focused() is view
    assert not desktop.program.dispatcher.stray_typing.takes(following)
