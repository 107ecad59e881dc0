"""Normalise the text of a document and move its offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from app.core.message import Message
from app.core.model import Annotation, Document, Hint, Role, text_digest
from app.core.span import Pieces, Span, normal_pieces
from app.core.text.tokens import normalise

_REMOVED_CHARACTERS = re.compile("\r(?=\n)|[\x00\ud800-\udfff]")
"""What `normalise` takes out; a carriage return alone only changes its name."""


class OffsetMap:
    """Translate positions of a raw text to the normalised text."""

    __slots__ = ("_removed",)

    def __init__(self, raw: str) -> None:
        self._removed = [match.start() for match in _REMOVED_CHARACTERS.finditer(raw)]

    def position(self, raw_position: int) -> int:
        """Return a position in the normalised text."""
        return raw_position - bisect_left(self._removed, raw_position)

    def span(self, raw: Span) -> Span:
        """Return a span in the normalised text; it may be empty."""
        return Span(self.position(raw.start), self.position(raw.stop))

    def pieces(self, raw: Pieces) -> Pieces:
        """Return pieces in the normalised text, without empty ones."""
        return normal_pieces(self.span(piece) for piece in raw)


def normalise_document(document: Document) -> Document:
    """Return `document` with normalised text and moved offsets.

    What marks removed characters alone is left out, with a message each: annotations, whose notes stay with the
    article, their roles, and hints.
    """
    text = normalise(document.text)
    if text == document.text:
        return document
    moves = OffsetMap(document.text)
    moved = [(old, _move_annotation(old, moves)) for old in document.annotations]
    kept = tuple(new for _, new in moved if new is not None)
    gone = [old for old, new in moved if new is None]
    gone_ids = {old.id for old in gone}
    article = replace(
        document.article,
        digest=text_digest(normalise(document.article.title), text),
        length=len(text),
        title=normalise(document.article.title),
    )
    return replace(
        document,
        article=article,
        text=text,
        annotations=kept,
        notes=tuple(
            replace(note, annotation_id=None) if note.annotation_id in gone_ids else note for note in document.notes
        ),
        hints=tuple(_move_hints(document.hints, moves)),
        lost=(*document.lost, *_left_out(document, gone_ids, moves)),
    )


def _move_annotation(annotation: Annotation, moves: OffsetMap) -> Annotation | None:
    pieces = moves.pieces(annotation.pieces)
    if not pieces:
        return None
    return replace(annotation, pieces=pieces, roles=tuple(_move_roles(annotation.roles, moves)))


def _move_roles(roles: tuple[Role, ...], moves: OffsetMap) -> Iterator[Role]:
    for role in roles:
        span = moves.span(role.span)
        if span.length:
            yield replace(role, span=span)


def _move_hints(hints: tuple[Hint, ...], moves: OffsetMap) -> Iterator[Hint]:
    for hint in hints:
        span = moves.span(hint.span)
        if span.length:
            yield replace(hint, span=span)


def _left_out(document: Document, gone_ids: set[int], moves: OffsetMap) -> Iterator[Message]:
    """Say what of a document marks nothing any more."""
    for annotation in document.annotations:
        if annotation.id in gone_ids:
            yield _left_out_message(annotation.label, annotation.start)
            continue
        for role in annotation.roles:
            if not moves.span(role.span).length:
                yield _left_out_message(f"{annotation.label}: {role.name}", role.span.start)
    for hint in document.hints:
        if not moves.span(hint.span).length:
            yield _left_out_message(f"hints: {hint.label}" if hint.label else "hints", hint.span.start)


def _left_out_message(what: str, start: int) -> Message:
    return Message(
        "{label} at {start} marked nothing but unreadable characters and is left out.",
        {"label": what, "start": str(start)},
    )
