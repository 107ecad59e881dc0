"""The window of the register.

It has records, the card of one, and joining and parting names, by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.core.records import JudgementValue, RegisterRecord
from app.service.corpus.register.register import Register, RegisterEntry
from app.store.index.index_reader import IndexReader
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.own_steps import OwnSteps
from app.ui.dialogs.project_window import ProjectWindow
from app.ui.dialogs.register.card import SECTIONS
from app.ui.dialogs.register.place import RegisterPlace
from app.ui.dialogs.register.record_edits import RecordEdits, refusal_to_join
from app.ui.dialogs.register.record_form import RecordForm
from app.ui.dialogs.register.records_page import RecordsPage
from app.ui.dialogs.register.review_page import DECISION_KEYS, ReviewPage
from app.ui.dialogs.register.words import RecordTypes


class RegisterDialog(ProjectWindow):
    """Shows who and what a project names.

    Names that stand for the same can be joined.
    """

    repeats_acts = False

    def __init__(self, context: WindowContext, index_keeper: IndexKeeper, place: RegisterPlace) -> None:
        super().__init__(tr("Register"), context, index_keeper)
        session, appearance, catch_errors = context.session, context.find_appearance(), context.catch_errors
        self._place = place
        self._reader: IndexReader | None = None
        self.register: Register | None = None
        self._asked: Callable[[], object] | None = None
        """What Enter does after a question, and Esc does not."""
        self._steps = OwnSteps(session, self._show_judged, self._say)
        types = RecordTypes(session.scheme, appearance.language)
        self._edits = RecordEdits(session, types, self._steps)
        self.records = RecordsPage(session, appearance, place, catch_errors, self)
        self.record_form = RecordForm(types, self._save_record, self)
        self.review_page = ReviewPage(self._project, types, appearance.theme, self._decide_pair, self)
        self._lay_out()
        self._connect()
        self.prefer(1400, 860)
        catch_errors(self._open)

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in what is shown."""
        return self._index_keeper.is_current and self.register is not None

    @property
    def is_read(self) -> bool:
        return self.register is not None

    # -- the index

    def _open(self) -> None:
        self._index_keeper.refresh()
        self._show_indexed()
        self._show_table()
        self.records.line.begin()
        self.records.mark_record(self._place.record_key)

    def _follow_index(self) -> None:
        """Show how far the index is.

        Take in one that is made anew.
        """
        if self._index_keeper.reader is not self._reader:
            self._catch_errors(self._show_indexed)
        self._show_count()

    def _follow_refreshed(self) -> None:
        self._catch_errors(self._show_indexed)

    def _show_indexed(self) -> None:
        """Show what the index has by now."""
        self._reader = self._index_keeper.reader
        if self._reader is not None:
            self.register = self._edits.register = Register(self._project, self._reader)
            self.review_page.forget()
            self.records.show_register(self.register, self._reader)
            if self._pages.currentWidget() is self.review_page:
                self.review_page.open(self.register, self._reader)
        self._show_count()

    def _show_count(self) -> None:
        self.records.say_why_empty(is_read=self.is_current)
        self.records.show_count(self._index_keeper.state_words)
        self._show_table_hints()

    def _show_judged(self) -> None:
        """Show records after a step has judged or described them."""
        if self.register is not None and self._reader is not None:
            self.register.refresh()
            self.records.show_register(self.register, self._reader)
            self.review_page.refresh()

    # -- keys

    def _press(self, watched: QObject, key: str) -> bool:
        if watched is self.records.line:
            self._asked = None
            return self.records.typed(key)
        return self._perform(self._answer_to(key) or self._acts(watched).get(key))

    def _answer_to(self, key: str) -> Callable[[], object] | None:
        """Return what a key does after a question, None for no answer."""
        if self._asked is None or key not in ("Enter", "Escape"):
            return None
        return self._asked if key == "Enter" else lambda: self._say(tr("Nothing was joined."))

    def _acts(self, watched: QObject) -> dict[str, Callable[[], object]]:
        records = self.records
        acts: dict[str, Callable[[], object]] = {"Escape": self.reject}
        acts |= dict.fromkeys(("U", "Ctrl+Z"), self._steps.undo)
        acts |= dict.fromkeys(("Ctrl+Shift+Z", "Ctrl+Y"), self._steps.redo)
        if watched in (self.review_page, self.review_page.decided):
            return acts | self._review_acts(watched)
        acts |= dict.fromkeys(("/", "Ctrl+F"), records.line.begin)
        acts |= {str(place): partial(records.card.choose, one) for place, one in enumerate(SECTIONS, start=1)}
        acts |= {"S": self._ask_review, "E": self._ask_record, "J": self._join_ticked, "Space": records.tick}
        acts["X"] = self._split_name
        acts |= {"T": records.turn_type, "O": records.turn_order}
        if watched is records.card.list:
            return acts | {"Enter": self._go_to_place, "Left": records.table.setFocus}
        acts |= dict.fromkeys(("Enter", "Right"), records.focus_card)
        return acts | {"Home": lambda: records.mark(0), "End": lambda: records.mark(records.rows.rowCount() - 1)}

    def _review_acts(self, watched: QObject) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            key: partial(self._decide, value) for key, value in DECISION_KEYS.items()
        }
        if watched is self.review_page.decided:
            return acts | {"Backspace": self._withdraw, "Delete": self._withdraw, "Left": self.review_page.setFocus}
        return acts | {"Space": self.review_page.skip, "Right": self.review_page.decided.setFocus}

    def reject(self) -> None:
        """Close the innermost thing that is open.

        It is a page, the card, ticks, a filter, and then the window.
        """
        if self._pages.currentIndex() > 0:
            if self._pages.currentWidget() is not self.record_form or self.record_form.may_be_left():
                self._show_table()
        elif self.records.card.list.hasFocus():
            self.records.table.setFocus()
        elif not self.records.drop_ticks() and not self.records.drop_filters():
            self._close()

    def _go_to_place(self) -> None:
        """Open the article at the marked mention, claim or position."""
        place = self.records.card.place
        if place is None:
            return
        self._close()
        self._session.reader.go_to_annotation(place.article_id, place.annotation_id)

    # -- joining, parting, describing

    def _join_ticked(self) -> None:
        """Join the ticked records to the one that is named most often.

        Ask before, where something speaks against it.
        """
        if self.register is None or self._is_read_only():
            return
        entries = self.records.ticked
        refusal = refusal_to_join(entries)
        if refusal:
            self._say(refusal)
        elif doubts := self._edits.doubts_about(entries):
            self._say(f"{doubts} {tr('Join all the same? Enter: yes · Esc: no')}")
            self._asked = partial(self._join, entries)
        else:
            self._join(entries)

    def _join(self, entries: Sequence[RegisterEntry]) -> None:
        self.records.drop_ticks()
        self.records.mark_record(self._edits.join(entries).record_key)

    def _split_name(self) -> None:
        """Take the marked name out of its record."""
        name = self.records.card.name
        if name is None or self.records.current is None:
            self._say(tr("Mark a name of the record first: 2 lists them."))
        elif not self._is_read_only() and not self._edits.split(name):
            self._say(tr("The record has no other name."))

    def _ask_record(self) -> None:
        entry = self.records.current
        if entry is not None and not self._is_read_only():
            hints = tr("Enter: save, asks before it renames · Ctrl+Enter: save · Tab: next field · Esc: leave")
            self._show_page(self.record_form, hints)
            self.record_form.open(entry)

    def _save_record(self, record: RegisterRecord, before: RegisterRecord | None) -> None:
        self._show_table()
        self._catch_errors(lambda: self._edits.write_record(record, before))

    # -- suggestions

    def _ask_review(self) -> None:
        if self.register is None or self._is_read_only():
            return
        self._show_page(self.review_page, *_review_hints())
        self.review_page.open(self.register, self._reader)

    def _decide(self, value: JudgementValue) -> None:
        pair = self.review_page.pair
        if pair is not None:
            self._decide_pair(pair, value)

    def _decide_pair(self, pair: tuple[str, str], value: JudgementValue) -> None:
        review = self.review_page.review
        current = review.current if review is not None else None
        is_current = current is not None and pair == (current.left.record_key, current.right.record_key)
        self._edits.judge(pair, value, current if is_current else None)

    def _withdraw(self) -> None:
        """Take back the marked decision."""
        if self.review_page.marked is not None:
            self._edits.withdraw(self.review_page.marked)

    # -- inside

    def _say(self, words: str) -> None:
        """Say something; a question before it is not answered any more."""
        self._asked = None
        super()._say(words)

    def _show_table(self) -> None:
        self._pages.setCurrentWidget(self.records)
        self._show_table_hints()
        self.records.table.setFocus()

    def _show_table_hints(self) -> None:
        """Say what the keys do, if the table is shown."""
        if self._pages.currentWidget() is self.records:
            self._show_hints(*_table_hints(), self.records.escape_words)

    def _stop(self) -> None:
        self.records.stop()

    def _connect(self) -> None:
        records = self.records
        self._watch(records.table, records.line, records.card.list, self.review_page, self.review_page.decided)
        records.card.list.doubleClicked.connect(lambda _: self._catch_errors(self._go_to_place))
        records.changed.connect(self._show_count)
        self._index_keeper.changed.connect(self._follow_index)
        self._index_keeper.refreshed.connect(self._follow_refreshed)

    def _lay_out(self) -> None:
        for page in (self.records, self.review_page, self.record_form):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self._add_foot()


def _table_hints() -> tuple[str, ...]:
    """Return what the keys over the table and the card do."""
    return (
        tr("↓: to the table and its keys"),
        tr("/: filter"),
        tr("T: type"),
        tr("O: order"),
        tr("1–6: sections of the card"),
        tr("Enter, →: to the card, and to the article"),
        tr("Space: tick"),
        tr("J: join the ticked"),
        tr("X: split the name off"),
        tr("E: name, type, ids, note"),
        tr("S: what may be the same"),
    )


def _review_hints() -> tuple[str, ...]:
    """Return what the keys over a suggestion do."""
    return (
        tr("1: same"),
        tr("2: different"),
        tr("3: not sure"),
        tr("Space: skip"),
        tr("U: undo"),
        tr("→: last decisions, 1 2 3 change one, Backspace takes it back"),
        tr("Esc: to the list"),
    )
