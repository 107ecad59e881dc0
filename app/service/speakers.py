"""Who may have said a claim: names, bodies and pronouns near it, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.model import Annotation, Kind, Status
from app.core.span import Span
from app.core.text import line_at
from app.service.desk import Desk

_SPEAKERS = ("PER", "ORG", "ROLE")
_PRONOUN = re.compile(r"\b(?:он|она|они|его|её|ее|их|я|мы)\b", re.IGNORECASE)
_REACH = 600
"""How far before and after a claim a speaker is looked for, in code points."""
_MOST = 26
"""Not more candidates than there are one-letter hints."""


def candidates(desk: Desk, claim: Annotation) -> list[Span]:
    """Return the spans that may name the speaker of `claim`.

    Nearest first; one in another paragraph stands behind, and one inside the claimed words behind all.
    """
    hull = claim.span
    around = Span(max(0, hull.start - _REACH), min(len(desk.text), hull.stop + _REACH))
    paragraph = line_at(desk.text, hull.start)

    def rank(span: Span) -> tuple[bool, bool, int, int]:
        inside = any(piece.overlaps(span) for piece in claim.pieces)
        distance = min(abs(hull.start - span.stop), abs(span.start - hull.stop))
        return inside, not paragraph.overlaps(span), distance, span.start

    return sorted(set(_named(desk, around)), key=rank)[:_MOST]


def nearest_claim(desk: Desk, place: Span) -> Annotation | None:
    """Return the claim nearest to a place in its paragraph; None where there is none."""
    claims = [
        row
        for row in desk.annotations.overlapping(line_at(desk.text, place.start))
        if row.kind is Kind.CLAIM and row.status is not Status.REJECTED
    ]
    return min(claims, key=lambda row: max(row.start - place.stop, place.start - row.stop), default=None)


def _named(desk: Desk, around: Span) -> Iterator[Span]:
    for row in desk.annotations.overlapping(around):
        if row.kind is Kind.ENTITY and row.label in _SPEAKERS and row.status is not Status.REJECTED:
            yield row.span
    for match in _PRONOUN.finditer(desk.text, around.start, around.stop):
        yield Span(match.start(), match.end())
