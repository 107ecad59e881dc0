"""Normal forms are right for women, Kazakh and quoted names.

Women stay women, Kazakh words are not guessed at, quoted names are declined where they are.
"""

from __future__ import annotations

import pytest

from app.nlp.pipeline import Tagger

PERSONS = [
    ("Об этом сообщила депутат Кусаинова.", "Кусаинова"),
    ("Ержанова К.А. подписала акт.", "Ержанова К.А."),
    ("По словам Раушан Темировой, хлеб свежий.", "Раушан Темирова"),
    ("Без Меруерт Искаковой спектакль отменили.", "Меруерт Искакова"),
    ("Наградили Асель Темирову.", "Асель Темирова"),
    ("Наградили Алию Садыкову.", "Алия Садыкова"),
    ("Дали слово Нурлану Темирову.", "Нурлан Темиров"),
    ("Дело Кусаинова закрыто.", "Кусаинов"),
    ("Акима Жезказгана Рустама Калиева хвалят.", "Рустам Калиев"),
    ("Жители прочли письмо Мади Такиева.", "Мади Такиев"),
    ("Учли мнение Анны Сергеевны Ильиной.", "Анна Сергеевна Ильина"),
    ("Дело Айнұр Жүнісовой закрыли.", "Айнұр Жүнісова"),
    ("Письмо Әсета Қуатбекова нашли.", "Әсет Қуатбеков"),
    ("С Кайратом Беком не спорят.", "Кайрат Бек"),
    ("Об этом сообщила пресс-секретарь ведомства Дина Ахметова.", "Дина Ахметова"),
    ("«Мы готовы», — сказала начальник управления Жанара Омарова.", "Жанара Омарова"),
    ("По словам главы ведомства Дина Ахметова, всё готово.", "Дин Ахметов"),
]

OTHERS = [
    ("В Қызылқұме выпал град.", "LOC", "Қызылқұм"),
    ("Из Көкөзека в Шалқар идёт поезд.", "LOC", "Көкөзек"),
    ("Школу в Әулиеате откроют.", "LOC", "Әулиеата"),
    ("Для «Жаңа Дән» это потеря.", "ORG", "Жаңа Дән"),
    ("Газета «Жетысу» подала в суд.", "ORG", "Жетысу"),
    ("Завод «Береке» стоит.", "ORG", "Береке"),
    ("Акции «Тау Банка» упали.", "ORG", "Тау Банк"),
    ("В письме «Ясного луча» сказано о долгах.", "ORG", "Ясный луч"),
    ("Тренер «Каспийца» ушёл.", "ORG", "Каспиец"),
    ("Болельщики «Барыса» рады.", "ORG", "Барыс"),
]


@pytest.mark.parametrize(("text", "normal"), PERSONS)
def test_the_words_around_tell_a_woman_from_a_man(tagger: Tagger, text: str, normal: str) -> None:
    assert normal in [one.normal for one in tagger.tag(text).annotations if one.label == "PER"]


@pytest.mark.parametrize(("text", "label", "normal"), OTHERS)
def test_kazakh_and_quoted_names_have_the_nominative_that_they_come_from(
    tagger: Tagger, text: str, label: str, normal: str
) -> None:
    assert normal in [one.normal for one in tagger.tag(text).annotations if one.label == label]
