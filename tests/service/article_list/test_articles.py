from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from time import thread_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.change import Change, Changed, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Kind, Priority, Progress, Status
from app.core.span import Span
from app.service.article_list.article_list import ArticleList
from app.service.article_list.article_orders import ArticleOrder
from app.service.article_list.listed_articles import ListedArticles
from app.service.session.session import Session
from app.store.rows.counts import Counts
from tests.service.samples import HeldArticles, add_article, entity, listed

ARTICLES = st.lists(
    st.builds(
        Article,
        id=st.integers(1, 60),
        title=st.sampled_from(["Ананас", "ананас 🍍", "Яблоко", ""]),
        date=st.none() | st.dates(dt.date(2025, 1, 1), dt.date(2025, 1, 5)),
        progress=st.sampled_from(Progress),
        is_flagged=st.booleans(),
        priority=st.sampled_from(Priority),
        tags=st.sampled_from([(), ("выборы",), ("Бюджет", "выборы")]),
    ),
    max_size=50,
    unique_by=lambda article: article.id,
)
SHOWING = st.tuples(
    st.sampled_from(["", "АНАНАС", "2025-01-0", "title:ана", "date:2025-01-02"]),
    st.sampled_from(["added", "date", "title", "left"]),
    st.booleans(),
)


@given(ARTICLES, ARTICLES, st.sets(st.integers(1, 60)), SHOWING)
def test_a_list_that_followed_changes_shows_what_a_fresh_one_does(
    before: list[Article], came: list[Article], gone: set[int], showing: tuple[str, str, bool]
) -> None:
    text, order, is_reversed = showing
    followed = listed(before)
    followed.show(text=text, order=order, is_reversed=is_reversed)
    rows = {article.id: article for article in before}
    for article in came:
        followed.follow_changes(Changed((Change(rows.get(article.id), article),)))
        rows[article.id] = article
    for article_id in gone & rows.keys():
        followed.follow_changes(Changed((Change(rows.pop(article_id), None),)))
    fresh = listed(list(rows.values()))
    fresh.show(text=text, order=order, is_reversed=is_reversed)
    assert followed.shown == fresh.shown and len(followed) == len(rows)
    assert [followed.row(article_id) for article_id in followed.shown] == list(range(len(followed.shown)))
    assert all(followed.row(article_id) is None for article_id in rows if article_id not in followed.shown)


@given(ARTICLES)
def test_by_date_the_newest_come_first_and_those_without_a_date_last(articles: list[Article]) -> None:
    made, dates = listed(articles), {article.id: article.date for article in articles}
    made.show(order="date")
    shown = [dates[number] for number in made.shown]
    known = [day for day in shown if day is not None]
    assert shown == [*sorted(known, reverse=True), *[None] * (len(shown) - len(known))]


@given(ARTICLES, ARTICLES)
def test_many_changes_at_once_and_one_by_one_give_the_same_list(before: list[Article], came: list[Article]) -> None:
    rows = {article.id: article for article in before}
    changes = [Change(rows.get(article.id), article) for article in came]
    at_once, one_by_one = listed(before), listed(before)
    at_once.follow_changes(Changed(tuple(changes)))
    for change in changes:
        one_by_one.follow_changes(Changed((change,)))
    assert at_once.shown == one_by_one.shown


@given(ARTICLES)
def test_the_neighbours_of_each_article_are_those_shown_beside_it(articles: list[Article]) -> None:
    made = listed(articles)
    for article_id, following in zip(made.shown, made.shown[1:], strict=False):
        assert made.after(article_id) == following and made.before(following) == article_id
    if made.shown:
        assert made.after(made.shown[-1]) is None and made.before(made.shown[0]) is None
        assert made.after(None) == made.shown[0] == made.after(999)
    open_ones = [article.id for article in articles if article.progress is Progress.OPEN]
    assert made.first_open() == min(open_ones, default=None)


def test_a_decision_changes_counts_and_not_the_order() -> None:
    made = listed([Article(1, "а"), Article(2, "б")])
    made.show(order="left")
    notices: list[bool] = []
    made.reordered.connect(lambda: notices.append(True))
    made.follow_changes(Changed((Change(None, Annotation(9, 2, Kind.ENTITY, "PER", (Span(0, 1),))),)))
    assert made.shown == [1, 2] and notices == [] and made.counts(2).proposed == 1
    made.show(order="left")
    assert made.shown == [2, 1]


