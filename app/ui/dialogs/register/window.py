"""The window of the register.

It has records, the card of one, and joining and parting names, by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.core.change import Step
from app.core.records import JudgementValue, RegisterRecord
from app.service.corpus.index_place import project_index_path
from app.service.corpus.register.card import CardSection
from app.service.corpus.register.filtering import RegisterFilter, RegisterOrder
from app.service.corpus.register.judging import Judge, judge_step, merge_step, record_step, split_step, withdraw_step
from app.service.corpus.register.register import REGISTERED, Register, RegisterEntry, differing_identifiers
from app.service.session.session import Session
from app.store.index.index_reader import IndexReader
from app.ui.base.announce import announce
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import button, filter_line, label
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.index_follower import IndexFollower
from app.ui.dialogs.register.card import SECTIONS, Card
from app.ui.dialogs.register.record_form import RecordForm
from app.ui.dialogs.register.review_page import DECISION_KEYS, ReviewPage
from app.ui.dialogs.register.rows import RegisterRows
from app.ui.dialogs.register.table import RegisterTable
from app.ui.dialogs.register.words import order_word, system_word, types_word, value_word
from app.ui.keyboard.keys import key_name
from app.ui.keyboard.presses import Presses
from app.ui.theme.appearance import Appearance

_REST_MS = 30
_TYPES = ("", *REGISTERED)
_ORDERS = tuple(RegisterOrder)


@dataclass
class RegisterPlace:
    """Where the register of a project was left.

    It opens there again.
    """

    project: Path
    typed: str = ""
    label: str = ""
    order: RegisterOrder = RegisterOrder.MENTIONS
    record_key: str = ""
    section: CardSection = CardSection.MENTIONS


class RegisterDialog(FramedDialog):
    """Shows who and what a project names.

    Names that stand for the same can be joined.
    """

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        place: RegisterPlace,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Register"), parent, width_px=760)
        assert session.project is not None, "only an open project has a register"
        self._session, self._project, self._catch_errors = session, session.project, catch_errors
        self._place = place
        self._reader: IndexReader | None = None
        self.register: Register | None = None
        self._filter = RegisterFilter(())
        self._own_steps = 0
        self._presses = Presses()
        self.line = filter_line(tr("Filter by name, in any case form"), self)
        self.rows = RegisterRows(appearance.theme, self.font(), self)
        self.table = RegisterTable(self.rows, self)
        self.card = Card(self._project, session.scheme, appearance, catch_errors, self)
        self.record_form = RecordForm(self._take_record, self)
        self.review_page = ReviewPage(self._project, appearance.theme, self._decide_pair, self)
        self._types: dict[str, QPushButton] = {}
        self._stack = QStackedWidget(self)
        self._count = label("", self, "muted")
        self._message = label("", self, wraps=True)
        self._hints = label("", self, "caption", wraps=True)
        self._index = IndexFollower(self._project.place, self._take_in_index, catch_errors, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self.prefer(1400, 860)
        catch_errors(self._open)

    # -- what is shown

    @property
    def current(self) -> RegisterEntry | None:
        """The record that is marked."""
        return self.rows.entry(self.table.currentIndex().row())

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in what is shown."""
        return not self._index.is_running and self.register is not None

    def _open(self) -> None:
        self.line.setText(self._place.typed)
        self._types[self._place.label].setChecked(True)
        self.card.choose(self._place.section)
        self._index.start()
        self._take_in_index()
        self._show_table()
        self._mark(max(0, self.rows.row_of(self._place.record_key)))

    def _take_in_index(self) -> None:
        """Show what the index has, where that is new."""
        reader, is_whole = self._index.reader, not self._index.is_running
        if reader is not None and (reader is not self._reader or is_whole):
            self._reader = reader
            self.register = Register(self._project, reader)
            self.review_page.forget()
            self._show_records()
            if self._stack.currentWidget() is self.review_page:
                self.review_page.open(self.register, reader)
        self._show_count()

    def _show_records(self) -> None:
        """Show the records as names and judgements make them now."""
        if self.register is not None:
            self._filter = RegisterFilter(self.register.entries)
            self._show_fitting()

    def _show_fitting(self) -> None:
        """Show the records that fit the filters, with the same one marked."""
        if self.register is None:
            return
        before, row = self.current, self.table.currentIndex().row()
        self._place.typed = self.line.text().strip()
        found = self._filter.find(self._place.typed, self._place.label, self._place.order)
        self.rows.show(found, self.register.articles_of)
        self._drop_lost_ticks(self.register)
        same = self.rows.row_of(before.record_key) if before is not None else -1
        self._mark(same if same >= 0 else min(max(0, row), len(found) - 1))
        if not found:
            self._show_card()
        self._show_count()

    def _drop_lost_ticks(self, register: Register) -> None:
        """Keep the ticks of records, each under its best known name."""
        entries = (register.entry_of(key) for key in self.rows.ticked)
        self.rows.ticked = dict.fromkeys(entry.record_key for entry in entries if entry is not None)

    def _show_card(self) -> None:
        entry = self.current
        articles = self.register.articles_of(entry) if entry is not None and self.register is not None else 0
        self.card.show_entry(entry, articles, project_index_path(self._project.path), self._reader)

    def _show_count(self) -> None:
        count = tr("{n} records", n=self.rows.rowCount())
        ticked = tr("{n} ticked", n=len(self.rows.ticked)) if self.rows.ticked else ""
        words = (count, order_word(self._place.order), ticked, self._index.words)
        self._count.setText(" · ".join(filter(None, words)))

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyRelease:
            self._presses.release(event)
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        platform = QGuiApplication.platformName()
        key, is_repeat = key_name(event, platform), self._presses.is_repeat(event, platform)
        if watched is self.line:
            return self._typed(key)
        act = self._acts(watched).get(key)
        if act is None:
            return False
        if not is_repeat:
            self._say("")
            self._catch_errors(act)
        return True

    def _acts(self, watched: QObject) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"Escape": self.reject}
        acts |= dict.fromkeys(("U", "Ctrl+Z"), self._undo)
        if watched in (self.review_page, self.review_page.decided):
            return acts | self._review_acts(watched)
        acts |= dict.fromkeys(("/", "Ctrl+F"), self.line.setFocus)
        acts |= {str(place): partial(self.card.choose, one) for place, one in enumerate(SECTIONS, start=1)}
        acts |= {"S": self._ask_review, "E": self._ask_record, "J": self._join_ticked, "Space": self._tick}
        acts |= {"T": self._turn_type, "O": self._turn_order}
        if watched is self.card.list:
            return acts | {"Enter": self._go_to_place, "Left": self.table.setFocus, "X": self._split_name}
        acts |= dict.fromkeys(("Enter", "Right"), self._focus_card)
        return acts | {"Home": lambda: self._mark(0), "End": lambda: self._mark(self.rows.rowCount() - 1)}

    def _review_acts(self, watched: QObject) -> dict[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            key: partial(self._decide, value) for key, value in DECISION_KEYS.items()
        }
        if watched is self.review_page.decided:
            return acts | {"Backspace": self._withdraw, "Delete": self._withdraw, "Left": self.review_page.setFocus}
        return acts | {"Space": self.review_page.skip, "Right": self.review_page.decided.setFocus}

    def _typed(self, key: str) -> bool:
        """Leave the line by Enter or an arrow; Esc empties it first."""
        if key in ("Enter", "Down") or (key == "Escape" and not self.line.text()):
            self.table.setFocus()
        elif key == "Escape":
            self.line.clear()
        else:
            return False
        return True

    def reject(self) -> None:
        """Close the innermost thing that is open.

        It is a page, the card, ticks, a filter, and then the window.
        """
        if self._stack.currentIndex() > 0:
            self._show_table()
        elif self.card.list.hasFocus():
            self.table.setFocus()
        elif self.rows.ticked:
            self.rows.clear_ticks()
            self._show_count()
        elif self.line.text() or self._place.label:
            self._choose_type("")
            self.line.clear()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._close()
        event.accept()

    def _focus_card(self) -> None:
        if self.card.rows.rowCount():
            self.card.list.setFocus()

    def _choose_type(self, name: str) -> None:
        self._place.label = name
        self._types[name].setChecked(True)
        self._show_fitting()

    def _turn_type(self) -> None:
        self._choose_type(_TYPES[(_TYPES.index(self._place.label) + 1) % len(_TYPES)])

    def _turn_order(self) -> None:
        self._place.order = _ORDERS[(_ORDERS.index(self._place.order) + 1) % len(_ORDERS)]
        self._show_fitting()

    def _go_to_place(self) -> None:
        """Open the article at the marked mention, claim or position."""
        place = self.card.place
        if place is None:
            return
        self._close()
        opened = self._session.open_article
        if opened is None or opened.article.id != place.article_id:
            self._session.reader.go_to(place.article_id)
        self._session.navigation.go_to(place.annotation_id)

    # -- joining and parting

    def _tick(self) -> None:
        row = self.table.currentIndex().row()
        self.rows.toggle(row)
        self._mark(row + 1)
        self._show_count()

    def _join_ticked(self) -> None:
        """Join the ticked records to the one that is named most often."""
        register = self.register
        if register is None or self._is_read_only():
            return
        entries = [entry for key in self.rows.ticked if (entry := register.entry_of(key)) is not None]
        refusal = _refusal(entries)
        if refusal:
            self._say(refusal)
            return
        entries.sort(key=lambda entry: -entry.mentions)
        self.rows.clear_ticks()
        step = merge_step(self._project, [entry.record_key for entry in entries], self._judge())
        names = ", ".join(entry.name for entry in entries[1:])
        self._apply(step, tr("Joined to “{name}”: {others}.", name=entries[0].name, others=names))
        self._mark(self.rows.row_of(entries[0].record_key))

    def _split_name(self) -> None:
        """Take the marked name out of its record."""
        name, entry = self.card.name, self.current
        if name is None or entry is None:
            self._say(tr("Mark a name of the record first: 2 lists them."))
        elif not self._is_read_only():
            step = split_step(self._project, name.record_key, self._judge())
            if step is None:
                self._say(tr("The record has no other name."))
                return
            self._apply(step, tr("“{name}” is a record of its own.", name=name.shown))

    def _ask_record(self) -> None:
        entry = self.current
        if entry is not None and not self._is_read_only():
            self._show_page(self.record_form, tr("Enter, Ctrl+Enter: save · Tab: next field · Esc: leave"))
            self.record_form.open(entry)

    def _take_record(self, record: RegisterRecord, before: RegisterRecord | None) -> None:
        self._show_table()
        if record != before and (before is not None or record.name or record.note or record.identifiers):
            step = record_step(self._project, record, before, self._judge())
            self._catch_errors(lambda: self._apply(step, tr("Saved.")))

    # -- suggestions

    def _ask_review(self) -> None:
        if self.register is None or self._is_read_only():
            return
        hints = (
            tr("1: same"),
            tr("2: different"),
            tr("3: not sure"),
            tr("Space: skip"),
            tr("U: undo"),
            tr("→: last decisions, 1 2 3 change one, Backspace takes it back"),
            tr("Esc: to the list"),
        )
        self._show_page(self.review_page, " · ".join(hints))
        self.review_page.open(self.register, self._reader)

    def _decide(self, value: JudgementValue) -> None:
        pair = self.review_page.pair
        if pair is not None:
            self._decide_pair(pair, value)

    def _decide_pair(self, pair: tuple[str, str], value: JudgementValue) -> None:
        review = self.review_page.review
        current = review.current if review is not None else None
        is_current = current is not None and pair == (current.left.record_key, current.right.record_key)
        step = judge_step(self._project, pair, value, self._judge(), current if is_current else None)
        self._apply(step, f"{value_word(value)}: {self._pair_words(pair)}.")

    def _withdraw(self) -> None:
        """Take back the marked decision: the pair is suggested again."""
        made = self.review_page.marked
        step = withdraw_step(self._project, (made.left, made.right), self._judge()) if made is not None else None
        if step is not None and made is not None:
            self._apply(step, tr("Not judged any more: {names}.", names=self._pair_words((made.left, made.right))))

    def _pair_words(self, pair: tuple[str, str]) -> str:
        return " — ".join(map(self._judge().name_of, pair))

    # -- steps

    def _judge(self) -> Judge:
        context = self._session.edit_context
        assert self.register is not None, "names of a register are judged"
        return Judge(context.author, context.now, self.register.shown_name)

    def _apply(self, step: Step, words: str) -> None:
        """Write a step, and show what it changed."""
        self._session.apply(step)
        self._own_steps += 1
        self._show_judged()
        self._say(f"{words} {tr('U: undo')}")

    def _undo(self) -> None:
        """Take back the last step that was made here."""
        if not self._own_steps:
            self._say(tr("Nothing was changed here yet."))
            return
        title = self._session.history.undo()
        self._own_steps -= 1
        self._show_judged()
        if title is not None:
            self._say(tr("Undone: {what}", what=shown(title)))

    def _show_judged(self) -> None:
        if self.register is not None:
            self.register.refresh()
            self._show_records()
            self.review_page.refresh()

    def _is_read_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        return self._project.read_only

    # -- inside

    def _mark(self, row: int) -> None:
        if 0 <= row < self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def _say(self, words: str) -> None:
        self._message.setText(words)
        if words:
            announce(self, words)

    def _show_page(self, page: QWidget, hints: str) -> None:
        self._stack.setCurrentWidget(page)
        self._hints.setText(hints)

    def _show_table(self) -> None:
        self._stack.setCurrentIndex(0)
        self.table.setFocus()
        hints = (
            tr("/: filter"),
            tr("T: type"),
            tr("O: order"),
            tr("1–6: sections of the card"),
            tr("Enter, →: to the card, and to the article"),
            tr("Space: tick"),
            tr("J: join the ticked"),
            tr("X: split the name off"),
            tr("E: name, ids, note"),
            tr("S: what may be the same"),
            tr("Esc: close"),
        )
        self._hints.setText(" · ".join(hints))

    def _close(self) -> None:
        entry = self.current
        self._place.record_key = entry.record_key if entry is not None else ""
        self._place.section = self.card.section
        self._rest.stop()
        self.card.stop()
        self._index.stop()
        super().reject()

    def _connect(self) -> None:
        for watched in (self.table, self.line, self.card.list, self.review_page, self.review_page.decided):
            watched.installEventFilter(self)
        self._rest.timeout.connect(lambda: self._catch_errors(self._show_fitting))
        self.line.textChanged.connect(lambda _: self._rest.start())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._catch_errors(self._show_card))
        self.card.list.doubleClicked.connect(lambda _: self._catch_errors(self._go_to_place))
        self.rows.dataChanged.connect(lambda *_: self._show_count())
        follow(self, self._session.project_changed, self._close)

    def _lay_out(self) -> None:
        page = QWidget(self)
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addLayout(self._filters())
        beside = QSplitter(page)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(24)
        beside.addWidget(self.table)
        beside.addWidget(self.card)
        beside.setStretchFactor(0, 7)
        beside.setStretchFactor(1, 5)
        lines.addWidget(beside, 1)
        for one in (page, self.review_page, self.record_form):
            self._stack.addWidget(one)
        self.body.addWidget(self._stack, 1)
        self._message.setMinimumHeight(self.fontMetrics().height() + 2)
        self.body.addWidget(self._message)
        self.body.addWidget(self._hints)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        for name in _TYPES:
            made = button(types_word(name), self, partial(self._choose_type, name), flat=True)
            made.setCheckable(True)
            made.setAutoExclusive(True)
            made.setObjectName("section")
            self._types[name] = made
            row.addWidget(made)
        row.addWidget(self._count)
        return row


def _refusal(entries: list[RegisterEntry]) -> str:
    """Return why records cannot be joined, "" where they can."""
    if len(entries) < 2:
        return tr("Tick the records with Space first; S suggests which may be the same.")
    if len({entry.label for entry in entries}) > 1:
        return tr("Only records of one type can be joined.")
    system = differing_identifiers(entries)
    if system:
        return tr("The records have different ids ({system}): they are not the same.", system=system_word(system))
    return ""
