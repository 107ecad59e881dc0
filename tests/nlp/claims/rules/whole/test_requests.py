"""Calls that nobody signs."""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Просьба не занимать линию.", "не занимать линию"),
        ("⚠️ Убедительная просьба соблюдать тишину!", "соблюдать тишину"),
        ("Просьба водителям снизить скорость.", "снизить скорость"),
        ("Просьба к жителям закрыть окна.", "закрыть окна"),
    ],
)
def test_a_request_without_a_speaker_is_a_demand_with_its_noun_as_cue(claims: Claims, text: str, content: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.form, claim.kind, claim.speaker) == ((content,), "indirect", "demand", None)
    assert claim.cue.lower() == "просьба"


@pytest.mark.parametrize(
    "text", ["Просьба соседей осталась без ответа.", "Просьба была отклонена.", "Просьба-то простая: не шуметь ночью."]
)
def test_a_request_that_is_told_of_is_no_claim(claims: Claims, text: str) -> None:
    assert claims(text) == []
