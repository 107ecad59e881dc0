"""The window that marks several articles.

Which articles, what is done to them, and what that changes, before it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.core.model import Article
from app.service.edits.steps.article_marks import ArticleMark, MarkPlan, MarkPlanner
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import number_words, tr
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import label, line, section_button
from app.ui.dialogs.frame import FramedDialog, Standard
from app.ui.dialogs.marks.words import change_words, mark_title
from app.ui.keyboard.keys import pressed_key

_REST_MS = 30
_EXAMPLES = 8
_MARKS = tuple(ArticleMark)


class MarkDialog(FramedDialog):
    """Asks what is done to which articles, and shows what that changes."""

    def __init__(
        self,
        session: Session,
        scopes: Sequence[tuple[str, Sequence[int]]],
        mark: ArticleMark,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        """Open with the first of `scopes`, each a title and the articles."""
        super().__init__(tr("Change articles"), parent, width_px=720)
        self._session, self._scopes, self._catch_errors = session, scopes, catch_errors
        self._scope = 0
        self._planner: MarkPlanner | None = None
        self._plan: MarkPlan | None = None
        self._is_wanted = False
        self.marks = self._make_marks(mark)
        self.line = line("", self)
        self.line.setCompleter(self._make_completer())
        self._scope_buttons = self._make_scopes()
        self._count, self._left = label("", self, wraps=True), label("", self, "warning", wraps=True)
        self._examples = label("", self, "muted", wraps=True)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self._follow_mark()
        (self.line if self.mark.needs_tags else self.marks).setFocus()

    # -- what is shown

    @property
    def mark(self) -> ArticleMark:
        """What is to be done."""
        return _MARKS[max(0, self.marks.currentRow())]

    @property
    def plan(self) -> MarkPlan | None:
        """What would change, None until it is counted."""
        return self._plan

    @property
    def words(self) -> str:
        """What is said of the changes."""
        return "\n".join(filter(None, (self._count.text(), self._left.text(), self._examples.text())))

    def choose_scope(self, place: int) -> None:
        """Take the articles of another scope."""
        self._scope = place % len(self._scopes)
        self._scope_buttons[self._scope].setChecked(True)
        self._start_counting()

    @property
    def _takes_words(self) -> bool:
        """Whether tags or a reason belong to what is done."""
        return self.mark.needs_tags or self.mark.takes_reason

    def _follow_mark(self) -> None:
        """Ask for tags or a reason where the mark takes one."""
        mark = self.mark
        self.line.setVisible(self._takes_words)
        prompt = tr("Tags, separated by commas") if mark.needs_tags else tr("Reason (may stay empty)")
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self._start_counting()

    def _start_counting(self) -> None:
        ids = self._scopes[self._scope][1]
        words = self.line.text() if self._takes_words else ""
        self._planner = self._session.editor.articles.make_mark_planner(ids, self.mark, words)
        self._plan = None
        self._change.setEnabled(False)
        self._reading.start()

    def _count_on(self) -> None:
        """Look at more articles, and show how far that is."""
        planner = self._planner
        if planner is None:
            return
        if planner.read_on():
            total = len(self._scopes[self._scope][1])
            self._count.setText(
                tr("Counting: {done} of {all}", done=number_words(planner.read), all=number_words(total))
            )
            self._reading.start()
            return
        self._plan = planner.plan
        self._show_plan(self._plan)
        if self._is_wanted:
            self.accept()

    def _show_plan(self, plan: MarkPlan) -> None:
        count, same = len(plan.changes), plan.chosen - len(plan.changes)
        parts = [tr("{n} articles change", n=count)]
        parts += [tr("{n} are so already", n=same)] if same else []
        is_waiting = self.mark.needs_tags and not plan.words
        self._count.setText("" if is_waiting else " · ".join(parts))
        self._left.setText(
            tr("{n} annotations in them stay open: nobody decided them.", n=plan.left_open) if plan.left_open else ""
        )
        pairs = [(one.before, one.after) for one in plan.changes[:_EXAMPLES]]
        lines = [change_words(old, new) for old, new in pairs if isinstance(old, Article) and isinstance(new, Article)]
        more = [tr("{n} more", n=count - _EXAMPLES)] if count > _EXAMPLES else []
        self._examples.setText("\n".join(lines + more))
        self._change.setText(tr("Change {n} articles", n=count))
        self._change.setEnabled(count > 0)
        announce(self, self.words)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if self._is_wanted and key != "Escape":
            return True  # typed behind Enter: it belongs to what comes after the window
        if key in ("Left", "Right") and (watched is self.marks or not self.line.text()):
            self.choose_scope(self._scope + (1 if key == "Right" else -1))
            return True
        if key in ("Up", "Down") and watched is self.line:
            self.marks.setFocus()
            self.marks.setCurrentRow(self.marks.currentRow() + (1 if key == "Down" else -1))
            return True
        if key == "Enter":
            self.accept()
            return True
        return False

    def accept(self) -> None:
        """Make the changes, once they are counted."""
        if self.mark.needs_tags and not self.line.text().strip():
            self.line.setFocus()
            return
        self._rest.stop()
        plan = self._plan
        if plan is None or plan.words != " ".join(self.line.text().split()) * self._takes_words:
            self._is_wanted = True
            self._start_counting()
            self._reading.stop()
            self._count_on()  # a few articles are counted at once: the next key is for the window behind
            return
        self._is_wanted = False
        if plan.changes:
            self._reading.stop()
            super().accept()
            self._catch_errors(lambda: self._session.editor.articles.apply_mark(plan))

    def reject(self) -> None:
        """Change nothing."""
        self._rest.stop()
        self._reading.stop()
        super().reject()

    # -- inside

    def _make_marks(self, mark: ArticleMark) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(tr("What is done"))
        made.addItems([mark_title(one) for one in _MARKS])
        made.setCurrentRow(_MARKS.index(mark))
        made.setFixedWidth(made.sizeHintForColumn(0) + 48)
        return made

    def _make_completer(self) -> QCompleter:
        made = QCompleter(self._session.articles.known_tags(), self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return made

    def _make_scopes(self) -> list[QPushButton]:
        buttons = []
        for place, (title, ids) in enumerate(self._scopes):
            made = section_button(f"{title}: {number_words(len(ids))}", self, partial(self.choose_scope, place))
            buttons.append(made)
        buttons[0].setChecked(True)
        return buttons

    def _connect(self) -> None:
        for watched in (self.marks, self.line):
            watched.installEventFilter(self)
        self.marks.currentRowChanged.connect(lambda _: self._follow_mark())
        self.line.textChanged.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self._start_counting)
        self._reading.timeout.connect(lambda: self._catch_errors(self._count_on))
        follow(self, self._session.project_changed, self.reject)

    def _lay_out(self) -> None:
        scopes = QHBoxLayout()
        scopes.setSpacing(8)
        for choice in self._scope_buttons:
            scopes.addWidget(choice)
        scopes.addStretch(1)
        self.body.addLayout(scopes)
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.marks)
        lines = QVBoxLayout()
        lines.setSpacing(8)
        for one in (self.line, self._count, self._left, self._examples):
            lines.addWidget(one)
        lines.addStretch(1)
        beside.addLayout(lines, 1)
        self.body.addLayout(beside, 1)
        self.body.addWidget(label(tr("← →: which articles · ↑ ↓: what is done · Tab: tags, reason"), self, "caption"))
        box = self.buttons(Standard.Ok | Standard.Cancel)
        self._change = box.button(Standard.Ok)
        self.prefer(860, 520)
