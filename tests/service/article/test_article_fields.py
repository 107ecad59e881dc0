"""The fields of an article as people read and write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.message import UserError
from app.core.model import Article, Progress
from app.service.article.article_fields import (
    is_web_address,
    read_day,
    source_words,
    web_address,
    with_fields,
    write_day,
)
from app.service.session.session import Session

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS, st.sampled_from(["ru", "en"]))
def test_a_day_is_read_as_it_is_written(day: date, language: str) -> None:
    assert read_day(write_day(day, language)) == day


@pytest.mark.parametrize("words", ["14.03.2025", "2025-03-14", " 14 марта 2025 ", "14/03/2025", "14.03.2025 г."])
def test_a_day_is_read_as_people_write_it(words: str) -> None:
    assert read_day(words) == date(2025, 3, 14)


@pytest.mark.parametrize("words", ["вчера", "31.02.2025", "14.03.2025 и позже", "2025", "до 14.03.2025"])
def test_what_is_no_day_is_refused_by_name(words: str) -> None:
    with pytest.raises(UserError, match="is not a date"):
        read_day(words)


def test_no_day_is_a_day_that_nobody_knows() -> None:
    assert read_day("  ") is None


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "example.kz",
        "http://",
        "https://a b",
        "data:text/html,x",
        "ftp://a",
    ],
)
def test_only_pages_are_web_addresses(address: str) -> None:
    assert not is_web_address(address)
    assert web_address(Article(1, url=address)) == ""


def test_a_source_that_is_an_address_is_opened_and_a_site_stands_for_a_source() -> None:
    assert web_address(Article(1, source="https://example.kz/a")) == "https://example.kz/a"
    assert source_words(Article(1, url="https://example.kz/news/1")) == "example.kz"
    assert source_words(Article(1, source="Газета", url="https://example.kz")) == "Газета"


def test_an_address_that_came_with_the_article_stays_whatever_it_is() -> None:
    article = Article(1, url="example")
    assert with_fields(article, title="a", day="", source="", url="example").url == "example"
    with pytest.raises(UserError, match="is not a web address"):
        with_fields(article, title="a", day="", source="", url="пример")


def test_one_undo_takes_an_edited_header_back(session: Session) -> None:
    assert session.open_article is not None
    before = session.open_article.article
    session.editor.articles.edit(
        with_fields(before, title="Другой", day="14.03.2025", source="Газета", url="https://example.kz")
    )
    after = session.open_article.article
    assert (after.title, after.date, after.source) == ("Другой", date(2025, 3, 14), "Газета")
    session.history.undo()
    assert session.open_article.article == before


def test_flag_and_skip_are_steps_with_their_own_names(session: Session) -> None:
    assert session.open_article is not None
    article_id = session.open_article.article.id
    session.editor.articles.flag(article_id, is_flagged=True, remark="  две \n строки ")
    assert session.articles.get(article_id) == replace(session.open_article.article, is_flagged=True)
    assert session.open_article.article.remark == "две строки"
    assert str(session.history.undo_title()).startswith("flag “")
    session.editor.articles.skip(article_id, "реклама")
    assert session.open_article.article.progress is Progress.SKIPPED
    assert str(session.history.undo_title()).startswith("skip “")
    session.editor.articles.flag(article_id, is_flagged=False)
    assert str(session.history.undo_title()).startswith("take the flag off “")
