"""What looks ahead without a verb in the future.

Plans in the present, and what awaits somebody.
"""

from datetime import date

import pytest

from app.nlp.pipeline import Tagger
from tests.nlp.claims.conftest import Claims, Told, told_on

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Завтра в Уральске открывается выставка кошек",
        "С 1 июля вступают в силу новые правила проезда",
        "Завод с сентября переходит на газ",
        "Поезд отправляется из Тараза 5 апреля",
        "Мост должен быть сдан в августе",
    ],
)
def test_a_present_with_a_date_ahead_is_a_forecast(tagger: Tagger, text: str) -> None:
    assert told_on(tagger, text + ".", DAY) == [Told((text,), "reported", "forecast", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "В 1917 году в городе открывается школа.",
        "Каждый день в городе открывается рынок.",
        "Завод переходит на газ.",
    ],
)
def test_a_present_without_a_date_ahead_tells_no_plan(tagger: Tagger, text: str) -> None:
    assert told_on(tagger, text, DAY) == []


def test_without_a_day_a_weekday_makes_no_plan(tagger: Tagger) -> None:
    assert told_on(tagger, "В среду в городе начинается ярмарка.", None) == []


def test_a_weekday_beside_a_plan_in_the_present_is_ahead(tagger: Tagger) -> None:
    text = "В пятницу начинается ярмарка."
    (found,) = [one for one in tagger.tag(text, DAY).annotations if one.label == "DATE"]
    assert found.attribute("value") == "2026-03-20"


@pytest.mark.parametrize(
    "text",
    [
        "Водителей ждёт штраф",
        "Жителей ожидает новое повышение тарифов",
        "Посёлку угрожает подтопление",
        "Клуб рискует остаться без тренера",
        "Предприятие нацелено удвоить выпуск",
        "Цель программы – построить сто школ",
        "Цены вряд ли снизятся до лета",
        "Чтобы успеть к сроку, бригады будут работать и ночью",
    ],
)
def test_what_awaits_somebody_and_what_is_aimed_at_look_ahead(claims: Claims, text: str) -> None:
    (claim,) = claims(text + ".")
    assert (claim.pieces, claim.form) == ((text,), "reported")


@pytest.mark.parametrize("text", ["Город ждёт автобус.", "Водителей ждал штраф.", "Хозяин ждёт гостей."])
def test_somebody_who_waits_foresees_nothing(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_clause_ahead_begins_with_its_subject(claims: Claims) -> None:
    (claim,) = claims("В городе появился автобус, он будет ходить до вокзала.")
    assert claim.pieces == ("он будет ходить до вокзала",)
