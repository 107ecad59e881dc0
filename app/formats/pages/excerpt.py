"""A part of a document as a document of its own.

What is selected goes on paper alone.
"""

from __future__ import annotations

from dataclasses import replace

from app.core.model import Annotation, Document
from app.core.span import Span


def cut_document(document: Document, part: Span) -> Document:
    """Return `part` of a document with the annotations in it.

    Only the pieces that lie in it are kept.

    Names of speakers stay where their words are outside. Notes on annotations that are outside are left out.
    """
    cut = (_cut_annotation(one, document.text, part) for one in document.annotations)
    annotations = tuple(one for one in cut if one is not None)
    kept = {one.id for one in annotations} | {None}
    return replace(
        document,
        text=document.text[part.start : part.stop],
        annotations=annotations,
        notes=tuple(note for note in document.notes if note.annotation_id in kept),
        candidates=(),
    )


def _cut_annotation(annotation: Annotation, text: str, part: Span) -> Annotation | None:
    pieces = tuple(
        Span(max(piece.start, part.start) - part.start, min(piece.stop, part.stop) - part.start)
        for piece in annotation.pieces
        if piece.overlaps(part)
    )
    if not pieces:
        return None
    roles = tuple(replace(role, span=Span(0, 0), normal=role.shown_name(text)) for role in annotation.roles)
    return replace(annotation, pieces=pieces, roles=roles)