@pytest.mark.parametrize(
    ("field", "value", "is_told"),
    [
        *(("title", "Б", True), ("source", "газета", True), ("key", "8", True), ("date", dt.date(2025, 1, 1), True)),
        *(("url", "https://example.kz", False), ("progress", Progress.DONE, False)),
    ],
)
def test_another_order_is_told_where_a_field_changes_that_the_list_sorts_or_finds_by(
    field: str, value: object, is_told: bool
) -> None:
    article = Article(1, title="А", source="сайт", key="7")
    made, told = listed([article]), list[None]()
    made.reordered.connect(lambda: told.append(None))
    made.follow_changes(Changed((Change(article, replace(article, **{field: value})),)))  # type: ignore[arg-type]
    assert len(told) == is_told


def test_an_article_that_comes_costs_the_same_in_a_long_list() -> None:
    long = listed([Article(number, f"Статья {number}") for number in range(1, 100_001)])
    began = thread_time()
    for number in range(200_000, 200_100):
        long.follow_changes(Changed((Change(None, Article(number, "Новая")),)))
    hundred_s = thread_time() - began
    began = thread_time()
    long.show(order=ArticleOrder.TITLE)
    assert hundred_s < thread_time() - began, "a hundred one by one take less than ordering the list once"


@given(ARTICLES)
def test_skipped_articles_count_neither_as_open_nor_as_done(articles: list[Article]) -> None:
    made = listed(articles)
    done = sum(article.progress is Progress.DONE for article in articles)
    assert len(made) - made.skipped_count - made.open_count == done
    following = made.first_open()
    assert following is None or made.get(following).progress is Progress.OPEN


@given(ARTICLES, ARTICLES)
def test_counts_follow_every_change_of_progress(before: list[Article], after: list[Article]) -> None:
    rows = {article.id: article for article in before}
    followed = listed(before)
    for article in after:
        followed.follow_changes(Changed((Change(rows.get(article.id), article),)))
        rows[article.id] = article
    fresh = listed(list(rows.values()))
    assert (followed.open_count, followed.skipped_count) == (fresh.open_count, fresh.skipped_count)


@given(ARTICLES, st.sampled_from([None, *Progress]))
def test_the_filter_for_flags_joins_that_for_progress(articles: list[Article], progress: Progress | None) -> None:
    made = listed(articles)
    made.show(progress=progress, flagged=True)
    wanted = {row.id for row in articles if row.is_flagged and progress in (None, row.progress)}
    assert set(made.shown) == wanted


@pytest.mark.parametrize("typed", ["ковалев", "КОВАЛЁВ", "rjdfktd", "ко\u00adвалёв"])
def test_a_filter_compares_as_mentions_are_compared(session: Session, typed: str) -> None:
    add_article(session, "О погоде.", title="Погода")
    wanted = add_article(session, "Речь.", title="Ковалёв о погоде")
    session.articles.show(text=typed)
    assert session.articles.shown == [wanted]
    session.articles.show(text="нигдетакого")
    assert session.articles.shown == []


def tagged() -> ArticleList:
    return listed(
        [
            Article(1, "Бюджет принят", tags=("Бюджет", "срочное"), priority=Priority.URGENT),
            Article(2, "Выборы назначены", tags=("выборы",), progress=Progress.DONE, source="akorda.kz"),
            Article(3, "Погода", priority=Priority.LOW, date=dt.date(2025, 6, 2), source="example.kz"),
        ]
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tag:бюд", [1]),
        ("тег:БЮДЖЕТ,выборы", [1, 2]),
        ("-тег:выборы", [1, 3]),
        ("приоритет:сроч", [1]),
        ("priority:low,urgent", [1, 3]),
        ("приоритет:обычный выборы", [2]),
        ("статья:готова", [2]),
        ("источник:akorda", [2]),
        ("date:2025-06", [3]),
        ("срочное", [1]),
        ("tag:", [1, 2, 3]),
        ("tag:нет", []),
        ('тег:"срочное" бюджет', [1]),
        ("label:ORG", []),
    ],
)
def test_the_filter_of_the_list_knows_fields_of_articles(typed: str, shown: list[int]) -> None:
    articles = tagged()
    articles.show(text=typed)
    assert articles.shown == shown


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (ArticleOrder.PRIORITY, [1, 2, 3]),
        (ArticleOrder.STATUS, [1, 3, 2]),
        (ArticleOrder.TAGS, [1, 2, 3]),
        (ArticleOrder.SOURCE, [2, 3, 1]),
        (ArticleOrder.DATE, [3, 1, 2]),
    ],
)
def test_each_order_can_be_turned_round(order: ArticleOrder, shown: list[int]) -> None:
    articles = tagged()
    articles.show(order=order)
    assert articles.shown == shown
    articles.show_with(is_reversed=True)
    assert articles.shown == shown[::-1]
    assert [articles.row(number) for number in articles.shown] == [0, 1, 2]


