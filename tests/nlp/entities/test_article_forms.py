"""Mentions of one article have one normal form.

What stands in the nominative tells what the other cases are of; men and women of one surname stay two.
"""

from __future__ import annotations

import pytest

from app.nlp.pipeline import Tagger

ARTICLES = [
    ("Район Ньюхэм готов. В Ньюхэме открыли школу.", {"Ньюхэме": "Ньюхэм"}),
    ("Писатель Джон Гарсия приехал. Книги Джона Гарсии проданы.", {"Джона Гарсии": "Джон Гарсия"}),
    ("Дирижёр Пак Чен Ир приехал. У Пак Чен Ира концерт.", {"Пак Чен Ира": "Пак Чен Ир"}),
    ("Здоровье Микеле Роттоли тревожит врачей. Микеле Роттоли лечится.", {"Микеле Роттоли": "Микеле Роттоли"}),
    ("Фирма «Уральская сталь» растёт. Акции «Уральской стали» упали.", {"Уральской стали": "Уральская сталь"}),
    ("Согласно Данну, всё готово. Питер Данн уехал.", {"Данну": "Данн"}),
    (
        "Валентина Петрова пришла. Валентин Петров ушёл. Искали Валентину Петрову, а не Валентина Петрова.",
        {"Валентину Петрову": "Валентина Петрова", "Валентин Петров": "Валентин Петров"},
    ),
    (
        "Александра Ким выступила. Александр Ким молчал. Письмо Александры Ким прочли.",
        {"Александра Ким": "Александра Ким", "Александр Ким": "Александр Ким", "Александры Ким": "Александра Ким"},
    ),
    ("На проспекте Сатпаева чинят трубы. Город Сатпаев растёт.", {"Сатпаева": "Сатпаева", "Сатпаев": "Сатпаев"}),
]

ALONE = [
    ("Планы Барака Обамы одобрили.", "Барак Обама"),
    ("Наградили Ису Темирова.", "Иса Темиров"),
    ("Сторонники Темирова молчат.", "Темиров"),
    ("Толпы вышли на улицы Лондона.", "Лондон"),
    ("Улицы Толе би и Гоголя закрыты.", "Гоголя"),
    ("Ремонт идёт на проспекте Сатпаева.", "Сатпаева"),
]


@pytest.mark.parametrize(("text", "wanted"), ARTICLES)
def test_a_case_takes_the_form_that_the_article_has(tagger: Tagger, text: str, wanted: dict[str, str]) -> None:
    normals = {text[row.start : row.stop]: row.normal for row in tagger.tag(text).annotations}
    assert {words: normals.get(words) for words in wanted} == wanted


@pytest.mark.parametrize(("text", "normal"), ALONE)
def test_a_form_alone_is_read_by_its_neighbours(tagger: Tagger, text: str, normal: str) -> None:
    assert normal in [row.normal for row in tagger.tag(text).annotations]


def test_a_street_is_not_the_town_of_its_name(tagger: Tagger) -> None:
    rows = tagger.tag("На проспекте Сатпаева чинят трубы. Город Сатпаев растёт.").annotations
    referents = [row.attribute("referent") or row.normal for row in rows if row.label == "LOC"]
    assert len(set(referents)) == 2
