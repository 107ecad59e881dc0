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

from app.core.scheme import LABEL_KEYS, Label
from app.ui.base.i18n import LANGUAGES, tr
from app.ui.base.plain_text import caption_text, one_line
from app.ui.base.widgets import add_field, button
from app.ui.dialogs.scheme.attribute_table import AttributeTable


class LabelForm(QWidget):
    """Show a label, and emit it by `changed` after each edit."""

    changed = Signal(object)
    colour_wanted = Signal()
    """The label is to have the next colour that differs from the others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._titles = {code: QLineEdit(self) for code in LANGUAGES}
        self._key = QComboBox(self)
        self._colour, self._own_colour = button("", self), button(tr("The palette's own"), self)
        self._next_colour = button(tr("Next free one"), self, self.colour_wanted.emit)
        self._guideline, self._examples = QPlainTextEdit(self), QPlainTextEdit(self)
        self._attributes = AttributeTable(self)
        self._lay_out()
        self._connect_fields()
        self.setFocusProxy(next(iter(self._titles.values())))

    def show_label(self, label: Label, owners: Mapping[str, str]) -> None:
        """Show a label without telling anybody.

        `owners` are the titles of the labels that other keys belong to.
        """
        self._label = None
        self._key.clear()
        self._key.addItem("—")
        self._key.addItems([f"{key} — {one_line(owners[key])}" if key in owners else key for key in LABEL_KEYS])
        titles = dict(label.titles)
        for code, field in self._titles.items():
            field.setText(titles.get(code, ""))
        self._key.setCurrentIndex(LABEL_KEYS.index(label.key) + 1 if label.key else 0)
        self._show_colour(label.colour)
        # The default scheme's guidelines are translated; others are shown as the user wrote them.
        self._guideline.setPlainText(tr(label.guideline))
        self._examples.setPlainText("\n".join(label.examples))
        self._attributes.show_attributes(label.attributes)
        self._label = label

    def show_swatch(self, swatch: QIcon) -> None:
        """Show the label's present colour, its own or the palette's."""
        self._colour.setIcon(swatch)

    def add_attribute(self) -> None:
        """Type the name of a new attribute."""
        if self._label is not None:
            self._attributes.add_attribute()

    def set_colour(self, colour: str) -> None:
        """Give the label a colour, "" for the palette's own."""
        self._set_colour(colour)

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
            key=LABEL_KEYS[row - 1] if row > 0 else "",
            guideline=self._typed_guideline(label.guideline),
            examples=_examples_in(self._examples.toPlainText(), label.examples),
            attributes=self._attributes.attributes(),
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
        self._attributes.changed.connect(self._emit_changed)
        for text in (self._guideline, self._examples):
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
        colours.addStretch(1)
        add_field(form, tr("Colour"), colours)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self._next_colour)
        own.addWidget(self._own_colour)
        own.addStretch(1)
        form.addRow("", own)
        add_field(form, tr("Guideline"), self._guideline)
        add_field(form, tr("Examples"), self._examples)
        add_field(form, tr("Attributes"), self._attributes)
        self._examples.setPlaceholderText(tr("One a line"))
        for text, height in ((self._guideline, 56), (self._examples, 48)):
            text.setMinimumHeight(height)


def _examples_in(text: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Read examples, one a line.

    Those that merely stand there stay, however many lines they have.
    """
    if text == "\n".join(before):
        return before
    return tuple(line.strip() for line in text.split("\n") if line.strip())
