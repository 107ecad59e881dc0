"""A typed query is answered beside the window.

It is answered on either layout, and a regular expression without end is stopped.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.message import UserError
from app.service.concordance.hits import Portion
from app.service.corpus.search_stream import SearchStream, find_portions, start_search
from app.store.index.index_file import open_for_reading
from tests.service.corpus.corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """Return a project of a few articles, indexed."""
    made = Corpus(tmp_path)
    made.refresh()
    yield made
    made.project.close()


def words_of(portions: list[Portion]) -> list[str]:
    return [hit.line[1] for portion in portions for hit in portion.hits]


def read_all(stream: SearchStream) -> list[Portion]:
    found: list[Portion] = []
    while not stream.is_ended:
        found += stream.poll()
    return found + stream.poll()


@pytest.mark.parametrize(("typed", "meant"), [("njrftd", "токаев"), ("Ыдащдф", "Slfolf"), ("школа", "")])
def test_words_that_are_nowhere_are_searched_on_the_other_layout(corpus: Corpus, typed: str, meant: str) -> None:
    portions = list(find_portions(corpus.project, corpus.index, typed))
    expected = corpus.words_found(meant or typed)
    assert words_of(portions) == expected
    assert {portion.typed for portion in portions if portion.typed} == ({meant} if meant and expected else set())


def test_a_search_says_first_how_many_articles_fit(corpus: Corpus) -> None:
    first, *rest = find_portions(corpus.project, corpus.index, "школа")
    assert first.fitting == len([portion for portion in rest if portion.hits]) == 3


def test_what_finds_nothing_says_how_many_articles_each_step_leaves(corpus: Corpus) -> None:
    *_, last = find_portions(corpus.project, corpus.index, "школа source:нет.kz")
    assert last.steps == (3, 0)


@pytest.mark.parametrize("typed", ["школа", "/нал.г/"])
def test_a_thread_and_a_process_find_the_same(corpus: Corpus, typed: str) -> None:
    stream = start_search(corpus.project, corpus.index, typed)
    assert words_of(read_all(stream)) == corpus.words_found(typed)


def test_a_regular_expression_without_end_is_stopped(corpus: Corpus) -> None:
    corpus.add("а" * 60 + "!")
    corpus.refresh()
    stream = start_search(corpus.project, corpus.index, "/(а+)+$/")
    with pytest.raises(UserError, match="takes too long"):
        read_all(stream)


def test_without_an_index_nothing_is_found(corpus: Corpus, tmp_path: Path) -> None:
    assert list(find_portions(corpus.project, tmp_path / "none.index", "школа")) == []


def test_a_word_is_looked_up_once_to_count_and_once_to_list(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.refresh()
    asked = list[str]()

    def open_watched(index: Path) -> sqlite3.Connection | None:
        connection = open_for_reading(index)
        if connection is not None:
            connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr("app.service.corpus.search_stream.open_for_reading", open_watched)
    portions = list(find_portions(corpus.project, corpus.index, "ш*"))
    assert portions[0].fitting == portions[-1].steps[-1] == 3
    assert len([statement for statement in asked if " MATCH " in statement]) == 2
