"""A keyboard that presses keys by their place.

A window system reports them so under a US, Russian or Kazakh layout.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

_ROWS = {10: "1234567890-=", 24: "QWERTYUIOP[]", 38: "ASDFGHJKL;'`", 51: "\\ZXCVBNM,./"}
"""X11 key codes of the rows' first keys, and the keys by their US names."""

_CODES = {key: first + index for first, row in _ROWS.items() for index, key in enumerate(row)}
PLACES = "`1234567890-=QWERTYUIOP[]\\ASDFGHJKL;'ZXCVBNM,./"
_LAYOUTS = {
    "us": ("`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'),
    "ru": ("ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.", 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'),
    "kz": ('("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№', ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?"),
}
LAYOUTS = tuple(_LAYOUTS)

_NAMED = {
    "Tab": (23, Qt.Key.Key_Tab, "\t"),
    "Enter": (36, Qt.Key.Key_Return, "\r"),
    "Escape": (9, Qt.Key.Key_Escape, "\x1b"),
    "Space": (65, Qt.Key.Key_Space, " "),
    "Backspace": (22, Qt.Key.Key_Backspace, "\b"),
    "Delete": (119, Qt.Key.Key_Delete, "\x7f"),
    "Left": (113, Qt.Key.Key_Left, ""),
    "Right": (114, Qt.Key.Key_Right, ""),
    "Up": (111, Qt.Key.Key_Up, ""),
    "Down": (116, Qt.Key.Key_Down, ""),
    "Home": (110, Qt.Key.Key_Home, ""),
    "End": (115, Qt.Key.Key_End, ""),
    "PageUp": (112, Qt.Key.Key_PageUp, ""),
    "PageDown": (117, Qt.Key.Key_PageDown, ""),
    **{f"F{number}": (66 + number, Qt.Key(Qt.Key.Key_F1.value + number - 1), "") for number in range(1, 11)},
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


class Keyboard:
    """Presses keys into a window, and counts them.

    It may be a given one, or whichever window of the program is active.
    """

    def __init__(self, window: QWindow, layout: str = "us") -> None:
        self._window = window
        self.layout = layout
        self.presses = 0

    def press(self, *names: str) -> None:
        """Press keys one after another.

        Each is given by its US name with its modifiers: "Tab", "Shift+1", "Ctrl+;".
        """
        for name in names:
            *modifiers, key = name.split("+") if name != "+" else [name]
            self._send(key, modifiers)
            self.presses += 1

    def hold(self, name: str, times: int, *, is_held_already: bool = False) -> None:
        """Hold a key down until it has come so many times.

        The first is a press, the others are repeats. Of one that is held already, from before what has the keyboard now
        came up, all are.
        """
        *modifiers, key = name.split("+")
        for time in range(times):
            self._send(key, modifiers, is_repeat=time > 0 or is_held_already)
        self.presses += 1

    def type(self, text: str) -> None:
        """Type characters for a text field.

        They are given as the layout of their script gives them.
        """
        for char in text:
            target = QGuiApplication.focusWindow() or self._window
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                code = ord(char.upper())
                event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, _code(char), code, 0, char)
                QApplication.sendEvent(target, event)
            self.presses += 1

    def _send(self, key: str, modifiers: list[str], *, is_repeat: bool = False) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= _MODIFIERS[modifier]
        code, qt_key, text = self._meaning(key, modifiers)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, qt_key, held, code, 0, 0, text, is_repeat)
            QApplication.sendEvent(QGuiApplication.focusWindow() or self._window, event)

    def _meaning(self, key: str, modifiers: list[str]) -> tuple[int, int, str]:
        """Return the code, Qt key and text of a key.

        They are those on this layout.
        """
        if key in _NAMED:
            code, qt_key, text = _NAMED[key]
            if key == "Tab" and "Shift" in modifiers:
                qt_key = Qt.Key.Key_Backtab
            return code, qt_key.value, text
        char = _LAYOUTS[self.layout]["Shift" in modifiers][PLACES.index(key)]
        return _CODES[key], ord(char.upper()), "" if "Ctrl" in modifiers else char  # a key has its text with Alt too


def _code(char: str) -> int:
    """Return the key code of a character.

    It is on the first layout that has it. Return 0 for none.
    """
    for plain, shifted in _LAYOUTS.values():
        for row in (plain, shifted):
            if char in row:
                return _CODES[PLACES[row.index(char)]]
    return _NAMED["Space"][0] if char == " " else 0
