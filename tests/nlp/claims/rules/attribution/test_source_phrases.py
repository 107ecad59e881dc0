"""Sources that are set into a sentence."""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("По словам директора завода, печь остановлена.", "директора завода", "По словам"),
        ("По его словам, печь остановлена.", "его", "По его словам"),
        ("По мнению экспертов, печь остановлена.", "экспертов", "По мнению"),
        ("По данным ведомства, печь остановлена.", "ведомства", "По данным"),
        ("Согласно отчёту завода, печь остановлена.", "отчёту завода", "Согласно"),
        ("Как сообщил директор, печь остановлена.", "директор", "сообщил"),
        ("Как сообщается на сайте завода, печь остановлена.", "сайте завода", "сообщается"),
        ("Печь остановлена, передаёт агентство.", "агентство", "передаёт"),
        ("Печь остановлена, сообщает Reuters.", "Reuters", "сообщает"),
        ("Печь остановлена, говорится в отчёте завода.", "отчёте завода", "говорится"),
        ("Печь остановлена – об этом сообщил директор.", "директор", "сообщил"),
        ("Печь остановлена, по словам директора.", "директора", "по словам"),
    ],
)
def test_the_sentence_is_the_content_and_the_source_the_speaker(
    claims: Claims, text: str, speaker: str, cue: str
) -> None:
    (claim,) = claims(text)
    assert (claim.pieces[0].lower(), claim.speaker, claim.cue) == ("печь остановлена", speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Одна из печей, уточняет газета «Труд», остановлена на ремонт.",
        "Одна из печей, по данным газеты, остановлена на ремонт.",
        "Одна из печей, как пишет газета, остановлена на ремонт.",
    ],
)
def test_a_source_in_the_middle_splits_the_content(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert claim.pieces == ("Одна из печей", "остановлена на ремонт")


def test_a_connective_before_the_source_is_no_piece(claims: Claims) -> None:
    (claim,) = claims("Так, по словам директора, печь остановлена.")
    assert claim.pieces == ("печь остановлена",)


def test_two_sources_share_a_sentence_by_its_clauses(claims: Claims) -> None:
    found = claims("По данным бюро, инфляция составила 8 процентов, а к зиме, по прогнозу банка, она снизится.")
    assert [(claim.speaker, claim.kind) for claim in found] == [("бюро", "statement"), ("банка", "forecast")]
    assert found[0].pieces == ("инфляция составила 8 процентов",)


def test_a_ranking_is_no_source(claims: Claims) -> None:
    assert claims("Он чемпион мира по версии журнала «Ринг».") == []


@pytest.mark.parametrize("mark", [":", ";"])
def test_a_source_behind_a_colon_vouches_for_what_follows(claims: Claims, mark: str) -> None:
    (claim,) = claims(f"Город остался без света{mark} по словам директора, печь остановлена.")
    assert claim.pieces == ("печь остановлена",)
