"""The reported cases about names are read correctly.

Each is read as its README says.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.core.model import Annotation
from app.formats import registry
from app.nlp.pipeline import Tagger

NAMES = ("PER", "LOC", "ORG", "ROLE")


def read_case(tagger: Tagger, shared: Path, case: str) -> tuple[str, list[Annotation]]:
    (folder,) = (shared / "cases").glob(f"{case.split('/', maxsplit=1)[0]}-*")
    (document,) = registry.read_file(folder / case.split("/")[1])
    text = document.text
    return text, list(tagger.tag(text, date(2025, 9, 2)).annotations)


@pytest.mark.parametrize(
    ("case", "label", "expected"),
    [
        ("09/d.txt", "PER", [("Айгерим Сатпаева", "Айгерим Сатпаева")]),
        (
            "10/input.txt",
            "PER",
            [("Кусаинова", "Кусаинова"), ("Ержанова К.А.", "Ержанова К.А."), ("Тлеуова Б. С.", "Тлеуова Б. С.")],
        ),
        ("11/input.txt", "ORG", [("Жетысу", "Жетысу"), ("Береке", "Береке"), ("Береке", "Береке")]),
        ("12/input.txt", "PER", [("Сейтказиев", "Сейтказиев"), ("Бейсенов", "Бейсенов")]),
        ("12/input.txt", "LOC", []),
        ("14/input.txt", "LOC", [("Əулиеате", "Әулиеата")]),
    ],
)
def test_names_have_their_span_and_normal_form(
    tagger: Tagger, shared: Path, case: str, label: str, expected: list[tuple[str, str]]
) -> None:
    text, found = read_case(tagger, shared, case)
    assert [(one.words(text), one.normal) for one in found if one.label == label] == expected


def test_a_nested_quotation_that_shares_its_end_is_one_name(tagger: Tagger, shared: Path) -> None:
    text, found = read_case(tagger, shared, "13/input.txt")
    assert [one.words(text) for one in found if one.label == "ORG"] == [
        "ИТЦ «Континуум»",
        'Сервисный центр "Энергия"',
        "Завод «Степь»",
    ]


def test_persons_are_one_whatever_letters_they_are_typed_with(tagger: Tagger, shared: Path) -> None:
    _, found = read_case(tagger, shared, "14/input.txt")
    persons = [one.attribute("referent") for one in found if one.label == "PER"]
    assert persons == ["Мұрат Әбенов", "Ерлан Сәрсенбаев", "Ерлан Сәрсенбаев"]


@pytest.mark.parametrize("name", ["a.txt", "b.txt", "c.txt"])
def test_a_rubric_is_no_name(tagger: Tagger, shared: Path, name: str) -> None:
    _, found = read_case(tagger, shared, f"22/{name}")
    assert [one for one in found if one.label in NAMES] == []


def test_escapes_of_a_web_page_are_no_names(tagger: Tagger, shared: Path) -> None:
    text, found = read_case(tagger, shared, "15/input.txt")
    words = {one.words(text) for one in found if one.label in NAMES}
    assert {"Алматы", "Ержан Куанышбаев", "Байтерек Энерго"} <= words
    assert not any("&" in one for one in words)


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Дело завели по ст. 188 ч. 2 УК РК.", "LAW", "ст. 188 ч. 2 УК РК"),
        ("Подписан указ президента № 45.", "LAW", "указ президента № 45"),
        ("Она взяла золото чемпионата Азии по дзюдо.", "EVENT", "чемпионата Азии по дзюдо"),
        ("Весной пройдёт Алматинский марафон.", "EVENT", "Алматинский марафон"),
        ("Гости форума «Открытый город» уехали.", "EVENT", "форума «Открытый город»"),
        ("Лавку на ул. Кабанбая закрыли.", "LOC", "ул. Кабанбая"),
    ],
)
def test_laws_events_and_streets_are_found_by_grammar(tagger: Tagger, text: str, label: str, words: str) -> None:
    assert words in [one.words(text) for one in tagger.tag(text).annotations if one.label == label]


def test_a_person_in_latin_and_in_cyrillic_letters_is_one(tagger: Tagger) -> None:
    text = "Айдар Сейткалиев ушёл. Об этом пишет Aidar Seitkaliyev. Тренер Pavel Horák (Павел Горак) молчит."
    persons = [one.attribute("referent") for one in tagger.tag(text).annotations if one.label == "PER"]
    assert persons == ["Айдар Сейткалиев", "Айдар Сейткалиев", "Павел Горак", "Павел Горак"]
