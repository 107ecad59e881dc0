"""A key is its place on the keyboard.

It is so on three layouts, on three systems, and without a scan code.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from app.service.commands.registry import ACTIONS
from app.ui.keyboard.keys import key_name, shown
from tests.stories.keyboard import LAYOUTS, Keyboard

EVERY_KEY = sorted({key for action in ACTIONS for key in action.keys} - {"F11", "F12"})
"""All but those that the test keyboard ends before."""
CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю"
LATIN = "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,."


class Caught(Keyboard):
    """A keyboard that keeps what it would send."""

    def __init__(self, layout: str) -> None:
        self.layout = layout

    def event(self, name: str, code: int | None = None) -> QKeyEvent:
        *modifiers, key = name.split("+")
        native, qt_key, text = self._meaning(key, modifiers)
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= getattr(Qt.KeyboardModifier, {"Ctrl": "Control"}.get(modifier, modifier) + "Modifier")
        return QKeyEvent(QEvent.Type.KeyPress, qt_key, held, native if code is None else code, 0, 0, text)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", EVERY_KEY)
def test_key_has_one_name_on_all_layouts(key: str, layout: str) -> None:
    assert key_name(Caught(layout).event(key), "xcb") == key


@pytest.mark.parametrize(("place", "char"), list(zip(LATIN, CYRILLIC, strict=True)))
def test_character_is_looked_up_on_the_russian_layout_without_a_code(place: str, char: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord(char.upper()), Qt.KeyboardModifier.NoModifier, char)
    assert key_name(event, "xcb") == place


@pytest.mark.parametrize(("place", "char"), list(zip("234580-=", "әіңғүқөһ", strict=True)))
def test_kazakh_letters_of_the_digit_row_are_digits_without_a_code(place: str, char: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord(char.upper()), Qt.KeyboardModifier.NoModifier, char)
    assert key_name(event, "xcb") == place


def test_control_character_is_told_by_its_key() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Г"), Qt.KeyboardModifier.ControlModifier, "\x15")
    assert key_name(event, "xcb") == "Ctrl+U"


def test_windows_scan_codes_are_the_kernels_own() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Х"), Qt.KeyboardModifier.NoModifier, 26, 0, 0, "х")
    assert key_name(event, "windows") == "["


def test_macos_virtual_keys_are_places() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, ord("Ф"), Qt.KeyboardModifier.ShiftModifier, 0, 0, 0, "Ф")
    assert key_name(event, "cocoa") == "Shift+A"


def test_keypad_digits_are_digits() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7.value, Qt.KeyboardModifier.KeypadModifier, 79, 0, 0, "7")
    assert key_name(event, "xcb") == "7"


def test_lone_modifier_has_no_name() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift.value, Qt.KeyboardModifier.ShiftModifier, 50, 0, 0, "")
    assert key_name(event, "xcb") == ""


def test_shown_keys_are_as_on_the_caps() -> None:
    assert [shown(key) for key in ("Shift+/", "Ctrl+Shift+Left", "Escape", "Ctrl+=")] == [
        "?",
        "Ctrl+Shift+←",
        "Esc",
        "Ctrl+=",
    ]


@pytest.mark.parametrize(
    ("char", "held", "name"),
    [
        ("+", Qt.KeyboardModifier.ControlModifier, "Ctrl+="),
        ("-", Qt.KeyboardModifier.ControlModifier, "Ctrl+-"),
        (".", Qt.KeyboardModifier.NoModifier, "."),
        (",", Qt.KeyboardModifier.NoModifier, "."),
        ("/", Qt.KeyboardModifier.NoModifier, "/"),
        ("*", Qt.KeyboardModifier.NoModifier, ""),
    ],
)
def test_signs_of_the_keypad_are_the_same_keys_on_every_layout(char: str, held: Qt.KeyboardModifier, name: str) -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, ord(char), keypad | held, char), "xcb") == name


def test_enter_on_the_keypad_is_enter() -> None:
    keypad = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Enter.value, keypad, 104, 0, 0, "\r")
    assert key_name(event, "xcb") == "Ctrl+Enter"


def test_a_dead_key_and_caps_lock_leave_a_key_its_place() -> None:
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Acute.value, Qt.KeyboardModifier.NoModifier, 48, 0, 0, "")
    assert key_name(dead, "xcb") == "'"
    capital = QKeyEvent(QEvent.Type.KeyPress, ord("Г"), Qt.KeyboardModifier.NoModifier, 30, 0, 0, "Г")
    assert key_name(capital, "xcb") == "U"
