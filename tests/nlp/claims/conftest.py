"""A short way from a text to its claims in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from app.core.model import Annotation, Kind
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.claims.claim_finder import find_claims
from app.nlp.pipeline import Tagger


@dataclass(frozen=True)
class Told:
    """One claim in words.

    Its pieces, form and kind, who says it, and the word that reports it.
    """

    pieces: tuple[str, ...]
    form: str
    kind: str
    speaker: str | None
    cue: str | None


Claims = Callable[[str], list[Told]]


def told(text: str, claim: Annotation) -> Told:
    words = {role.name: text[role.span.start : role.span.stop] for role in claim.roles}
    pieces = tuple(text[piece.start : piece.stop] for piece in claim.pieces)
    return Told(pieces, claim.attribute("form"), claim.label, words.get("speaker"), words.get("cue"))


@pytest.fixture
def claims(models: Models) -> Claims:
    def find(text: str) -> list[Told]:
        return [told(text, claim) for claim in find_claims(ArticleText(text, models), [])]

    return find


def told_on(tagger: Tagger, text: str, day: date | None) -> list[Told]:
    return [told(text, one) for one in tagger.tag(text, day).annotations if one.kind is Kind.CLAIM]
