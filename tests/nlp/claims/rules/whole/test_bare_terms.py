"""What comes without a verb: terms, weather, what stands ahead."""

from datetime import date

import pytest

from app.nlp.pipeline import Tagger
from tests.nlp.claims.conftest import Claims, Told, told_on

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    "text",
    [
        "Дата запуска катка – 20 апреля",
        "Ближайший концерт хора – 3 апреля",
        "Матч открытия – 11 июня",
        "Второй – 4 мая",
        "Ожидаемый сбор – 900 тонн ягод",
        "Послезавтра в Таразе ливень, ветер до 15 м/с",
        "20 марта на юге пасмурно, местами туман",
        "Ночью 3–5 градусов тепла, утром туман",
        "На очереди – школы левого берега",
        "Впереди – ещё три гонки",
    ],
)
def test_a_term_without_a_verb_is_a_forecast(tagger: Tagger, text: str) -> None:
    assert told_on(tagger, text + ".", DAY) == [Told((text,), "reported", "forecast", None, None)]


def test_the_last_clause_alone_is_the_term(tagger: Tagger) -> None:
    found = told_on(tagger, "Рельсы уложены, пуск первого поезда – 2 июня.", DAY)
    assert found == [Told(("пуск первого поезда – 2 июня",), "reported", "forecast", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "День смеха – 1 апреля.",
        "Вчера в Таразе шёл снег, ветер ломал деревья.",
        "Впереди колонны бежали дети.",
        "Длина трассы – 20 км.",
        "Дата основания города – 5 июня 1830 года.",
    ],
)
def test_what_is_no_term_is_none(tagger: Tagger, text: str) -> None:
    assert told_on(tagger, text, DAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Скрипачка дебютирует в Вене 9 мая",
        "Абонемент рассчитан до июля",
        "Бригаде остаётся уложить два пролёта",
        "Дело идёт к роспуску совета",
        "Что важно, вход останется бесплатным",
    ],
)
def test_what_is_left_or_nears_is_a_forecast(tagger: Tagger, text: str) -> None:
    (found,) = told_on(tagger, text + ".", DAY)
    assert (found.form, found.kind) == ("reported", "forecast")


@pytest.mark.parametrize("text", ["Жителям остаётся только ждать.", "Дело шло к ночи.", "Кредит был рассчитан на год."])
def test_what_is_past_or_idle_is_none(claims: Claims, text: str) -> None:
    assert claims(text) == []


def test_a_plan_that_somebody_reports_is_a_forecast_as_well(tagger: Tagger) -> None:
    (found,) = told_on(tagger, "С 5 апреля парк закрывают на ночь, сообщила газета «Листок».", DAY)
    assert (found.kind, found.speaker) == ("forecast", "газета «Листок»")
