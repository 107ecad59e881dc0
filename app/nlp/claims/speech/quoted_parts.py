"""Quotations joined to speech: paragraphs, neighbours, the clause that reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.core.span import Span
from app.core.text.tokens import lines
from app.nlp.claims.claim_rule import ClaimRule
from app.nlp.claims.draft import trim_span
from app.nlp.claims.speech.quotation_marks import Quotation
from app.nlp.claims.speech.speech_parts import Speech


def make_speech(text: str, parts: Sequence[Quotation], clause: Span | None, rule: ClaimRule) -> Speech | None:
    """Return the speech of some quotations, None without words.

    `clause` reports it.
    """
    pieces = tuple(piece for part in parts for piece in _split_paragraphs(text, part.inner) if piece.length)
    if not pieces:
        return None
    return Speech(pieces, clause, tuple(part.span for part in parts), rule)


def _split_paragraphs(text: str, inner: Span) -> Iterator[Span]:
    """Yield quoted words, paragraph by paragraph: no piece crosses a line end."""
    for row in lines(text, inner.start, inner.stop):
        yield trim_span(text, row)


def find_adjoining(text: str, quotes: Sequence[Quotation], number: int) -> set[int]:
    """Return the quotations that follow at once: «…». «…»."""
    taken = set()
    while number + 1 < len(quotes):
        between = text[quotes[number].span.stop : quotes[number + 1].span.start]
        if not re.fullmatch(r"[.!?…]?\s*", between) or "\n" in between:
            break
        number += 1
        taken.add(number)
    return taken


def take_speech(
    source_text: str, quotes: Sequence[Quotation], taken: set[int], clause: Span | None, rule: ClaimRule
) -> tuple[Speech, set[int]] | None:
    """Return the speech of numbered quotations, with the numbers.

    None if they hold no words.
    """
    speech = make_speech(source_text, [quotes[number] for number in sorted(taken)], clause, rule)
    return (speech, taken) if speech is not None else None
