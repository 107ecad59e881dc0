"""The register is a view of the annotations.

Whatever changes them, it says the same as a count made anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.core.model import Kind
from app.service.session.entity_register import Entity, EntityRegister, entity_of
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import TEXT, add_article, entity, long_article, state

PERSON = (("referent", "Касым-Жомарт Токаев"),)
NAMED = (
    entity(TEXT, "Токаев", "PER", attributes=PERSON),
    entity(TEXT, "Токаев", "PER", 1, attributes=PERSON),
    entity(TEXT, "Алматы", "LOC", normal="Алматы"),
)


def whole(session: Session) -> EntityRegister:
    register = EntityRegister(session)
    while register.read():
        pass
    assert register.is_whole
    return register


def counted(session: Session) -> tuple[dict[Entity, int], dict[Entity, int]]:
    mentions, articles = Counter[Entity](), Counter[Entity]()
    for document in state(session):
        here = Counter(filter(None, map(entity_of, document.annotations)))
        mentions += here
        articles += Counter(here.keys())
    return mentions, articles


def notices(register: EntityRegister) -> tuple[dict[Entity, int], dict[Entity, int]]:
    entities = list(register.entities())
    return {one: register.mentions(one) for one in entities}, {one: register.articles(one) for one in entities}


@pytest.fixture
def session(opening: Opening) -> Session:
    made = opening(TEXT, NAMED)
    add_article(made, TEXT + "2", NAMED)
    add_article(made, TEXT + "3", (entity(TEXT, "Астана", "LOC", normal="Астана"),) * 2)
    return made


def test_a_record_is_where_something_stands_for_it(session: Session) -> None:
    register = whole(session)
    assert notices(register) == counted(session)
    assert register.mentions(Entity("PER", "Касым-Жомарт Токаев")) == 4
    assert register.articles(Entity("PER", "Касым-Жомарт Токаев")) == 2


def test_days_and_sums_claims_and_what_was_rejected_are_no_records(opening: Opening) -> None:
    day = entity(TEXT, "Алматы", "DATE", normal="2025", attributes=(("value", "2025"),))
    session = opening(TEXT, (day, NAMED[0]))
    session.navigation.go_to(
        next(row.id for row in session.open_article.annotations if row.label == "PER") if session.open_article else 0
    )
    session.editor.decisions.reject()
    assert list(whole(session).entities()) == []


def test_the_register_follows_every_change_and_its_undo(session: Session) -> None:
    register = whole(session)
    session.editor.links.link("Кемель Токаев")
    assert notices(register) == counted(session)
    session.editor.decisions.label(Kind.ENTITY, "ORG")
    session.editor.articles.remove([session.articles.shown[1]])
    assert notices(register) == counted(session)
    add_article(session, "Астана.", (entity("Астана.", "Астана", "LOC", normal="Астана"),))
    assert notices(register) == counted(session)
    while session.history.undo() is not None and len(session.articles):
        assert notices(register) == counted(session)


def test_what_changes_while_the_register_is_read_is_counted_once(session: Session) -> None:
    text, rows = long_article(4_000)
    add_article(session, text, [*rows, entity(text, "Имя1", "PER", normal="Имя")])
    session.reader.go_to(session.articles.shown[-1])
    register = EntityRegister(session)
    for _ in range(2):
        register.read()
        session.editor.links.link("Некто")
        session.navigation.next()
    while register.read():
        pass
    assert notices(register) == counted(session)


def test_another_project_has_a_register_of_its_own(session: Session, tmp_path: Path) -> None:
    register = whole(session)
    session.projects.create(tmp_path / "other.pometka")
    assert list(register.entities()) == [] and not register.is_whole


def test_the_records_of_the_open_article_come_first_then_the_frequent_then_other_labels(session: Session) -> None:
    session.editor.links.link("Алматы")
    first = session.articles.shown[0]
    session.reader.go_to(session.articles.shown[2])
    register = whole(session)
    names = [entity.name for entity in register.first("LOC", 9)]
    assert names == ["Астана", "Алматы", "Касым-Жомарт Токаев"]
    session.reader.go_to(first)
    assert register.first("LOC", 9)[0].name == "Алматы"
    assert len(register.first("LOC", 2)) == 2


def test_the_open_article_is_known_after_the_first_piece(session: Session) -> None:
    assert session.open_article is not None
    register = EntityRegister(session)
    register.read()
    assert register.knows(session.open_article.article.id)
    assert Entity("PER", "Касым-Жомарт Токаев") in register.entities()
