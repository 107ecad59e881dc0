"""What the analyst notes of a record: name, type, external ids, note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.core.records import RegisterRecord
from app.service.corpus.register.external_ids import BIN, SYSTEMS, WIKIDATA, read_external_id
from app.service.corpus.register.register import RegisterEntry
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.unsaved_fields import UnsavedFields, leaving_words, read_fields
from app.ui.base.widgets import add_field, is_enter, label, line
from app.ui.dialogs.register.words import RecordTypes, system_word
from app.ui.keyboard.presses import Presses
from app.ui.theme.theme import strong

_WIDTH_CHARS, _NOTE_LINES = 110, 10

_FORMS: dict[str, Callable[[str], str]] = {
    WIKIDATA: lambda typed: tr("“{text}” is no Wikidata number. Write it as Q232 or as its address.", text=typed),
    BIN: lambda typed: tr("“{text}” is no BIN: it has 12 digits.", text=typed),
}
"""How each id is written."""


class RecordForm(QWidget):
    """Edit the notes of a record.

    `save` gets them, with what was there before. Enter asks before it takes another name: words that were meant for the
    filter are not one.
    """

    def __init__(
        self, types: RecordTypes, save: Callable[[RegisterRecord, RegisterRecord | None], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._types, self._save = types, save
        self._before: RegisterRecord | None = None
        self._entry: RegisterEntry | None = None
        self._noted_ids: dict[str, str] = {}
        self._title = label("", self, wraps=True)
        self._title.setFont(strong(self._title.font(), 1.15))
        self._name = line(tr("Name"), self)
        self.type = QComboBox(self)
        self._identifiers: dict[str, QLineEdit] = {system: line(system_word(system), self) for system in SYSTEMS}
        self._note = QPlainTextEdit(self)
        self._note.setTabChangesFocus(True)
        self._note.setAccessibleName(tr("Note"))
        self._question = label("", self, "warning", wraps=True)
        self._presses = Presses()
        self._asked_name: str | None = None
        """The new name that Enter takes now, since it was asked about."""
        self._unsaved = UnsavedFields(lambda: read_fields(self))
        self._lay_out()
        self._name.textChanged.connect(lambda _: self._forget_question())

    @property
    def question(self) -> str:
        """What is asked before a new name is taken, "" for nothing."""
        return "" if self._question.isHidden() else self._question.text()

    def open(self, entry: RegisterEntry) -> None:
        """Begin with what is noted of a record."""
        self._entry, self._before = entry, entry.record
        self._noted_ids = dict(entry.record.identifiers) if entry.record is not None else {}
        self._title.setText(entry.name)
        self._name.setText(entry.name)
        if self.type.findData(entry.label) < 0:  # as the analyst set it under another scheme
            self.type.addItem(self._types.say(entry.label), entry.label)
        self.type.setCurrentIndex(self.type.findData(entry.label))
        for system, field in self._identifiers.items():
            field.setText(one_line(self._noted_ids.get(system, "")))
        self._note.setPlainText(entry.record.note if entry.record is not None else "")
        self._forget_question()
        self._name.setFocus()
        self._name.selectAll()
        self._unsaved.begin()

    def may_be_left(self) -> bool:
        """Say whether Esc may leave the form; ask where it may not."""
        if self._unsaved.may_be_left():
            return True
        self._ask(leaving_words())
        return False

    def _forget_question(self) -> None:
        self._asked_name = None
        self._question.hide()

    def confirm(self) -> None:
        """Give what is written, unless a changed id is none."""
        if self._entry is not None and self._are_ids_sound():
            self._save(self._written(self._entry), self._before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not is_enter(event):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._presses.release(event)
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not self._presses.is_repeat(event, QGuiApplication.platformName()):
            self._confirm_by_enter()
        return True

    def _confirm_by_enter(self) -> None:
        """Give what is written; ask first where the name is another."""
        if self._entry is None:
            return
        name = self._written(self._entry).name or self._entry.names[0].shown
        if name in (self._entry.name, self._asked_name):
            self.confirm()
            return
        words = tr(
            "Rename “{old}” to “{new}”? Enter: yes · Esc: no", old=one_line(self._entry.name), new=one_line(name)
        )
        self._asked_name = name
        self._ask(words)

    def _are_ids_sound(self) -> bool:
        """Say whether all ids can be read; show which cannot."""
        for system, field in self._identifiers.items():
            if self._read_id(system) is None:
                self._ask(_FORMS[system](field.text().strip()))
                field.setFocus()
                return False
        return True

    def _read_id(self, system: str) -> str | None:
        """Return an id as it is kept.

        It is "" for an empty field, None for what is no id. One that was noted before stays as it is
        until it is changed.
        """
        typed, noted = self._identifiers[system].text(), self._noted_ids.get(system, "")
        if typed == one_line(noted):
            return noted
        return read_external_id(system, typed) if typed.strip() else ""

    def _ask(self, words: str) -> None:
        self._question.setText(words)
        self._question.show()
        announce(self, words)

    def _written(self, entry: RegisterEntry) -> RegisterRecord:
        typed = {system: self._read_id(system) or "" for system in self._identifiers}
        base = self._before or RegisterRecord(0, entry.record_key)
        others = [pair for pair in base.identifiers if pair[0] not in typed]
        name = self._name.text().strip()
        return replace(
            base,
            name="" if name == entry.names[0].shown else name,
            label=self._written_type(base, entry),
            note=self._note.toPlainText().strip(),
            identifiers=(*(pair for pair in typed.items() if pair[1]), *others),
        )

    def _written_type(self, base: RegisterRecord, entry: RegisterEntry) -> str:
        """Return the type that was noted.

        It is "" where that of the names holds.
        """
        chosen = str(self.type.currentData())
        return chosen if base.label or chosen != entry.mention_label else ""

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self._title)
        fields = QWidget(self)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for label_name in self._types.labels:
            self.type.addItem(self._types.say(label_name), label_name)
        add_field(form, tr("Name"), self._name)
        add_field(form, tr("Type"), self.type)
        for system, field in self._identifiers.items():
            add_field(form, system_word(system), field)
        add_field(form, tr("Note"), self._note)
        fields.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARS)
        self._note.setMaximumHeight(self.fontMetrics().lineSpacing() * _NOTE_LINES)
        lines.addWidget(fields)
        lines.addWidget(self._question)
        lines.addStretch(1)
        fields_of_enter: tuple[QWidget, ...] = (self._name, self.type, *self._identifiers.values())
        for one in fields_of_enter:
            one.installEventFilter(self)
        QShortcut(QKeySequence("Ctrl+Return"), self._note, self.confirm)
