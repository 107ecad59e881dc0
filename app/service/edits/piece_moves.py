"""Giving annotations other pieces.

The step, what becomes current, and what is said.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Pieces, outer_span
from app.core.text.boundary import fitted
from app.service.article.open_article import OpenArticle
from app.service.edits.edit_helpers import apply_step, notify_together
from app.service.edits.edit_place import EditPlace
from app.service.edits.steps import step_builders
from app.service.edits.steps.pieces import normal_after


def move_pieces(
    place: EditPlace,
    open_article: OpenArticle,
    moves: Mapping[Annotation, Pieces],
    title: step_builders.Titles = step_builders.MOVE_BOUNDARY,
) -> None:
    """Give annotations other pieces.

    The first one, and those that move along with it. The first one stays current. All are corrected by that.
    """
    row, pieces = next(iter(moves.items()))
    if pieces == row.pieces:
        place.notified.emit(Message("The boundary cannot go further."))
    elif not all(fitted(open_article.text, piece).length for piece in pieces):
        place.notified.emit(Message("No words would be left there: a mark alone cannot be labelled."))
    elif row.kind is Kind.ENTITY and crosses_line_end(open_article, pieces):
        place.notified.emit(Message("An entity cannot cross a line end."))
    else:
        named = [(one, theirs, _normal_of(open_article, one, theirs)) for one, theirs in moves.items()]
        is_open = place.navigation.is_open(row)
        apply_step(place, step_builders.move(place.edit_context, named, open_article.text, place.move_origins, title))
        place.navigation.stay_on(row.id, tuple(one.id for one in moves) if is_open else ())
        notify_together(place, Message("Boundary moved"), open_article, list(moves))


def crosses_line_end(open_article: OpenArticle, pieces: Pieces) -> bool:
    """Say whether pieces reach over the end of a line."""
    outer = outer_span(pieces)
    return "\n" in open_article.text[outer.start : outer.stop]


def _normal_of(open_article: OpenArticle, row: Annotation, pieces: Pieces) -> str:
    if row.kind is Kind.CLAIM:
        return row.normal
    outer = outer_span(pieces)
    words = open_article.text[outer.start : outer.stop]
    return open_article.known_normal(words) or normal_after(row.words(open_article.text), row.normal, words)
