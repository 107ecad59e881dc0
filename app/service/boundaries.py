"""Boundaries of annotations, moved by token or by character; pieces cut out and joined."""

from __future__ import annotations

from app.core.message import Message
from app.core.model import Annotation, Kind
from app.core.span import Pieces, Span, hull, normal_pieces
from app.core.text import token_after, token_at, token_before, tokens
from app.service import edits
from app.service.desk import Desk
from app.service.editing import Editing


def moved_end(text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces:
    """Return `pieces` with the end of the last one a token on (or back); what would be left empty stays as it is.

    A piece that is one token long and shrinks gives way to the one before it.
    """
    start, stop = pieces[-1]
    if by_character:
        moved = min(len(text), stop + by)
    elif by > 0:
        following = _token_over(text, stop) or token_after(text, stop)
        moved = following.stop if following else stop
    else:
        last = token_before(text, stop - 1) if stop > 0 else None
        moved = last.stop if last else start
    if moved > start:
        return (*pieces[:-1], Span(start, moved))
    return pieces[:-1] if len(pieces) > 1 else pieces


def moved_start(text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces:
    """Return `pieces` with the start of the first one a token on (or back); the mirror of `moved_end`."""
    start, stop = pieces[0]
    if by_character:
        moved = max(0, start + by)
    elif by > 0:
        first = token_at(text, start)
        following = token_after(text, first.stop) if first else None
        moved = following.start if following else stop
    else:
        before = _token_over(text, start) or token_before(text, start)
        moved = before.start if before else start
    if moved < stop:
        return (Span(moved, stop), *pieces[1:])
    return pieces[1:] if len(pieces) > 1 else pieces


def with_span_toggled(pieces: Pieces, span: Span) -> Pieces:
    """Return `pieces` without `span` where it is wholly inside one, with it where it is not; never nothing."""
    if not any(piece.contains(span) for piece in pieces):
        return normal_pieces([*pieces, span])
    cut = [part for piece in pieces for part in _without(piece, span)]
    return normal_pieces(cut) or pieces


def normal_after(old_words: str, normal: str, new_words: str) -> str:
    """Return the normal form of a mention whose words grew or shrank at their ends.

    Word by word: a word that stays keeps its form, a new one comes as it stands; where words and forms do not
    pair up, the words themselves.
    """
    if not normal:
        return ""
    old, forms = _words(old_words), _words(normal)
    if len(old) != len(forms):
        return " ".join(new_words.split())
    return _replaced(new_words, dict(zip(old, forms, strict=True)))


class Boundaries(Editing):
    """Moves the boundaries of the current annotation. It stays current, and is corrected by that."""

    def move_end(self, by: int, *, by_character: bool = False) -> None:
        """Move the end of the current annotation on or back."""
        if here := self._current():
            desk, row = here
            self._move(desk, row, moved_end(desk.text, row.pieces, by, by_character=by_character))

    def move_start(self, by: int, *, by_character: bool = False) -> None:
        """Move the start of the current annotation on or back."""
        if here := self._current():
            desk, row = here
            self._move(desk, row, moved_start(desk.text, row.pieces, by, by_character=by_character))

    def set_pieces(self, annotation_id: int, pieces: Pieces) -> None:
        """Give an annotation other pieces: a boundary was dragged."""
        desk = self._place.desk
        row = None if desk is None else desk.annotations.get(annotation_id)
        whole = normal_pieces(pieces)
        if desk is not None and row is not None and whole:
            self._move(desk, row, whole)

    def toggle_piece(self) -> None:
        """Take the selection out of the current claim, or make it a piece of it."""
        desk, selection = self._place.desk, self._place.cursor.selection
        claim = self._place.walk.current_of(Kind.CLAIM)
        if desk is None or selection is None or claim is None:
            self._tell(Message("Walk to a claim and select the words that leave or join it."))
            return
        self._move(desk, claim, with_span_toggled(claim.pieces, selection))
        self._place.cursor.drop()

    def join_pieces(self) -> None:
        """Make one piece of all pieces of the current claim."""
        desk, claim = self._place.desk, self._place.walk.current_of(Kind.CLAIM)
        if desk is not None and claim is not None:
            self._move(desk, claim, (hull(claim.pieces),))

    def _move(self, desk: Desk, row: Annotation, pieces: Pieces) -> None:
        whole = hull(pieces)
        if pieces == row.pieces:
            self._tell(Message("The boundary cannot go further."))
        elif row.kind is Kind.ENTITY and "\n" in desk.text[whole.start : whole.stop]:
            self._tell(Message("An entity cannot cross a line end."))
        else:
            moved = [(row, pieces, _normal_of(desk, row, pieces))]
            self._apply(edits.move(self._place.hand, moved, desk.text))
            self._place.walk.stay_on(row.id)


def _normal_of(desk: Desk, row: Annotation, pieces: Pieces) -> str:
    if row.kind is Kind.CLAIM:
        return row.normal
    whole = hull(pieces)
    words = desk.text[whole.start : whole.stop]
    return desk.known_normal(words) or normal_after(row.words(desk.text), row.normal, words)


def _token_over(text: str, position: int) -> Span | None:
    """Return the token that a boundary at `position` cuts in two."""
    token = token_at(text, position) if 0 < position < len(text) else None
    return token if token is not None and token.start < position < token.stop else None


def _without(piece: Span, span: Span) -> list[Span]:
    if not piece.overlaps(span):
        return [piece]
    return [Span(piece.start, span.start), Span(span.stop, piece.stop)]


def _words(text: str) -> list[str]:
    return [text[start:stop] for start, stop in tokens(text) if text[start].isalnum()]


def _replaced(text: str, known: dict[str, str]) -> str:
    """Return `text` on one line, each known word in its other form."""
    parts, reached = [], 0
    for start, stop in tokens(text):
        parts += [text[reached:start], known.get(text[start:stop], text[start:stop])]
        reached = stop
    return " ".join("".join([*parts, text[reached:]]).split())
