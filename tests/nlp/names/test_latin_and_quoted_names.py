"""Latin runs, addresses, nested quotation marks, rubrics."""

from __future__ import annotations

import pytest

from app.nlp.pipeline import Tagger

NAMES = [
    ("Мельницу купила Silver Oak Ltd. за долги.", [("ORG", "Silver Oak")]),
    ("Груз везёт голландская Noord Zee B.V. из порта.", [("ORG", "Noord Zee")]),
    ("Дорогу ведёт турецкая Bozkurt Yapı A.Ş. с весны.", [("ORG", "Bozkurt Yapı")]),
    ("Контракт получила Jade River Engineering Co., Ltd. в мае.", [("ORG", "Jade River Engineering")]),
    ("Завод купила Zelena Hora s.r.o.", [("ORG", "Zelena Hora")]),
    ("Сделку закрыла Smith & Co вчера.", [("ORG", "Smith & Co")]),
    ("CEO Mark Dillon купил яхту.", [("PER", "Mark Dillon")]),
    ("Аналитик Iron Lake Peter Young ждёт дождя.", [("ORG", "Iron Lake"), ("PER", "Peter Young")]),
    ("Кредит дал Northern Development Bank (NDB).", [("ORG", "Northern Development Bank"), ("ORG", "NDB")]),
    ("Пишите на @pometka_kz и #Алматы, https://t.me/Almaty_news и a.Petrov@mail.kz сегодня.", []),
    ("Иск подали ТОО «ИТЦ «Континуум» и фермеры.", [("ORG", "ИТЦ «Континуум»")]),
    ("Рынок «Арзан» сгорел.", [("ORG", "Арзан")]),
    ("Повара «Қара Шаңырақ» уволили.", [("ORG", "Қара Шаңырақ")]),
    ("Экономика", []),
    ("Плавание. Дарья Мун взяла золото.", [("PER", "Дарья Мун")]),
    ("Картофель Союз фермеров продаёт сам.", [("ORG", "Союз фермеров")]),
    ("Выручка ТемирЖолСервиса выросла.", [("ORG", "ТемирЖолСервиса")]),
    ("Убыток КазПочты оценили в 3 млн тенге.", [("ORG", "КазПочты")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_are_whole_and_nothing_else_is_one(tagger: Tagger, text: str, expected: list[tuple[str, str]]) -> None:
    found = tagger.tag(text).annotations
    assert [(one.label, one.words(text)) for one in found if one.label in ("PER", "LOC", "ORG")] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("«Тобыл» крупно проиграл в Атырау.", "Тобыл"),
        ("Игроки «Семея» не вышли на поле.", "Семея"),
        ("«Костанай Су»: воду отключат.", "Костанай Су"),
    ],
)
def test_a_quoted_place_that_acts_is_an_organisation(tagger: Tagger, text: str, name: str) -> None:
    labels = [one.label for one in tagger.tag(text).annotations if one.words(text) == name]
    assert labels == ["ORG"]


def test_a_quoted_place_behind_the_word_for_a_building_stays_a_place(tagger: Tagger) -> None:
    text = "В гостинице «Астана» прошёл форум."
    assert [one.label for one in tagger.tag(text).annotations if one.words(text) == "Астана"] == ["LOC"]
