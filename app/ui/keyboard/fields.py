"""Say which keys the focused widget wants, and which may repeat."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_EDITING = (
    {
        f"Ctrl+{shift}{key}"
        for shift in ("", "Shift+")
        for key in ("Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete", "Insert")
    }
    | {f"Ctrl+{key}" for key in "ACVXZY"}
    | {"Ctrl+Shift+Z"}
)
_MOVING = {"Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Enter", "Tab", "Shift+Tab"}
_FUNCTION_KEYS = {f"F{number}" for number in range(1, 13)}
_PRESSING = {"Space", "Enter", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right"}


def moves(key: str) -> bool:
    """Say whether a key only moves or scrolls, in any widget.

    Whatever is held with it.
    """
    return key.rpartition("+")[2] in _MOVING - {"Enter"}


def types_on(widget: QWidget | None, key: str) -> bool:
    """Say whether a held key goes on typing in `widget`.

    Enter and Escape end the typing instead.
    """
    return types_text(widget) and key.rpartition("+")[2] not in ("Enter", "Escape")


def types_text(widget: QWidget | None) -> bool:
    """Say whether keys type while `widget` has the focus."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QAbstractSpinBox) or (isinstance(widget, QComboBox) and widget.isEditable())


def edits_text(key: str) -> bool:
    """Say whether a key belongs to the typing in any text field.

    It does without Ctrl, Alt or Meta, whatever else it stands for: "/" finds in the text, and types in a field.
    """
    plain = key.removeprefix("Shift+")
    return "+" not in plain and plain != "Escape" and not is_function_key(plain)


def is_function_key(key: str) -> bool:
    """Say whether a key types nothing and moves nothing: F1 to F12."""
    return key.removeprefix("Shift+") in _FUNCTION_KEYS


def wants(widget: QWidget | None, key: str) -> bool:
    """Say whether the widget with the focus acts on the key itself.

    Text fields are asked of `types_text` first.
    """
    if types_text(widget):
        return key in _EDITING
    if isinstance(widget, QMenuBar):
        return True
    if isinstance(widget, QAbstractItemView):
        return key.removeprefix("Shift+") in _MOVING or key in _MOVING
    if isinstance(widget, QAbstractButton | QComboBox):
        return key in _PRESSING
    return False


def edit_by_place(widget: QWidget | None, key: str) -> bool:
    """Do what Ctrl with a letter's place does in a text field.

    Qt knows it on Latin layouts alone.
    """
    names = {"Ctrl+A": "selectAll", "Ctrl+C": "copy", "Ctrl+V": "paste", "Ctrl+X": "cut", "Ctrl+Z": "undo"}
    names |= {"Ctrl+Y": "redo", "Ctrl+Shift+Z": "redo"}
    if key not in names or not isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return False
    getattr(widget, names[key])()
    return True
