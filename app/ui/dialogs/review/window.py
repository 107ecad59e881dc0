"""The window of the review queue.

The least certain annotations of all articles in a row, one key each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.core.model import Kind, Status
from app.core.scheme import LABEL_KEYS
from app.core.span import Pieces
from app.service.commands.keymap import Keymap
from app.service.corpus.review.queue_edits import QueueEdits
from app.service.corpus.review.queue_plan import QueuePlanner
from app.service.corpus.review.review_queue import Outcome, QueueView, ReviewQueue
from app.service.edits.steps.pieces import moved_end, moved_start
from app.service.project.drafts import Drafts
from app.service.session.session import Session
from app.service.wording import shorten_text
from app.ui.base.announce import announce
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import tr
from app.ui.base.queries.index_keeper import IndexKeeper
from app.ui.base.signal_helpers import follow
from app.ui.base.texts.label_words import shown_with_titles
from app.ui.base.widgets import label
from app.ui.dialogs.frame import FramedDialog
from app.ui.dialogs.review.account import plan_words, progress_words
from app.ui.dialogs.review.account_page import AccountPage
from app.ui.dialogs.review.note_form import NoteForm
from app.ui.dialogs.review.page import ReviewPage
from app.ui.dialogs.review.queue_keeper import QueueKeeper
from app.ui.keyboard.keys import key_name
from app.ui.keyboard.presses import Presses
from app.ui.theme.appearance import Appearance
from app.ui.theme.theme import strong

_MOVES: dict[str, Callable[[str, Pieces], Pieces]] = {
    "boundary.end_right": lambda text, pieces: moved_end(text, pieces, 1),
    "boundary.end_left": lambda text, pieces: moved_end(text, pieces, -1),
    "boundary.start_right": lambda text, pieces: moved_start(text, pieces, 1),
    "boundary.start_left": lambda text, pieces: moved_start(text, pieces, -1),
    "boundary.char_end_right": lambda text, pieces: moved_end(text, pieces, 1, by_character=True),
    "boundary.char_end_left": lambda text, pieces: moved_end(text, pieces, -1, by_character=True),
    "boundary.char_start_right": lambda text, pieces: moved_start(text, pieces, 1, by_character=True),
    "boundary.char_start_left": lambda text, pieces: moved_start(text, pieces, -1, by_character=True),
}


class ReviewQueueDialog(FramedDialog):
    """Shows one annotation after the other.

    The keys of the article decide it.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # what it works with
        self,
        session: Session,
        index: IndexKeeper,
        appearance: Appearance,
        keeper: QueueKeeper,
        catch_errors: ErrorBoundary,
        parent: QWidget,
    ) -> None:
        super().__init__(tr("Review queue"), parent, width_px=760)
        assert session.project is not None, "only an open project has a queue"
        self._session, self._project, self._catch_errors = session, session.project, catch_errors
        self._keymap: Keymap = appearance.keymap
        self._language = appearance.language
        self._index, self._keeper = index, keeper
        self._edits, self._drafts = QueueEdits(session), Drafts()
        self._presses = Presses()
        self.view: QueueView | None = None
        """The item to decide, None before the first and behind the last."""
        self._stack = QStackedWidget(self)
        self.page = ReviewPage(session.scheme, appearance, self._press_by_button, self)
        self._account = AccountPage(self._press_by_button, self)
        self._progress, self._plan = label("", self), label("", self, "muted", wraps=True)
        self.note_form = NoteForm(self)
        self._message, self._hints = label("", self, wraps=True), label("", self, "caption", wraps=True)
        self._lay_out()
        for watched in (self.page, self._account):
            watched.installEventFilter(self)
        index.changed.connect(self._follow_index)
        index.refreshed.connect(self._follow_index)
        follow(self, session.project_changed, self._close)
        self.prefer(980, 700)
        catch_errors(self._open)

    # -- what is shown

    @property
    def queue(self) -> ReviewQueue | None:
        """The queue, None until the index can be asked."""
        return self._keeper.queue

    @property
    def message(self) -> str:
        """What was said last."""
        return self._message.text()

    @property
    def words(self) -> str:
        """How far the queue is, or its account."""
        if self._stack.currentWidget() is self._account:
            return self._account.words
        return "\n".join((self._progress.text(), self._plan.text()))

    @property
    def is_current(self) -> bool:
        """Whether all changes of the project are in the queue."""
        return self._index.is_current and self.queue is not None

    def _open(self) -> None:
        self._index.refresh()
        if self.queue is None:
            self._take_in_index()
        else:
            self._show_current()

    def _follow_index(self) -> None:
        self._catch_errors(self._take_in_index)

    def _take_in_index(self) -> None:
        """Choose the queue from the index, unless one was begun."""
        reader, queue = self._index.reader, self.queue
        if reader is not None and (queue is None or (self._is_untouched(queue) and self._index.is_current)):
            self._start_queue()
        self._show_words()

    def _is_untouched(self, queue: ReviewQueue) -> bool:
        """Say whether nothing was done, and no note is begun."""
        return not queue.outcomes and not queue.has_steps and self.note_form.isHidden()

    def _start_queue(self) -> None:
        """Choose a queue; what was skipped before comes last in line."""
        reader, before = self._index.reader, self.queue
        if reader is None:
            return
        skipped = before.skipped if before is not None else ()
        planner = QueuePlanner(self._project, reader, self._session.articles)
        plan = planner.plan(seed=self._keeper.runs + 1, without=skipped)
        if not plan.items and not self._index.is_current:
            return  # what the index does not know yet may be left
        self._keeper.queue = ReviewQueue(self._project, plan, self._session.articles)
        self._show_current()

    def _show_current(self) -> None:
        """Show the item at the place, or the account behind the last."""
        queue = self.queue
        self.view = queue.current() if queue is not None else None
        if self.view is not None:
            self._stack.setCurrentWidget(self.page)
            self.page.show_view(self.view)
            self.page.setFocus()
        elif queue is not None:
            self._show_account(queue)
        self._show_words()

    def _show_account(self, queue: ReviewQueue) -> None:
        left, _ = self._session.articles.count_proposed()
        self._account.show_account(queue, left)
        self._stack.setCurrentWidget(self._account)
        self._account.setFocus()
        announce(self, self.words)

    def _show_words(self) -> None:
        queue = self.queue
        waiting = self._index.state_words or tr("Looking for changes…")
        is_account = self._stack.currentWidget() is self._account
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
        self._hints.setText(" · ".join((*parts, tr("Esc: close"))))

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
        act = self._act_of(key)
        if act is not None and not is_repeat:
            self._say("")
            self._catch_errors(act)
        return act is not None

    def _act_of(self, key: str) -> Callable[[], object] | None:
        """Return what a key does, mostly the same as in the article."""
        if self._stack.currentWidget() is self._account and key in ("Enter", "S", "Space"):
            return {"S": self._go_to_skipped}.get(key, self._start_next)
        if key in ("Escape", "Enter"):
            return self.reject if key == "Escape" else self._open_article
        action = self._keymap.action_for(key)
        name = action.id if action is not None else ""
        if name in _MOVES:
            return partial(self._move, _MOVES[name])
        digit = action.keys[0].rpartition("+")[2] if action is not None and action.keys else ""
        if name.startswith(("label.", "label_one.", "claim.")) and digit in LABEL_KEYS:
            kind = Kind.CLAIM if name.startswith("claim.") else Kind.ENTITY
            return partial(self._relabel, kind, digit)
        return {
            "annotation.accept": self._accept,
            "annotation.accept_one": self._accept,
            "annotation.reject": self._reject,
            "annotation.reject_one": self._reject,
            "walk.next": self._skip,
            "walk.next_proposed": self._skip,
            "walk.previous": self._go_back,
            "walk.previous_proposed": self._go_back,
            "note.annotation": self._ask_note,
            "edit.undo": self._undo,
        }.get(name)

    def _press_by_button(self, key: str) -> None:
        """Do for a click what the key does."""
        act = self._act_of(key)
        if act is not None:
            self._say("")
            self._catch_errors(act)

    # -- decisions

    def _accept(self) -> None:
        self._decide(self._edits.accept, Outcome.ACCEPTED, tr("Accepted"))

    def _reject(self) -> None:
        self._decide(self._edits.reject, Outcome.REJECTED, tr("Rejected"))

    def _relabel(self, kind: Kind, key: str) -> None:
        view = self.view
        label_of_key = self._edits.find_label(view, kind, key) if view is not None else None
        if view is None or label_of_key is None:
            is_claim = view is not None and view.row.kind is Kind.CLAIM
            self._say(
                tr("This is a claim: Shift with a digit labels it.") if is_claim else tr("No label has this key.")
            )
            return
        outcome = Outcome.ACCEPTED if view.row.label == label_of_key.name else Outcome.CORRECTED
        words = tr("Labelled {label}", label=label_of_key.title(self._language))
        self._decide(lambda one: self._edits.relabel(one, label_of_key), outcome, words)

    def _decide(self, edit: Callable[[QueueView], bool], outcome: Outcome, words: str) -> None:
        """Decide the item, and show the next one."""
        queue, view = self.queue, self.view
        if queue is None or view is None or self._is_read_only():
            return
        if edit(view):
            queue.remember_step()
        is_moved = outcome is Outcome.ACCEPTED and view.row.status is Status.CORRECTED
        queue.note(Outcome.CORRECTED if is_moved else outcome)
        queue.go_on()
        self._show_current()
        self._say(tr("{done}: “{text}”. U: undo", done=words, text=shorten_text(view.row.words(view.text))))

    def _move(self, moved: Callable[[str, Pieces], Pieces]) -> None:
        """Move a boundary; the item stays until a key decides it."""
        queue, view = self.queue, self.view
        if queue is None or view is None or self._is_read_only():
            return
        if self._edits.move(view, moved(view.text, view.row.pieces)):
            queue.remember_step()
            queue.note(Outcome.CORRECTED)
            self._show_current()
            self._say(f"{tr('Boundary moved')}. {tr('U: undo')}")
        else:
            self._say(tr("The boundary cannot go further."))

    def _skip(self) -> None:
        queue = self.queue
        if queue is None or self.view is None:
            return
        if self.view.row.status is Status.PROPOSED:
            queue.note(Outcome.SKIPPED)
        queue.go_on()
        self._show_current()

    def _go_back(self) -> None:
        queue = self.queue
        if queue is not None and queue.go_back():
            self._show_current()
        else:
            self._say(tr("This is the first one."))

    def _go_to_skipped(self) -> None:
        queue = self.queue
        if queue is not None and queue.go_to_skipped():
            self._show_current()
        else:
            self._say(tr("Nothing was skipped."))

    def _start_next(self) -> None:
        self._keeper.runs += 1
        self._start_queue()

    def _undo(self) -> None:
        """Take back the last step of the queue, and return to it."""
        queue = self.queue
        if queue is None or not queue.has_steps:
            self._say(tr("Nothing was decided here yet."))
            return
        title = self._session.history.undo(stays=True)
        queue.take_back()
        self._show_current()
        if title is not None:
            self._say(tr("Undone: {what}", what=shown_with_titles(title, self._session.scheme)))

    # -- notes, and the article

    def _ask_note(self) -> None:
        view = self.view
        if view is None or self._is_read_only():
            return
        before = next((note.text for note in self._edits.notes_on(view)), "")
        path, target = self._project.path, (view.article.id, view.row.id)
        draft = self._drafts.find(path, target)

        def keep(text: str) -> None:
            self._catch_errors(lambda: self._drafts.keep(path, target, text))
            self.page.show_keys(is_shown=True)
            self.page.setFocus()

        self.page.show_keys(is_shown=False)
        self.note_form.ask(before, draft, lambda text: self._catch_errors(lambda: self._save_note(view, text)), keep)

    def _save_note(self, view: QueueView, text: str) -> None:
        queue = self.queue
        if queue is not None and self._edits.write_note(view, text):
            queue.remember_step()
            self._say(f"{tr('Note saved.')} {tr('U: undo')}")

    def _open_article(self) -> None:
        """Open the article at the annotation; the queue waits."""
        view = self.view
        if view is None:
            return
        self._close()
        opened = self._session.open_article
        if opened is None or opened.article.id != view.article.id:
            self._session.reader.go_to(view.article.id)
        self._session.navigation.go_to(view.row.id)

    # -- inside

    def reject(self) -> None:
        """Close the window; the queue goes on where it is."""
        if self.note_form.isVisible():
            self.note_form.give_up()
        else:
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.note_form.isVisible():
            self.note_form.give_up()
        self._close()
        event.accept()

    def _close(self) -> None:
        super().reject()

    def _is_read_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        return self._project.read_only

    def _say(self, words: str) -> None:
        self._message.setText(words)
        if words:
            announce(self, words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        self._progress.setFont(strong(self._progress.font()))
        head.addWidget(self._progress)
        head.addWidget(self._plan, 1)
        self.body.addLayout(head)
        for page in (self.page, self._account):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.note_form)
        self._message.setMinimumHeight(self.fontMetrics().height() + 2)
        self.body.addWidget(self._message)
        self.body.addWidget(self._hints)
