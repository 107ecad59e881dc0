"""Who may have said a claim.

Names and pronouns near it, the likeliest first; and what they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from app.core.model import Annotation, Kind
from app.core.span import Span
from app.core.text.tokens import line_at
from app.core.text.word_lists import read_alternatives
from app.core.vocabulary import EntityLabel
from app.service.article.open_article import OpenArticle

_SPEAKERS = (EntityLabel.PER, EntityLabel.ORG, EntityLabel.ROLE)
_PRONOUN = re.compile(rf"\b(?:{read_alternatives('claims/speaker_pronouns')})\b", re.IGNORECASE)
_REACH = 600
"""How far before and after a claim a speaker is looked for, in code points."""
_MOST = 26
"""Not more candidates than there are one-letter hints."""


def find_speaker_candidates(open_article: OpenArticle, claim: Annotation) -> list[Span]:
    """Return the spans that may name the speaker of `claim`.

    Nearest first; one in another paragraph stands behind, and one inside the claimed words behind all.
    """
    outer = claim.span
    around = Span(max(0, outer.start - _REACH), min(len(open_article.text), outer.stop + _REACH))
    paragraph = line_at(open_article.text, outer.start)

    def rank(span: Span) -> tuple[bool, bool, int, int]:
        inside = any(piece.overlaps(span) for piece in claim.pieces)
        distance = min(abs(outer.start - span.stop), abs(span.start - outer.stop))
        return inside, not paragraph.overlaps(span), distance, span.start

    return sorted(set(_find_named(open_article, around)), key=rank)[:_MOST]


def nearest_claim(open_article: OpenArticle, place: Span) -> Annotation | None:
    """Return the claim nearest to a place in its paragraph.

    None where there is none.
    """
    claims = [
        row
        for row in open_article.annotations.overlapping(line_at(open_article.text, place.start))
        if row.kind is Kind.CLAIM and row.is_live
    ]
    return min(claims, key=lambda row: max(row.start - place.stop, place.start - row.stop), default=None)


def speaker_name(
    open_article: OpenArticle, span: Span, changed: Mapping[int, Annotation] = MappingProxyType({})
) -> str:
    """Return the resolved name of who stands at `span`.

    The entity of the mention there, "" where nobody is known. `changed` has mentions as they are about to be, by id. A
    person goes before a position that is named with them.
    """
    named = named_at((changed.get(row.id, row) for row in open_article.annotations.overlapping(span)), span)
    return "" if named is None else named.entity_name


def named_at(rows: Iterable[Annotation], span: Span) -> Annotation | None:
    """Return the mention that names the person at `span`.

    It is among annotations that overlap `span`; None where there is none.
    """
    named = [row for row in rows if _names_person(row, span)]
    return min(named, key=lambda row: (row.span != span, _place_of(row.label), -row.span.length), default=None)


def _names_person(row: Annotation, span: Span) -> bool:
    is_meant = span.contains(row.span) or row.span.contains(span)
    return row.kind is Kind.ENTITY and row.is_live and is_meant and bool(row.entity_name)


def _place_of(label: str) -> int:
    return _SPEAKERS.index(label) if label in _SPEAKERS else len(_SPEAKERS)


def _find_named(open_article: OpenArticle, around: Span) -> Iterator[Span]:
    for row in open_article.annotations.overlapping(around):
        if row.kind is Kind.ENTITY and row.label in _SPEAKERS and row.is_live:
            yield row.span
    for match in _PRONOUN.finditer(open_article.text, around.start, around.stop):
        yield Span(match.start(), match.end())
