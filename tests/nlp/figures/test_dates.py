"""Dates are found and understood.

Their meaning depends on the article's own day.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from app.core.span import Span
from app.nlp.backend.models import Models
from app.nlp.backend.word_forms import WordForms
from app.nlp.figures.dates import kazakh_dates
from app.nlp.figures.dates.date_finder import DateFinder
from app.nlp.figures.dates.date_rule import DateRule
from app.nlp.figures.dates.date_values import Calendar
from app.nlp.figures.dates.date_words import MONTH, RELATIVE, SEASON, UNIT, WEEKDAY
from app.nlp.figures.dates.kazakh_direction import find_kazakh_direction
from app.nlp.figures.registry import DATE_RULES

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
    ("Прослужит до 12 лет.", "12 лет", "P12Y", "duration"),
    ("За первое полугодие 2026 года собрано больше.", "первое полугодие 2026 года", "2026-01/2026-06", "range"),
    ("Итоги I–III кварталов 2026 года известны.", "I–III кварталов 2026 года", "2026-33/2026-35", "range"),
    ("За девять месяцев 2026 года собрано больше.", "девять месяцев 2026 года", "2026-01/2026-09", "range"),
    ("В первой декаде марта 2026 года похолодает.", "первой декаде марта 2026 года", "2026-03-01/2026-03-10", "range"),
    (
        "В последней декаде февраля 2028 года тепло.",
        "последней декаде февраля 2028 года",
        "2028-02-21/2028-02-29",
        "range",
    ),
    ("Подпишут не позднее осени 2027-го.", "осени 2027-го", "2027-23", "season"),
    ("До конца квартала курс вернётся.", "конца квартала", "2025-35", "quarter"),
    ("В начале мая этого года ждут.", "начале мая этого года", "2025-05", "month"),
    ("План на 2025–2027: рост.", "2025–2027", "2025/2027", "range"),
    ("Сезон 1995/96 годов прошёл.", "1995/96 годов", "1995", "year"),
    ("Премию дали роману (2019) о степи.", "2019", "2019", "year"),
    ("Это было в девяностые годы прошлого века.", "девяностые годы прошлого века", "199X", "decade"),
    ("Дом стоит с девятнадцатого века.", "девятнадцатого века", "18XX", "century"),
    ("Уже в I веке был город.", "I веке", "00XX", "century"),
    ("Уже в XXII веке будет город.", "XXII веке", "21XX", "century"),
    ("Летом 2012 года растаяло.", "Летом 2012 года", "2012-22", "season"),
    ("Осенью 2012 года растаяло.", "Осенью 2012 года", "2012-23", "season"),
    ("Зимой 2012 года замёрзло.", "Зимой 2012 года", "2012-24", "season"),
    ("Прошлой зимой было тепло.", "Прошлой зимой", "2024-24", "season"),
    ("Зимой выпал снег.", "Зимой", "2025-24", "season"),
    ("Ждали полгода.", "полгода", "P6M", "duration"),
    ("Воды нет второй год подряд.", "второй год", "", "duration"),
    ("Идут вторые сутки без света.", "вторые сутки", "", "duration"),
    ("Ждали более года.", "более года", "", "duration"),
    ("В настоящий момент живут там.", "настоящий момент", "2025-09-02", "day"),
    ("Откроют на днях.", "днях", "", "vague"),
    ("Работает каждый день.", "каждый день", "", "vague"),
    ("Встретимся в выходные.", "выходные", "", "vague"),
    ("В прошлом декабре открыли.", "прошлом декабре", "2024-12", "month"),
    ("Собрались в следующем марте.", "следующем марте", "2026-03", "month"),
    ("Каждую пятницу собираются.", "пятницу", "", "vague"),
]

FORMS = [
    ("С прошлого месяца работает.", "прошлого месяца", "2025-08", "month"),
    ("В этом месяце закрыто.", "этом месяце", "2025-09", "month"),
    ("К следующему кварталу готово.", "следующему кварталу", "2025-36", "quarter"),
    ("В прошлом полугодии убыток.", "прошлом полугодии", "2025-01/2025-06", "range"),
    ("С завтрашнего дня бесплатно.", "завтрашнего дня", "2025-09-03", "day"),
    ("За год подорожало.", "год", "P1Y", "duration"),
    ("За сутки привезли.", "сутки", "P1D", "duration"),
    ("Выдают в течение 12 рабочих дней.", "12 рабочих дней", "P12D", "duration"),
    ("Встреча завтра утром.", "завтра утром", "2025-09-03", "day"),
    ("В ночь на 3 мая 2025 года погас.", "ночь на 3 мая 2025 года", "2025-05-03", "day"),
    ("Сбор начнётся 10.06.2025 в 15:00.", "10.06.2025 в 15:00", "2025-06-10", "day"),
    ("До 1 ноября т. г. готово.", "1 ноября т. г.", "2025-11-01", "day"),
    ("До 1 ноября с.г. готово.", "1 ноября с.г.", "2025-11-01", "day"),
    ("В III кв. 2024 г. выручка упала.", "III кв. 2024 г.", "2024-35", "quarter"),
    ("Отчёт за 9М 2024 года готов.", "9М 2024 года", "2024-01/2024-09", "range"),
    ("План на 1П 2026 готов.", "1П 2026", "2026-01/2026-06", "range"),
    ("Скидки до 15.10 на всё.", "15.10", "2025-10-15", "day"),
    ("Набор 2027/28 учебного года.", "2027/28 учебного года", "2027", "year"),
    ("Курган 400 года до н.э. найден.", "400 года до н.э.", "-0399", "year"),
    ("Монета 79 года н. э. найдена.", "79 года н. э.", "0079", "year"),
    ("Город V века до нашей эры.", "V века до нашей эры", "-04XX", "century"),
    ("В нояб. 2022 г. погас.", "нояб. 2022 г.", "2022-11", "month"),
]

SIDES = [
    ("Выборы пройдут в воскресенье.", "воскресенье", "2025-09-07"),
    ("Выборы прошли в воскресенье.", "воскресенье", "2025-08-31"),
    ("Суд назначен на понедельник.", "понедельник", "2025-09-08"),
    ("Совещание прошло во вторник.", "вторник", "2025-09-02"),
    ("Лифт починят до четверга.", "четверга", "2025-09-04"),
    ("В марте мост разберут.", "марте", "2026-03"),
    ("В октябре склад снесли.", "октябре", "2024-10"),
    ("К маю сад готов.", "маю", "2026-05"),
    ("С 1 января цена вырастет.", "1 января", "2026-01-01"),
    ("Мост, который откроют в мае, показали гостям.", "мае", "2026-05"),
    ("Там заявили, что готовы завершить дела к 1 июня.", "1 июня", "2026-06-01"),
    ("Сообщили, что школа будет к 1 августа.", "1 августа", "2026-08-01"),
    ("К весне бассейн наполнят.", "весне", "2026-21"),
    ("Бассейн наполнили весной.", "весной", "2025-21"),
]

KAZAKH = [
    ("2025 жылғы 2 қыркүйекте айтты.", "2025 жылғы 2 қыркүйекте", "2025-09-02", "day"),
    ("12 маусымда жиын өтті.", "12 маусымда", "2025-06-12", "day"),
    ("2030 жылға дейін салынады.", "2030 жылға", "2030", "year"),
    ("Биыл егін шықты.", "Биыл", "2025", "year"),
    ("Өткен аптада қар жауды.", "Өткен аптада", "2025-W35", "week"),
    ("Осы жылдың маусымында ашылды.", "Осы жылдың маусымында", "2025-06", "month"),
    ("Кеше жаңбыр жауды.", "Кеше", "2025-09-01", "day"),
    ("2024 жылғы маусымда ашылды.", "2024 жылғы маусымда", "2024-06", "month"),
    ("Дүйсенбі күні айтты.", "Дүйсенбі күні", "2025-09-01", "day"),
    ("Жақында айтты.", "Жақында", "2025-09-02/..", "vague"),
    ("Көрме желтоқсанда ашылады.", "желтоқсанда", "2025-12", "month"),
    ("Көрме мамыр айында ашылады.", "мамыр айында", "2026-05", "month"),
    ("Жыл соңына дейін бітеді.", "Жыл соңына", "2025", "year"),
    ("2026 жылдың күзінде басталады.", "2026 жылдың күзінде", "2026-23", "season"),
    ("Қыста қар көп жауды.", "Қыста", "2025-24", "season"),
    ("2026 жылдың екінші тоқсанында бітеді.", "2026 жылдың екінші тоқсанында", "2026-34", "quarter"),
    ("Биыл бірінші жартыжылдықта өсті.", "Биыл бірінші жартыжылдықта", "2025-01/2025-06", "range"),
    ("Үш жылдан кейін ашылады.", "Үш жылдан кейін", "2028", "year"),
    ("Екі күн бұрын ашылды.", "Екі күн бұрын", "2025-08-31", "day"),
    ("Соңғы бес жылда көбейді.", "Соңғы бес жылда", "P5Y", "duration"),
    ("Екі ай ішінде салады.", "Екі ай ішінде", "P2M", "duration"),
    ("Келесі дүйсенбіде өтеді.", "Келесі дүйсенбіде", "2025-09-08", "day"),
    ("Жексенбіде ойын өтеді.", "Жексенбіде", "2025-09-07", "day"),
    ("Жексенбіде ойын өтті.", "Жексенбіде", "2025-08-31", "day"),
    ("5 тамызда көрме ашылатынын айтты.", "5 тамызда", "2026-08-05", "day"),
    ("5 тамызда көрме ашылғанын айтты.", "5 тамызда", "2025-08-05", "day"),
    ("5-7 қазанда жиын өтеді.", "5-7 қазанда", "2025-10-05/2025-10-07", "range"),
    ("Қазан айының 25-інде өтеді.", "Қазан айының 25-інде", "2025-10-25", "day"),
    ("Ертеңгі күні жиын болады.", "Ертеңгі күні", "2025-09-03", "day"),
    ("Бүгін таңертең өрт шықты.", "Бүгін таңертең", "2025-09-02", "day"),
    ("5 қазан күні сағат 15:00-де өтеді.", "5 қазан күні сағат 15:00-де", "2025-10-05", "day"),
]

NO_DATES = [
    "Марта Иванова приехала.",
    "Охрана окружающей среды важна.",
    "Купил соседнюю среду.",
    "Ждут чёрную пятницу.",
    "Выходные отменены.",
    "Уже в XXIII веке будет город.",
    "Роман 2019) о степи.",
    "Олегу 97 лет.",
    "Ивану Петрову 52 года.",
    "На пенсию выходят в 63 года.",
    "Женился в 13 лет.",
    "Дом 2025 на улице Абая.",
    "Сегодняшняя газета.",
    "Один день Ивана Денисовича",
    "Рост 30 процентов, цена 1999 тенге.",
]


def found(text: str, language: str = "ru", day: date | None = DAY) -> list[tuple[str, str, str]]:
    return readings(finder_of(language, DATE_RULES[language]), text, day)


def finder_of(language: str, rules: Iterable[DateRule]) -> DateFinder:
    return DateFinder(rules, find_side=find_kazakh_direction if language == "kk" else None)


def readings(finder: DateFinder, text: str, day: date | None = DAY) -> list[tuple[str, str, str]]:
    mentions = finder.find(text, Span(0, len(text)), Calendar(day))
    return [(text[mention.span.start : mention.span.stop], mention.value, mention.precision) for mention in mentions]


@pytest.mark.parametrize(("text", "words", "value", "precision"), RUSSIAN)
def test_a_russian_date_has_its_value(text: str, words: str, value: str, precision: str) -> None:
    assert found(text) == [(words, value, precision)]


@pytest.mark.parametrize(("text", "words", "value", "precision"), FORMS)
def test_a_date_is_read_in_every_form(text: str, words: str, value: str, precision: str) -> None:
    assert found(text) == [(words, value, precision)]


@pytest.mark.parametrize(("text", "words", "value"), SIDES)
def test_the_verb_tells_on_which_side_of_the_article_a_date_lies(
    models: Models, text: str, words: str, value: str
) -> None:
    finder = DateFinder(DATE_RULES["ru"], WordForms(models.vocabulary).tense_of)
    assert [reading[:2] for reading in readings(finder, text)] == [(words, value)]


@pytest.mark.parametrize(
    ("pattern", "lemmas"),
    [
        (UNIT, "день сутки неделя месяц квартал полугодие год десятилетие век столетие"),
        (SEASON, "весна лето осень зима"),
        (MONTH, "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
        (WEEKDAY, "понедельник вторник среда четверг пятница суббота воскресенье"),
        (RELATIVE, "прошлый позапрошлый будущий нынешний"),
    ],
)
def test_the_words_of_dates_are_known_in_all_forms_of_the_dictionary(models: Models, pattern: str, lemmas: str) -> None:
    missing = [
        form.word
        for lemma in lemmas.split()
        for form in models.vocabulary(lemma)[0].lexeme
        if is_wanted(form, lemma) and not re.fullmatch(pattern, form.word, re.IGNORECASE)
    ]
    assert missing == []


def is_wanted(form: Any, lemma: str) -> bool:
    """Leave out forms that dates do not have.

    They are plurals of months, seasons and «среда», spellings in «-ье» and «-ие», and forms nobody writes.
    """
    tag = str(form.tag)
    if not form.word.startswith(lemma[:2]):
        return False
    is_single = lemma.endswith(("рь", "ль", "нь", "ай", "рт", "ст")) or lemma in ("весна", "лето", "зима", "среда")
    odd = ("COMP", "ADJS", "Supr", "Arch", "Dist", "Erro", "Infr", "loc2", "gen2", "V-be", "V-ie", "V-bi")
    return not any(mark in tag for mark in odd) and not (is_single and "plur" in tag and lemma != "день")


@pytest.mark.parametrize(("text", "words", "value", "precision"), KAZAKH)
def test_a_kazakh_date_has_its_value(text: str, words: str, value: str, precision: str) -> None:
    assert found(text, "kk") == [(words, value, precision)]


@pytest.mark.parametrize(("language", "sentences"), [("ru", [*RUSSIAN, *FORMS]), ("kk", KAZAKH)])
def test_no_rule_can_be_left_out(language: str, sentences: list[tuple[str, str, str, str]]) -> None:
    """Each rule of a language alone reads some sentence.

    The sentence stands above. The rule reads it alone, or better than the others would.

    The rules for absolute dates are shared: a Russian sentence may stand for them.
    """
    rules = DATE_RULES[language] if language == "ru" else kazakh_dates.RULES
    spare = []
    for rule in rules:
        finder = finder_of(language, [other for other in DATE_RULES[language] if other is not rule])
        if all(readings(finder, text) == [(words, value, precision)] for text, words, value, precision in sentences):
            spare.append(rule.id)
    assert spare == []


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
