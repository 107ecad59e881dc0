"""Keep Esc from dropping silently what was typed into a form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from app.ui.base.i18n import tr


class UnsavedFields:
    """Know whether a form holds what nobody saved.

    `read` returns what is in the form, to be compared.
    """

    def __init__(self, read: Callable[[], object]) -> None:
        self._read = read
        self._opened: object = None
        self._asked: object = None

    def begin(self) -> None:
        """Take what is in the form now for saved."""
        self._opened = self._asked = self._read()

    def may_be_left(self) -> bool:
        """Say whether the form may be left without a question.

        It may where nothing was changed, and the second time for the same words.
        """
        now = self._read()
        if now in (self._opened, self._asked):
            return True
        self._asked = now
        return False


def leaving_words() -> str:
    """Return the question before a form with unsaved words is left."""
    return tr("Not saved yet. Esc once more drops what you wrote.")


def read_fields(form: QWidget) -> list[object]:
    """Return what stands in the fields of a form."""
    return [_read_field(widget) for widget in form.findChildren(QWidget)]


def _read_field(widget: QWidget) -> object:
    match widget:
        case QLineEdit():
            return widget.text()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentIndex()
        case QAbstractButton() if widget.isCheckable():
            return widget.isChecked()
        case QListWidget():
            return [item.row() for item in widget.selectionModel().selectedRows()]
        case _:
            return None
