"""Likely misses: what the tagger left untagged and an analyst may want to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.core.model import Kind
from app.core.span import Span
from app.core.text import sentence_at, snapped
from app.service.desk import Desk

_CAPITALISED = r"(?!\d)\w*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w*(?:[-\u2010\u2011]\w+)*"
_LIKELY = re.compile(
    rf"(?P<name>\b{_CAPITALISED}(?:[ \u00a0]{_CAPITALISED})*)"
    r"|(?P<number>[$€£₸]?\d[\d\u00a0., ]*\d|\d)[ \u00a0]?%?"
    r"|(?P<quotation>[«\"“„][^«»\"“”„\n]{3,300}[»\"”“])"
)
_FALLBACK_SCORE = 0.0
_CHUNK = 4_000


@dataclass(frozen=True, slots=True)
class Miss:
    """A place to look at: `label` is what it may be, or ""; the highest `score` is the likeliest."""

    span: Span
    label: str = ""
    score: float = 0.0


def misses_in(desk: Desk, span: Span) -> list[Miss]:
    """Return the likely misses in a range of the open article, the likeliest first.

    The tagger's hints come first; then untagged capitalised words, numbers and quotations, in the text's order.
    """
    hinted = list(_hinted(desk, span))
    taken = [miss.span for miss in hinted]
    seen = [miss for miss in _seen(desk, span) if not any(miss.span.overlaps(other) for other in taken)]
    return [*hinted, *seen]


def next_miss(desk: Desk, position: int) -> Miss | None:
    """Return the first likely miss that begins behind `position`: a hint, or what looks like a name or a number."""
    hints = sorted((miss.span.start, miss) for miss in _hinted(desk, Span(position, len(desk.text))))
    if hints:
        return hints[0][1]
    for start in range(position, len(desk.text), _CHUNK):
        chunk = Span(start, min(len(desk.text), start + _CHUNK))
        found = next((miss for miss in _seen(desk, chunk) if miss.span.start >= position), None)
        if found is not None:
            return found
    return None


def _hinted(desk: Desk, span: Span) -> Iterator[Miss]:
    for hint in desk.hints:
        if span.start <= hint.span.start < span.stop and not _is_known(desk, hint.span):
            yield Miss(hint.span, hint.label, hint.score)


def _seen(desk: Desk, span: Span) -> Iterator[Miss]:
    for found in _looking_likely(desk.text, span):
        if not _is_known(desk, found):
            yield Miss(found, "", _FALLBACK_SCORE)


def _looking_likely(text: str, span: Span) -> Iterable[Span]:
    for match in _LIKELY.finditer(text, span.start, span.stop):
        found = snapped(text, Span(match.start(), match.end()))
        begins = match["name"] is not None and sentence_at(text, found.start).start == found.start
        # The first word of a sentence has a capital anyway: it is likely only with a second one beside it.
        if found.length and not (begins and " " not in match["name"]):
            yield found


def _is_known(desk: Desk, span: Span) -> bool:
    """Say whether an entity was marked there, or a claim exactly there; a rejected one counts: it was looked at."""
    return any(row.kind is Kind.ENTITY or row.pieces == (span,) for row in desk.annotations.overlapping(span))
