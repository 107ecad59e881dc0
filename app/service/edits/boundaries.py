"""Moving the boundaries of annotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.core.span import Pieces, normal_pieces
from app.service.edits.edit_helpers import current_annotation, decided_together
from app.service.edits.edit_place import EditPlace
from app.service.edits.piece_moves import crosses_line_end, move_pieces
from app.service.edits.steps.pieces import (
    describe_move,
    moved_end,
    moved_end_by_clause,
    moved_start,
    moved_start_by_clause,
)


class Moved(Protocol):
    """Pieces with one edge moved: `moved_end` or `moved_start`."""

    def __call__(self, text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces: ...


class Boundaries:
    """Moves the boundaries of the current annotation.

    It stays current, and is corrected by that.
    """

    def __init__(self, place: EditPlace) -> None:
        self._place = place

    def move_end(self, by: int, *, by_character: bool = False) -> None:
        """Move the end of the current annotation.

        By token, those of its group with the same end move too.
        """
        self._move_edge(moved_end, by, by_character=by_character)

    def move_start(self, by: int, *, by_character: bool = False) -> None:
        """Move the start of the current annotation.

        By token, those of its group with the same start move too.
        """
        self._move_edge(moved_start, by, by_character=by_character)

    def move_end_by_clause(self, by: int) -> None:
        """Move the end of the current annotation to a clause end.

        Only this annotation is moved.
        """
        self._move_by_clause(moved_end_by_clause, by)

    def move_start_by_clause(self, by: int) -> None:
        """Move the start of the current annotation to a clause start.

        Only this annotation is moved.
        """
        self._move_by_clause(moved_start_by_clause, by)

    def set_pieces(self, annotation_id: int, pieces: Pieces) -> None:
        """Give an annotation other pieces: a boundary was dragged."""
        open_article = self._place.open_article
        row = None if open_article is None else open_article.annotations.get(annotation_id)
        wanted = normal_pieces(pieces)
        if open_article is not None and row is not None and wanted:
            move_pieces(self._place, open_article, {row: wanted})

    def _move_by_clause(self, moved: Callable[[str, Pieces, int], Pieces], by: int) -> None:
        here = current_annotation(self._place)
        if here is not None:
            open_article, row = here
            move_pieces(self._place, open_article, {row: moved(open_article.text, row.pieces, by)})

    def _move_edge(self, moved: Moved, by: int, *, by_character: bool) -> None:
        here = current_annotation(self._place)
        if here is None:
            return
        open_article, row = here
        text, pieces = open_article.text, moved(open_article.text, row.pieces, by, by_character=by_character)
        wanted = describe_move(text, row.pieces, pieces)
        moves = {row: pieces}
        for other in () if by_character else decided_together(self._place, open_article, row)[1:]:
            theirs = moved(text, other.pieces, by)
            if describe_move(text, other.pieces, theirs) == wanted and not crosses_line_end(open_article, theirs):
                moves[other] = theirs
        move_pieces(self._place, open_article, moves)
