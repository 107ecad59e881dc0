"""Sums of money, shares, and numbers with what they count."""

import pytest

from app.core.span import Span
from app.nlp.backend.models import Models
from app.nlp.backend.word_forms import WordForms
from app.nlp.figures.money import MONEY, PERCENT
from app.nlp.figures.numbers import NUMBER
from app.nlp.pipeline import Tagger

SUMS = [
    ("Рынок в 5 триллионов долларов растёт.", "5 триллионов долларов", "5000000000000 USD"),
    ("Сделка на $5 млрд сорвалась.", "$5 млрд", "5000000000 USD"),
    ("Штраф 5-7 млн рублей велик.", "5-7 млн рублей", "5000000/7000000 RUB"),
    ("Платят от 3 до 5 тысяч тенге в день.", "от 3 до 5 тысяч тенге", "3000/5000 KZT"),
    ("Выделят 2,5 трлн тг. на дороги.", "2,5 трлн тг.", "2500000000000 KZT"),
    ("Стоит 1 200 500,50 ₸ с доставкой.", "1 200 500,50 ₸", "1200500.5 KZT"),
    ("Потратили полтора миллиона евро.", "полтора миллиона евро", "1500000 EUR"),
    ("Выиграл миллион долларов США вчера.", "миллион долларов США", "1000000 USD"),
    ("Нашёл 100-долларовую купюру.", "100-долларовую", "100 USD"),
    ("Внесли более 45 тысяч рублей.", "45 тысяч рублей", "45000 RUB"),
    ("Бюджет 5 млрд 300 млн тенге.", "5 млрд 300 млн тенге", "5300000000 KZT"),
    ("Цена 76 долларов за баррель.", "76 долларов", "76 USD"),
    ("Двадцать пять тысяч юаней украли.", "Двадцать пять тысяч юаней", "25000 CNY"),
    ("Инвестор вложил $7 млн. Стройка началась.", "$7 млн", "7000000 USD"),
    ("Потерял он миллион долларов.", "миллион долларов", "1000000 USD"),
    ("Жалақы он мың теңге болды.", "он мың теңге", "10000 KZT"),
    ("На мост ушла треть миллиарда тенге.", "треть миллиарда тенге", "333300000 KZT"),
    ("Пропало три четверти миллиона долларов.", "три четверти миллиона долларов", "750000 USD"),
    ("Грант – GBP 30 тыс. на год.", "GBP 30 тыс.", "30000 GBP"),
    ("Третий миллион тенге украли.", "миллион тенге", "1000000 KZT"),
    ("Итог за год – (315) млн тенге.", "(315) млн тенге", "-315000000 KZT"),
    ("Бағасы 2 мың теңге болды.", "2 мың теңге", "2000 KZT"),
    ("Хлеб – 12 руб. 50 коп. за булку.", "12 руб. 50 коп.", "12.5 RUB"),
    ("Взыскать 350 000 (триста пятьдесят тысяч) тенге.", "350 000 (триста пятьдесят тысяч) тенге", "350000 KZT"),
    ("Сделка на $1.5bn сорвалась.", "$1.5bn", "1500000000 USD"),
    ("Грант – €40 тыс.", "€40 тыс.", "40000 EUR"),
    ("Отдали 5 канадских долларов.", "5 канадских долларов", "5 CAD"),
    ("Пропали миллионы тенге.", "миллионы тенге", ""),
]

SHARES = [
    ("Ставку снизили на полпроцента.", "полпроцента", "0.5 %"),
    ("Прибавили четверть процента.", "четверть процента", "0.25 %"),
    ("Доля до 30 процентов.", "30 процентов", "30 %"),
    ("Ставка 3,5 % годовых.", "3,5 %", "3.5 %"),
    ("Рост 5-7% ожидаем.", "5-7%", "5/7 %"),
    ("Более чем на 40 % меньше.", "40 %", "40 %"),
    ("Он 15 пайызға өсті.", "15 пайызға", "15 %"),
]

