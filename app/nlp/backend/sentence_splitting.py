"""Sentences by razdel, cut where they are two or too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.span import Span
from app.core.text.tokens import lines, stripped

_MAX_SENTENCE_CHARS = 1_000
"""Code points of a sentence; a longer one is a list or a text without full stops."""

_UNIT_END = re.compile(r"/[а-яё]{1,3}\.(\s+)(?=[«\"А-ЯЁ])")


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences of `text`.

    None crosses a line end.
    """
    from razdel import sentenize  # noqa: PLC0415  # the window's process never needs it

    spans: list[Span] = []
    for line in lines(text):
        for found in sentenize(text[line.start : line.stop]):
            span = stripped(text, Span(line.start + found.start, line.start + found.stop))
            spans += (piece for part in _split_at_units(text, span) for piece in _split_long_sentence(text, part))
    return spans


def _split_at_units(text: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a sentence, cut behind units of measure.

    razdel takes the unit of «… до 28 м/с. Ночью …» for an abbreviation.
    """
    start = span.start
    for found in _UNIT_END.finditer(text, span.start, span.stop):
        yield Span(start, found.start(1))
        start = found.end(1)
    yield Span(start, span.stop)


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
