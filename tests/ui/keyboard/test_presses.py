"""A physical press is told from repeats.

A held key goes on only where it was pressed and moves or types.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from app.service.commands.registry import ACTIONS, by_id
from app.ui.keyboard.presses import Presses
from tests.ui.desktop import Desktop

SPACE, ENTER = 65, 36
DECIDING = ("accept", "reject", "label", "claim", "finish", "undo", "redo", "spread", "done", "piece", "join", "cue")


def key(kind: QEvent.Type, at_ms: int, *, code: int = SPACE, is_auto: bool = False) -> QKeyEvent:
    event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, code, 0, 0, " ", is_auto)
    event.setTimestamp(at_ms)
    return event


def down(presses: Presses, at_ms: int, platform: str = "xcb", *, code: int = SPACE, is_auto: bool = False) -> bool:
    """Press a key; return whether that is a repeat."""
    return presses.is_repeat(key(QEvent.Type.KeyPress, at_ms, code=code, is_auto=is_auto), platform)


def up(presses: Presses, at_ms: int, *, code: int = SPACE) -> None:
    presses.release(key(QEvent.Type.KeyRelease, at_ms, code=code))


@pytest.fixture
def presses(qapp: QApplication) -> Presses:
    return Presses()


def test_a_press_at_the_time_of_its_release_is_a_repeat_on_x11(presses: Presses) -> None:
    assert not down(presses, 1_000)
    for at_ms in (1_200, 1_225, 1_250):
        up(presses, at_ms)
        assert down(presses, at_ms), "though Qt does not call it one"
    up(presses, 1_260)
    assert not down(presses, 1_300), "the key was let go"


def test_a_key_that_was_pressed_before_the_window_had_the_keyboard_only_repeats(presses: Presses) -> None:
    up(presses, 1_000)
    assert down(presses, 1_000)


def test_another_key_at_the_same_time_is_a_press(presses: Presses) -> None:
    down(presses, 1_000)
    up(presses, 1_100)
    assert not down(presses, 1_100, code=ENTER)


def test_a_letter_that_is_typed_again_at_once_behind_another_is_a_press(presses: Presses) -> None:
    down(presses, 1_000)
    up(presses, 1_001)
    assert not down(presses, 1_001, code=ENTER)
    assert not down(presses, 1_002), "a program that types for somebody is as fast"


def test_a_modifier_does_not_end_the_repeats_of_a_held_key(presses: Presses) -> None:
    down(presses, 1_000)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier, 50, 0, 0, "", False)
    event.setTimestamp(1_100)
    presses.is_repeat(event, "xcb")
    up(presses, 1_200)
    assert down(presses, 1_200)


def test_a_lost_release_leaves_no_key_dead(presses: Presses) -> None:
    assert not down(presses, 1_000)
    assert not down(presses, 1_400), "its release went to another window"
    assert not down(presses, 1_460), "a letter that is typed again soon, as in a path, is no repeat"


@pytest.mark.parametrize("platform", ["windows", "cocoa", "wayland", "offscreen"])
def test_elsewhere_the_window_system_tells_repeats(presses: Presses, platform: str) -> None:
    assert not down(presses, 1_000, platform)
    up(presses, 1_010)
    assert not down(presses, 1_010, platform), "a quick press is a press"
    assert down(presses, 1_020, platform, is_auto=True)


def test_no_action_that_decides_repeats() -> None:
    deciding = [action for action in ACTIONS if any(word in action.id for word in DECIDING) and action.keys]
    moving = ("walk.", "boundary.", "caret.", "selection.", "find.", "view.", "article.next", "article.previous")
    assert deciding
    assert {action.id for action in ACTIONS if action.repeats and not action.id.startswith(moving)} == set()
    assert not [action.id for action in deciding if action.repeats and not action.id.startswith(moving)]


def test_a_key_that_opened_a_field_does_not_type_in_it(desktop: Desktop) -> None:
    desktop.keyboard.press("Tab")
    desktop.keyboard.hold("N", 5)
    field = desktop.focused()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""
    desktop.keyboard.hold("A", 3)
    assert field.toPlainText() == "aaa", "what is pressed there types on"
    desktop.keyboard.hold("Backspace", 2)
    assert field.toPlainText() == "a"


def test_a_held_enter_that_saved_a_note_does_nothing_else(desktop: Desktop) -> None:
    session = desktop.session
    desktop.keyboard.press("Tab", "N")
    desktop.keyboard.type("Слово")
    before = session.open_article and session.open_article.article
    desktop.keyboard.hold("Ctrl+Enter", 6)
    assert session.open_article is not None
    assert session.open_article.article == before
    assert [note.text for note in session.open_article.notes_on(session.navigation.current_id)] == ["Слово"]


def test_a_key_that_showed_the_hints_does_not_choose_one(desktop: Desktop) -> None:
    view = desktop.program.components.article.view
    caret = desktop.session.cursor.caret
    desktop.keyboard.hold("F", 6)
    assert view.canvas.marks.hints, "they wait for a letter of their own"
    assert desktop.session.cursor.caret == caret


def test_a_held_enter_that_opened_a_dialog_does_not_press_its_button(desktop: Desktop) -> None:
    desktop.program.run(by_id("palette.show"))
    desktop.keyboard.type("about")
    desktop.keyboard.press("Enter")
    QApplication.processEvents()
    desktop.keyboard.hold("Enter", 8, is_held_already=True)
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    desktop.keyboard.press("Enter")
    assert QApplication.activeModalWidget() is None, "a press of its own does"


@pytest.mark.parametrize("held", ["Enter", "Space", "Escape", "Alt+O", "Ctrl+Enter"])
def test_a_key_held_since_before_a_dialog_came_up_does_nothing_in_it(desktop: Desktop, held: str) -> None:
    desktop.program.run(by_id("app.about"))
    QApplication.processEvents()
    desktop.keyboard.hold(held, 8, is_held_already=True)
    assert isinstance(QApplication.activeModalWidget(), QDialog)


def test_no_key_reaches_the_article_below_a_dialog(desktop: Desktop) -> None:
    left = desktop.session.navigation.left
    desktop.program.run(by_id("app.about"))
    window = desktop.program.window.windowHandle()
    assert window is not None
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, SPACE, 0, 0, " ")
    QGuiApplication.sendEvent(window, event)
    assert desktop.session.navigation.left == left


def test_a_held_key_still_moves(desktop: Desktop) -> None:
    desktop.keyboard.press("Ctrl+Home")
    first = desktop.session.cursor.caret
    desktop.keyboard.hold("Right", 4)
    assert desktop.session.cursor.caret != first
    desktop.keyboard.hold("Left", 4)
    assert desktop.session.cursor.caret == first


def test_a_held_undo_takes_back_one_step(desktop: Desktop) -> None:
    left = desktop.session.navigation.left
    desktop.keyboard.press("Tab", "Ctrl+Space", "Ctrl+Space")
    desktop.keyboard.hold("U", 5)
    assert desktop.session.navigation.left == left - 1
