"""Places behind shortened words, and persons before colons.

The places are streets and villages. The persons open a line.
"""

import pytest

from app.core.model import Kind
from app.nlp.pipeline import Tagger


def named(tagger: Tagger, text: str, label: str) -> list[tuple[str, str]]:
    found = [one for one in tagger.tag(text).annotations if one.kind is Kind.ENTITY and one.label == label]
    return [(one.words(text), one.normal) for one in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Пожар на пр. Абая потушили.", ("пр. Абая", "пр. Абая")),
        ("Авария на пр-те Республики.", ("пр-те Республики", "пр-т Республики")),
        ("В мкр. Самал отключат свет.", ("мкр. Самал", "мкр. Самал")),
        ("На б-ре Нуржол посадили клёны.", ("б-ре Нуржол", "б-р Нуржол")),
        ("В пер. Садовый нет фонарей.", ("пер. Садовый", "пер. Садовый")),
        ("По ул. Толе би идёт автобус.", ("ул. Толе би", "ул. Толе би")),
        ("Дом на ул. А. Байтурсынова сгорел.", ("ул. А. Байтурсынова", "ул. А. Байтурсынова")),
        ("Живёт на ул. 8 Марта.", ("ул. 8 Марта", "ул. 8 Марта")),
        ("Житель с. Кызылжар спас ребёнка.", ("Кызылжар", "Кызылжар")),
        ("Трубу прорвало в п. Шахан.", ("Шахан", "Шахан")),
        ("Он из с. Акжар Тарбагатайского района.", ("Акжар", "Акжар")),
    ],
)
def test_a_shortened_word_makes_a_place(tagger: Tagger, text: str, place: tuple[str, str]) -> None:
    assert place in named(tagger, text, "LOC")


@pytest.mark.parametrize("place", ["Шубаркудук", "Шамалган", "Шарбакты", "Саудакент", "Бескарагай", "Жалагаш"])
def test_district_centres_are_places(tagger: Tagger, place: str) -> None:
    assert named(tagger, f"Открыли {place}.", "LOC") == [(place, place)]


def test_a_list_that_ends_in_an_abbreviation_ends_its_sentence(tagger: Tagger) -> None:
    assert named(tagger, "Купили хлеб, соль и пр. Жители довольны.", "LOC") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Трамваев: построим сто школ", "Трамваев"),
        ("Шарипов: Дефицит сократится", "Шарипов"),
        ("Ким – о дорогах: дорогу построим", "Ким"),
        ("Айгуль Сапарова: цены выросли", "Айгуль Сапарова"),
    ],
)
def test_a_surname_before_a_colon_is_a_person(tagger: Tagger, text: str, person: str) -> None:
    assert named(tagger, text, "PER") == [(person, person)]


@pytest.mark.parametrize("text", ["Погода: дожди придут", "Итоги: выставка", "Саратов: цены выросли"])
def test_a_topic_before_a_colon_is_no_person(tagger: Tagger, text: str) -> None:
    assert named(tagger, text, "PER") == []


@pytest.mark.parametrize(
    ("text", "label", "normal"),
    [
        ("О Динмухамеде Сериккали написали книгу.", "PER", "Динмухамед Сериккали"),
        ("Директор школы Ниязова ушла.", "PER", "Ниязова"),
        ("Фанаты «Горного орла» шумели.", "ORG", "Горный орёл"),
    ],
)
def test_the_words_around_tell_the_normal_form(tagger: Tagger, text: str, label: str, normal: str) -> None:
    assert [form for _, form in named(tagger, text, label)] == [normal]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Чинят улицу Байтурсынова.", [("Байтурсынова", "Байтурсынова")]),
        ("Дом на пересечении улиц Абая и Толе би.", [("Абая", "Абая"), ("Толе би", "Толе би")]),
        ("Пробка на площади Республики.", [("Республики", "Республики")]),
        ("Пробка на улице Льва Толстого.", [("Льва Толстого", "Льва Толстого")]),
        ("Жители улицы Садовой ждут воды.", [("Садовой", "Садовая")]),
        ("Пробка на улице Дружбы народов.", [("Дружбы народов", "Дружбы народов")]),
    ],
)
def test_a_street_keeps_the_case_of_whom_it_is_named_after(
    tagger: Tagger, text: str, places: list[tuple[str, str]]
) -> None:
    assert named(tagger, text, "LOC") == places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Деньги возьмут из Нацфонда в трудный год.", [("Нацфонда", "Нацфонд")]),
        ("Дело рассмотрит Облсуд, сообщили в Нацпалате.", [("Облсуд", "Облсуд"), ("Нацпалате", "Нацпалата")]),
        ("Аналитики Kestrel Broker ждут укрепления нацвалюты.", [("Kestrel Broker", "Kestrel Broker")]),
        ("Соцзащита и гостариф остались прежними.", []),
        ("Водитель Toyota Camry скрылся.", []),
    ],
)
def test_joined_words_and_firms_behind_positions_are_organisations(
    tagger: Tagger, text: str, found: list[tuple[str, str]]
) -> None:
    assert named(tagger, text, "ORG") == found
