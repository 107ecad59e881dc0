"""The card of a record beside the register.

It shows what the record is, and its sections one at a time.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.core.scheme import Scheme
from app.service.concordance.hit_stream import ReadingStream
from app.service.corpus.register.card import CardItem, CardSection, MentionPlace, read_card
from app.service.corpus.register.register import RegisterEntry
from app.store import Project
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader
from app.store.index.name_reader import NameEntry
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import number_words, tr
from app.ui.base.lists.long_list import LongList
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import key_button, label
from app.ui.dialogs.register.card_delegate import CardDelegate
from app.ui.dialogs.register.card_rows import CardRows
from app.ui.dialogs.register.words import RecordTypes, count_words, period_words, section_word, system_word
from app.ui.theme.appearance import Appearance
from app.ui.theme.theme import strong

SECTIONS = tuple(CardSection)
_REST_MS, _POLL_MS = 60, 15
_SECTIONS_IN_ROW = 3


class _Reading:
    """The reading of one card, with a connection of its own."""

    def __init__(self, project: Project, reader: IndexReader, entry: RegisterEntry) -> None:
        self._reader = reader
        self._stream = ReadingStream(project, read_card(project, reader, entry), reader.interrupt)
        self.cancel, self.poll = self._stream.cancel, self._stream.poll

    @property
    def is_running(self) -> bool:
        """Whether something is still being read."""
        return self._stream.is_running

    @property
    def is_ended(self) -> bool:
        """Whether all parts have been given out."""
        return self._stream.is_ended

    def end(self) -> None:
        """Stop, and close the connection."""
        self._stream.end()
        self._reader.close()


class Card(QWidget):
    """Show one record; its parts are read beside the window."""

    def __init__(
        self, project: Project, scheme: Scheme, appearance: Appearance, catch_errors: ErrorBoundary, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._index: Path | None = None
        self._entry: RegisterEntry | None = None
        self._parts: dict[CardSection, list[CardItem]] = {}
        self._reading: _Reading | None = None
        self._cancelled: list[_Reading] = []
        self._reader: IndexReader | None = None
        self.section = CardSection.MENTIONS
        self._name, self._facts = label("", self, wraps=True), label("", self, "muted", wraps=True)
        self._name.setFont(strong(self._name.font(), 1.15))
        self._note = label("", self, wraps=True)
        self._empty = label("", self, "muted", wraps=True)
        self._types = RecordTypes(scheme, appearance.language)
        self.rows = CardRows(project, scheme, appearance.language, self)
        self.list = LongList(self.rows, CardDelegate(appearance.theme, self), self)
        self._buttons: dict[CardSection, QPushButton] = {}
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: catch_errors(self._start_reading))
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(lambda: catch_errors(self._show_read))
        self._lay_out()

    @property
    def is_whole(self) -> bool:
        """Whether all sections have been read."""
        return self._reading is None and not self._rest.isActive()

    @property
    def place(self) -> MentionPlace | None:
        """Where the marked line leads."""
        return self.rows.place_of(self.list.currentIndex().row())

    @property
    def name(self) -> NameEntry | None:
        """The marked name, None in other sections."""
        item = self.rows.item(self.list.currentIndex().row())
        return item if isinstance(item, NameEntry) else None

    def show_entry(self, entry: RegisterEntry | None, articles: int, index: Path, reader: IndexReader | None) -> None:
        """Show a record.

        What stands of it in articles follows a moment later.
        """
        self._cancel_reading()
        self._entry, self._index, self._reader = entry, index, reader
        self._parts = {}
        self._show_head(articles)
        self._show_section()
        if entry is not None:
            self._rest.start()

    def choose(self, section: CardSection) -> None:
        """Show a section."""
        self.section = section
        self._buttons[section].setChecked(True)
        self._show_section()

    def stop(self) -> None:
        """End what is being read, and wait for that."""
        self._cancel_reading()
        for reading in self._cancelled:
            reading.end()
        self._cancelled.clear()

    def _cancel_reading(self) -> None:
        """Let the current reading end by itself.

        No key waits for it.
        """
        self._rest.stop()
        self._poll.stop()
        if self._reading is not None:
            self._reading.cancel()
            self._cancelled.append(self._reading)
            self._reading = None
        for reading in [one for one in self._cancelled if not one.is_running]:
            reading.end()
            self._cancelled.remove(reading)

    def _start_reading(self) -> None:
        connection = open_for_reading(self._index) if self._index is not None else None
        if self._entry is not None and connection is not None:
            self._reading = _Reading(self._project, IndexReader(connection), self._entry)
            self._poll.start()

    def _show_read(self) -> None:
        if self._reading is None:
            return
        is_ended = self._reading.is_ended
        for part in self._reading.poll():
            self._parts[part.section] = list(part.items)
            if part.section is self.section:
                self._show_section()
        if is_ended:
            self._poll.stop()
            self._reading.end()
            self._reading = None
            if not self._parts.get(self.section):
                self._show_section()
        self._show_counts()

    def _show_head(self, articles: int) -> None:
        entry = self._entry
        self._name.setText(one_line(entry.name) if entry is not None else "")
        facts = []
        if entry is not None:
            facts = [self._types.say(entry.label), count_words(entry, articles), period_words(entry.first, entry.last)]
            facts += [f"{system_word(system)} {number}" for system, number in entry.identifiers]
        self._facts.setText(" · ".join(filter(None, facts)))
        self._note.setText(entry.note if entry is not None else "")
        self._note.setVisible(bool(self._note.text()))
        self._show_counts()

    def _show_section(self) -> None:
        items = self._parts.get(self.section)
        self.rows.show(items or [], self._reader)
        self.list.setAccessibleName(section_word(self.section))
        waits = self._entry is not None and items is None and not (self.is_whole and self._parts)
        self._empty.setText(tr("Reading…") if waits else "" if items else tr("Nothing was found."))
        self._empty.setVisible(self._entry is not None and not items)
        if items:
            self.list.setCurrentIndex(self.rows.index(0))

    def _show_counts(self) -> None:
        for number, (section, made) in enumerate(self._buttons.items(), start=1):
            items = self._parts.get(section)
            count = "" if items is None else f" · {number_words(len(items))}"
            made.setText(f"{number}: {section_word(section)}{count}")

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for widget in (self._name, self._facts, self._note):
            lines.addWidget(widget)
        lines.addWidget(self._section_bar())
        lines.addWidget(self._empty)
        lines.addWidget(self.list, 1)
        lines.addStretch(0)

    def _section_bar(self) -> QWidget:
        bar, group = QFrame(self), QButtonGroup(self)
        grid = QGridLayout(bar)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setSpacing(4)
        for place, section in enumerate(SECTIONS):
            made = key_button("", bar, partial(self.choose, section), flat=True)
            made.setObjectName("section")
            made.setCheckable(True)
            made.setChecked(section is self.section)
            group.addButton(made)
            self._buttons[section] = made
            grid.addWidget(made, place // _SECTIONS_IN_ROW, place % _SECTIONS_IN_ROW)
        return bar
