"""A position, its place and the person are three names.

The place may be an organisation. Their order does not matter.
"""

import pytest

from app.nlp.pipeline import Tagger

BEHIND = [
    ("Аким Сарани Болат Ержанов посадил сад.", [("LOC", "Сарани"), ("PER", "Болат Ержанов")]),
    ("Прокурор Костаная Темирлан Оразов ответил.", [("LOC", "Костаная"), ("PER", "Темирлан Оразов")]),
    ("Ярмарку открыл аким области Абай Нурлан Беков.", [("LOC", "Абай"), ("PER", "Нурлан Беков")]),
    ("Аким области Жетісу Камила Беркут ответила.", [("LOC", "Жетісу"), ("PER", "Камила Беркут")]),
    ("Аким СКО Виктор Ли ответил.", [("LOC", "СКО"), ("PER", "Виктор Ли")]),
    ("Аким села Ортау Берик Садык ответил.", [("LOC", "Ортау"), ("PER", "Берик Садык")]),
    ("Акима Жезказгана Рустама Калиева хвалят.", [("LOC", "Жезказгана"), ("PER", "Рустама Калиева")]),
    (
        "Руководитель управления культуры Кентау Назым Аман ответила.",
        [("ORG", "управления культуры"), ("LOC", "Кентау"), ("PER", "Назым Аман")],
    ),
    ("Мост откроют, заявил аким Сейтказиев.", [("PER", "Сейтказиев")]),
    ("Ответил аким Щучинска.", [("LOC", "Щучинска")]),
    ("Пекарь Г. Тополь выиграл конкурс.", [("PER", "Г. Тополь")]),
    ("Его помнит министр Иван Петрович Сидоров.", [("PER", "Иван Петрович Сидоров")]),
]

POSITIONS = [
    ("Тренер Олжас Бек доволен игрой.", ["Тренер"]),
    ("По мнению аналитика Дамира Ахатова, рожь подешевеет.", ["аналитика"]),
    ("Ерлан Сапар, ректор, ушёл на пенсию.", ["ректор"]),
    ("Школу назвали в честь учительницы Розы Бекбулат.", ["учительницы"]),
    ("Спас его врач-хирург Олег Ли.", ["врач-хирург"]),
    ("Ответил директор ТОО «Береке» Иван Петров.", ["директор ТОО «Береке»"]),
    ("Ответил и.о. акима области Иван Петров.", ["и.о. акима области"]),
    ("Ответил бывший министр культуры Иван Петров.", ["министр культуры"]),
    ("Вчера повар сварил суп.", []),
    ("После смерти мэра дело закрыли.", ["мэра"]),
    ("Приехал помощник Президента Ерлан Каримов.", ["помощник Президента"]),
    ("ВРИО ректора Иван Ким ушёл.", ["ВРИО ректора"]),
    ("Тариф поднял оператор «Степьтелеком».", []),
    ("Следственный судья санкционировал арест.", ["Следственный судья"]),
]


@pytest.mark.parametrize(("text", "expected"), BEHIND)
def test_places_and_persons_behind_a_position_are_parted(
    tagger: Tagger, text: str, expected: list[tuple[str, str]]
) -> None:
    found = tagger.tag(text).annotations
    assert [(one.label, one.words(text)) for one in found if one.label in ("PER", "LOC", "ORG")] == expected


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_a_position_stands_with_its_organisation_and_without_its_person(
    tagger: Tagger, text: str, expected: list[str]
) -> None:
    found = tagger.tag(text).annotations
    assert [one.words(text) for one in found if one.label == "ROLE"] == expected


def test_a_region_under_its_official_name_is_one_place(tagger: Tagger) -> None:
    text = "В области Абай и Абайской области строят школы."
    found = [one for one in tagger.tag(text).annotations if one.label == "LOC"]
    assert [(one.words(text), one.attribute("referent")) for one in found] == [
        ("Абай", "область Абай"),
        ("Абайской области", "область Абай"),
    ]
