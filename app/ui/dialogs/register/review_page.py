"""The page for reviewing records that may be the same.

It shows two records side by side, with one key for each decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from app.core.records import Judgement, JudgementValue
from app.service.corpus.register.card import MentionPlace
from app.service.corpus.register.register import Register, RegisterEntry
from app.service.corpus.register.review import Review, recent_decisions
from app.store import Project
from app.store.index.index_reader import IndexReader
from app.ui.base.announce import announce
from app.ui.base.flow import FlowLayout
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import key_button, label, wrap_rows
from app.ui.dialogs.register.card_delegate import paint_line
from app.ui.dialogs.register.card_rows import CardLine, mention_line
from app.ui.dialogs.register.words import (
    RecordTypes,
    count_words,
    day_words,
    reason_words,
    system_word,
    value_word,
)
from app.ui.theme.theme import Theme, strong

DECISION_KEYS = {"1": JudgementValue.SAME, "2": JudgementValue.DIFFERENT, "3": JudgementValue.UNSURE}
_LINES = 3
_MAX_NAMES = 6
_LEFT, _MARK, _RIGHT = 1, 2, 3
"""Columns of the comparison, behind that of the captions."""
_TOP = Qt.AlignmentFlag.AlignTop

Decide = Callable[[tuple[str, str], JudgementValue], object]


@dataclass(frozen=True, slots=True)
class _Fact:
    """One row of the comparison.

    It holds what both sides say, and whether that is equal or near.
    """

    caption: str
    left: str
    right: str
    mark: str = ""


class ContextLines(QWidget):
    """A few mentions in their lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[CardLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[CardLine]) -> None:
        """Show these lines."""
        self._lines = lines
        self.setAccessibleName(" · ".join(f"{one.before}{one.words}{one.after}" for one in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _LINES * self._line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect()
        area.setHeight(self._line_height())
        for line in self._lines:
            paint_line(painter, area, line, self._theme)
            area.translate(0, self._line_height())
        painter.end()

    def _line_height(self) -> int:
        return self.fontMetrics().height() + 6


class ReviewPage(QWidget):
    """Show the pair to decide, and the last decisions."""

    def __init__(self, project: Project, types: RecordTypes, theme: Theme, decide: Decide, parent: QWidget) -> None:
        super().__init__(parent)
        self._project, self._types, self._theme, self._decide = project, types, theme, decide
        self._register: Register | None = None
        self._review: Review | None = None
        self._reader: IndexReader | None = None
        self._decisions: Sequence[Judgement] = ()
        self._compared: tuple[str, ...] = ()
        self._left_words = label("", self, "muted", wraps=True)
        self._reason = label("", self, wraps=True)
        self._reason.setFont(strong(self._reason.font(), 1.1))
        self._facts = QWidget(self)
        self._grid = QGridLayout(self._facts)
        self._answers = self._make_answers()
        self.decided = QListWidget(self)
        self.decided.setAccessibleName(tr("Last decisions"))
        self._lay_out()

    @property
    def pair(self) -> tuple[str, str] | None:
        """The keys of the names to decide.

        They are those of a marked decision, else of the suggestion.
        """
        if self.decided.hasFocus() and (made := self.marked) is not None:
            return made.left, made.right
        current = self._review.current if self._review is not None else None
        return None if current is None else (current.left.record_key, current.right.record_key)

    @property
    def marked(self) -> Judgement | None:
        """The marked one of the last decisions."""
        row = self.decided.currentRow()
        return self._decisions[row] if 0 <= row < len(self._decisions) else None

    @property
    def review(self) -> Review | None:
        """The suggestions that are walked through."""
        return self._review

    @property
    def words(self) -> str:
        """All that is said of the pair."""
        return " · ".join((self._reason.text(), *self._compared, self._left_words.text()))

    def open(self, register: Register, reader: IndexReader | None) -> None:
        """Begin with the suggestions of a register."""
        self._register, self._reader = register, reader
        if self._review is None or not self._review.is_of(register):
            self._review = Review(register)
        self.refresh()
        self.setFocus()

    def forget(self) -> None:
        """Find the suggestions anew when they are asked for next."""
        self._review = None

    def refresh(self) -> None:
        """Show what is left after a decision."""
        if self._review is None:
            return
        self._review.refresh()
        self._show_left(self._review)
        self._show_pair(self._review)
        self._show_decisions()

    def skip(self) -> None:
        """Put the pair behind all others."""
        if self._review is not None:
            self._review.skip()
            self.refresh()

    def _show_left(self, review: Review) -> None:
        parts = [tr("{n} pairs left", n=review.left)]
        parts += [
            f"{self._types.say_all(one)} {review.left_of(one)}" for one in self._types.labels if review.left_of(one)
        ]
        parts += [tr("{n} skipped", n=review.skipped)] if review.skipped else []
        self._left_words.setText(" · ".join(parts))

    def _show_pair(self, review: Review) -> None:
        current = review.current
        sides = review.sides(current) if current is not None else None
        for widget in (self._facts, self._answers):
            widget.setVisible(sides is not None)
        if current is None or sides is None:
            self._reason.setText(tr("No suggestion is left."))
            return
        self._reason.setText(f"{reason_words(current.reason)} · {current.score:.0%}")
        self._compared = tuple(one_line(entry.name) for entry in sides)
        self._show_sides(*sides)
        announce(self, self.words)

    def _context(self, entry: RegisterEntry) -> list[CardLine]:
        if self._reader is None:
            return []
        places = islice(self._reader.names.mentions_of(entry.labelled_keys), _LINES)
        return [mention_line(self._project, MentionPlace(*place)) for place in places]

    def _compare(self, left: RegisterEntry, right: RegisterEntry) -> list[_Fact]:
        assert self._register is not None, "a pair is of a register"
        counts = [count_words(one, self._register.articles_of(one)) for one in (left, right)]
        shared = {word for name in left.names for word in name.key.split()}
        shared &= {word for name in right.names for word in name.key.split()}
        names = [_names_of(one) for one in (left, right)]
        facts = [
            _Fact(tr("Type"), self._types.say(left.label), self._types.say(right.label)),
            _Fact(tr("Names"), names[0], names[1], "≈" if shared else ""),
            _Fact(tr("Count"), counts[0], counts[1]),
            _Fact(tr("First seen"), day_words(left.first), day_words(right.first)),
            _Fact(tr("Last seen"), day_words(left.last), day_words(right.last)),
        ]
        ids = [dict(one.identifiers) for one in (left, right)]
        systems = dict.fromkeys((*ids[0], *ids[1]))
        return facts + [_Fact(system_word(one), ids[0].get(one, ""), ids[1].get(one, "")) for one in systems]

    def _show_sides(self, left: RegisterEntry, right: RegisterEntry) -> None:
        """Show two records side by side.

        Names, facts, and a few mentions in their lines are shown.
        """
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        facts = self._compare(left, right)
        for side, entry in ((_LEFT, left), (_RIGHT, right)):
            name = label(one_line(entry.name), self._facts, wraps=True)
            name.setFont(strong(name.font(), 1.15))
            lines = ContextLines(self._theme, self._facts)
            lines.show_lines(self._context(entry))
            self._grid.addWidget(name, 0, side)
            self._grid.addWidget(lines, 1 + len(facts), side)
        self._grid.addWidget(label(tr("Mentions"), self._facts, "muted"), 1 + len(facts), 0, _TOP)
        for row, fact in enumerate(facts, start=1):
            self._show_fact(row, fact)

    def _show_fact(self, row: int, fact: _Fact) -> None:
        is_equal = bool(fact.left) and fact.left == fact.right
        mark, name = ("=", "good") if is_equal else (fact.mark, "warning" if fact.mark else "")
        sign = label(mark, self._facts, name)
        sign.setAccessibleName(tr("equal") if is_equal else tr("alike") if mark else "")
        self._grid.addWidget(label(fact.caption, self._facts, "muted"), row, 0, _TOP)
        self._grid.addWidget(label(fact.left, self._facts, name, wraps=True), row, _LEFT, _TOP)
        self._grid.addWidget(sign, row, _MARK, _TOP)
        self._grid.addWidget(label(fact.right, self._facts, name, wraps=True), row, _RIGHT, _TOP)

    def _show_decisions(self) -> None:
        row, register = self.decided.currentRow(), self._register
        assert register is not None, "decisions are shown with their register"
        self._decisions = recent_decisions(self._project)
        self.decided.clear()
        for made in self._decisions:
            names = " — ".join(register.shown_name(key) for key in (made.left, made.right))
            self.decided.addItem(one_line(f"{value_word(made.value)}: {names}"))
        self.decided.setCurrentRow(min(max(0, row), len(self._decisions) - 1))

    def _answer(self, value: JudgementValue) -> None:
        self.setFocus()
        pair = self.pair
        if pair is not None:
            self._decide(pair, value)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(24)
        lines = QVBoxLayout()
        lines.setSpacing(12)
        whole.addLayout(lines, 1)
        lines.addWidget(self._left_words)
        lines.addWidget(self._reason)
        lines.addWidget(self._facts)
        lines.addWidget(self._answers)
        lines.addStretch(1)
        whole.addLayout(self._decisions_column())
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(_LEFT, 1)
        self._grid.setColumnStretch(_RIGHT, 1)

    def _make_answers(self) -> QWidget:
        answers = QWidget(self)
        row = FlowLayout(answers, spacing=8)
        for key, value in DECISION_KEYS.items():
            row.addWidget(key_button(f"{key}: {value_word(value)}", self, partial(self._answer, value)))
        row.addWidget(key_button(tr("Space: skip"), self, self.skip))
        return answers

    def _decisions_column(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(6)
        heading: QLabel = label(tr("Last decisions"), self, "heading")
        lines.addWidget(heading)
        lines.addWidget(self.decided, 1)
        self.decided.setMinimumWidth(220)
        wrap_rows(self.decided)
        self.decided.setMaximumWidth(340)
        return lines


def _names_of(entry: RegisterEntry) -> str:
    names = [f"{one_line(name.shown)} ({name.mentions})" for name in entry.names[:_MAX_NAMES]]
    more = [tr("{n} more", n=len(entry.names) - _MAX_NAMES)] if len(entry.names) > _MAX_NAMES else []
    return ", ".join(names + more)
