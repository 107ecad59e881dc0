"""The current annotation in words: what it is, what was decided, where it came from; its fields can be edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QLineEdit, QScrollArea, QWidget

from app.core.model import Annotation, Kind, Role
from app.core.scheme import Attribute
from app.service.session import Session
from app.ui.article.palette import Look
from app.ui.docks.attribute_fields import AttributeField
from app.ui.i18n import tr
from app.ui.pane import column
from app.ui.theme import strong
from app.ui.widgets import label
from app.ui.wires import follow, soon
from app.ui.words import confidence_words, origin_name, status_mark, status_name

_SHOWN_WORDS = 240
_LAST_ROWS = 3
"""Confidence, origin and note stand below the attributes."""


class InspectorPane(QScrollArea):
    """Show `session.walk.current`, and send edits of its fields to the editor."""

    def __init__(self, session: Session, look: Look, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._session, self._look, self._language = session, look, language
        self._shown: Annotation | None = None
        self._attributes: tuple[Attribute, ...] | None = None
        self._fields: list[AttributeField] = []
        self._build()
        refresh_soon = soon(self, self.refresh)
        for signal in (session.moved, session.changed, session.opened, session.project_changed):
            follow(self, signal, refresh_soon)
        self.refresh()

    def refresh(self) -> None:
        """Show the current annotation as it is now."""
        current = self._session.walk.current
        self._shown = current
        self._empty.setVisible(current is None)
        self._words.setVisible(current is not None)
        self._form_box.setVisible(current is not None)
        if current is not None and self._session.desk is not None:
            self._show(current, self._session.desk.text)

    def focus_normal(self) -> None:
        """Put the typing cursor into the normal form."""
        self.refresh()
        self.ensureWidgetVisible(self._normal)
        self._normal.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._normal.selectAll()

    def _show(self, annotation: Annotation, text: str) -> None:
        defined = self._session.scheme.find(annotation.kind, annotation.label)
        words = annotation.words(text)
        self._words.setText(words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS] + "…")
        self._show_label(annotation)
        self._status.setText(f"{status_mark(annotation.status)}  {status_name(annotation.status)}")
        self._set_row(self._normal, annotation.normal, shown=annotation.kind is Kind.ENTITY)
        self._set_role(self._speaker, annotation.role("speaker"), text, annotation.kind)
        self._set_role(self._cue, annotation.role("cue"), text, annotation.kind)
        self._show_attributes(annotation, defined.attributes if defined else ())
        self._confidence.setText(confidence_words(annotation))
        self._form.setRowVisible(self._confidence, bool(self._confidence.text()))
        rule = f" · {annotation.rule}" if annotation.rule else ""
        self._origin.setText(origin_name(annotation.origin) + rule)
        self._show_notes(annotation)

    def _show_label(self, annotation: Annotation) -> None:
        labels = self._session.scheme.of_kind(annotation.kind)
        names = [label.name for label in labels]
        titles = [label.title(self._language) for label in labels]
        if annotation.label not in names:
            names, titles = [*names, annotation.label], [*titles, annotation.label]
        self._label.blockSignals(True)
        if [self._label.itemData(row) for row in range(self._label.count())] != names:
            self._label.clear()
            for name, title in zip(names, titles, strict=True):
                self._label.addItem(title, name)
        self._label.setCurrentIndex(names.index(annotation.label))
        self._label.blockSignals(False)

    def _show_attributes(self, annotation: Annotation, defined: tuple[Attribute, ...]) -> None:
        wanted = _attributes_of(annotation, defined)
        if wanted != self._attributes:
            self._attributes = wanted
            self._rebuild_attributes(wanted)
        for field in self._fields:
            field.show_value(annotation.attribute(field.name))

    def _rebuild_attributes(self, wanted: tuple[Attribute, ...]) -> None:
        for field in self._fields:
            self._form.removeRow(field.widget)
        self._fields = [AttributeField(attribute, self._form_box, self._set_attribute) for attribute in wanted]
        row = self._form.rowCount() - _LAST_ROWS
        for offset, field in enumerate(self._fields):
            self._form.insertRow(row + offset, _caption(field.title, self), field.widget)

    def _set_role(self, shown: QLabel, role: Role | None, text: str, kind: Kind) -> None:
        self._form.setRowVisible(shown, kind is Kind.CLAIM)
        if role is None:
            shown.setText("—")
            return
        words = text[role.span.start : role.span.stop]
        is_told = not role.normal or role.normal in words
        shown.setText(words if is_told else f"{words} ({role.normal})")
        shown.setToolTip(shown.text())

    def _set_row(self, field: QLineEdit, value: str, *, shown: bool) -> None:
        self._form.setRowVisible(field, shown)
        if field.text() != value:
            field.setText(value)
            field.setCursorPosition(0)

    def _show_notes(self, annotation: Annotation) -> None:
        notes = self._session.desk.notes_on(annotation.id) if self._session.desk else ()
        self._note.setText("\n\n".join(note.text for note in notes))
        self._form.setRowVisible(self._note, bool(notes))

    def _is_current(self) -> bool:
        """Say whether the edit is about what is still current: focus may leave a field late."""
        return self._shown is not None and self._session.walk.current_id == self._shown.id

    def _set_label(self, row: int) -> None:
        if self._is_current() and self._shown is not None:
            self._session.editor.label(self._shown.kind, self._label.itemData(row))

    def _set_normal(self) -> None:
        if self._is_current() and self._shown is not None and self._normal.text() != self._shown.normal:
            self._session.editor.set_normal(self._normal.text().strip())

    def _set_attribute(self, name: str, value: str) -> None:
        if self._is_current() and self._shown is not None and self._shown.attribute(name) != value:
            self._session.editor.set_attribute(name, value)

    def _build(self) -> None:
        content = QFrame(self)
        content.setObjectName("pane")
        self.setWidget(content)
        self._empty = _text(tr("Tab goes to the next annotation."), content, "muted")
        self._words = _text("", content)
        self._words.setFont(strong(self._words.font()))
        self._form_box = QWidget(content)
        self._form = QFormLayout(self._form_box)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._add_rows()
        layout = column(content, margin=12, spacing=8)
        layout.addWidget(self._empty)
        layout.addWidget(self._words)
        layout.addWidget(self._form_box)
        layout.addStretch(1)

    def _add_rows(self) -> None:
        box = self._form_box
        self._label = QComboBox(box)
        self._label.activated.connect(self._set_label)
        self._normal = QLineEdit(box)
        self._normal.editingFinished.connect(self._set_normal)
        self._status, self._speaker, self._cue = _text("", box), _text("", box), _text("", box)
        self._confidence, self._origin, self._note = _text("", box), _text("", box), _text("", box)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Label"), self._label),
            (tr("Status"), self._status),
            (tr("Normal form"), self._normal),
            (tr("Speaker"), self._speaker),
            (tr("Cue"), self._cue),
            (tr("Confidence"), self._confidence),
            (tr("Origin"), self._origin),
            (tr("Note"), self._note),
        )
        for title, widget in rows:
            self._form.addRow(_caption(title, box), widget)


def _attributes_of(annotation: Annotation, defined: tuple[Attribute, ...]) -> tuple[Attribute, ...]:
    """Return the attributes to show: those of the label, then what else the annotation has."""
    names = {attribute.name for attribute in defined}
    return (*defined, *(Attribute(name) for name, _ in annotation.attributes if name not in names))


def _caption(title: str, parent: QWidget) -> QLabel:
    made = label(title, parent, "caption")
    made.setContentsMargins(0, 4, 0, 0)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def _text(words: str, parent: QWidget, name: str = "") -> QLabel:
    made = label(words, parent, name, wraps=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setContentsMargins(0, 4, 0, 4)
    return made