SUMS += [
    ("Марка стоит 15 центов.", "15 центов", "0.15 USD"),
    ("Кофе — 4 доллара 85 центов.", "4 доллара 85 центов", "4.85 USD"),
    ("Потери — четверть миллиона долларов.", "четверть миллиона долларов", "250000 USD"),
    ("Потери — полмиллиона тенге.", "полмиллиона тенге", "500000 KZT"),
    ("Груз — KZT 6 млн за всё.", "KZT 6 млн", "6000000 KZT"),
    ("Цена 2'400'000 тенге.", "2'400'000 тенге", "2400000 KZT"),
    ("Сальдо -3,5 млрд тенге.", "-3,5 млрд тенге", "-3500000000 KZT"),
    ("Убыток минус 2 млн долларов.", "минус 2 млн долларов", "-2000000 USD"),
    ("Ткань за 8 млн. тенге.", "8 млн. тенге", "8000000 KZT"),
]
SHARES += [("Выше на 0,3 п.п. сейчас.", "0,3 п.п.", "0.3 %"), ("Рост -2,5%.", "-2,5%", "-2.5 %")]
NUMBERS = [
    ("Штраф – 50 МРП для всех.", "50 МРП", "50"),
    ("Склад в 90 кв. м сгорел.", "90 кв. м", "90"),
    ("Участок 1 245 кв.м продан.", "1 245 кв.м", "1245"),
    ("В состав вошли 12 населенных пунктов.", "12 населенных пунктов", "12"),
    ("Живёт около 20 тысяч человек.", "около 20 тысяч человек", "20000"),
    ("Построят 3 новых микрорайона.", "3 новых микрорайона", "3"),
    ("Ждут 5–6 медалей.", "5–6 медалей", "5/6"),
    ("Вырастет с 28 до 36 млн тонн.", "28 до 36 млн тонн", "28000000/36000000"),
    ("Пошлины дали 2,25 трлн, налоги меньше.", "2,25 трлн", "2250000000000"),
    ("Ветер достигнет 28 м/с ночью.", "28 м/с", "28"),
    ("Пришли двадцать пять учеников.", "двадцать пять учеников", "25"),
]


def words(text: str, mention_span: Span) -> str:
    return text[mention_span.start : mention_span.stop]


@pytest.mark.parametrize(("text", "sum_words", "value"), SUMS)
def test_a_sum_has_amount_and_currency(text: str, sum_words: str, value: str) -> None:
    found = list(MONEY.find(text, Span(0, len(text))))
    assert [(words(text, mention.span), mention.value) for mention in found] == [(sum_words, value)]


@pytest.mark.parametrize(("text", "share_words", "value"), SHARES)
def test_a_share_has_its_value(text: str, share_words: str, value: str) -> None:
    found = list(PERCENT.find(text, Span(0, len(text))))
    assert [(words(text, mention.span), mention.value) for mention in found] == [(share_words, value)]


@pytest.mark.parametrize(("text", "number_words", "value"), NUMBERS)
def test_a_number_holds_what_it_counts(models: Models, text: str, number_words: str, value: str) -> None:
    found = list(NUMBER.find(text, Span(0, len(text)), WordForms(models.vocabulary).counted_length))
    assert [(words(text, mention.span), mention.value) for mention in found] == [(number_words, value)]


@pytest.mark.parametrize("text", ["5 сомнений", "дом № 12", "Евро-2024", "доллар", "в 5 раз", "5 млн\nдолларов"])
def test_what_only_looks_like_a_sum_is_none(text: str) -> None:
    assert list(MONEY.find(text, Span(0, len(text)))) == []


def test_he_is_no_ten(models: Models) -> None:
    text = "Об этом заявил он родственникам и журналистам."
    assert not list(NUMBER.find(text, Span(0, len(text)), WordForms(models.vocabulary).counted_length))


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("Нарушены подпункты 3 и 4 пункта 2 статьи 9.", "подпункты 3 и 4 пункта 2 статьи 9"),
        ("Осуждён по ч. 4 ст. 366 УК РК вчера.", "ч. 4 ст. 366 УК РК"),
        ("Штраф по статье 613 КоАП вырос.", "статье 613 КоАП"),
        ("Принят Цифровой кодекс.", "Цифровой кодекс"),
    ],
)
def test_a_law_is_whole_and_the_numbers_of_its_articles_count_nothing(tagger: Tagger, text: str, law: str) -> None:
    found = [(one.label, one.words(text)) for one in tagger.tag(text).annotations if one.label in ("LAW", "NUMBER")]
    assert found == [("LAW", law)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Забор стоил 9 млн тенге, ворота — ещё 2 млн.", ["9000000 KZT", "2000000 KZT"]),
        ("Выделили 30 млрд тенге. Освоили 12 млрд.", ["30000000000 KZT"]),
        ("Выделили 3 млрд тенге на 2 тысячи домов.", ["3000000000 KZT"]),
    ],
)
def test_a_sum_with_its_currency_left_out_is_of_the_currency_before(tagger: Tagger, text: str, sums: list[str]) -> None:
    found = tagger.tag(text).annotations
    assert [one.attribute("value") for one in found if one.label == "MONEY"] == sums
