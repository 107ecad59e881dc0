"""Candidates: likely missed mentions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from app.core.model import Candidate, Kind
from app.core.span import Span, normal_pieces
from app.core.text.boundary import snapped
from app.core.text.letters import CAPITALS
from app.service.article.open_article import OpenArticle

_CAPITALISED = rf"(?!\d)\w*[A-Z{CAPITALS}]\w*(?:[-\u2010\u2011]\w+)*"
_LIKELY = re.compile(
    rf"(?P<name>\b{_CAPITALISED}(?:[ \u00a0]{_CAPITALISED})*)"
    r"|(?:[$€£₸]?\d[\d\u00a0., ]*\d|\d)[ \u00a0]?%?"
    r"|(?P<quotation>[«\"“„][^«»\"“”„\n]{3,300}[»\"”“])"
)
_BEGINS_SENTENCE = re.compile(r"(?:\A|[.!?…\n])[\s«\"“„(—–•-]*\Z")
_LOOK_BACK = 8
_CHUNK = 2_000
_REACH = 30_000
"""How far ahead the next candidate is looked for in a text without them, so that a key stays quick in 10 MB."""


def candidates_in(open_article: OpenArticle, span: Span) -> list[Candidate]:
    """Return the candidates in a range, the likeliest first.

    Those of the tagger come first; then untagged capitalised words, numbers and quotations, in the text's order.
    """
    proposed = sorted(_find_proposed(open_article, span), key=lambda candidate: (-candidate.score, candidate.span))
    taken = [candidate.span for candidate in proposed]
    seen = [
        _make_candidate(open_article, found)
        for found in _find_seen(open_article, span)
        if not any(found.overlaps(other) for other in taken)
    ]
    return [*proposed, *seen]


def find_next_candidate(open_article: OpenArticle, position: int) -> Candidate | None:
    """Return the first candidate at `position` or later.

    One that the tagger proposed, else what looks like a name.
    """
    proposed = next(_find_proposed(open_article, Span(position, len(open_article.text))), None)
    if proposed is not None:
        return proposed
    for start in range(position, min(len(open_article.text), position + _REACH), _CHUNK):
        found = next(_find_seen(open_article, Span(start, min(len(open_article.text), start + _CHUNK))), None)
        if found is not None:
            return _make_candidate(open_article, found)
    return None


def _make_candidate(open_article: OpenArticle, span: Span) -> Candidate:
    """Return a candidate without a row: the tagger did not propose it."""
    return Candidate(0, open_article.article.id, span)


def _find_proposed(open_article: OpenArticle, span: Span) -> Iterator[Candidate]:
    """Yield the tagger's candidates over unmarked text, in text order."""
    for candidate in open_article.candidates_in(span):
        if not Marked(open_article, candidate.span).holds(candidate.span):
            yield candidate


def _find_seen(open_article: OpenArticle, around: Span) -> Iterator[Span]:
    """Yield what looks like a name, number or quotation in a range.

    Only where nothing is marked yet.
    """
    marked = Marked(open_article, around)
    for match in _LIKELY.finditer(open_article.text, around.start, around.stop):
        span = Span(match.start(), match.end())
        if marked.holds(span) or (match["quotation"] and marked.has_claim(span)) or _only_begins_a_sentence(match):
            continue
        found = snapped(open_article.text, span)
        if found.length and not marked.holds(found):
            yield found


def _only_begins_a_sentence(match: re.Match[str]) -> bool:
    """Say whether a word has its capital for the sentence's sake.

    One beside it makes it a likely name again.
    """
    if match["name"] is None or " " in match["name"]:
        return False
    return _BEGINS_SENTENCE.search(match.string, max(0, match.start() - _LOOK_BACK), match.start()) is not None


class Marked:
    """What is marked in a range.

    Where entities are, and exactly where claims. Rejected ones count: they were seen.
    """

    def __init__(self, open_article: OpenArticle, span: Span) -> None:
        rows = open_article.annotations.overlapping(span)
        self._entities = normal_pieces(piece for row in rows if row.kind is Kind.ENTITY for piece in row.pieces)
        self._claims = [row for row in rows if row.kind is Kind.CLAIM]

    def holds(self, span: Span) -> bool:
        """Say whether an entity overlaps `span`, or a claim lies exactly there."""
        place = bisect_left(self._entities, (span.stop, 0)) - 1
        is_entity = place >= 0 and self._entities[place].stop > span.start
        return is_entity or any(claim.pieces == (span,) for claim in self._claims)

    def has_claim(self, span: Span) -> bool:
        """Say whether a claim overlaps `span`."""
        return any(claim.span.overlaps(span) for claim in self._claims)
