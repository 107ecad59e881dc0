from __future__ import annotations

from app.core.model import Article, Progress
from app.service.session.session import Session
from tests.service.samples import NOON, TEXT, add_article


def stored(session: Session, article_id: int) -> Article:
    assert session.project is not None
    found = session.project.article(article_id)
    assert found is not None
    return found


def test_an_article_that_is_finished_says_when(session: Session) -> None:
    assert session.open_article is not None
    number = session.open_article.article.id
    assert stored(session, number).finished is None
    session.editor.decisions.finish()
    finished = stored(session, number).finished
    assert finished is not None and finished.replace(second=0) == NOON
    assert session.articles.get(number) == stored(session, number)


def test_an_article_that_is_opened_again_is_not_finished(session: Session) -> None:
    number = add_article(session, TEXT + "Ещё.")
    session.editor.articles.set_progress(number, Progress.DONE)
    assert stored(session, number).finished is not None
    session.editor.articles.set_progress(number, Progress.SKIPPED)
    assert stored(session, number).finished is None


def test_undo_and_redo_bring_back_the_first_time_of_finishing(session: Session) -> None:
    number = add_article(session, TEXT + "Ещё.")
    session.editor.articles.set_progress(number, Progress.DONE)
    before = stored(session, number).finished
    session.history.undo()
    assert stored(session, number).finished is None
    session.history.redo()
    assert stored(session, number).finished == before


def test_an_edit_of_a_finished_article_leaves_the_time(session: Session) -> None:
    number = add_article(session, TEXT + "Ещё.")
    session.editor.articles.set_progress(number, Progress.DONE)
    before = stored(session, number).finished
    session.editor.articles.flag(number, is_flagged=True)
    assert stored(session, number).finished == before
