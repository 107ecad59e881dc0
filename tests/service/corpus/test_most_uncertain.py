"""The index gives the most doubtful proposals as plain sorting does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from app.core.model import Annotation, Article, Kind, Progress, Status, uncertainty
from app.core.span import Span
from app.store.index.index_file import open_for_reading, open_for_writing
from app.store.index.index_reader import IndexReader
from app.store.index.index_writer import IndexWriter

Indexed = dict[Article, list[Annotation]]
SHARES = (None, 0.2, 0.5, 0.5, 0.9)


def made_articles(seed: int) -> Indexed:
    """Return articles with few or many proposals, often of equal doubt."""
    chance, number, made = random.Random(seed), 100, Indexed()
    for article_id in range(1, 30):
        progress = chance.choice((Progress.OPEN, Progress.OPEN, Progress.DONE, Progress.SKIPPED))
        rows = []
        for start in range(chance.choice((0, 1, 3, 9))):
            number += 1
            status = chance.choice((Status.PROPOSED, Status.PROPOSED, Status.ACCEPTED))
            row = Annotation(number, article_id, Kind.ENTITY, "PER", (Span(start, start + 1),), status=status)
            rows.append(replace(row, confidence=chance.choice(SHARES)))
        made[Article(article_id, f"Статья {article_id}", progress=progress, digest="d", length=20)] = rows
    return made


def write(connection: Connection, articles: Indexed) -> None:
    writer = IndexWriter(connection, str, str)
    with writer.writing():
        for article, rows in articles.items():
            writer.write_article(article, "я" * 20, rows, [])


@contextmanager
def indexed(path: Path, articles: Indexed) -> Iterator[tuple[Connection, IndexReader]]:
    with closing(open_for_writing(path)) as connection:
        write(connection, articles)
        reading = open_for_reading(path)
        assert reading is not None
        with closing(IndexReader(reading)) as reader:
            yield connection, reader


def plainly_sorted(articles: Indexed) -> list[int]:
    """Return the proposals, the most doubtful first.

    Those in skipped articles are left out.
    """
    rows = [row for article, rows in articles.items() if article.progress is not Progress.SKIPPED for row in rows]
    proposed = [row for row in rows if row.status is Status.PROPOSED]
    return [row.id for row in sorted(proposed, key=lambda row: (-uncertainty(row), row.article_id, row.start, row.id))]


@pytest.mark.parametrize("seed", range(5))
def test_the_most_doubtful_come_first_however_many_are_asked_for(tmp_path: Path, seed: int) -> None:
    articles = made_articles(seed)
    expected = plainly_sorted(articles)
    with indexed(tmp_path / "a.index", articles) as (_, reader):
        for most in range(len(expected) + 2):
            assert [entry.annotation_id for entry in reader.find_most_uncertain(most)] == expected[:most]


def test_all_proposals_are_given_and_none_besides(tmp_path: Path) -> None:
    articles = made_articles(1)
    expected = {row.id for rows in articles.values() for row in rows if row.status is Status.PROPOSED}
    with indexed(tmp_path / "a.index", articles) as (_, reader):
        assert set(reader.proposals(-1)) == expected
        assert len(reader.proposals(4)) == 4


def test_what_is_decided_is_doubtful_no_more(tmp_path: Path) -> None:
    articles = made_articles(2)
    with indexed(tmp_path / "a.index", articles) as (connection, reader):
        worst = plainly_sorted(articles)[0]
        decided = {
            article: [replace(row, status=Status.ACCEPTED) if row.id == worst else row for row in rows]
            for article, rows in articles.items()
        }
        write(connection, decided)
        assert [entry.annotation_id for entry in reader.find_most_uncertain(1_000)] == plainly_sorted(decided)
        assert worst not in reader.proposals(-1)
