"""Sentences, cut where they are too long to parse."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.span import Span
from app.core.text.sentences import sentences
from app.core.text.tokens import stripped

_MAX_SENTENCE_CHARS = 1_000
"""Code points of a sentence; a longer one is a list or a text without full stops."""


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`.

    None crosses a line end.
    """
    found = sentences(text, 0, len(text))
    return [piece for sentence in found for piece in _split_long_sentence(text, sentence)]


def _split_long_sentence(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence in pieces of bearable length, cut at blanks.

    Syntax costs the square of the length.
    """
    start = span.start
    while span.stop - start > _MAX_SENTENCE_CHARS:
        blank = text.rfind(" ", start, start + _MAX_SENTENCE_CHARS)
        stop = blank if blank > start else start + _MAX_SENTENCE_CHARS
        yield stripped(text, Span(start, stop))
        start = stop
    rest = stripped(text, Span(start, span.stop))
    if rest.length:
        yield rest
