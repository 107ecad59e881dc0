"""A filter of the article list is saved under a name."""

from __future__ import annotations

import pytest

from app.core.model import Progress
from app.core.records import QueryPlace
from app.service.corpus.saved_queries import filter_query, saved_queries
from tests.service.samples import TEXT, add_article
from tests.ui.desktop import Desktop


@pytest.fixture
def many(desktop: Desktop) -> Desktop:
    """Return a window over four articles, one done and one flagged."""
    numbers = [add_article(desktop.session, f"{TEXT}\n{number}", (), f"Статья {number}") for number in range(3)]
    edits = desktop.session.editor.articles
    edits.set_progress(numbers[0], Progress.DONE)
    edits.flag(numbers[1], is_flagged=True, remark="даты")
    desktop.rest()
    return desktop


def saved(desktop: Desktop) -> list[tuple[str, str]]:
    return [(row.name, row.query) for row in saved_queries(desktop.session, QueryPlace.LIST)]


@pytest.mark.parametrize("layout", ["us", "ru"])
def test_a_filter_is_saved_and_comes_again_by_key(many: Desktop, layout: str) -> None:
    many.keyboard.layout = layout
    articles = many.session.articles
    articles.show(text="Статья", progress=Progress.OPEN, flagged=True)
    wanted = list(articles.shown)
    assert len(wanted) == 1
    many.keyboard.press("Ctrl+Alt+S")
    many.keyboard.type("mine" if layout == "us" else "мои")
    many.keyboard.press("Enter")
    name = "mine" if layout == "us" else "мои"
    assert saved(many) == [(name, "Статья progress:open flag:yes")]
    many.keyboard.press("Shift+O")
    assert len(articles.shown) == 4
    many.keyboard.press("Ctrl+Alt+F", "Enter")
    assert articles.shown == wanted and filter_query(articles) == "Статья progress:open flag:yes"
    many.keyboard.press("Ctrl+Alt+F", "Down", "Enter")
    assert saved(many) == [], "the filter of now can be removed"
    many.keyboard.press("U")
    assert len(saved(many)) == 1


def test_nothing_is_saved_without_a_filter_or_a_name(many: Desktop) -> None:
    many.keyboard.press("Ctrl+Alt+S")
    assert saved(many) == []
    many.session.articles.show(text="Статья")
    many.keyboard.press("Ctrl+Alt+S", "Enter")
    assert saved(many) == []
    many.keyboard.press("Ctrl+Alt+F")
    assert saved(many) == []


def test_a_name_is_saved_once_and_searches_are_apart(many: Desktop) -> None:
    for text in ("Статья", "Статья 1"):
        many.session.articles.show(text=text)
        many.keyboard.press("Ctrl+Alt+S")
        many.keyboard.type("a")
        many.keyboard.press("Enter")
    assert saved(many) == [("a", "Статья 1")]
    assert saved_queries(many.session) == []
