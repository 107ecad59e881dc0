from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.core.model import Article, Kind, Origin, Status
from app.service.article_list.listed_articles import ListedArticles
from app.service.session.session import Session
from app.store.snapshot import Snapshot
from tests.service.conftest import Opening
from tests.service.samples import add_article, entity, found, long_article, planned, state, take

TEXT = "Ерлан Сатпаев строит. Сатпаева хвалят, Сатпаеву верят. ООО «Сатпаев» и сатпаевцы. САТПАЕВ!\nСатпаев устал."


def spread(opening: Opening) -> Session:
    rows = [
        entity(TEXT, "Ерлан Сатпаев", "PER"),
        entity(TEXT, "Сатпаева", "LOC", normal="Сатпаев"),
        entity(TEXT, "Сатпаев", "ORG", 3, status=Status.REJECTED),
    ]
    session = opening(TEXT, rows)
    session.navigation.go_to(found(session, "Сатпаева").id)
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    session.navigation.go_to(found(session, "Сатпаева").id)
    return session


def test_equal_mentions_get_the_label_and_untagged_ones_are_made(opening: Opening) -> None:
    session = spread(opening)
    session.editor.spreading.spread()
    assert session.open_article is not None
    per = [(row.words(TEXT), row.origin) for row in session.open_article.annotations if row.label == "PER"]
    assert per == [
        ("Ерлан Сатпаев", Origin.PRETAG),
        ("Сатпаева", Origin.PRETAG),
        ("Сатпаеву", Origin.SPREAD),
        ("САТПАЕВ", Origin.SPREAD),
        ("Сатпаев", Origin.SPREAD),
    ]
    assert found(session, "Сатпаеву").normal == "Сатпаев"


def test_rejected_mentions_and_places_inside_others_are_left(opening: Opening) -> None:
    session = spread(opening)
    rejected, whole = found(session, "Сатпаев", 3), found(session, "Ерлан Сатпаев")
    session.editor.spreading.spread()
    assert found(session, "Сатпаев", 3) == rejected and found(session, "Ерлан Сатпаев") == whole


def test_one_undo_takes_a_spread_back(opening: Opening) -> None:
    session = spread(opening)
    before = state(session)
    session.editor.spreading.spread()
    assert str(session.history.undo_title()) == "spread PER to 3 × “Сатпаева”"
    session.history.undo()
    assert state(session) == before


def test_spreading_what_is_proposed_decides_it_and_goes_on(session: Session) -> None:
    session.editor.spreading.spread()
    assert found(session, "Токаеву").status is Status.ACCEPTED
    assert session.navigation.current == found(session, "Алматы")


def test_spreading_twice_says_that_nothing_is_left(session: Session, notices: list[str]) -> None:
    session.editor.spreading.spread()
    session.navigation.go_to(found(session, "Токаев").id)
    before = state(session)
    session.editor.spreading.spread()
    assert state(session) == before and notices[-1] == "No other mention of “Токаев” is left."


def test_mentions_equal_by_normal_form_are_equal_though_their_stems_are_not(opening: Opening) -> None:
    text = "Павел вошёл. С Павлом вышли."
    rows = [entity(text, "Павел", "PER", normal="Павел"), entity(text, "Павлом", "PER", normal="Павел")]
    session = opening(text, rows)
    session.editor.spreading.spread()
    assert found(session, "Павлом").status is Status.ACCEPTED


def test_through_the_project_after_a_preview_and_back_by_one_undo(session: Session) -> None:
    assert session.open_article is not None
    first = session.open_article.article.id
    other = add_article(session, "Речь Токаева.\nТокаев и Токаев.", title="Речь")
    add_article(session, "О погоде.", title="Погода")
    before = state(session)
    plan = planned(session)
    assert [place.article.id for place in plan] == [first] * 3 + [other] * 3
    assert all(place.is_open for place in plan)
    assert state(session) == before, "a preview writes nothing"
    take(session, plan)
    assert session.articles.counts(other).entities == 3
    session.history.undo()
    assert state(session) == before
    session.history.redo()
    session.reader.go_to(other)
    assert session.open_article is not None and {row.label for row in session.open_article.annotations} == {"PER"}


def test_through_the_project_is_one_step_that_says_how_many(session: Session) -> None:
    add_article(session, "Речь Токаева.\nТокаев и Токаев.", title="Речь")
    assert session.project is not None
    before = session.project.pending
    take(session, planned(session))
    assert str(session.history.undo_title()) == "spread PER to 6 × “Токаев”"
    assert session.project.pending <= before + 1


