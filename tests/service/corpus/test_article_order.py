"""The newest articles that fit come first, however many fit."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.core.query.parsing import parse_query
from app.store.index.index_file import open_for_reading, open_for_writing
from app.store.index.index_reader import IndexReader

MANY, RARE = 2_500, 40
"""Articles with a word that is met everywhere, and those of them with a rare one."""


@pytest.fixture
def days() -> dict[int, str]:
    """Return the days of many articles, by their ids."""
    chance = random.Random(3)  # no secret
    return {number: chance.choice(("", f"2025-0{chance.randrange(1, 10)}-11")) for number in range(1, MANY + 1)}


@pytest.fixture
def reader(tmp_path: Path, days: dict[int, str]) -> Iterator[IndexReader]:
    """Return what reads an index of those articles."""
    with closing(open_for_writing(tmp_path / "a.index")) as connection:
        connection.execute("BEGIN")
        for number, day in days.items():
            places = ", ".join(("?", "?", "''", "?", *["''"] * 8, "NULL", "NULL"))
            connection.execute(f"INSERT INTO article VALUES ({places})", (number, number, day))
            words = "налог школа" if number % (MANY // RARE) == 0 else "налог"
            connection.execute("INSERT INTO words (rowid, form, lemma) VALUES (?, ?, ?)", (number, words, words))
        connection.execute("COMMIT")
    connection_for_reading = open_for_reading(tmp_path / "a.index")
    assert connection_for_reading is not None
    made = IndexReader(connection_for_reading)
    yield made
    made.close()


@pytest.mark.parametrize("typed", ["=налог", "=школа", "=налог -=школа", "=налог =школа"])
def test_articles_come_by_day_however_many_fit(reader: IndexReader, days: dict[int, str], typed: str) -> None:
    has_rare = {number for number in days if number % (MANY // RARE) == 0}
    fitting = set(days) - has_rare if "-" in typed else has_rare if "школа" in typed else set(days)
    by_id = sorted(fitting)
    assert list(reader.article_ids(parse_query(typed))) == sorted(by_id, key=days.__getitem__, reverse=True)
    assert list(reader.article_ids(parse_query(typed), newest_first=False)) == sorted(by_id, key=days.__getitem__)
    assert reader.count_articles(parse_query(typed)) == len(fitting)