def test_words_are_prepared_in_parts_and_a_change_is_found_at_once() -> None:
    articles = listed([Article(number, f"Статья {number}") for number in range(1, 11)])
    assert articles.read_words(4) and articles.read_words(4) and not articles.read_words(4)
    old = articles.get(3)
    articles.follow_changes(Changed((Change(old, replace(old, title="Новая", tags=("тыква",))),)))  # type: ignore[type-var]
    articles.show(text="тыкв")
    assert articles.shown == [3]


@pytest.mark.parametrize("wish", [{"text": "тыкв"}, {"text": "nsrd"}, {"text": "tag:овощ"}, {"flagged": True}])
def test_a_filter_reads_few_rows_at_once_and_finds_the_others_as_they_come(wish: dict[str, Any]) -> None:
    many, least = 6_000, 50
    rows = [Article(number, f"Статья {number}") for number in range(1, many + 1)]
    for place in range(0, many, least):
        rows[place] = replace(rows[place], title="Тыква", tags=("овощи",), is_flagged=True)
    source = HeldArticles(rows)
    articles = ArticleList()
    articles.load(ListedArticles(source))
    shown = list[int]()
    articles.reordered.connect(lambda: shown.append(len(articles.shown)))
    articles.show(**wish)
    assert len(source.read) <= 500 and articles.is_filtering
    while articles.read_words(300):
        pass
    assert not articles.is_filtering
    assert articles.shown == [row.id for row in rows[::least]]
    assert shown[0] == 10 and shown == sorted(shown) and 5 < len(shown) < 12


def test_counts_that_are_read_later_are_those_of_the_project(session: Session) -> None:
    project = session.project
    assert project is not None
    numbers = [add_article(session, f"Токаев {at}", [entity(f"Токаев {at}", "Токаев", "PER")]) for at in range(5)]
    fresh = ArticleList()
    fresh.load(ListedArticles(project), project.counts)
    fresh.show(order=ArticleOrder.ADDED)
    before = [project.annotations(numbers[0])[0], project.annotations(numbers[1])[0]]
    assert fresh.counts(numbers[0]).proposed == 1
    step = Step(Message("edit"), tuple(Change(row, row.decided("PER", Status.ACCEPTED, "", None)) for row in before))
    session.apply(step)
    fresh.follow_changes(Changed(step.changes))
    assert [fresh.counts(number).proposed for number in numbers] == [0, 0, 1, 1, 1]
    assert fresh.read_more_counts(2)
    while fresh.read_more_counts(2):
        pass
    assert {number: fresh.counts(number) for number in fresh.ids()} == project.counts()
    again = ArticleList()
    again.load(ListedArticles(project), project.counts)
    assert again.count_proposed() == fresh.count_proposed() == (sum(c.proposed for c in project.counts().values()), 0)


def test_a_long_list_is_sorted_by_counts_in_part_and_anew_once_all_are_read() -> None:
    count, asked = 5_000, list[int]()

    def read(ids: Sequence[int]) -> dict[int, Counts]:
        asked.extend(ids)
        return {number: Counts(proposed=number) for number in ids}

    made = listed([Article(number, "") for number in range(1, count + 1)], read)
    made.show(order=ArticleOrder.LEFT)
    assert 0 < len(asked) < count and sorted(made.shown) == list(range(1, count + 1))
    reordered = list[int]()
    made.reordered.connect(lambda: reordered.append(len(asked)))
    while made.read_more_counts(1_000):
        pass
    assert made.shown == list(range(count, 0, -1)) and reordered == [count]
    made.show(order=ArticleOrder.ADDED)
    reordered.clear()
    made.read_more_counts()
    assert reordered == []


def test_no_counts_are_read_before_they_are_asked_for() -> None:
    asked: list[int] = []
    made = listed([Article(number) for number in range(1, 9)], lambda ids: asked.extend(ids) or {})  # type: ignore[func-returns-value]
    made.show(text="x", order=ArticleOrder.TITLE)
    assert asked == []
    made.show(order=ArticleOrder.LEFT)
    assert sorted(set(asked)) == list(range(1, 9))
