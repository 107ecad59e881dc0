"""A field for one attribute: a choice, a text, yes or no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.core.scheme import Attribute
from app.core.vocabulary import AttributeName, AttributeType
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import check_box
from app.ui.panels.inspector.value_line import ValueLine, ValueWords

YES = "yes"
"""The value of a flag that is set; one that is not has none."""

SetValue = Callable[[str, str], None]


class AttributeField:
    """Show an attribute's value, and emit (name, value) after an edit.

    With `words` the value is shown in them.
    """

    def __init__(
        self, attribute: Attribute, parent: QWidget, set_value: SetValue, words: ValueWords | None = None
    ) -> None:
        self.name = attribute.name
        self.title = _shown_title(attribute)
        self._set_value = set_value
        self._choices = attribute.choices
        self._words = words
        self.widget = self._make_field(attribute, parent)

    def show_value(self, value: str) -> None:
        """Show a value without telling anybody."""
        widget = self.widget
        if isinstance(widget, ValueLine):
            widget.show_value(value)
            return
        if isinstance(widget, QCheckBox):
            widget.setChecked(value == YES)
        elif isinstance(widget, QComboBox):
            self._show_choice(widget, value)
        elif isinstance(widget, QLineEdit) and widget.text() != value:
            widget.setText(value)
            widget.setCursorPosition(0)

    def _show_choice(self, box: QComboBox, value: str) -> None:
        """Show a value of the list, or one that it lacks."""
        if value and value not in self._choices:
            self._choices = (*self._choices, value)
            box.addItem(one_line(tr(value)))
        box.setCurrentIndex(self._choices.index(value) + 1 if value else 0)

    def _make_field(self, attribute: Attribute, parent: QWidget) -> QWidget:
        if attribute.type == AttributeType.FLAG:
            box = check_box(tr("Yes"), parent)
            box.clicked.connect(lambda on: self._set_value(self.name, YES if on else ""))
            return box
        if attribute.type == AttributeType.CHOICE:
            return self._make_choice(parent)
        if self._words is not None:
            line = ValueLine(self._words, parent)
            line.editingFinished.connect(lambda: self._set_value(self.name, line.value()))
            return line
        field = QLineEdit(parent)
        field.editingFinished.connect(lambda: self._set_value(self.name, field.text().strip()))
        return field

    def _make_choice(self, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        box.addItems(["—", *(one_line(tr(choice)) for choice in self._choices)])
        box.activated.connect(lambda row: self._set_value(self.name, self._choices[row - 1] if row else ""))
        return box


def _shown_title(attribute: Attribute) -> str:
    """Return the title in the user's language.

    The tagger tells figures, which no label asks for.
    """
    # The default scheme's titles and choices are translated; others are shown as the user wrote them.
    untitled: dict[str, str] = {AttributeName.FIGURES: tr("Figures")}
    return tr(attribute.title) if attribute.title else untitled.get(attribute.name, attribute.name)
