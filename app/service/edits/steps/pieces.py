"""Pure functions that move, cut and join the pieces of annotations.

Ends move by token or by character.
"""

from __future__ import annotations

import re
from itertools import chain

from app.core.span import Pieces, Span, normal_pieces
from app.core.text.boundary import fitted, word_after, word_at, word_before, words
from app.core.text.tokens import tokens
from app.service.article.mentions import mention_key

_CLAUSE_SIGN = re.compile(r"[,;:.!?…»”\")]+(?=\s|\Z)|(?<=\s)[—–-](?=\s)|\n")
"""What stands between clauses: signs before a blank, so that no number and no abbreviation is cut."""

_CLAUSE_REACH_CHARS = 2_000
"""How far back the start of a clause is looked for."""


def moved_end(text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces:
    """Return `pieces` with the last end moved by a word.

    They stay as they are where one would be empty. By word, blanks and punctuation at its ends go; by character, any
    may be reached. A piece that is one word long and shrinks gives way to the one before it.
    """
    start, stop = pieces[-1]
    if by_character:
        moved = Span(start, _by_character(text, stop, by, -1))
    elif by > 0:
        following = _word_over(text, stop) or word_after(text, stop)
        moved = fitted(text, Span(start, following.stop if following else stop))
    else:
        moved = fitted(text, pieces[-1])
        if moved.stop >= stop:
            last = _word_over(text, stop) or word_before(text, stop)
            before = word_before(text, last.start) if last else None
            moved = fitted(text, Span(start, max(start, before.stop if before else start)))
    if moved.length > 0:
        return normal_pieces([*pieces[:-1], moved])
    return pieces[:-1] if len(pieces) > 1 else pieces


def moved_start(text: str, pieces: Pieces, by: int, *, by_character: bool = False) -> Pieces:
    """Return `pieces` with the first start moved by a word.

    The mirror of `moved_end`.
    """
    start, stop = pieces[0]
    if by_character:
        moved = Span(_by_character(text, start, by, 0), stop)
    elif by > 0:
        moved = fitted(text, pieces[0])
        if moved.start <= start:
            first = word_at(text, start)
            following = word_after(text, first.stop) if first else None
            moved = fitted(text, Span(min(stop, following.start if following else stop), stop))
    else:
        before = _word_over(text, start) or word_before(text, start)
        moved = fitted(text, Span(before.start if before else start, stop))
    if moved.length > 0:
        return normal_pieces([moved, *pieces[1:]])
    return pieces[1:] if len(pieces) > 1 else pieces


def moved_end_by_clause(text: str, pieces: Pieces, by: int) -> Pieces:
    """Move the last end of `pieces` to a clause end.

    It is the next end of a clause, or the one before. Return the moved `pieces`.

    A clause ends at a sign between words, or at the line's end. They stay as they are where there is none.
    """
    start, stop = pieces[-1]
    if by > 0:
        ends = chain((sign.start() for sign in _CLAUSE_SIGN.finditer(text, stop)), [len(text)])
        moves = (fitted(text, Span(start, end)) for end in ends)
        moved = next((span for span in moves if span.length and span.stop > stop), None)
    else:
        signs = list(_CLAUSE_SIGN.finditer(text, start, stop))
        moves = (fitted(text, Span(start, sign.start())) for sign in reversed(signs))
        moved = next((span for span in moves if span.length and span.stop < stop), None)
    return pieces if moved is None else normal_pieces([*pieces[:-1], moved])


def moved_start_by_clause(text: str, pieces: Pieces, by: int) -> Pieces:
    """Move the first start of `pieces` to a clause start.

    It is the next start of a clause, or the one before. Return the moved `pieces`.

    It does for the start what `moved_end_by_clause` does for the end.
    """
    start, stop = pieces[0]
    if by > 0:
        moves = (fitted(text, Span(sign.end(), stop)) for sign in _CLAUSE_SIGN.finditer(text, start, stop))
        moved = next((span for span in moves if span.length and span.start > start), None)
    else:
        since = max(0, start - _CLAUSE_REACH_CHARS)
        starts = [since, *(sign.end() for sign in _CLAUSE_SIGN.finditer(text, since, start))]
        moves = (fitted(text, Span(begin, stop)) for begin in reversed(starts))
        moved = next((span for span in moves if span.length and span.start < start), None)
    return pieces if moved is None else normal_pieces([moved, *pieces[1:]])


def with_span_toggled(text: str, pieces: Pieces, span: Span) -> Pieces:
    """Return `pieces` without `span`, or with it.

    Without where it is wholly inside one; never nothing. No piece begins or ends with blanks or punctuation; pieces
    with no words between them are one.
    """
    chosen = fitted(text, span)
    if not any(piece.contains(chosen) for piece in pieces):
        return _join_touching(text, normal_pieces([*pieces, chosen]))
    cut = [fitted(text, part) for piece in pieces for part in _cut_piece(piece, chosen)]
    return normal_pieces(cut) or pieces


def is_grown(before: Pieces, after: Pieces) -> bool:
    """Say whether pieces hold more of the text than before."""
    return sum(piece.length for piece in after) > sum(piece.length for piece in before)


def normal_after(old_words: str, normal: str, new_words: str) -> str:
    """Return the normal form of a mention whose words changed.

    They grew or shrank at the ends. Word by word: a word that stays keeps its form, a new one comes as it stands; where
    words and forms do not pair up, the words themselves.
    """
    if not normal:
        return ""
    old, forms = _split_words(old_words), _split_words(normal)
    if len(old) != len(forms):
        return " ".join(new_words.split())
    return _replace_words(new_words, dict(zip(old, forms, strict=True)))


def describe_move(text: str, before: Pieces, after: Pieces) -> tuple[tuple[str, bool, str], ...]:
    """Return what a move changed.

    Which edges moved on or back, over which words in any of their cases. Two moves with the same difference are alike.
    """
    edges = (("start", before[0].start, after[0].start), ("stop", before[-1].stop, after[-1].stop))
    return tuple(
        (edge, new > old, _comparable_words(text[min(old, new) : max(old, new)]))
        for edge, old, new in edges
        if old != new
    )


def _comparable_words(words: str) -> str:
    return mention_key(words) or "".join(words.split())


def _word_over(text: str, position: int) -> Span | None:
    """Return the word that a boundary at `position` cuts in two."""
    word = word_at(text, position) if 0 < position < len(text) else None
    return word if word is not None and word.start < position < word.stop else None


def _join_touching(text: str, pieces: Pieces) -> Pieces:
    """Return `pieces` with those joined that have no words between them."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and next(words(text, joined[-1].stop, piece.start), None) is None:
            joined[-1] = Span(joined[-1].start, piece.stop)
        else:
            joined.append(piece)
    return tuple(joined)


def _by_character(text: str, old: int, by: int, inside: int) -> int:
    """Return where an edge stands a character on, past blanks.

    No mention begins or ends with a blank. `inside` is the place of the character within the edge, relative to it.
    Where there are only blanks it stays.
    """
    edge = old + by
    while 0 <= edge + inside < len(text) and text[edge + inside].isspace():
        edge += by
    return edge if 0 <= edge + inside < len(text) else old


def _cut_piece(piece: Span, span: Span) -> list[Span]:
    if not piece.overlaps(span):
        return [piece]
    return [Span(piece.start, span.start), Span(span.stop, piece.stop)]


def _split_words(text: str) -> list[str]:
    return [text[start:stop] for start, stop in tokens(text) if text[start].isalnum()]


def _replace_words(text: str, known: dict[str, str]) -> str:
    """Return `text` on one line, each known word in its other form."""
    parts, reached = [], 0
    for start, stop in tokens(text):
        parts += [text[reached:start], known.get(text[start:stop], text[start:stop])]
        reached = stop
    return " ".join("".join([*parts, text[reached:]]).split())
