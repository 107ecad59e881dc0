"""The form of one label: titles, key, colour, guideline, examples, attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.core.scheme import Attribute, Label
from app.core.vocabulary import AttributeType
from app.ui.base.i18n import LANGUAGES, tr
from app.ui.base.plain_text import caption_text
from app.ui.base.widgets import add_field, button

_KEYS = "1234567890"


class LabelForm(QWidget):
    """Show a label, and emit it by `changed` after each edit."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._titles = {code: QLineEdit(self) for code in LANGUAGES}
        self._key = QComboBox(self)
        self._key.addItems(["—", *_KEYS])
        self._colour, self._own_colour = button("", self), button(tr("The palette's own"), self)
        self._guideline, self._examples = QPlainTextEdit(self), QPlainTextEdit(self)
        self._attributes = QPlainTextEdit(self)
        self._lay_out()
        self._connect_fields()
        self.setFocusProxy(next(iter(self._titles.values())))

    def show_label(self, label: Label) -> None:
        """Show a label without telling anybody."""
        self._label = None
        titles = dict(label.titles)
        for code, field in self._titles.items():
            field.setText(titles.get(code, ""))
        self._key.setCurrentIndex(_KEYS.index(label.key) + 1 if label.key else 0)
        self._show_colour(label.colour)
        # The default scheme's guidelines are translated; others are shown as the user wrote them.
        self._guideline.setPlainText(tr(label.guideline))
        self._examples.setPlainText("\n".join(label.examples))
        self._attributes.setPlainText("\n".join(map(attribute_line, label.attributes)))
        self._label = label

    def show_swatch(self, swatch: QIcon) -> None:
        """Show the label's present colour, its own or the palette's."""
        self._colour.setIcon(swatch)

    def _emit_changed(self) -> None:
        label = self._label
        if label is None:
            return
        others = [(code, title) for code, title in label.titles if code not in self._titles]
        own = [(code, field.text().strip()) for code, field in self._titles.items() if field.text().strip()]
        row = self._key.currentIndex()
        self._label = replace(
            label,
            titles=tuple(sorted([*others, *own])),
            key=_KEYS[row - 1] if row > 0 else "",
            guideline=self._typed_guideline(label.guideline),
            examples=_examples_in(self._examples.toPlainText(), label.examples),
            attributes=_with_titles(self._attributes.toPlainText(), label.attributes),
        )
        self.changed.emit(self._label)

    def _typed_guideline(self, before: str) -> str:
        """Return what was typed.

        A guideline that merely stands there translated stays as it is.
        """
        return self._guideline.toPlainText().strip() if self._guideline.document().isModified() else before

    def _choose_colour(self) -> None:
        if self._label is None:
            return
        dialog = QColorDialog(QColor(self._label.colour or "#4477aa"), self)
        dialog.setWindowTitle(tr("Colour of the label"))
        dialog.colorSelected.connect(lambda colour: self._set_colour(colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_colour(self, colour: str) -> None:
        if self._label is not None:
            self._label = replace(self._label, colour=colour)
            self._show_colour(colour)
            self._emit_changed()

    def _show_colour(self, colour: str) -> None:
        self._colour.setText(caption_text(colour or tr("Choose…")))
        self._colour.setAccessibleName(f"{tr('Colour')}: {self._colour.text()}")
        self._own_colour.setEnabled(bool(colour))

    def _connect_fields(self) -> None:
        for field in self._titles.values():
            field.textEdited.connect(self._emit_changed)
        self._key.activated.connect(self._emit_changed)
        self._colour.clicked.connect(self._choose_colour)
        self._own_colour.clicked.connect(lambda: self._set_colour(""))
        for text in (self._guideline, self._examples, self._attributes):
            text.setTabChangesFocus(True)
            text.textChanged.connect(self._emit_changed)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for code, field in self._titles.items():
            add_field(form, tr("Title, {language}", language=LANGUAGES[code]), field)
        add_field(form, tr("Key"), self._key)
        colours = QHBoxLayout()
        colours.setSpacing(8)
        colours.addWidget(self._colour)
        colours.addWidget(self._own_colour)
        add_field(form, tr("Colour"), colours)
        add_field(form, tr("Guideline"), self._guideline)
        add_field(form, tr("Examples"), self._examples)
        add_field(form, tr("Attributes"), self._attributes)
        self._examples.setPlaceholderText(tr("One a line"))
        self._attributes.setPlaceholderText(tr("One a line: name: text, name: yes/no, or name: one, two, three"))
        for text, height in ((self._guideline, 56), (self._examples, 48), (self._attributes, 48)):
            text.setMinimumHeight(height)


def attribute_line(attribute: Attribute) -> str:
    """Write an attribute as a line: "tone: good, bad".

    Or "sure: yes/no", "source: text".
    """
    values: dict[str, str] = {AttributeType.FLAG: "yes/no", AttributeType.CHOICE: ", ".join(attribute.choices)}
    return f"{attribute.name}: {values.get(attribute.type, 'text')}"


def attribute_of(line: str) -> Attribute:
    """Read an attribute from its line."""
    name, _, values = (part.strip() for part in line.partition(":"))
    if values == "yes/no":
        return Attribute(name, type=AttributeType.FLAG)
    choices = tuple(value.strip() for value in values.split(",") if value.strip())
    return Attribute(name, type=AttributeType.CHOICE, choices=choices) if len(choices) > 1 else Attribute(name)


def _with_titles(lines: str, before: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    """Read attributes from their lines.

    A line that was there before stands for what it was made from. A line does not show the title, and cannot hold all
    names and choices.
    """
    titles = {attribute.name: attribute.title for attribute in before}
    shown = {attribute_line(attribute): attribute for attribute in before}
    read = filter(str.strip, lines.split("\n"))
    return tuple(shown.get(line) or _title_attribute(attribute_of(line), titles) for line in read)


def _title_attribute(attribute: Attribute, titles: Mapping[str, str]) -> Attribute:
    return replace(attribute, title=titles.get(attribute.name, ""))


def _examples_in(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Read examples, one a line.

    Those that merely stand there stay, however many lines they have.
    """
    if text == "\n".join(before):
        return before
    return tuple(line.strip() for line in text.split("\n") if line.strip())
