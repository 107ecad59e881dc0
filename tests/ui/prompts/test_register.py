"""E says who is meant.

The whole project's records, by typing, on any layout; a new name is never taken for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.model import Annotation, Status
from app.service.session.entity_register import Entity
from app.ui.prompts.chooser import Chooser
from app.ui.prompts.entity_chooser import fitting
from tests.service.samples import add_article, entity
from tests.ui.desktop import Desktop

OTHER = "Касым-Жомарт Токаев и Кемель Тенизов в Чимкенте."
RECORDS = [
    entity(OTHER, "Касым-Жомарт Токаев", "PER", attributes=(("referent", "Касым-Жомарт Токаев"),)),
    entity(OTHER, "Кемель Тенизов", "PER", normal="Кемель Тенизов"),
    entity(OTHER, "Чимкенте", "LOC", normal="Чимкент"),
]


def with_other_articles(desktop: Desktop, rows: Iterable[Annotation] = RECORDS) -> Chooser:
    add_article(desktop.session, OTHER, rows)
    add_article(desktop.session, OTHER + " ", [RECORDS[1]])
    return desktop.program.components.prompts.register.chooser


def offered(chooser: Chooser) -> list[str]:
    return [choice.title for choice in chooser.choices_shown]


def referents(desktop: Desktop) -> list[str]:
    assert desktop.session.open_article is not None
    return [row.attribute("referent") for row in desktop.session.open_article.annotations if row.label == "PER"]


def test_the_records_of_the_whole_project_are_offered_with_their_counts(desktop: Desktop, qtbot: QtBot) -> None:
    chooser = with_other_articles(desktop)
    desktop.session.editor.links.link("Президент")
    desktop.keyboard.press("E")
    assert offered(chooser)[0] == "Президент"
    qtbot.waitUntil(lambda: len(offered(chooser)) == 4)
    assert offered(chooser) == ["Касым-Жомарт Токаев", "Президент", "Кемель Тенизов", "Чимкент"]
    assert chooser.choices_shown[1].detail == "3 mentions in 1 article"
    assert chooser.choices_shown[2].detail == "2 mentions in 2 articles"
    assert chooser.choices_shown[3].detail == "Place · 1 mention in 1 article"


def test_how_many_are_linked_along_is_reported_before(desktop: Desktop) -> None:
    chooser = desktop.program.components.prompts.register.chooser
    desktop.keyboard.press("E")
    words = {label.text() for label in chooser.findChildren(QLabel)}
    assert any(said.startswith("Enter: all 3 equal mentions · Ctrl+Enter: this one · ") for said in words)


@pytest.mark.parametrize("typed", ["тениз", "ntybp", "ктен"])
def test_a_record_of_another_article_is_found_by_typing(desktop: Desktop, qtbot: QtBot, typed: str) -> None:
    chooser = with_other_articles(desktop)
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: len(offered(chooser)) == 3)
    desktop.keyboard.type(typed)
    assert "Кемель Тенизов" in offered(chooser)[:2]
    desktop.keyboard.press(*(() if offered(chooser)[0] == "Кемель Тенизов" else ("Down",)), "Enter")
    assert referents(desktop) == ["Кемель Тенизов"] * 3
    desktop.keyboard.press("U")
    assert referents(desktop) == [""] * 3


def test_a_new_name_is_not_taken_for_one_that_has_its_letters(desktop: Desktop, qtbot: QtBot) -> None:
    chooser = with_other_articles(desktop)
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: len(offered(chooser)) == 3)
    desktop.keyboard.type("Кент")
    assert offered(chooser) == ["New: Кент", "Чимкент"]
    desktop.keyboard.press("Enter")
    assert referents(desktop) == ["Кент"] * 3


def test_a_name_that_is_there_is_not_offered_anew(desktop: Desktop, qtbot: QtBot) -> None:
    chooser = with_other_articles(desktop, [*RECORDS, replace(RECORDS[0], label="ROLE")])
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: len(offered(chooser)) == 3)
    desktop.keyboard.type("Касым-Жомарт Токаев")
    assert offered(chooser) == ["Касым-Жомарт Токаев"]


def test_names_fit_by_the_beginnings_of_words_before_all_else() -> None:
    entities = [Entity("PER", name) for name in ("Арман Токаев", "Атокаев", "Т. О. Каримов", "Серик")]
    assert fitting("ток", entities, 9) == dict(zip(entities, (0, 1, 2), strict=False))
    assert fitting("ток", entities, 1) == {entities[0]: 0}


def test_eight_equal_mentions_take_two_keys(desktop: Desktop, qtbot: QtBot) -> None:
    text = "Токаев. " * 8
    head = entity(OTHER, "Касым-Жомарт Токаев", "PER", attributes=(("referent", "Касым-Жомарт Токаев"),))
    add_article(desktop.session, OTHER, [head])
    rows = [
        entity(text, "Токаев", "PER", nth, status=Status.ACCEPTED if nth % 2 else Status.PROPOSED) for nth in range(8)
    ]
    desktop.session.reader.go_to(add_article(desktop.session, text, rows))
    chooser = desktop.program.components.prompts.register.chooser
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: offered(chooser)[0] == "Касым-Жомарт Токаев")
    desktop.keyboard.press("Enter")
    assert referents(desktop) == ["Касым-Жомарт Токаев"] * 8
    desktop.keyboard.press("U")
    assert referents(desktop) == [""] * 8


def test_ctrl_enter_links_this_mention_alone(desktop: Desktop, qtbot: QtBot) -> None:
    with_other_articles(desktop)
    desktop.keyboard.press("E")
    desktop.keyboard.type("Тениз")
    desktop.keyboard.press("Ctrl+Enter")
    assert sorted(referents(desktop)) == ["", "", "Тениз"]


def test_enter_never_links_to_somebody_unlike(desktop: Desktop) -> None:
    add_article(desktop.session, OTHER, [RECORDS[1]])
    desktop.keyboard.press("E", "Enter")
    assert referents(desktop) == ["Токаев"] * 3


def test_a_record_is_renamed_from_the_chooser_in_the_whole_project(desktop: Desktop, qtbot: QtBot) -> None:
    chooser = with_other_articles(desktop)
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: len(offered(chooser)) >= 3)
    desktop.keyboard.type("Кемель Тен")
    desktop.keyboard.press("F2", "End")
    desktop.keyboard.type("-Ата")
    assert offered(chooser)[0] == "Rename to “Кемель Тенизов-Ата”"
    desktop.keyboard.press("Enter")
    assert names(desktop, 1) == ["Касым-Жомарт Токаев", "Кемель Тенизов-Ата", "Чимкент"]
    assert names(desktop, 2) == ["Кемель Тенизов-Ата"] and referents(desktop) == [""] * 3
    desktop.keyboard.press("U")
    assert names(desktop, 2) == ["Кемель Тенизов"]


def test_two_records_are_made_one_from_the_chooser(desktop: Desktop, qtbot: QtBot) -> None:
    chooser = with_other_articles(desktop)
    desktop.keyboard.press("E")
    qtbot.waitUntil(lambda: len(offered(chooser)) >= 3)
    desktop.keyboard.type("Кемель Тен")
    desktop.keyboard.press("F2")
    desktop.keyboard.type("касым")
    place = offered(chooser).index("Merge into “Касым-Жомарт Токаев”")
    desktop.keyboard.press(*["Down"] * place, "Enter")
    assert names(desktop, 1) == ["Касым-Жомарт Токаев"] * 2 + ["Чимкент"]
    assert names(desktop, 2) == ["Касым-Жомарт Токаев"]
    desktop.keyboard.press("U")
    assert names(desktop, 2) == ["Кемель Тенизов"]


def names(desktop: Desktop, article: int) -> list[str]:
    project = desktop.session.project
    assert project is not None
    return [row.entity_name for row in project.annotations(desktop.session.articles.shown[article])]
