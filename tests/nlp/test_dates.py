"""Dates: what is found, what it means, and that it is told from the article's own day."""

from datetime import date

import pytest

from app.core.span import Span
from app.nlp.dates.find import DateFinder
from app.nlp.dates.moment import Calendar

DAY = date(2025, 9, 2)  # a Tuesday

RUSSIAN = [
    ("Встреча пройдёт 14 октября.", "14 октября", "2025-10-14", "day"),
    ("Закон от 3 марта 2019 года отменён.", "3 марта 2019 года", "2019-03-03", "day"),
    ("Выборы в воскресенье, 9 июня 2024 года.", "воскресенье, 9 июня 2024 года", "2024-06-09", "day"),
    ("Форум 5–7 ноября соберёт гостей.", "5–7 ноября", "2025-11-05/2025-11-07", "range"),
    ("С 28 мая по 3 июня дороги закроют.", "28 мая по 3 июня", "2025-05-28/2025-06-03", "range"),
    ("Указ подписан 01.09.2025.", "01.09.2025", "2025-09-01", "day"),
    ("В журнале стоит 2025-08-31, и всё.", "2025-08-31", "2025-08-31", "day"),
    ("Это было в июне текущего года.", "июне текущего года", "2025-06", "month"),
    ("Сдадут в декабре следующего года.", "декабре следующего года", "2026-12", "month"),
    ("В январе 2024 года начали.", "январе 2024 года", "2024-01", "month"),
    ("Работали в марте.", "марте", "2025-03", "month"),
    ("Сроки: июль–август 2023 года.", "июль–август 2023 года", "2023-07/2023-08", "range"),
    ("К 2033 году рынок вырастет.", "2033 году", "2033", "year"),
    ("В 1995–2006 годах строили.", "1995–2006 годах", "1995/2006", "range"),
    ("Основан в 1998, закрыт позже.", "1998", "1998", "year"),
    ("В этом году урожай хорош.", "этом году", "2025", "year"),
    ("В прошлом году было иначе.", "прошлом году", "2024", "year"),
    ("Музыка 1980-х годов жива.", "1980-х годов", "198X", "decade"),
    ("Дом построен в XIX веке.", "XIX веке", "18XX", "century"),
    ("Весной 2012 года растаяло.", "Весной 2012 года", "2012-21", "season"),
    ("Отчёт за второй квартал 2024 года готов.", "второй квартал 2024 года", "2024-34", "quarter"),
    ("Вчера прошёл дождь.", "Вчера", "2025-09-01", "day"),
    ("Послезавтра уедут.", "Послезавтра", "2025-09-04", "day"),
    ("Собрание в пятницу отменено.", "пятницу", "2025-08-29", "day"),
    ("Открыли в прошлый понедельник.", "прошлый понедельник", "2025-09-01", "day"),
    ("На прошлой неделе шёл снег.", "прошлой неделе", "2025-W35", "week"),
    ("Это случилось два года назад.", "два года назад", "2023", "year"),
    ("Вернутся через три дня.", "через три дня", "2025-09-05", "day"),
    ("За последние пять лет выросло.", "последние пять лет", "2020/2025-09-02", "range"),
    ("В ближайшее время решат.", "ближайшее время", "2025-09-02/..", "vague"),
    ("Срок до конца года истекает.", "конца года", "2025", "year"),
    ("Осуждён на 12 лет колонии.", "12 лет", "P12Y", "duration"),
    ("В начале мая этого года ждут.", "начале мая этого года", "2025-05", "month"),
]

KAZAKH = [
    ("2025 жылғы 2 қыркүйекте айтты.", "2025 жылғы 2 қыркүйекте", "2025-09-02", "day"),
    ("12 маусымда жиын өтті.", "12 маусымда", "2025-06-12", "day"),
    ("2030 жылға дейін салынады.", "2030 жылға", "2030", "year"),
    ("Биыл егін шықты.", "Биыл", "2025", "year"),
    ("Өткен аптада қар жауды.", "Өткен аптада", "2025-W35", "week"),
    ("Осы жылдың маусымында ашылды.", "Осы жылдың маусымында", "2025-06", "month"),
    ("Кеше жаңбыр жауды.", "Кеше", "2025-09-01", "day"),
]

NO_DATES = [
    "Марта Иванова приехала.",
    "Охрана окружающей среды важна.",
    "Ивану Петрову 52 года.",
    "На пенсию выходят в 63 года.",
    "Дом 2025 на улице Абая.",
    "Сегодняшняя газета.",
    "Один день Ивана Денисовича",
    "Рост 30 процентов, цена 1999 тенге.",
]


def found(text: str, language: str = "ru", day: date | None = DAY) -> list[tuple[str, str, str]]:
    mentions = DateFinder(language).find(text, Span(0, len(text)), Calendar(day))
    return [(text[mention.span.start : mention.span.stop], mention.value, mention.precision) for mention in mentions]


@pytest.mark.parametrize(("text", "words", "value", "precision"), RUSSIAN)
def test_a_russian_date_has_its_value(text: str, words: str, value: str, precision: str) -> None:
    assert found(text) == [(words, value, precision)]


@pytest.mark.parametrize(("text", "words", "value", "precision"), KAZAKH)
def test_a_kazakh_date_has_its_value(text: str, words: str, value: str, precision: str) -> None:
    assert found(text, "kk") == [(words, value, precision)]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_an_impossible_day_is_none() -> None:
    assert found("Встреча 31 февраля 2024 года.") != [("31 февраля 2024 года", "2024-02-31", "day")]


def test_without_the_articles_day_nothing_relative_is_guessed() -> None:
    assert found("Вчера и в этом году, а также 5 мая.", day=None) == [
        ("Вчера", "", "day"),
        ("этом году", "", "year"),
        ("5 мая", "XXXX-05-05", "day"),
    ]


def test_the_same_year_is_the_one_told_last() -> None:
    assert found("Завод открыт в 1987 году. В том же году построили мост.")[1] == ("том же году", "1987", "year")


def test_a_month_without_a_year_is_the_nearest() -> None:
    january = date(2025, 1, 10)
    assert found("Урожай убрали в октябре.", day=january)[0][1] == "2024-10"
    assert found("Форум пройдёт в марте.", day=january)[0][1] == "2025-03"


def test_no_date_crosses_a_line_end() -> None:
    assert all("\n" not in words for words, *_ in found("Итоги 5\nмарта\n2024\nгода подвели в\nпонедельник"))
