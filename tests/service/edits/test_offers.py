"""The program offers to repeat corrections elsewhere.

It does so after the third equal correction, and after teaching.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from app.core.model import Annotation, Kind, Origin, Status
from app.service.edits.repeats.offers import Offer
from app.service.session.session import Session
from tests.service.conftest import Opening
from tests.service.samples import add_article, entity, state
from tests.waiting import until

TEXT = "Сатпаев приехал в Кенжар. Мост строит Тулпар Строй, а пишет об этом Вестник."
Correct = Callable[[Session], None]


def article(session: Session, number: int) -> int:
    rows = [
        entity(TEXT, "Сатпаев", "PER"),
        entity(TEXT, "Кенжар", "ORG"),
        entity(TEXT, "Мост", "ORG"),
        entity(TEXT, "Тулпар", "ORG"),
    ]
    return add_article(session, f"{TEXT}\n{number}", rows, f"Статья {number}")


@pytest.fixture
def five(opening: Opening) -> Session:
    """Return a session over five articles with the same faults."""
    session = opening("Пусто.", ())
    ids = [article(session, number) for number in range(5)]
    session.reader.go_to(ids[0])
    return session


def at(session: Session, words: str) -> None:
    assert session.open_article is not None
    rows = session.open_article.annotations
    session.navigation.go_to(next(row.id for row in rows if row.words(session.open_article.text) == words))


def relabel(session: Session) -> None:
    at(session, "Кенжар")
    session.editor.decisions.label(Kind.ENTITY, "LOC")


def reject(session: Session) -> None:
    at(session, "Мост")
    session.editor.decisions.reject()


def add(session: Session) -> None:
    assert session.open_article is not None
    session.cursor.place_at(session.open_article.text.index("Вестник"))
    session.editor.decisions.label(Kind.ENTITY, "ORG")


def widen(session: Session) -> None:
    at(session, "Тулпар")
    session.editor.boundaries.move_end(1)


CORRECTIONS: dict[str, Correct] = {"label": relabel, "spurious": reject, "missing": add, "boundary": widen}


def correct(session: Session, times: int, act: Correct, *, since: int = 1) -> None:
    """Make the same correction in some articles, one after the other."""
    for article_id in session.articles.shown[since : since + times]:
        session.reader.go_to(article_id)
        act(session)


def offered(session: Session) -> Offer | None:
    """Wait for the search to end, and return the offer."""

    def has_ended() -> bool:
        session.offers.poll()
        return not session.offers.is_searching

    until(has_ended, "no end of the search")
    return session.offers.current


def poll(session: Session) -> Offer | None:
    """Take in what the search has found, and return the offer."""
    session.offers.poll()
    return session.offers.current


def rows_of(session: Session, article_id: int) -> set[tuple[str, str, str]]:
    assert session.project is not None
    text = session.project.text(article_id)
    return {(row.words(text), row.label, row.status) for row in session.project.annotations(article_id)}


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_the_third_equal_correction_is_offered_and_not_the_second(five: Session, kind: str) -> None:
    correct(five, 2, CORRECTIONS[kind])
    assert offered(five) is None
    correct(five, 1, CORRECTIONS[kind], since=3)
    offer = offered(five)
    assert offer is not None and (offer.count, len(offer.articles)) == (2, 2)
    assert len(offer.examples) == 2


@pytest.mark.parametrize("kind", CORRECTIONS)
def test_what_is_taken_is_corrected_alike_in_one_step(five: Session, kind: str) -> None:
    correct(five, 3, CORRECTIONS[kind])
    offer = offered(five)
    assert offer is not None
    before, done = state(five), five.articles.shown[1]
    hits = [hit for portion in offer.search.find() for hit in portion.hits]
    offer.search.apply(hits)
    assert rows_of(five, five.articles.shown[4]) == rows_of(five, five.articles.shown[5])
    words = {words for words, _, _ in rows_of(five, done)}
    assert {words for words, _, _ in rows_of(five, five.articles.shown[5])} == words
    assert "as corrected before" in str(five.history.undo_title())
    five.history.undo()
    assert state(five) == before


def test_pre_tags_stay_pre_tags_and_new_mentions_are_spread(five: Session) -> None:
    for act in (relabel, add):
        correct(five, 3, act)
        offer = offered(five)
        assert offer is not None
        offer.search.apply([hit for portion in offer.search.find() for hit in portion.hits])
    assert five.project is not None
    text = five.project.text(five.articles.shown[5])
    origins = {row.words(text): row.origin for row in five.project.annotations(five.articles.shown[5])}
    assert origins["Кенжар"] is Origin.PRETAG and origins["Вестник"] is Origin.SPREAD


def test_decided_mentions_are_not_counted_in_an_offer(five: Session) -> None:
    five.reader.go_to(five.articles.shown[5])
    at(five, "Кенжар")
    five.editor.decisions.accept()
    correct(five, 3, relabel)
    offer = offered(five)
    assert offer is not None and offer.count == 1
    hits = [hit for portion in offer.search.find() for hit in portion.hits]
    assert [hit.is_open for hit in hits] == [True, False]


def test_corrections_that_were_taken_back_do_not_count(five: Session) -> None:
    correct(five, 2, relabel)
    five.history.undo()
    five.reader.go_to(five.articles.shown[3])
    relabel(five)
    assert offered(five) is None


def test_a_boundary_moved_by_two_keys_is_one_correction(opening: Opening) -> None:
    text = "Строит Тулпар Строй Инвест и другие."
    session = opening("Пусто.", ())
    for number in range(4):
        add_article(session, f"{text}\n{number}", [entity(text, "Тулпар", "ORG")])

    def widen_twice(one: Session) -> None:
        assert one.open_article is not None
        one.navigation.go_to(next(iter(one.open_article.annotations)).id)
        one.editor.boundaries.move_end(1)
        one.editor.boundaries.move_end(1)

    correct(session, 3, widen_twice)
    offer = offered(session)
    assert offer is not None
    offer.search.apply([hit for portion in offer.search.find() for hit in portion.hits])
    last = session.articles.shown[4]
    assert rows_of(session, last) == {("Тулпар Строй Инвест", "ORG", Status.CORRECTED)}


def test_accepting_and_different_corrections_offer_nothing(five: Session) -> None:
    for article_id in five.articles.shown[1:5]:
        five.reader.go_to(article_id)
        at(five, "Сатпаев")
        five.editor.decisions.accept()
    correct(five, 1, relabel)
    correct(five, 2, reject)
    assert offered(five) is None


def test_nothing_is_offered_where_nothing_is_left(opening: Opening) -> None:
    session = opening("Пусто.", ())
    for number in range(3):
        article(session, number)
    correct(session, 3, relabel)
    assert offered(session) is None


def test_two_refusals_in_a_row_silence_the_offers_until_one_is_taken(five: Session) -> None:
    for act in (relabel, reject):
        correct(five, 3, act)
        refused = offered(five)
        assert refused is not None and five.offers.refuse()
    correct(five, 3, add)
    assert offered(five) is None
    five.offers.accept(refused, refused.count, refused.count)
    correct(five, 4, widen)
    assert offered(five) is not None


def test_an_offer_that_another_one_replaces_was_refused(five: Session) -> None:
    for act in (relabel, reject, add):
        correct(five, 3, act)
        offered(five)
    assert offered(five) is None, "two were left for others"


@pytest.mark.parametrize(("taken", "is_offered"), [((5, 3), True), ((5, 2), False), ((1, 1), False)])
def test_a_kind_is_silent_once_less_than_four_fifths_were_taken(
    five: Session, taken: tuple[int, int], *, is_offered: bool
) -> None:
    correct(five, 3, relabel)
    offer = offered(five)
    assert offer is not None
    for count in taken:
        five.offers.accept(offer, count, 5)
    five.offers.open_current()
    correct(five, 4, relabel)
    assert (offered(five) is not None) is is_offered
    correct(five, 3, reject)
    assert offered(five) is not None, "another kind is judged by itself"


def test_few_mentions_are_too_few_to_judge_a_kind_by(five: Session) -> None:
    correct(five, 3, relabel)
    offer = offered(five)
    assert offer is not None
    five.offers.accept(offer, 0, 4)
    five.offers.open_current()
    correct(five, 4, relabel)
    assert offered(five) is not None


def test_more_of_the_same_correction_refuses_nothing(five: Session) -> None:
    correct(five, 4, relabel)
    offered(five)
    correct(five, 3, reject)
    assert offered(five) is not None
    five.offers.refuse()
    correct(five, 3, add)
    assert offered(five) is None


def test_offers_can_be_switched_off_but_for_those_asked_for(five: Session) -> None:
    five.offers.is_on = False
    correct(five, 4, relabel)
    assert offered(five) is None
    at(five, "Сатпаев")
    five.editor.scheme.teach_name()
    assert offered(five) is not None


def test_teaching_offers_the_other_places_and_to_leave_them_is_no_refusal(five: Session) -> None:
    for _ in range(3):
        at(five, "Сатпаев")
        five.editor.scheme.teach_name()
        offer = offered(five)
        assert offer is not None and offer.count == 4 and len(offer.articles) == 4, "but for the mention itself"
        assert "4 more in 4 articles — Enter to look" in str(offer.message("Enter"))
        five.offers.refuse()
    correct(five, 3, relabel)
    assert offered(five) is not None


def test_a_project_that_is_closed_takes_its_offers_along(five: Session) -> None:
    correct(five, 3, relabel)
    assert offered(five) is not None
    five.projects.close()
    assert five.offers.current is None and not five.offers.is_searching


def test_an_offer_costs_less_than_a_fifth_of_a_second(opening: Opening) -> None:
    session = opening("Пусто.", ())
    body = " ".join(f"Слово{number} и ещё одно" for number in range(300))
    ids = []
    for number in range(200):
        text = f"Кенжар растёт. {body} {number}"
        ids.append(add_article(session, text, [entity(text, "Кенжар", "ORG")]))
    correct(session, 2, relabel)
    session.reader.go_to(ids[2])
    began = time.process_time()  # of all threads: how long it takes hangs on what else the machine does
    relabel(session)
    until(lambda: poll(session), "no offer")
    assert time.process_time() - began < 0.2


def test_a_stopped_search_does_not_keep_the_project_from_closing(five: Session) -> None:
    rows: list[Annotation] = []
    for number in range(30):
        add_article(five, f"{TEXT} {number + 10}", rows)
    correct(five, 3, relabel)
    five.projects.close()
    assert five.project is None
