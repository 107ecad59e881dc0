"""The pace is what an article usually takes; pauses do not count."""

from __future__ import annotations

from app.core.model import Progress
from app.service.article_list.article_orders import ArticleOrder
from app.service.article_list.pace import Pace
from app.service.commands.registry import by_id
from app.service.session.session import Session
from tests.service.face import Face
from tests.service.samples import add_article, planned, take


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_a_long_pause_leaves_the_pace_as_it_is() -> None:
    clock = Clock()
    pace = Pace(clock)
    assert pace.article_s is None
    for lasted_s in (60, 60, 3600, 60, 60):
        clock.now_s += lasted_s
        pace.note(finished=1)
    assert (pace.article_s, pace.finished) == (60, 5)


def test_an_article_that_is_opened_again_counts_no_more() -> None:
    pace = Pace(Clock())
    pace.note(finished=1)
    pace.note(finished=-1)
    assert (pace.article_s, pace.finished) == (None, 0)
    pace.note(finished=-1)
    assert pace.finished == 0


def test_another_project_has_a_pace_of_its_own() -> None:
    clock = Clock()
    pace = Pace(clock)
    clock.now_s = 900
    pace.note(finished=1)
    clock.now_s = 1_000
    pace.restart()
    assert (pace.article_s, pace.finished) == (None, 0)
    clock.now_s = 1_060
    pace.note(finished=1)
    assert (pace.article_s, pace.finished) == (60, 1)


def finish(session: Session, notices: list[str]) -> str:
    by_id("article.finish").perform(Face(session))
    return notices[-1]


def test_finishing_says_what_was_accepted_and_what_takes_it_back(session: Session, notices: list[str]) -> None:
    add_article(session, "Вторая статья.", title="Вторая")
    left = session.navigation.left
    assert left > 1
    assert finish(session, notices) == f"{left} accepted, article 1 done. U takes it back."
    assert session.articles.open_count == 1
    assert finish(session, notices) == "0 accepted, article 2 done. U takes it back. Every article is done."
    session.history.undo()
    assert session.articles.open_count == 1


def test_finishing_what_is_done_offers_no_way_back(session: Session, notices: list[str]) -> None:
    """Undo would take back another step."""
    finish(session, notices)
    assert finish(session, notices) == "The article was done before, nothing was changed. Every article is done."


def test_all_done_under_a_filter_counts_what_the_filter_hides(session: Session, notices: list[str]) -> None:
    for number in range(3):
        add_article(session, f"Другая статья {number}.", title=f"Вторая {number}")
    assert session.open_article is not None
    session.articles.show_with(text=session.open_article.article.title)
    said = finish(session, notices)
    assert said.endswith("Shown ones are done (1). 3 are hidden by the filter. Shift+O clears it.")
    assert "Every" not in said


def test_changing_the_order_leaves_the_filters(session: Session) -> None:
    session.articles.show_with(text="нет такой")
    by_id("articles.sort_title").perform(Face(session))
    assert (session.articles.order, session.articles.filter_text) == (ArticleOrder.TITLE, "нет такой")
    assert by_id("articles.sort_title").checked is not None


def test_only_open_articles_are_shown_and_all_again(session: Session) -> None:
    face, action = Face(session), by_id("articles.only_open")
    action.perform(face)
    assert session.articles.filter_progress is Progress.OPEN
    action.perform(face)
    assert session.articles.filter_progress is None


def test_bulk_edits_say_how_many(session: Session, notices: list[str]) -> None:
    assert session.open_article is not None
    session.cursor.to_start()
    session.cursor.to_end(grow=True)
    left = session.navigation.left
    session.editor.decisions.accept()
    assert notices[-1] == f"{left} accepted in the selection."
    session.editor.articles.remove([session.open_article.article.id])
    assert notices[-1] == "1 articles removed. One undo brings them back."


def test_spreading_through_the_project_says_what_it_did(session: Session, notices: list[str]) -> None:
    assert session.open_article is not None
    add_article(session, session.open_article.text, title="Вторая")
    hits = [hit for hit in planned(session) if hit.is_open]
    take(session, hits)
    assert notices[-1].startswith(f"Labelled PER: {len(hits)} mentions in 2 articles. One undo ")
