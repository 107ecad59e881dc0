"""Chances without a verb in the future, and what only looks so."""

import pytest

from tests.nlp.claims.conftest import Claims, Told


@pytest.mark.parametrize(
    "text",
    [
        "У сборной есть шансы выйти в финал",
        "Шансы на победу у гостей невелики",
        "Сохраняется угроза схода лавин",
        "Фабрика имеет все предпосылки для роста",
        "Снижения цен ждать не приходится",
        "Быстрого подъёма, впрочем, ждать не стоит",
        "В ближайшие годы можно ожидать роста спроса на жильё",
        "Вряд ли следует рассчитывать на лёгкий матч",
        "Рост тарифов неизбежен",
        "Повышения тарифов не избежать",
        "Не исключены кратковременные отключения",
        "На трассах возможны заторы",
        "Навряд ли это поможет",
    ],
)
def test_a_chance_is_a_forecast_that_nobody_says(claims: Claims, text: str) -> None:
    assert claims(text + ".") == [Told((text,), "reported", "forecast", None, None)]


@pytest.mark.parametrize(
    "opening", ["Можно предположить", "Логично предположить", "Нетрудно предсказать", "Велика вероятность"]
)
def test_what_can_be_supposed_is_the_forecast_itself(claims: Claims, opening: str) -> None:
    assert claims(f"{opening}, что матч перенесут.") == [Told(("матч перенесут",), "reported", "forecast", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "У фабрики были все шансы выиграть тендер.",
        "Оплата возможна картой и наличными.",
        "Здесь можно ждать поезда часами.",
        "Пришлось ждать помощи до утра.",
        "Избежать травм помогла смекалка водителя.",
        "Угроза для посёлка миновала.",
        "Из списка исключены трое.",
        "Неизбежный спор закончился миром.",
        "Есть надежда.",
    ],
)
def test_what_is_past_or_general_is_no_forecast(claims: Claims, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("verb", ["обещаны", "гарантированы"])
def test_what_is_promised_by_nobody_has_a_cue_alone(claims: Claims, verb: str) -> None:
    assert claims(f"Победителям {verb} призы.") == [Told(("Победителям", "призы"), "indirect", "promise", None, verb)]
    assert claims(f"Победителям были {verb} призы.") == []
