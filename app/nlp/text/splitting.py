"""Long texts are tagged part by part, to bound memory.

What is found is moved to its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.core.model import Annotation, Candidate
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


def move_annotation(annotation: Annotation, move: Callable[[Span], Span]) -> Annotation:
    """Return an annotation with its pieces and roles where `move` leads."""
    return replace(
        annotation,
        pieces=tuple(move(piece) for piece in annotation.pieces),
        roles=tuple(replace(role, span=move(role.span)) for role in annotation.roles),
    )


def move_candidate(candidate: Candidate, move: Callable[[Span], Span]) -> Candidate:
    """Return a candidate with its span where `move` leads."""
    return replace(candidate, span=move(candidate.span))
