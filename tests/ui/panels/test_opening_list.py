"""The list of articles can be used before its rows are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Body, text_digest
from app.store import Project
from app.ui.base.lists.long_list import LongList
from app.ui.panels.articles.article_list import ArticlesPane
from tests.service.samples import opened
from tests.ui.desktop import Desktop, started, wait_until

MANY = 2_000


@pytest.fixture
def starting(qapp: QApplication) -> Iterator[Callable[[Path], Desktop]]:
    made: list[Desktop] = []

    def start(path: Path) -> Desktop:
        made.append(started(path))
        return made[-1]

    yield start
    for desktop in made:
        desktop.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed project of many articles.

    The later, the smaller the number in the title.
    """
    session = opened(tmp_path / "p.pometka")
    assert session.project is not None
    changes = []
    for number in range(1, MANY):
        title = f"Статья {MANY - number:04}"
        row = Article(session.project.next_id(), title, digest=text_digest(title, title), length=len(title))
        changes += [Change(None, row), Change(None, Body(row.id, title))]
    session.apply(Step(Message("import"), tuple(changes)))
    session.projects.close()
    return tmp_path / "p.pometka"


@pytest.fixture
def rows_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the articles whose rows are read from now on."""
    read, articles = list[int](), Project.articles

    def note(project: Project, ids: Sequence[int] | None = None) -> list[Article]:
        found = articles(project, ids)
        read.extend(row.id for row in found)
        return found

    monkeypatch.setattr(Project, "articles", note)
    return read


def view_of(desktop: Desktop) -> LongList:
    pane = desktop.program.components.panes["articles"].widget()
    assert isinstance(pane, ArticlesPane)
    return pane.findChildren(LongList)[0]


def title_at(view: LongList, index: QModelIndex) -> str:
    return str(view.model().data(index))


def wait_until_read(desktop: Desktop) -> None:
    done = list[bool]()
    desktop.session.articles.completed.connect(lambda: done.append(True))
    wait_until(lambda: bool(done))


def test_keys_and_list_work_while_the_rows_are_read_and_all_are_found_then(
    starting: Callable[[Path], Desktop], path: Path, rows_read: list[int]
) -> None:
    desktop = starting(path)
    view, session = view_of(desktop), desktop.session
    assert view.model().rowCount() == MANY and len(rows_read) < MANY
    desktop.keyboard.press("]")
    assert session.open_article is not None and session.open_article.article.title == f"Статья {MANY - 1}"
    view.scrollToBottom()
    view.viewport().repaint()
    last = view.indexAt(view.viewport().rect().bottomLeft())
    assert last.row() == MANY - 1 and title_at(view, last) == "Статья 0001"
    wait_until_read(desktop)
    assert sorted(rows_read) == list(session.articles.ids())
    session.articles.show_with(text="0042")
    assert [session.articles.get(number).title for number in session.articles.shown] == ["Статья 0042"]  # type: ignore[union-attr]


def test_what_is_typed_into_the_filter_before_the_rows_are_read_is_found_as_they_come(
    starting: Callable[[Path], Desktop], path: Path, rows_read: list[int]
) -> None:
    desktop = starting(path)
    articles, before = desktop.session.articles, len(rows_read)
    desktop.program.components.panes["articles"].widget().focus_filter()  # type: ignore[union-attr]
    desktop.keyboard.type("0042")
    assert len(rows_read) - before < MANY and articles.filter_text == "0042"
    wait_until(lambda: not articles.is_filtering)
    assert [articles.get(number).title for number in articles.shown] == ["Статья 0042"]  # type: ignore[union-attr]
    view = view_of(desktop)
    wait_until(lambda: view.model().rowCount() == 1)
    assert title_at(view, view.model().index(0, 0)) == "Статья 0042"


def test_a_project_opens_at_the_article_where_it_was_left_in_the_order_that_is_remembered(
    starting: Callable[[Path], Desktop], path: Path, rows_read: list[int]
) -> None:
    before = started(path)
    before.session.articles.sort_by_words("title")
    before.rest()
    middle = before.session.articles.shown[MANY // 2]
    before.session.reader.go_to(middle)
    before.close()
    rows_read.clear()
    desktop = starting(path)
    assert len(rows_read) < MANY
    view, session = view_of(desktop), desktop.session
    desktop.rest()
    assert session.open_article is not None and session.open_article.article.id == middle
    index = view.currentIndex()
    assert index.row() == MANY // 2 and view.viewport().rect().intersects(view.visualRect(index))
    titles = [title_at(view, index.siblingAtRow(row)) for row in range(index.row() - 2, index.row() + 3)]
    assert titles == sorted(titles)


def test_a_damaged_row_is_said_over_the_article_and_in_its_place_of_the_list(
    starting: Callable[[Path], Desktop], path: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (odd,) = connection.execute("SELECT id FROM article ORDER BY id LIMIT 1 OFFSET 1").fetchone()
        connection.execute("UPDATE article SET finished = 'вчера' WHERE id = ?", (odd,))
    desktop = starting(path)
    notice, view = desktop.program.components.article.notice, view_of(desktop)
    qtbot.waitUntil(notice.isVisible)
    said = " ".join(label.text() for label in notice.findChildren(QLabel))
    assert f"row {odd} of “article” is damaged" in said and "Nothing is written" in said
    view.viewport().repaint()
    assert [title_at(view, view.model().index(row, 0)) for row in (1, 2)] == ["Cannot be read", f"Статья {MANY - 2}"]
    before = desktop.session.open_article
    desktop.keyboard.press("]")
    assert desktop.session.open_article is before and QApplication.activeModalWidget() is None
    desktop.session.reader.go_to(desktop.session.articles.shown[2])
    assert desktop.session.open_article is not None and desktop.session.open_article is not before
    wait_until_read(desktop)
    assert len(list(desktop.session.articles.fields("title"))) == MANY - 1
