"""Moving the boundaries of annotations, and the pieces of claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Pieces, hull, normal_pieces
from app.core.text.boundary import fitted
from app.service.article.open_article import Desk
from app.service.edits import step_builders
from app.service.edits.edit_base import Editing
from app.service.edits.pieces import difference, is_grown, moved_end, moved_start, normal_after, with_span_toggled


class Moved(Protocol):
    """Pieces with one edge moved: `moved_end` or `moved_start`."""

    def __call__(self, text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces: ...


class Boundaries(Editing):
    """Moves the boundaries of the current annotation. It stays current, and is corrected by that."""

    def move_end(self, by: int, *, by_character: bool = False) -> None:
        """Move the end of the current annotation on or back, and by token those of its group where that is alike."""
        self._move_edge(moved_end, by, by_character=by_character)

    def move_start(self, by: int, *, by_character: bool = False) -> None:
        """Move the start of the current annotation on or back, and by token those of its group where that is alike."""
        self._move_edge(moved_start, by, by_character=by_character)

    def set_pieces(self, annotation_id: int, pieces: Pieces) -> None:
        """Give an annotation other pieces: a boundary was dragged."""
        desk = self._place.desk
        row = None if desk is None else desk.annotations.get(annotation_id)
        whole = normal_pieces(pieces)
        if desk is not None and row is not None and whole:
            self._move(desk, row, whole)

    def toggle_piece(self) -> None:
        """Take the selection out of the claim here, or make it a piece of it."""
        desk, selection, claim = self._place.desk, self._place.cursor.selection, self.claim_here()
        if desk is None or selection is None or claim is None:
            self._tell(Message("Walk to a claim and select the words that leave or join it."))
            return
        if not fitted(desk.text, selection).length:
            self._tell(Message("There are no words in the selection."))
            return
        pieces = with_span_toggled(desk.text, claim.pieces, selection)
        if pieces == claim.pieces:
            self._tell(Message("Nothing would be left of the claim."))
            return
        title = step_builders.ADD_WORDS if is_grown(claim.pieces, pieces) else step_builders.CUT_WORDS
        self._move(desk, claim, pieces, title=title)

    def join_pieces(self) -> None:
        """Make one piece of all pieces of the current claim."""
        desk, claim = self._place.desk, self._place.walk.current
        if desk is not None and claim is not None and claim.kind is Kind.CLAIM:
            whole = hull(claim.pieces)
            marked = fitted(desk.text, whole)
            self._move(desk, claim, (marked if marked.length else whole,), title=step_builders.JOIN_PIECES)

    def _move_edge(self, moved: Moved, by: int, *, by_character: bool) -> None:
        here = self._current()
        if here is None:
            return
        desk, row = here
        pieces = moved(desk.text, row.pieces, by, by_character=by_character)
        wanted = difference(desk.text, row.pieces, pieces)
        along: dict[Annotation, Pieces] = {}
        for other in () if by_character else self._group(desk, row)[1:]:
            theirs = moved(desk.text, other.pieces, by)
            if difference(desk.text, other.pieces, theirs) == wanted and not _crosses_line_end(desk, theirs):
                along[other] = theirs
        self._move(desk, row, pieces, along)

    def _move(
        self,
        desk: Desk,
        row: Annotation,
        pieces: Pieces,
        along: Mapping[Annotation, Pieces] | None = None,
        title: step_builders.Titles = step_builders.MOVE_BOUNDARY,
    ) -> None:
        if pieces == row.pieces:
            self._tell(Message("The boundary cannot go further."))
        elif row.kind is Kind.ENTITY and _crosses_line_end(desk, pieces):
            self._tell(Message("An entity cannot cross a line end."))
        else:
            moves = {row: pieces, **(along or {})}
            named = [(one, theirs, _normal_of(desk, one, theirs)) for one, theirs in moves.items()]
            is_open = self._place.walk.is_open(row)
            self._apply(step_builders.move(self._place.hand, named, desk.text, title))
            self._place.walk.stay_on(row.id, tuple(one.id for one in moves) if is_open else ())
            self._tell_together(Message("Boundary moved"), desk, list(moves))


def _crosses_line_end(desk: Desk, pieces: Pieces) -> bool:
    whole = hull(pieces)
    return "\n" in desk.text[whole.start : whole.stop]


def _normal_of(desk: Desk, row: Annotation, pieces: Pieces) -> str:
    if row.kind is Kind.CLAIM:
        return row.normal
    whole = hull(pieces)
    words = desk.text[whole.start : whole.stop]
    return desk.known_normal(words) or normal_after(row.words(desk.text), row.normal, words)
