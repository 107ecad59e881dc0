"""Several articles are marked at once: counted before, one step, one undo."""

from __future__ import annotations

import pytest

from app.core.model import Article, Priority, Progress
from app.service.edits.steps.article_marks import ArticleMark, MarkPlan, read_tags
from app.service.session.session import Session
from tests.service.samples import PROPOSED, TEXT, add_article, state


def plan_mark(session: Session, mark: ArticleMark, words: str = "") -> MarkPlan:
    """Return what a mark would change in all articles."""
    planner = session.editor.articles.make_mark_planner(session.articles.shown, mark, words)
    while planner.read_on():
        pass
    return planner.plan


def marked(session: Session, mark: ArticleMark, words: str = "") -> list[Article]:
    """Mark all articles, and return them as the project has them."""
    session.editor.articles.apply_mark(plan_mark(session, mark, words))
    assert session.project is not None
    return session.project.articles()


@pytest.fixture
def many(session: Session) -> Session:
    """Return a session over three articles, one of them done."""
    add_article(session, TEXT + "2", PROPOSED, "Вторая")
    done = add_article(session, TEXT + "3", (), "Третья")
    session.editor.articles.set_progress(done, Progress.DONE)
    return session


@pytest.mark.parametrize("mark", ArticleMark)
def test_a_mark_of_several_articles_is_one_step_and_one_undo(many: Session, mark: ArticleMark) -> None:
    if mark in (ArticleMark.OPEN, ArticleMark.UNFLAG, ArticleMark.REMOVE_TAGS, ArticleMark.NORMAL):
        marked(many, {"open": ArticleMark.DONE, "unflag": ArticleMark.FLAG}.get(mark, ArticleMark.ADD_TAGS), "важное")
        if mark is ArticleMark.NORMAL:
            marked(many, ArticleMark.LOW)
    before = state(many)
    assert many.project is not None
    steps = len(many.project.history().units())
    marked(many, mark, "важное")
    assert state(many) != before
    assert len(many.project.history().units()) == steps + 1
    many.history.undo()
    assert state(many) == before


def test_what_is_so_already_does_not_change_and_open_annotations_are_counted(many: Session) -> None:
    editor = many.editor.articles
    plan = plan_mark(many, ArticleMark.DONE)
    assert plan.chosen == 3 and len(plan.changes) == 2
    assert plan.left_open == 2 * len(PROPOSED)
    assert editor.apply_mark(plan)
    again = plan_mark(many, ArticleMark.DONE)
    assert not again.changes and not again.left_open and not editor.apply_mark(again)
    assert plan_mark(many, ArticleMark.FLAG).left_open == 0
    assert many.open_article is not None and many.open_article.annotations.proposed == len(PROPOSED), "none is decided"


def test_tags_are_added_once_in_any_case_and_removed_in_any_case(many: Session) -> None:
    assert {row.tags for row in marked(many, ArticleMark.ADD_TAGS, " выборы , бюджет  2026,,выборы")} == {
        ("бюджет 2026", "выборы")
    }
    assert {row.tags for row in marked(many, ArticleMark.ADD_TAGS, "Выборы, срочное")} == {
        ("бюджет 2026", "выборы", "срочное")
    }
    assert {row.tags for row in marked(many, ArticleMark.REMOVE_TAGS, "ВЫБОРЫ,нет")} == {("бюджет 2026", "срочное")}
    assert many.articles.known_tags() == ["бюджет 2026", "срочное"]


def test_a_reason_is_kept_where_none_is_given(many: Session) -> None:
    assert {row.remark for row in marked(many, ArticleMark.FLAG, "проверить  даты")} == {"проверить даты"}
    assert {(row.remark, row.progress) for row in marked(many, ArticleMark.SKIP)} == {
        ("проверить даты", Progress.SKIPPED)
    }


def test_a_priority_is_set(many: Session) -> None:
    assert {row.priority for row in marked(many, ArticleMark.URGENT)} == {Priority.URGENT}


def test_tags_are_separated_by_commas() -> None:
    assert read_tags("б, а , б,, ") == ("а", "б")
