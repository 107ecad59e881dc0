"""The current annotation in words.

What it is, what was decided, where it came from; its fields can be edited.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.core.model import Annotation, Kind, Role
from app.core.scheme import Attribute, Scheme
from app.core.values.attribute_words import is_period
from app.core.values.figure_words import is_figure
from app.core.vocabulary import AttributeName
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.signal_helpers import follow, soon
from app.ui.base.texts.status_words import confidence_words, origin_name, status_mark, status_name
from app.ui.base.widgets import label
from app.ui.panels.inspector.attribute_fields import AttributeField
from app.ui.panels.inspector.rows import Rows
from app.ui.panels.inspector.value_line import ValueWords, figure_words, period_words
from app.ui.panels.inspector.wrapped import WrappedText
from app.ui.theme.theme import strong

_SHOWN_WORDS = 240


class InspectorPane(Rows):
    """Show the current annotation, and send edits to the editor.

    `left` reports that Enter ended one.
    """

    left = Signal()

    def __init__(self, session: Session, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._language = session, language
        self._annotation: Annotation | None = None
        self._figures, self._periods = figure_words(language), period_words(language)
        self._attributes: dict[tuple[Attribute, ValueWords | None], AttributeField] = {}
        self._build_fields()
        refresh_soon = soon(self, self.refresh, turn=1)
        for signal in (session.moved, session.changed, session.opened, session.project_changed):
            follow(self, signal, refresh_soon)
        self.refresh()

    def refresh(self) -> None:
        """Show the current annotation as it is now."""
        current, open_article = self._session.navigation.current, self._session.open_article
        self._annotation = current
        if current is None or open_article is None:
            self.show_rows([self._empty])
        else:
            self._show(current, open_article.text)

    def focus_normal(self) -> None:
        """Put the typing cursor into the normal form."""
        self.refresh()
        self.ensureWidgetVisible(self._normal)
        self._normal.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._normal.selectAll()

    def _show(self, annotation: Annotation, text: str) -> None:
        words = annotation.words(text)
        self._words.show_words(words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS] + "…")
        self._show_label(annotation)
        self._status.show_words(f"{status_mark(annotation.status)}  {status_name(annotation.status)}")
        self._show_normal(annotation.normal)
        self._speaker.show_words(_role_words(annotation.speaker, text))
        self._cue.show_words(_role_words(annotation.cue, text))
        self._confidence.show_words(confidence_words(annotation))
        rule = f" · {annotation.rule}" if annotation.rule else ""
        self._origin.show_words(origin_name(annotation.origin) + rule)
        notes = self._session.open_article.notes_on(annotation.id) if self._session.open_article else ()
        self._note.show_words("\n\n".join(note.text for note in notes))
        self.show_rows(self._wanted_fields(annotation))

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
                self._label.addItem(one_line(title), name)
        self._label.setCurrentIndex(names.index(annotation.label))
        self._label.blockSignals(False)

    def _show_normal(self, value: str) -> None:
        if self._normal.text() != value:
            self._normal.setText(value)
            self._normal.setCursorPosition(0)

    def _wanted_fields(self, annotation: Annotation) -> list[QWidget]:
        """Return the fields of an annotation that have something to show.

        Or to ask.
        """
        own: tuple[QWidget, ...] = (self._normal,) if annotation.kind is Kind.ENTITY else (self._speaker, self._cue)
        if _says_value_twice(annotation):
            own = ()
        last = [field for field in (self._confidence, self._origin, self._note) if field.words]
        return [self._words, self._label, self._status, *own, *self._attribute_fields(annotation), *last]

    def _attribute_fields(self, annotation: Annotation) -> list[QWidget]:
        """Return the fields of the attributes with their values.

        Each is made when it is first wanted.
        """
        shown: list[QWidget] = []
        for attribute in _attributes_of(annotation, self._session.scheme):
            words = self._words_of(annotation, attribute.name)
            known = self._attributes.get((attribute, words))
            field = known or self._added_attribute(attribute, words)
            field.show_value(annotation.attribute(field.name))
            shown.append(field.widget)
        return shown

    def _words_of(self, annotation: Annotation, attribute: str) -> ValueWords | None:
        """Return the words of an attribute that holds figures or a date."""
        if is_figure(annotation, attribute):
            return self._figures
        return self._periods if is_period(annotation, attribute) else None

    def _added_attribute(self, attribute: Attribute, words: ValueWords | None) -> AttributeField:
        field = AttributeField(attribute, self.box, self._set_attribute, words)
        self._attributes[attribute, words] = field
        if isinstance(field.widget, QLineEdit):
            field.widget.returnPressed.connect(self.left)
        self.add(field.widget, field.title)
        return field

    def _is_current(self) -> bool:
        """Say whether the edit is about what is still current.

        Focus may leave a field late.
        """
        return self._annotation is not None and self._session.navigation.current_id == self._annotation.id

    def _set_label(self, row: int) -> None:
        if self._is_current() and self._annotation is not None:
            self._session.editor.decisions.label(self._annotation.kind, self._label.itemData(row))

    def _set_normal(self) -> None:
        if self._is_current() and self._annotation is not None and self._normal.text() != self._annotation.normal:
            self._session.editor.fields.set_normal(self._normal.text().strip())

    def _set_attribute(self, name: str, value: str) -> None:
        if self._is_current() and self._annotation is not None and self._annotation.attribute(name) != value:
            self._session.editor.fields.set_attribute(name, value)

    def _build_fields(self) -> None:
        box = self.box
        self.setAccessibleName(tr("Annotation"))
        self._empty = label(tr("Tab goes to the next annotation."), box, "muted", wraps=True)
        self._words = WrappedText(box)
        self._words.setAccessibleName(tr("Words"))
        self._words.setFont(strong(self._words.font()))
        self._label = QComboBox(box)
        self._label.activated.connect(self._set_label)
        self._normal = QLineEdit(box)
        self._normal.editingFinished.connect(self._set_normal)
        self._normal.returnPressed.connect(self.left)
        self._status, self._speaker, self._cue = WrappedText(box), WrappedText(box), WrappedText(box)
        self._confidence, self._origin, self._note = WrappedText(box), WrappedText(box), WrappedText(box)
        self.add(self._empty)
        self.add(self._words)
        for title, field in (
            (tr("Label"), self._label),
            (tr("Status"), self._status),
            (tr("Normal form"), self._normal),
            (tr("Speaker"), self._speaker),
            (tr("Cue"), self._cue),
            (tr("Confidence"), self._confidence),
            (tr("Origin"), self._origin),
            (tr("Note"), self._note),
        ):
            self.add(field, title)


def _says_value_twice(annotation: Annotation) -> bool:
    """Say whether the normal form equals the shown value.

    It is the normal form of a figure or a date. The value is shown below.
    """
    value = annotation.attribute(AttributeName.VALUE)
    return bool(value) and annotation.normal == value


def _attributes_of(annotation: Annotation, scheme: Scheme) -> tuple[Attribute, ...]:
    """Return the attributes to show.

    Those of the label, then what else the annotation has, as other labels define it.
    """
    defined = scheme.label(annotation.kind, annotation.label).attributes
    names = {attribute.name for attribute in defined}
    others = (name for name, _ in annotation.attributes if name not in names)
    return (*defined, *(scheme.find_attribute(annotation.kind, name) for name in others))


def _role_words(role: Role | None, text: str) -> str:
    """Return the words of a role, and whom they mean.

    The latter where the words do not say it.
    """
    if role is None:
        return "—"
    words = role.words(text)
    is_named = not role.normal or role.normal.casefold() in words.casefold()
    return words if is_named else f"{words} ({role.normal})"
