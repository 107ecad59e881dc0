"""The list stands before its rows are read.

It says the same as one whose rows are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change, Changed, Step
from app.core.message import Message, UserError
from app.core.model import Article, Body, Priority, Progress, text_digest
from app.service.article_list.article_list import ArticleList
from app.service.article_list.article_orders import FIELD_ORDERS, ArticleOrder
from app.service.article_list.listed_articles import ListedArticles
from app.service.session.session import Session
from app.store import Project
from app.store.files.damage import DamagedError
from tests.service.samples import HeldArticles, add_article, opened

MANY = 300
ROWS = st.lists(
    st.builds(
        Article,
        id=st.integers(1, 400),
        title=st.sampled_from(["Ананас", "ананас 🍍", "Яблоко", ""]),
        date=st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 5)),
        source=st.sampled_from(["", "akorda.kz", "Газета"]),
        url=st.sampled_from(["", "https://example.kz/1"]),
        progress=st.sampled_from(Progress),
        is_flagged=st.booleans(),
        priority=st.sampled_from(Priority),
        tags=st.sampled_from([(), ("выборы",), ("Бюджет", "выборы")]),
    ),
    max_size=120,
    unique_by=lambda article: article.id,
)
SHOWING = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["", "ана", "tag:выб", "fyfyfc"]),
        "progress": st.none() | st.sampled_from(Progress),
        "flagged": st.booleans(),
        "order": st.sampled_from(sorted(FIELD_ORDERS)) | st.just(ArticleOrder.ADDED),
        "is_reversed": st.booleans(),
    }
)


def unread(source: HeldArticles) -> ArticleList:
    made = ArticleList()
    made.load(ListedArticles(source))
    return made


def made_project(path: Path, count: int = MANY) -> list[int]:
    """Make a project of articles; return their ids."""
    session = opened(path)
    assert session.project is not None
    changes = []
    for number in range(1, count):
        text = f"Статья {number}"
        row = Article(session.project.next_id(), text, digest=text_digest(text, text), length=len(text))
        changes += [Change(None, row), Change(None, Body(row.id, text))]
    session.apply(Step(Message("import"), tuple(changes)))
    ids = list(session.articles.ids())
    session.projects.close()
    return ids


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def reopening() -> Iterator[Callable[..., Session]]:
    """Return what opens a project in a session."""
    made: list[Session] = []

    def open_project(path: Path, *, read_only: bool = False, errors: list[Exception] | None = None) -> Session:
        made.append(Session(author="Ая"))
        if errors is not None:
            made[-1].damaged.connect(errors.append)
        made[-1].projects.open(path, read_only=read_only)
        return made[-1]

    yield open_project
    for session in made:
        session.projects.close()


def test_a_list_is_whole_before_a_row_is_read() -> None:
    source = HeldArticles(Article(number, progress=Progress.DONE) for number in range(1, MANY + 1))
    articles = unread(source)
    assert articles.shown == list(range(1, MANY + 1)) and len(articles) == MANY
    assert articles.open_count == 0 and articles.first_open() is None and articles.row(MANY) == MANY - 1
    articles.show(progress=Progress.DONE, is_reversed=True)
    assert articles.shown == list(range(MANY, 0, -1))
    assert source.read == []


def test_a_row_is_read_with_some_of_those_shown_beside_it_and_once() -> None:
    source = HeldArticles(Article(number) for number in range(1, MANY + 1))
    articles = unread(source)
    assert articles.get(150) == source.rows[150]
    assert 150 in source.read and 1 < len(source.read) < MANY / 3
    assert max(source.read) - min(source.read) == len(source.read) - 1
    for number in list(source.read):
        articles.get(number)
    assert len(source.read) == len(set(source.read))
    told = list[int]()
    articles.completed.connect(lambda: told.append(len(source.read)))
    while articles.read_words(50):
        assert not told
    assert sorted(source.read) == list(range(1, MANY + 1))
    articles.read_words()
    assert told == [MANY]


@given(ROWS, SHOWING, SHOWING, st.integers(0, 130))
def test_a_list_read_in_part_shows_what_one_shows_whose_rows_are_all_read(
    rows: list[Article], first: dict[str, object], then: dict[str, object], most: int
) -> None:
    partial, whole = unread(HeldArticles(rows)), unread(HeldArticles(rows))
    whole.read_words()
    for showing in (first, then):
        for articles in (partial, whole):
            articles.show(**showing)  # type: ignore[arg-type]
        assert partial.shown == whole.shown
        assert [partial.row(number) for number in partial.shown] == list(range(len(partial.shown)))
        partial.read_words(most)
    assert partial.known_tags() == whole.known_tags()
    assert sorted(partial.fields("title", "tags")) == sorted(whole.fields("title", "tags"))


@given(ROWS, ROWS, SHOWING, st.integers(0, 130))
def test_changes_are_followed_while_the_rows_are_read(
    before: list[Article], came: list[Article], showing: dict[str, object], most: int
) -> None:
    source = HeldArticles(before)
    followed = unread(source)
    followed.show(**showing)  # type: ignore[arg-type]
    for article in came:
        old = source.rows.get(article.id)
        is_gone = old is not None and article.is_flagged
        source.rows.pop(article.id, None)
        if not is_gone:
            source.rows = dict(sorted((source.rows | {article.id: article}).items()))
        followed.follow_changes(Changed((Change(old, None if is_gone else article),)))
        followed.read_words(most // 10)
    fresh = unread(HeldArticles(source.rows.values()))
    assert {number: followed.get(number) for number in followed.ids()} == source.rows
    assert (followed.open_count, followed.skipped_count) == (fresh.open_count, fresh.skipped_count)
    followed.show(**showing | {"order": ArticleOrder.TITLE})  # type: ignore[arg-type]
    fresh.show(**showing | {"order": ArticleOrder.TITLE})  # type: ignore[arg-type]
    assert followed.shown == fresh.shown


def test_the_fields_of_articles_are_those_of_their_rows_with_what_is_still_to_be_saved(session: Session) -> None:
    project = session.project
    assert project is not None
    names = [field.name for field in fields(Article)][1:]
    for number in range(3):
        add_article(session, f"Другая {number}")
    first, second, *_ = project.articles()
    changed = replace(first, title="Новая", tags=("а", "б"), date=date(2025, 3, 1), priority=Priority.HIGH)
    with project.held():
        project.apply(
            Step(
                Message("edit"),
                (Change(first, changed), Change(Body(second.id, project.text(second.id)), None), Change(second, None)),
            )
        )
        rows = project.articles()
        assert project.pending and changed in rows and second.id not in {row.id for row in rows}
        for some in (names, *([name] for name in names)):
            assert project.article_fields(*some) == [(row.id, *(getattr(row, name) for name in some)) for row in rows]
        wanted = [rows[-1].id, first.id, second.id]
        assert project.articles(wanted) == [changed, rows[-1]]
    session.history.undo()


def test_an_article_that_another_process_removes_while_the_rows_are_read_leaves_the_list(
    reopening: Callable[..., Session], tmp_path: Path
) -> None:
    ids = made_project(tmp_path / "p.pometka")
    session = reopening(tmp_path / "p.pometka", read_only=True)
    articles, told = session.articles, list[int]()
    assert articles.shown == ids
    articles.reordered.connect(lambda: told.append(len(articles)))
    tables = ("body", "article")
    run_sql(tmp_path / "p.pometka", *(f"DELETE FROM {table} WHERE id = {ids[-1]}" for table in tables))
    assert articles.get(ids[-1]) is None
    assert articles.shown == ids[:-1] and told == [MANY - 1] and articles.open_count == MANY - 1
    session.reader.go_to(ids[-1])
    assert session.open_article is not None and session.open_article.article.id == ids[0]
    articles.show(order=ArticleOrder.TITLE, text="статья")
    assert ids[-1] not in articles.shown and len(articles.shown) == MANY - 1


@pytest.mark.parametrize("place", [0, 1, MANY - 1])
@pytest.mark.parametrize("value", ["'вчера'", "CAST(x'ff41' AS TEXT)"])
def test_a_damaged_row_is_said_once_and_costs_no_other_article(
    reopening: Callable[..., Session], tmp_path: Path, place: int, value: str
) -> None:
    ids = made_project(tmp_path / "p.pometka")
    odd = ids[place]
    run_sql(tmp_path / "p.pometka", f"UPDATE article SET finished = {value} WHERE id = {odd}")
    errors = list[Exception]()
    session = reopening(tmp_path / "p.pometka", errors=errors)
    assert session.open_article is not None and session.open_article.article.id != odd
    while session.articles.read_words(50):
        pass
    for order in ArticleOrder:
        session.articles.show(order=order)
        assert sorted(session.articles.shown) == ids
    session.articles.show(order=ArticleOrder.DATE)
    assert session.articles.shown[-1] == odd
    session.articles.show(text="ь")
    assert session.articles.shown == [number for number in ids if number != odd]
    assert session.articles.get(odd) is None
    reason = f"row {odd} of “article” is damaged" if "вчера" in value else "a text in it is not UTF-8"
    with pytest.raises(DamagedError, match=reason):
        session.reader.go_to(odd)
    assert {str(error.message) for error in errors if isinstance(error, UserError)} == {
        f"“p.pometka” is damaged: {reason}."
    }
    assert session.project is not None and session.project.read_only


def test_a_project_whose_rows_are_all_damaged_is_refused(reopening: Callable[..., Session], tmp_path: Path) -> None:
    made_project(tmp_path / "p.pometka", 5)
    run_sql(tmp_path / "p.pometka", "UPDATE article SET finished = 'вчера'")
    with pytest.raises(DamagedError, match="of “article” is damaged"):
        reopening(tmp_path / "p.pometka")


def test_damage_in_what_the_list_needs_at_once_leaves_the_project_before_open(
    reopening: Callable[..., Session], tmp_path: Path
) -> None:
    made_project(tmp_path / "a.pometka", 3)
    (odd, *_) = made_project(tmp_path / "b.pometka", 3)
    run_sql(tmp_path / "b.pometka", f"UPDATE article SET progress = 'так' WHERE id = {odd}")
    session = reopening(tmp_path / "a.pometka")
    with pytest.raises(DamagedError, match=f"row {odd} of “article” is damaged"):
        session.projects.open(tmp_path / "b.pometka")
    assert session.project is not None and session.project.path.name == "a.pometka"
    assert len(session.articles) == 3 and session.open_article is not None


def test_damaged_rows_are_told_apart_in_one_pass_over_a_long_list(
    reopening: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = made_project(tmp_path / "p.pometka")
    asked, articles = list[int](), Project.articles

    def note(project: Project, some: Sequence[int] | None = None) -> list[Article]:
        asked.append(len(some or ()))
        return articles(project, some)

    session = reopening(tmp_path / "p.pometka")
    run_sql(tmp_path / "p.pometka", f"UPDATE article SET finished = 'вчера' WHERE id IN ({ids[-1]}, {ids[-9]})")
    monkeypatch.setattr(Project, "articles", note)
    assert len(list(session.articles.fields("finished"))) == MANY - 2 and len(asked) == 2
    list(session.articles.fields("finished"))
    assert session.articles.get(ids[-1]) is None and len(asked) == 2


def test_no_backup_is_made_of_a_project_with_a_damaged_row(reopening: Callable[..., Session], tmp_path: Path) -> None:
    ids = made_project(tmp_path / "p.pometka", 5)
    run_sql(tmp_path / "p.pometka", f"UPDATE article SET finished = 'вчера' WHERE id = {ids[-1]}")
    session = reopening(tmp_path / "p.pometka")
    list(session.articles.fields("finished"))
    session.storage.check()
    session.projects.close()
    assert not list(tmp_path.glob("* backups/*"))


def test_a_project_without_articles_opens_to_an_empty_list(reopening: Callable[..., Session], tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.pometka", Session().scheme):
        pass
    session = reopening(tmp_path / "p.pometka")
    for order in ArticleOrder:
        session.articles.show(text="а", order=order, flagged=True)
        assert session.articles.shown == [] and not session.articles.read_words()


@pytest.mark.parametrize("order", FIELD_ORDERS)
def test_a_project_is_opened_in_each_order_of_its_fields(
    reopening: Callable[..., Session], tmp_path: Path, order: ArticleOrder
) -> None:
    made_project(tmp_path / "p.pometka", 80)
    session = reopening(tmp_path / "p.pometka")
    session.articles.show(order=order)
    before = session.articles.shown
    session.projects.close()
    session.projects.open(tmp_path / "p.pometka")
    assert session.articles.shown == before and session.articles.order is order
