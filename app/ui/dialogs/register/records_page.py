"""The page of the register that lists records.

They are filtered, sorted and ticked here; the card of the marked one stands beside.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QWidget

from app.service.corpus.index_place import project_index_path
from app.service.corpus.register.filtering import RegisterFilter, RegisterOrder
from app.service.corpus.register.register import Register, RegisterEntry
from app.service.session.session import Session
from app.store.index.index_reader import IndexReader
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.flow import FlowLayout
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import tip
from app.ui.base.texts.empty_words import escape_words, filter_words
from app.ui.base.widgets import LEAVING_KEYS, filter_line, label, section_button
from app.ui.dialogs.register.card import Card
from app.ui.dialogs.register.place import RegisterPlace
from app.ui.dialogs.register.rows import RegisterRows
from app.ui.dialogs.register.table import RegisterTable
from app.ui.dialogs.register.words import RecordTypes, order_word
from app.ui.theme.appearance import Appearance

_REST_MS = 30
_LEAST_FILTER_CHARS = 16
_ORDERS = tuple(RegisterOrder)


class RecordsPage(QWidget):
    """Lists the records that fit what is typed and chosen.

    `changed` tells that others are listed or ticked. The `place` follows what is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        place: RegisterPlace,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        assert session.project is not None, "only an open project has a register"
        self._index = project_index_path(session.project.path)
        self._place, self._catch_errors = place, catch_errors
        self._types = RecordTypes(session.scheme, appearance.language)
        self._register: Register | None = None
        self._reader: IndexReader | None = None
        self._filter = RegisterFilter(())
        self.line = filter_line(tr("Filter by name, in any case form"), self)
        self.rows = RegisterRows(self._types, appearance.theme, self.font(), self)
        self.table = RegisterTable(self.rows, self)
        self.card = Card(session.project, session.scheme, appearance, catch_errors, self)
        self._buttons: dict[str, QPushButton] = {}
        self._count = label("", self, "muted", wraps=True)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self.line.setText(place.typed)
        if place.label not in self._buttons:
            place.label = ""  # the scheme has changed since
        self._buttons[place.label].setChecked(True)
        self.card.choose(place.section)

    @property
    def current(self) -> RegisterEntry | None:
        """The record that is marked."""
        return self.rows.entry(self.table.currentIndex().row())

    @property
    def ticked(self) -> list[RegisterEntry]:
        """The records that are ticked, in that order."""
        register = self._register
        found = (register.entry_of(key) for key in self.rows.ticked) if register is not None else ()
        return [entry for entry in found if entry is not None]

    def show_register(self, register: Register, reader: IndexReader) -> None:
        """Show the records of a register as they are now."""
        self._register, self._reader = register, reader
        self._filter = RegisterFilter(register.entries)
        self.show_fitting()

    def show_fitting(self) -> None:
        """Show the records that fit, with the same one marked.

        Where it does not fit another filter, the first one is.
        """
        if self._register is None:
            return
        before, row = self.current, self.table.currentIndex().row()
        is_other = self._place.typed != self.line.text().strip()
        self._place.typed = self.line.text().strip()
        found = self._filter.find(self._place.typed, self._place.label, self._place.order)
        self.rows.show(found, self._register.articles_of)
        self.rows.ticked = dict.fromkeys(entry.record_key for entry in self.ticked)
        same = self.rows.row_of(before.record_key) if before is not None else -1
        self.mark(same if same >= 0 else 0 if is_other else min(max(0, row), len(found) - 1))
        self.card.setVisible(bool(found))
        if not found:
            self._show_card()
        self.changed.emit()

    def say_why_empty(self, *, is_read: bool) -> None:
        """Say why no records are listed, once the index `is_read`."""
        if not is_read:
            self.table.say_empty(tr("Reading…"))
        elif self._place.typed:
            self.table.say_empty(filter_words())
        elif self._place.label:
            self.table.say_empty(tr("Nothing fits this filter."))
        else:
            self.table.say_empty(self._types.say_none())

    def show_count(self, index_words: str) -> None:
        """Show how many records there are, and what the index lacks."""
        count = tr("{n} records", n=self.rows.rowCount())
        ticked = tr("{n} ticked", n=len(self.rows.ticked)) if self.rows.ticked else ""
        self._count.setText(" · ".join(filter(None, (count, order_word(self._place.order), ticked, index_words))))

    def mark(self, row: int) -> None:
        """Make a row the current one, if there is such a row."""
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def mark_record(self, record_key: str) -> None:
        """Mark the record of a name, or the first one."""
        self.mark(max(0, self.rows.row_of(record_key)))

    def tick(self) -> None:
        """Turn the current row's tick; go to the next."""
        row = self.table.currentIndex().row()
        self.rows.toggle(row)
        self.mark(row + 1)

    def drop_ticks(self) -> bool:
        """Take all ticks away; return whether there were any."""
        had_ticks = bool(self.rows.ticked)
        self.rows.clear_ticks()
        return had_ticks

    @property
    def escape_words(self) -> str:
        """What Esc does over the table."""
        return escape_words(has_ticks=bool(self.rows.ticked), is_filtered=self._is_filtered)

    @property
    def _is_filtered(self) -> bool:
        return bool(self.line.text() or self._place.label)

    def drop_filters(self) -> bool:
        """Show all records; return whether some were left out."""
        if not self._is_filtered:
            return False
        self._choose_type("")
        self.line.clear()
        return True

    def turn_type(self) -> None:
        """Show records of the next type alone, after the last one all."""
        labels = list(self._buttons)
        self._choose_type(labels[(labels.index(self._place.label) + 1) % len(labels)])

    def turn_order(self) -> None:
        """Sort by the next order."""
        self._place.order = _ORDERS[(_ORDERS.index(self._place.order) + 1) % len(_ORDERS)]
        self.show_fitting()

    def focus_card(self) -> None:
        """Go on into the card, if it holds anything."""
        if self.card.rows.rowCount():
            self.card.list.setFocus()

    def typed(self, key: str) -> bool:
        """Leave the line for the table by Enter or an arrow.

        What was typed is shown before the next key. Return whether the key did that.
        """
        if key not in LEAVING_KEYS:
            return False
        self.table.setFocus()
        return True

    def stop(self) -> None:
        """Note where the register is left, and end what is read."""
        entry = self.current
        self._place.record_key = entry.record_key if entry is not None else ""
        self._place.section = self.card.section
        self._rest.stop()
        self.card.stop()

    def _show_typed(self) -> None:
        """Show at once what is typed, if that is not shown yet."""
        if self._rest.isActive():
            self._rest.stop()
            self._catch_errors(self.show_fitting)

    def _choose_type(self, name: str) -> None:
        self._place.label = name
        self._buttons[name].setChecked(True)
        self.show_fitting()

    def _show_card(self) -> None:
        entry = self.current
        articles = self._register.articles_of(entry) if entry is not None and self._register is not None else 0
        self.card.show_entry(entry, articles, self._index, self._reader)

    def _connect(self) -> None:
        self._rest.timeout.connect(lambda: self._catch_errors(self.show_fitting))
        self.line.textChanged.connect(lambda _: self._rest.start())
        self.line.editingFinished.connect(self._show_typed)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._catch_errors(self._show_card))
        self.rows.dataChanged.connect(lambda *_: self.changed.emit())

    def _lay_out(self) -> None:
        lines = column(self, spacing=12)
        lines.addLayout(self._filters())
        beside = QSplitter(self)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(24)
        beside.addWidget(self.table)
        beside.addWidget(self.card)
        self.card.hide()
        beside.setStretchFactor(0, 7)
        beside.setStretchFactor(1, 5)
        lines.addWidget(beside, 1)
        self.setTabOrder(self.line, self.table)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.line.setMinimumWidth(_LEAST_FILTER_CHARS * self.fontMetrics().averageCharWidth())
        row.addWidget(self.line, 1)
        buttons = QWidget(self)
        wrapping = FlowLayout(buttons, spacing=8)
        for name in ("", *self._types.labels):
            made = section_button(self._types.say_all(name), buttons, partial(self._choose_type, name))
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there the keys of the table would do nothing
            made.setToolTip(tip(tr("T: type")))
            self._buttons[name] = made
            wrapping.addWidget(made)
        row.addWidget(buttons, 2)
        row.addWidget(self._count, 1)
        return row
