"""Long texts are tagged part by part, to bound memory.

What is found is moved to its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.core.model import Annotation, Hint
from app.core.span import Span

_MAX_PART_CHARS = 200_000
"""Code points that are tagged at once: some hundred articles."""


def split_text(text: str) -> Iterator[Span]:
    """Yield the parts of a text in order.

    It is all of it, or pieces that end at a line, a sentence or a word.
    """
    start = 0
    while len(text) - start > _MAX_PART_CHARS:
        stop = next(
            (
                at + len(mark)
                for mark in ("\n", ". ", " ")
                if (at := text.rfind(mark, start + 1, start + _MAX_PART_CHARS)) > 0
            ),
            start + _MAX_PART_CHARS,
        )
        yield Span(start, stop)
        start = stop
    yield Span(start, len(text))


def shift_annotation(annotation: Annotation, by: int) -> Annotation:
    """Return an annotation moved by `by` code points."""
    if not by:
        return annotation
    return replace(
        annotation,
        pieces=tuple(_shift_span(piece, by) for piece in annotation.pieces),
        roles=tuple(replace(role, span=_shift_span(role.span, by)) for role in annotation.roles),
    )


def shift_hint(hint: Hint, by: int) -> Hint:
    """Return a hint moved by `by` code points."""
    return replace(hint, span=_shift_span(hint.span, by))


def _shift_span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)
