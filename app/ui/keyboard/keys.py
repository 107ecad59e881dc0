"""Name the place of a pressed key, whatever layout is on.

The key that types `j` on QWERTY is "J" on ЙЦУКЕН too. A name is that of the key on a US keyboard with its modifiers:
"Tab", "Shift+1", "Alt+Shift+Left", "]", "Ctrl+Z".
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# Evdev key codes, which Windows' scan codes (set 1) equal for these rows; each row begins at the code before it.
_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;'`"), (43, "\\ZXCVBNM,./"))
_EVDEV = {first + index: key for first, row in _ROWS for index, key in enumerate(row)}
_X11_OFFSET = 8
"""X11 and Wayland key codes are the kernel's plus eight."""

# macOS virtual key codes (kVK_ANSI_…), which begin at zero; blanks are keys of other kinds.
_MACOS = dict(enumerate("ASDFHGZXCV BQWERYT123465=97-80]OU[IP LJ'K;\\,/NM. `"))

# A character is looked up where there is no code for its place: on the US, the Russian, then the Kazakh layout.
_LATIN = "`1234567890-=QWERTYUIOP[]\\ASDFGHJKL;'ZXCVBNM,./"
_PLAIN = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
    '("әіңғ,.үұқөһйцукенгшщзхъ\\фывапролджэячсмитьбю№',
)
_SHIFTED = (
    '~!@#$%^&*()_+qwertyuiop{}|asdfghjkl:"zxcvbnm<>?',
    'ё!"№;%:?*()_+йцукенгшщзхъ/фывапролджэячсмитьбю,',
    ")!әіңғ;:үұқөһйцукенгшщзхъ/фывапролджэячсмитьбю?",
)


def _map_places(layouts: tuple[str, ...]) -> dict[str, str]:
    """Return the place of each character.

    Where two layouts differ the first decides.
    """
    return {char: key for layout in reversed(layouts) for char, key in zip(layout, _LATIN, strict=True)}


_BY_CHARACTER = _map_places(_PLAIN)
_BY_SHIFTED_CHARACTER = {**_BY_CHARACTER, **_map_places(_SHIFTED)}

_ON_KEYPAD = {"+": "=", ",": "."}
"""Signs of the numeric keypad that another key stands for; its decimal sign depends on the layout."""

_NAMED = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Delete: "Delete",
    Qt.Key.Key_Insert: "Insert",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PageUp",
    Qt.Key.Key_PageDown: "PageDown",
    Qt.Key.Key_Menu: "Menu",
    **{Qt.Key(Qt.Key.Key_F1.value + number): f"F{number + 1}" for number in range(12)},
}
MODIFIER_KEYS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta},
)
"""Keys that do nothing alone."""
_MODIFIERS = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


def pressed_key(event: QEvent) -> str | None:
    """Return the name of the key that an event presses.

    None for any other event.
    """
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return None
    return key_name(event, QGuiApplication.platformName())


def key_name(event: QKeyEvent, platform: str) -> str:
    """Return the name of the pressed key with its modifiers.

    "" for a lone modifier and keys without a name. `platform` is Qt's name of it ("xcb", "windows", "cocoa" …), which
    decides what the event's native codes mean.
    """
    key = place(event, platform)
    if not key:
        return ""
    held = event.modifiers()
    return "+".join((*(name for modifier, name in _MODIFIERS if held & modifier), key))


def types_with_alt(event: QKeyEvent, platform: str) -> bool:
    """Say whether a key with Alt would type in a field.

    Alt types on macOS alone; AltGr comes as another modifier, or as Ctrl with Alt.
    """
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return bool(event.text()) and held == Qt.KeyboardModifier.AltModifier and platform != "cocoa"


def with_text(event: QKeyEvent, text: str) -> QKeyEvent:
    """Return the same key event, which types a text."""
    native = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    made = QKeyEvent(event.type(), event.key(), event.modifiers(), *native, text, event.isAutoRepeat(), event.count())
    made.setTimestamp(event.timestamp())
    return made


def place(event: QKeyEvent, platform: str) -> str:
    """Return the name of the key's place, without modifiers.

    "" where it has none.
    """
    named = _NAMED.get(Qt.Key(event.key())) if event.key() in _KNOWN_KEYS else None
    return named or _by_code(event, platform) or _by_character(event)


def place_of(letter: str) -> str:
    """Return the name of the place that types a letter.

    "" where no layout known has it.
    """
    return _BY_CHARACTER.get(letter.lower(), "")


def shown(name: str) -> str:
    """Return a key's name as people read it.

    Arrows as arrows, "?" for Shift+/.
    """
    if name == "Shift+/":
        return "?"
    *modifiers, key = _split_name(name)
    return "+".join((*modifiers, _SHOWN.get(key, key)))


_KNOWN_KEYS = {key.value for key in _NAMED}
_SHOWN = {"Escape": "Esc", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PageUp": "PgUp", "PageDown": "PgDn"}


def _split_name(name: str) -> list[str]:
    """Split "Ctrl++" and "Alt+Shift+Left" into their parts.

    The key itself may be a plus.
    """
    head, _, tail = name.rpartition("+")
    return [*head.split("+"), tail] if head and tail else [name]


def _by_code(event: QKeyEvent, platform: str) -> str:
    if platform == "cocoa":
        return _MACOS.get(event.nativeVirtualKey(), "").strip()
    code = event.nativeScanCode()
    return _EVDEV.get(code if platform == "windows" else code - _X11_OFFSET, "")


def _by_character(event: QKeyEvent) -> str:
    """Look the character up on the layouts.

    With Ctrl held the text is a control character, and the key tells.
    """
    text = event.text().lower()
    if len(text) != 1 or not text.isprintable():
        key = event.key()
        text = chr(key).lower() if 0x20 < key < 0x10000 else ""
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and text in _ON_KEYPAD:
        return _ON_KEYPAD[text]
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return (_BY_SHIFTED_CHARACTER if shifted else _BY_CHARACTER).get(text, "")
