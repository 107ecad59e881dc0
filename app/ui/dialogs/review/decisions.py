"""What the keys do with the item that the review queue shows."""

from __future__ import annotations

from collections.abc import Callable

from app.core.model import Kind, Status
from app.core.span import Pieces
from app.service.corpus.review.queue_edits import QueueEdits
from app.service.corpus.review.review_queue import Outcome, QueueView, ReviewQueue
from app.service.edits.steps.pieces import moved_end, moved_start
from app.service.session.session import Session
from app.service.wording import shorten_text
from app.ui.base.i18n import tr
from app.ui.base.texts.label_words import shown_with_titles
from app.ui.dialogs.own_steps import later_step_words
from app.ui.dialogs.review.queue_keeper import QueueKeeper

BOUNDARY_MOVES: dict[str, Callable[[str, Pieces], Pieces]] = {
    "boundary.end_right": lambda text, pieces: moved_end(text, pieces, 1),
    "boundary.end_left": lambda text, pieces: moved_end(text, pieces, -1),
    "boundary.start_right": lambda text, pieces: moved_start(text, pieces, 1),
    "boundary.start_left": lambda text, pieces: moved_start(text, pieces, -1),
    "boundary.char_end_right": lambda text, pieces: moved_end(text, pieces, 1, by_character=True),
    "boundary.char_end_left": lambda text, pieces: moved_end(text, pieces, -1, by_character=True),
    "boundary.char_start_right": lambda text, pieces: moved_start(text, pieces, 1, by_character=True),
    "boundary.char_start_left": lambda text, pieces: moved_start(text, pieces, -1, by_character=True),
}
"""The actions of the article that move a boundary, and the pieces after each."""


class QueueDecisions:
    """Decide the current item, and go to another one.

    `show_current` is called when another item, or the same one changed, is to be shown; `say` tells what happened.
    """

    def __init__(
        self,
        session: Session,
        keeper: QueueKeeper,
        language: str,
        show_current: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        assert session.project is not None, "only an open project has a queue"
        self._session, self._project, self._keeper, self._language = session, session.project, keeper, language
        self._show_current, self._say = show_current, say
        self._edits = QueueEdits(session)
        self.view: QueueView | None = None
        """The item to decide, None before the first and behind the last."""

    @property
    def queue(self) -> ReviewQueue | None:
        """The queue, None until the index can be asked."""
        return self._keeper.queue

    def read_current(self) -> QueueView | None:
        """Read the item at the queue's place."""
        self.view = self.queue.current() if self.queue is not None else None
        return self.view

    def refuse_reading_only(self) -> bool:
        """Say whether the project is read-only, and tell the user."""
        if self._project.read_only:
            self._say(tr("This project is open for reading only."))
        return self._project.read_only

    def accept(self) -> None:
        """Accept the item as it is."""
        self._decide(self._edits.accept, Outcome.ACCEPTED, tr("Accepted"))

    def reject(self) -> None:
        """Reject the item."""
        self._decide(self._edits.reject, Outcome.REJECTED, tr("Rejected"))

    def relabel(self, kind: Kind, key: str) -> None:
        """Give the item the label of a key."""
        view = self.view
        label = self._edits.find_label(view, kind, key) if view is not None else None
        if view is None or label is None:
            is_claim = view is not None and view.row.kind is Kind.CLAIM
            self._say(
                tr("This is a claim: Shift with a digit labels it.") if is_claim else tr("No label has this key.")
            )
            return
        outcome = Outcome.ACCEPTED if view.row.label == label.name else Outcome.CORRECTED
        words = tr("Labelled {label}", label=label.title(self._language))
        self._decide(lambda one: self._edits.relabel(one, label), outcome, words)

    def _decide(self, edit: Callable[[QueueView], bool], outcome: Outcome, words: str) -> None:
        """Decide the item, and show the next one."""
        queue, view = self.queue, self.view
        if queue is None or view is None or self.refuse_reading_only():
            return
        if edit(view):
            queue.remember_step(self._session.history.newest_step)
        is_moved = outcome is Outcome.ACCEPTED and view.row.status is Status.CORRECTED
        queue.note(Outcome.CORRECTED if is_moved else outcome)
        queue.go_on()
        self._show_current()
        self._say(tr("{done}: “{text}”. U: undo", done=words, text=shorten_text(view.row.words(view.text))))

    def move_boundary(self, action_id: str) -> None:
        """Move a boundary; the item stays until a key decides it."""
        queue, view = self.queue, self.view
        if queue is None or view is None or self.refuse_reading_only():
            return
        if self._edits.move(view, BOUNDARY_MOVES[action_id](view.text, view.row.pieces)):
            queue.remember_step(self._session.history.newest_step)
            queue.note(Outcome.CORRECTED)
            self._show_current()
            self._say(f"{tr('Boundary moved')}. {tr('U: undo')}")
        else:
            self._say(tr("The boundary cannot go further."))

    def write_note(self, view: QueueView, text: str) -> None:
        """Write a note on an item."""
        if self.queue is not None and self._edits.write_note(view, text):
            self.queue.remember_step(self._session.history.newest_step)
            self._say(f"{tr('Note saved.')} {tr('U: undo')}")

    def read_note(self, view: QueueView) -> str:
        """Return the first note on an item, "" where it has none."""
        return next((note.text for note in self._edits.notes_on(view)), "")

    def skip(self) -> None:
        """Leave the item undecided, and show the next one."""
        queue = self.queue
        if queue is None or self.view is None:
            return
        if self.view.row.status is Status.PROPOSED:
            queue.note(Outcome.SKIPPED)
        queue.go_on()
        self._show_current()

    def go_back(self) -> None:
        """Show the item before."""
        if self.queue is not None and self.queue.go_back():
            self._show_current()
        else:
            self._say(tr("This is the first one."))

    def go_to_skipped(self) -> None:
        """Show the first item that was skipped."""
        if self.queue is not None and self.queue.go_to_skipped():
            self._show_current()
        else:
            self._say(tr("Nothing was skipped."))

    def undo(self) -> None:
        """Take back the last step of the queue, and return to it."""
        queue, newest = self.queue, self._session.history.newest_step
        while queue is not None and queue.newest_step > newest:  # taken back in the window of the article
            queue.return_to_step()
        if queue is None or not queue.newest_step:
            self._say(tr("Nothing was decided here yet."))
            return
        if queue.newest_step != newest:
            self._say(later_step_words(self._session))
            return
        title = self._session.history.undo(stays=True)
        queue.return_to_step()
        self._show_current()
        if title is not None:
            self._say(tr("Undone: {what}", what=shown_with_titles(title, self._session.scheme)))
