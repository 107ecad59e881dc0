"""Verbs that report together with a noun.

Verbs that the tagger takes for nouns are tested as well.
"""

import pytest

from tests.nlp.claims.conftest import Claims


@pytest.mark.parametrize(
    ("text", "content", "kind", "speaker"),
    [
        ("Инженер дал слово, что лифт починят.", "лифт починят", "promise", "Инженер"),
        ("Главврач дал указание открыть палату.", "указание открыть палату", "demand", "Главврач"),
        ("Ткачи вышли на площадь с требованием вернуть цех.", "требованием вернуть цех", "demand", "Ткачи"),
        ("Лесники забили тревогу: жук съел половину сосен.", "жук съел половину сосен", "statement", "Лесники"),
        ("Ветеринар обратил внимание на нехватку вакцин.", "на нехватку вакцин", "statement", "Ветеринар"),
    ],
)
def test_a_verb_reports_with_its_noun(claims: Claims, text: str, content: str, kind: str, speaker: str) -> None:
    (claim,) = claims(text)
    assert (claim.pieces, claim.kind, claim.speaker) == ((content,), kind, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Инженер дал слово коллеге.",
        "Главврач дал показатели за месяц.",
        "Судья сослался на статью 5.",
        "Прохожий указал на дверь.",
    ],
)
def test_the_same_verb_without_what_is_said_reports_nothing(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_verb_that_looks_like_a_noun_reports(claims: Claims) -> None:
    (claim,) = claims("«Станок работает без брака», – похвалился мастер цеха Данияр Есенов.")
    assert (claim.cue, claim.speaker) == ("похвалился", "мастер цеха Данияр Есенов")


def test_a_name_that_sounds_like_a_particle_asks_nothing(claims: Claims) -> None:
    (claim,) = claims("Скрипач Ли Чжаохуэй собирается посетить Байконур.")
    assert (claim.form, claim.kind, claim.speaker) == ("reported", "promise", "Скрипач Ли Чжаохуэй")