def test_a_key_that_begins_a_spread_reads_no_rows_of_articles(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert session.project is not None
    add_article(session, "Речь Токаева.\nТокаев и Токаев.", title="Речь")
    session.articles.load(ListedArticles(session.project))
    read = list[object]()

    def note_articles(snapshot: Snapshot, ids: Sequence[int] | None = None) -> list[Article]:
        read.append(ids)
        return sorted(snapshot.rows_of_ids(Article, ids or ()), key=lambda row: row.id)

    monkeypatch.setattr(Snapshot, "articles", note_articles)
    search = session.editor.spreading.find_equal()
    assert search is not None and read == []
    assert len([hit for portion in search.find() for hit in portion.hits]) == 6
    assert read, "the search reads them"


def test_a_long_article_is_looked_through_in_pieces_that_change_nothing_of_the_plan(opening: Opening) -> None:
    text, rows = long_article(3_000)
    session = opening(text, rows)
    session.reader.go_to(add_article(session, "Имя7 здесь.", title="Короткая"))
    session.cursor.place_at(0)
    session.editor.decisions.label_by_key(Kind.ENTITY, "1")
    search = session.editor.spreading.find_equal()
    assert search is not None
    portions = list(search.find())
    plan = [hit for portion in portions for hit in portion.hits]
    assert len(portions) > 10 and sum(portion.articles for portion in portions) == search.articles == 2
    assert [place.is_open for place in plan] == [True, True, False, False]
    assert [place.before.label for place in plan if place.before is not None] == ["PER"] * 2 + ["LOC"] * 2
    take(session, plan)
    session.reader.go_to(session.articles.shown[0])
    assert session.open_article is not None
    assert [row.label for row in session.open_article.annotations if row.words(text) == "Имя7"] == ["PER"] * 4


def test_a_rejected_mention_is_not_spread(opening: Opening) -> None:
    session = spread(opening)
    session.navigation.go_to(found(session, "Сатпаев", 3).id)
    before = state(session)
    session.editor.spreading.spread()
    assert state(session) == before and planned(session) == []


def test_a_short_article_has_the_same_hits_as_one_with_more_behind_it(opening: Opening) -> None:
    text = "Имя ждёт (Имя Первый). «Имя» и имя, Имени. Имя!"
    rows = [
        entity(text, "Имя", "PER"),
        entity(text, "Имя Первый", "PER"),
        entity(text, "Имя", "LOC", 2, status=Status.REJECTED),
        entity(text, "«Имя» и", "ORG"),
        entity(text, "имя", "ORG"),
        entity(text, "Имени", "PER", normal="Имя"),
    ]
    session = opening("Имя здесь.", [entity("Имя здесь.", "Имя", "PER", status=Status.ACCEPTED)])
    session.navigation.go_to(found(session, "Имя").id)
    short, long = add_article(session, text, rows), add_article(session, text + "\n\nЕщё." * 6_000, rows)
    plan = planned(session)

    def hits_in(number: int) -> list[tuple[object, ...]]:
        return [
            (hit.span, hit.is_open, hit.before and hit.before.label, hit.line)
            for hit in plan
            if hit.article.id == number
        ]

    assert hits_in(short) == hits_in(long) and len(hits_in(short)) > 3


def test_a_search_reads_each_text_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        add_article(session, f"Токаев и Токаев {number}.", title=str(number))
    assert session.project is not None
    read, read_text = list[int](), Snapshot.text
    monkeypatch.setattr(Snapshot, "text", lambda self, number: read.append(number) or read_text(self, number))
    plan = planned(session)
    assert len(plan) == 83 and len(read) == 41, "a line is read when it is looked at"
    assert plan[-1].line == ("Токаев и ", "Токаев", " 39.") and len(read) == 42


def test_what_taking_a_hit_does_is_made_when_it_is_asked_for(session: Session) -> None:
    assert session.project is not None
    for number in range(3):
        add_article(session, f"Токаев и Токаев {number}.", title=str(number))
    before = session.project.next_id()
    plan = planned(session)
    assert len(plan) > 6 and session.project.next_id() == before + 1, "a list that is left uses no ids"
    changes = [hit.change for hit in plan]
    made = {change.row.id for change in changes if change is not None and change.before is None}
    assert len(made) >= 6, "each mark has an id of its own"


def test_mentions_that_wait_to_be_saved_are_seen_by_a_search(session: Session) -> None:
    number = add_article(session, "Токаев здесь, Токаев там.", title="Позже")
    assert session.project is not None
    first = [hit for hit in planned(session) if hit.article.id == number]
    take(session, first[:1])
    left = [hit for hit in planned(session) if hit.article.id == number]
    assert [hit.span for hit in left] == [first[1].span], "what was labelled is not offered again"
