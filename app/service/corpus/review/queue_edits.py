"""Decide an item of a review queue, one step each."""

from __future__ import annotations

from app.core.change import Step
from app.core.message import Message
from app.core.model import Kind, Note
from app.core.scheme import Label
from app.core.span import Pieces, outer_span
from app.service.corpus.review.review_queue import QueueView
from app.service.edits.edit_helpers import apply_step, edited_project
from app.service.edits.edit_place import Workplace
from app.service.edits.steps import step_builders
from app.service.edits.steps.pieces import normal_after


class QueueEdits:
    """Edits the annotation that a queue shows, in any article.

    Each method says whether it changed anything.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place

    def find_label(self, view: QueueView, kind: Kind, key: str) -> Label | None:
        """Return the label of a key.

        Return None where it is for another kind.
        """
        return self._place.scheme.by_key(kind, key) if view.row.kind is kind else None

    def accept(self, view: QueueView) -> bool:
        """Accept an annotation as it is."""
        return self._apply(step_builders.accept(self._place.edit_context, [view.row], view.text))

    def reject(self, view: QueueView) -> bool:
        """Reject an annotation; one made by hand is removed with its notes."""
        if not view.row.is_live:
            return False
        return self._apply(step_builders.reject(self._place.edit_context, [view.row], self.notes_on(view), view.text))

    def relabel(self, view: QueueView, label: Label) -> bool:
        """Decide an annotation as `label`."""
        return self._apply(step_builders.relabel(self._place.edit_context, [view.row], label, view.text))

    def move(self, view: QueueView, pieces: Pieces) -> bool:
        """Give an annotation other pieces, which corrects it."""
        outer = outer_span(pieces)
        words = view.text[outer.start : outer.stop]
        if pieces == view.row.pieces:
            self._place.notified.emit(Message("The boundary cannot go further."))
            return False
        if view.row.kind is Kind.ENTITY and "\n" in words:
            self._place.notified.emit(Message("An entity cannot cross a line end."))
            return False
        is_claim = view.row.kind is Kind.CLAIM
        normal = view.row.normal if is_claim else normal_after(view.row.words(view.text), view.row.normal, words)
        moves = [(view.row, pieces, normal)]
        return self._apply(step_builders.move(self._place.edit_context, moves, view.text, self._place.move_origins))

    def notes_on(self, view: QueueView) -> list[Note]:
        """Return the notes on an annotation."""
        notes = edited_project(self._place).notes(view.article.id)
        return [note for note in notes if note.annotation_id == view.row.id]

    def write_note(self, view: QueueView, text: str) -> bool:
        """Write the note on an annotation; a blank text removes it."""
        before = next(iter(self.notes_on(view)), None)
        fresh = Note(edited_project(self._place).next_id(), "", view.article.id, view.row.id)
        return self._apply(step_builders.write_note(self._place.edit_context, before, fresh, text))

    def _apply(self, step: Step | None) -> bool:
        return apply_step(self._place, step)
