"""The window of the review queue.

The least certain annotations of all articles in a row, one key each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout

from app.core.model import Kind
from app.core.scheme import LABEL_KEYS
from app.service.corpus.review.queue_plan import QueuePlanner
from app.service.corpus.review.review_queue import QueueView, ReviewQueue
from app.service.project.drafts import Drafts
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.widgets import label
from app.ui.base.window_context import WindowContext
from app.ui.dialogs.project_window import ProjectWindow
from app.ui.dialogs.review.account import plan_words, progress_words
from app.ui.dialogs.review.account_page import AccountPage
from app.ui.dialogs.review.decisions import BOUNDARY_MOVES, QueueDecisions
from app.ui.dialogs.review.note_form import NoteForm
from app.ui.dialogs.review.page import ReviewPage
from app.ui.dialogs.review.queue_keeper import QueueKeeper
from app.ui.theme.theme import strong


class ReviewQueueDialog(ProjectWindow):
    """Shows one annotation after the other.

    The keys of the article decide it.
    """

    repeats_acts = False

    def __init__(self, context: WindowContext, index_keeper: IndexKeeper, keeper: QueueKeeper) -> None:
        super().__init__(tr("Review queue"), context, index_keeper)
        session, appearance = context.session, context.find_appearance()
        self._keymap, self._drafts, self._queue_keeper = appearance.keymap, Drafts(), keeper
        self._decisions = QueueDecisions(session, keeper, appearance.language, self._show_current, self._say)
        self.page = ReviewPage(session.scheme, appearance, self._press_by_button, self)
        self._account = AccountPage(self._press_by_button, self)
        self._progress, self._plan = label("", self), label("", self, "muted", wraps=True)
        self.note_form = NoteForm(self)
        self._lay_out()
        self._watch(self.page, self._account)
        self._index_keeper.changed.connect(self._follow_index)
        self._index_keeper.refreshed.connect(self._follow_index)
        self.prefer(980, 700)
        self._catch_errors(self._open)

    # -- what is shown

    @property
    def queue(self) -> ReviewQueue | None:
        """The queue, None until the index can be asked."""
        return self._queue_keeper.queue

    @property
    def view(self) -> QueueView | None:
        """The item to decide, None before the first and behind the last."""
        return self._decisions.view

    @property
    def words(self) -> str:
        """How far the queue is, or its account."""
        if self._pages.currentWidget() is self._account:
            return self._account.words
        return "\n".join((self._progress.text(), self._plan.text()))

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in the queue."""
        return self._index_keeper.is_current and self.queue is not None

    @property
    def is_read(self) -> bool:
        return self.queue is not None

    def _open(self) -> None:
        self._index_keeper.refresh()
        if self.queue is None:
            self._choose_queue()
        else:
            self._show_current()

    def _follow_index(self) -> None:
        self._catch_errors(self._choose_queue)

    def _choose_queue(self) -> None:
        """Choose the queue from the index, unless one was begun."""
        reader, queue = self._index_keeper.reader, self.queue
        if reader is not None and (queue is None or (self._is_untouched(queue) and self._index_keeper.is_current)):
            self._start_queue()
        self._show_words()

    def _is_untouched(self, queue: ReviewQueue) -> bool:
        """Say whether nothing was done, and no note is begun."""
        return not queue.outcomes and not queue.newest_step and self.note_form.isHidden()

    def _start_queue(self) -> None:
        """Choose a queue; what was skipped before comes last in line."""
        reader, before = self._index_keeper.reader, self.queue
        if reader is None:
            return
        skipped = before.skipped if before is not None else ()
        planner = QueuePlanner(self._project, reader, self._session.articles)
        plan = planner.plan(seed=self._queue_keeper.runs + 1, without=skipped)
        if not plan.items and not self._index_keeper.is_current:
            return  # what the index does not know yet may be left
        self._queue_keeper.queue = ReviewQueue(self._project, plan, self._session.articles)
        self._show_current()

    def _show_current(self) -> None:
        """Show the item at the place, or the account behind the last."""
        queue, view = self.queue, self._decisions.read_current()
        if view is not None:
            self._pages.setCurrentWidget(self.page)
            self.page.show_view(view)
            self.page.setFocus()
        elif queue is not None:
            self._show_account(queue)
        self._show_words()

    def _show_account(self, queue: ReviewQueue) -> None:
        left, _ = self._session.articles.count_proposed()
        self._account.show_account(queue, left)
        self._pages.setCurrentWidget(self._account)
        self._account.setFocus()
        announce(self, self.words)

    def _show_words(self) -> None:
        queue = self.queue
        waiting = self._index_keeper.state_words or tr("Looking for changes…")
        is_account = self._pages.currentWidget() is self._account
        self._progress.setText(waiting if queue is None else "" if is_account else progress_words(queue))
        self._plan.setText("" if queue is None or is_account else plan_words(queue.plan))
        if is_account:
            parts = [tr("Shift+Tab: back"), tr("U: undo")]
        else:
            parts = [
                tr("1…0: label of a mention, Shift+1…9: of a claim"),
                tr("Alt+← →, Alt+Shift+← →: move the end, the start"),
                tr("Shift+Tab: back"),
            ]
        self._show_hints(*parts, tr("Esc: close"))

    # -- keys

    def _press(self, _watched: QObject, key: str) -> bool:
        return self._perform(self._act_of(key))

    def _act_of(self, key: str) -> Callable[[], object] | None:
        """Return what a key does, mostly the same as in the article."""
        if self._pages.currentWidget() is self._account and key in ("Enter", "S", "Space"):
            return self._decisions.go_to_skipped if key == "S" else self._start_next
        if key in ("Escape", "Enter"):
            return self.reject if key == "Escape" else self._open_article
        action = self._keymap.action_for(key)
        name = action.id if action is not None else ""
        if name in BOUNDARY_MOVES:
            return partial(self._decisions.move_boundary, name)
        digit = action.keys[0].rpartition("+")[2] if action is not None and action.keys else ""
        if name.startswith(("label.", "label_one.", "claim.")) and digit in LABEL_KEYS:
            kind = Kind.CLAIM if name.startswith("claim.") else Kind.ENTITY
            return partial(self._decisions.relabel, kind, digit)
        decisions = self._decisions
        return {
            "annotation.accept": decisions.accept,
            "annotation.accept_one": decisions.accept,
            "annotation.reject": decisions.reject,
            "annotation.reject_one": decisions.reject,
            "walk.next": decisions.skip,
            "walk.next_proposed": decisions.skip,
            "walk.previous": decisions.go_back,
            "walk.previous_proposed": decisions.go_back,
            "note.annotation": self._ask_note,
            "edit.undo": decisions.undo,
        }.get(name)

    def _press_by_button(self, key: str) -> None:
        """Do for a click what the key does."""
        act = self._act_of(key)
        if act is not None:
            self._say("")
            self._catch_errors(act)

    def _start_next(self) -> None:
        """Choose the next queue; the account asks for it."""
        self._queue_keeper.runs += 1
        self._start_queue()

    # -- notes, and the article

    def _ask_note(self) -> None:
        view = self.view
        if view is None or self._is_read_only():
            return
        before = self._decisions.read_note(view)
        path, target = self._project.path, (view.article.id, view.row.id)
        draft = self._drafts.find(path, target)

        def keep(text: str) -> None:
            self._catch_errors(lambda: self._drafts.keep(path, target, text))
            self.page.show_keys(is_shown=True)
            self.page.setFocus()

        self.page.show_keys(is_shown=False)
        write = self._decisions.write_note
        self.note_form.ask(before, draft, lambda text: self._catch_errors(lambda: write(view, text)), keep)

    def _open_article(self) -> None:
        """Open the article at the annotation; the queue waits."""
        view = self.view
        if view is None:
            return
        self._close()
        self._session.reader.go_to_annotation(view.article.id, view.row.id)

    # -- inside

    def reject(self) -> None:
        """Close the window; the queue goes on where it is."""
        if self.note_form.isVisible():
            self.note_form.leave()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.note_form.isVisible():
            self.note_form.leave()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        self._progress.setFont(strong(self._progress.font()))
        head.addWidget(self._progress)
        head.addWidget(self._plan, 1)
        self.body.addLayout(head)
        for page in (self.page, self._account):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self.note_form)
        self._add_foot()
