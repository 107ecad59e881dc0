"""What holds for every text, however broken."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.model import Annotation
from app.core.span import Span, normal_pieces
from app.nlp.article_text import ArticleText
from app.nlp.backend.models import Models
from app.nlp.claims.claim_finder import find_claims
from app.nlp.claims.draft import trim_span
from app.nlp.claims.speech.quotation_marks import find_quotations
from app.nlp.text.site_frame import find_site_frame

SHREDS = [
    "Министр заявил, что цены вырастут",
    "сказал он",
    "по словам акима",
    "Об этом сообщило агентство",
    "Как сообщает",
    "что",
    "завод построят в мае",
    "назвал итоги «победой»",
    "деді әкім",
    "date 2025-09-02",
    "Оригинал статьи: https://a.kz/b",
    "𝐀 🙂 é ✔",
]
MARKS = ["«", "»", "„", "“", "”", '"', ",", ".", "—", "-", ":", "!", "\n", " ", "\u00a0", "(", ")", "?"]
broken = st.lists(st.sampled_from(SHREDS + MARKS * 2), max_size=14).map(" ".join) | st.lists(
    st.sampled_from(SHREDS + MARKS * 2), max_size=14
).map("".join)


def check(text: str, claim: Annotation) -> None:
    assert claim.pieces == normal_pieces(claim.pieces)
    for span in (*claim.pieces, *(role.span for role in claim.roles)):
        words = text[span.start : span.stop]
        assert 0 <= span.start < span.stop <= len(text)
        assert words == words.strip()
        assert "\n" not in words
        assert not find_site_frame(text).hides(span) or span not in claim.pieces
    cue, speaker = claim.role("cue"), claim.role("speaker")
    assert cue is None or not any(piece.overlaps(cue.span) for piece in claim.pieces)
    assert speaker is None or not any(piece.contains(speaker.span) for piece in claim.pieces)
    assert claim.label in ("statement", "forecast", "promise", "demand")
    assert claim.attribute("form") in ("direct", "indirect", "reported")


@settings(max_examples=120, deadline=None)
@given(text=broken)
def test_pieces_and_roles_are_valid_in_any_text(models: Models, text: str) -> None:
    for claim in find_claims(ArticleText(text, models), []):
        check(text, claim)


@given(text=broken)
def test_quotations_lie_apart_and_hold_their_words(text: str) -> None:
    found = find_quotations(text)
    assert [quotation.span for quotation in found] == sorted(quotation.span for quotation in found)
    for one, next_one in pairwise(found):
        assert one.span.stop <= next_one.span.start
    for quotation in found:
        assert quotation.span.contains(quotation.inner)


@given(text=broken)
def test_trimming_again_changes_nothing(text: str) -> None:
    once = trim_span(text, Span(0, len(text))) if text else None
    assert once is None or trim_span(text, once) == once


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "«»", '"', "1 2 3", "\u00a0", "🙂"])
def test_a_text_without_words_has_no_claims(models: Models, text: str) -> None:
    assert find_claims(ArticleText(text, models), []) == []


def test_nobodys_cue_in_the_words_of_a_source_makes_no_second_claim(models: Models) -> None:
    text = "По подсчётам фонда, запасы зерна оцениваются в 4 млн тонн."
    (claim,) = find_claims(ArticleText(text, models), (), None)
    speaker = claim.role("speaker")
    assert speaker is not None
    assert text[slice(*speaker.span)] == "фонда"
