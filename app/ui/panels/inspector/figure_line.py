"""Edit figures as people write them.

While a field is edited, it shows them in full.
"""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.service.article.figure_words import say_exactly, say_figures
from app.ui.base.plain_text import tip


class FigureLine(QLineEdit):
    """Show "5 трлн $" for "5000000000000 USD".

    The keyboard gets the exact value, the tooltip its groups of digits.
    """

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language, self._value = language, ""

    def show_value(self, value: str) -> None:
        """Show a value."""
        self._value = value
        self._show_words()

    def value(self) -> str:
        """Return the exact value.

        It is the typed one while the field has the keyboard.
        """
        return self.text().strip() if self.hasFocus() else self._value

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setText(self._value)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._value = self.text().strip()
        super().focusOutEvent(event)  # tells that editing has ended, with the exact value in the field
        self._show_words()

    def _show_words(self) -> None:
        words = self._value if self.hasFocus() else say_figures(self._value, self._language)
        if self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)
        self.setToolTip(tip(say_exactly(self._value, self._language)))
