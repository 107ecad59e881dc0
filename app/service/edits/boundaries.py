"""Moving the boundaries of annotations, and the pieces of claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Pieces, normal_pieces, outer_span
from app.core.text.boundary import fitted
from app.service.article.open_article import OpenArticle
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
        open_article = self._place.open_article
        row = None if open_article is None else open_article.annotations.get(annotation_id)
        whole = normal_pieces(pieces)
        if open_article is not None and row is not None and whole:
            self._move(open_article, row, whole)

    def toggle_piece(self) -> None:
        """Take the selection out of the claim here, or make it a piece of it."""
        open_article, selection, claim = self._place.open_article, self._place.cursor.selection, self.claim_here()
        if open_article is None or selection is None or claim is None:
            self._notify(Message("Walk to a claim and select the words that leave or join it."))
            return
        if not fitted(open_article.text, selection).length:
            self._notify(Message("There are no words in the selection."))
            return
        pieces = with_span_toggled(open_article.text, claim.pieces, selection)
        if pieces == claim.pieces:
            self._notify(Message("Nothing would be left of the claim."))
            return
        title = step_builders.ADD_WORDS if is_grown(claim.pieces, pieces) else step_builders.CUT_WORDS
        self._move(open_article, claim, pieces, title=title)

    def join_pieces(self) -> None:
        """Make one piece of all pieces of the current claim."""
        open_article, claim = self._place.open_article, self._place.navigation.current
        if open_article is not None and claim is not None and claim.kind is Kind.CLAIM:
            whole = outer_span(claim.pieces)
            marked = fitted(open_article.text, whole)
            self._move(open_article, claim, (marked if marked.length else whole,), title=step_builders.JOIN_PIECES)

    def _move_edge(self, moved: Moved, by: int, *, by_character: bool) -> None:
        here = self._current()
        if here is None:
            return
        open_article, row = here
        pieces = moved(open_article.text, row.pieces, by, by_character=by_character)
        wanted = difference(open_article.text, row.pieces, pieces)
        along: dict[Annotation, Pieces] = {}
        for other in () if by_character else self._group(open_article, row)[1:]:
            theirs = moved(open_article.text, other.pieces, by)
            if difference(open_article.text, other.pieces, theirs) == wanted and not _crosses_line_end(
                open_article, theirs
            ):
                along[other] = theirs
        self._move(open_article, row, pieces, along)

    def _move(
        self,
        open_article: OpenArticle,
        row: Annotation,
        pieces: Pieces,
        along: Mapping[Annotation, Pieces] | None = None,
        title: step_builders.Titles = step_builders.MOVE_BOUNDARY,
    ) -> None:
        if pieces == row.pieces:
            self._notify(Message("The boundary cannot go further."))
        elif row.kind is Kind.ENTITY and _crosses_line_end(open_article, pieces):
            self._notify(Message("An entity cannot cross a line end."))
        else:
            moves = {row: pieces, **(along or {})}
            named = [(one, theirs, _normal_of(open_article, one, theirs)) for one, theirs in moves.items()]
            is_open = self._place.navigation.is_open(row)
            self._apply(step_builders.move(self._place.edit_context, named, open_article.text, title))
            self._place.navigation.stay_on(row.id, tuple(one.id for one in moves) if is_open else ())
            self._notify_together(Message("Boundary moved"), open_article, list(moves))


def _crosses_line_end(open_article: OpenArticle, pieces: Pieces) -> bool:
    whole = outer_span(pieces)
    return "\n" in open_article.text[whole.start : whole.stop]


def _normal_of(open_article: OpenArticle, row: Annotation, pieces: Pieces) -> str:
    if row.kind is Kind.CLAIM:
        return row.normal
    whole = outer_span(pieces)
    words = open_article.text[whole.start : whole.stop]
    return open_article.known_normal(words) or normal_after(row.words(open_article.text), row.normal, words)
