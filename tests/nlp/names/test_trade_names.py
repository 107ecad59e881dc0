"""Firms that their words show, and what a sentence's beginning hides."""

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger


def entities(tagger: Tagger, text: str) -> list[tuple[str, str, str]]:
    found = tagger.tag(text).annotations
    return [(str(one.label), one.words(text), one.normal) for one in found if one.kind is Kind.ENTITY]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Аналитики Алтай Банка обновили прогноз.", ("ORG", "Алтай Банка", "Алтай Банк")),
        ("Приёмку ведёт представитель СтепьАгроСервиса.", ("ORG", "СтепьАгроСервиса", "СтепьАгроСервис")),
        ("Заказ ушёл к ТеплоГрупп.", ("ORG", "ТеплоГрупп", "ТеплоГрупп")),
    ],
)
def test_a_firm_is_shown_by_its_words(tagger: Tagger, text: str, firm: tuple[str, str, str]) -> None:
    assert firm in entities(tagger, text)


def test_a_body_without_a_name_is_none_at_a_sentences_start(tagger: Tagger) -> None:
    assert entities(tagger, "Министерство закупит вакцины.") == []
    assert ("ORG", "Министерство труда", "Министерство труда") in entities(tagger, "Министерство труда закупит столы.")


def test_a_surname_that_is_a_common_noun_acts_at_a_sentences_start(tagger: Tagger) -> None:
    text = "Нападающий Рафаэль Мир перешёл в «Кайрат». Мир забил дважды. Мир меняется."
    assert [words for label, words, _ in entities(tagger, text) if label == "PER"] == ["Рафаэль Мир", "Мир"]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Главный санврач Ерлан Касенов объяснил вспышку.", "Главный санврач"),
        ("Госинспектор Ольга Ким закрыла рынок.", "Госинспектор"),
        ("Рынок закрыт, ответила министр.", "министр"),
    ],
)
def test_a_position_is_one_in_one_word_with_its_prefix_or_alone(tagger: Tagger, text: str, position: str) -> None:
    assert ("ROLE", position) in [(label, words) for label, words, _ in entities(tagger, text)]


def test_a_rough_share_has_its_number_behind(tagger: Tagger) -> None:
    (share,) = [one for one in tagger.tag("Мёд подорожает процентов на десять.").annotations if one.label == "PERCENT"]
    assert share.attribute("value") == "10 %"
    assert [one.label for one in tagger.tag("Скидка 5 процентов на один день.").annotations].count("PERCENT") == 1
