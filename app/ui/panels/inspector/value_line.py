"""Edit figures and dates, which are shown as people write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.values.figure_words import say_exactly, say_figures
from app.core.values.period_words import say_period
from app.core.values.typed_figures import read_typed_figures
from app.core.values.typed_periods import read_typed_period
from app.ui.base.plain_text import tip


@dataclass(frozen=True, slots=True)
class ValueWords:
    """How a value is shown, explained in the tooltip, and edited.

    `read` returns the value of what was typed.
    """

    say: Callable[[str], str]
    explain: Callable[[str], str]
    edit: Callable[[str], str]
    read: Callable[[str], str]


def figure_words(language: str) -> ValueWords:
    """Return the words of figures: "5 трлн $" for "5000000000000 USD".

    They are edited exactly.
    """
    return ValueWords(
        lambda value: say_figures(value, language), lambda value: say_exactly(value, language), str, _read_figures
    )


def period_words(language: str) -> ValueWords:
    """Return the words of dates and periods: "осень 2027" for "2027-23".

    They are edited as words where the words can be read back.
    """

    def edit(value: str) -> str:
        words = say_period(value, language)
        return words if read_typed_period(words) == value else value

    return ValueWords(lambda value: say_period(value, language), lambda _: "", edit, _read_period)


class ValueLine(QLineEdit):
    """Show a value in words, editable while it has the keyboard."""

    def __init__(self, words: ValueWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._value = words, ""

    def show_value(self, value: str) -> None:
        """Show a value."""
        self._value = value
        self._show_words()

    def value(self) -> str:
        """Return the value.

        It is the typed one while the field has the keyboard.
        """
        return self._words.read(self.text()) if self.hasFocus() else self._value

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setText(self._words.edit(self._value))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._value = self._words.read(self.text())
        super().focusOutEvent(event)  # tells that editing has ended, with the edited value in the field
        self._show_words()

    def _show_words(self) -> None:
        words = self._words.edit(self._value) if self.hasFocus() else self._words.say(self._value)
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)
        self.setToolTip(tip(self._words.explain(self._value)))


def _read_period(text: str) -> str:
    return read_typed_period(text) or text.strip()


def _read_figures(text: str) -> str:
    return read_typed_figures(text) or text.strip()
