"""Rows, steps and whole-file contents for the tests of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn

from hypothesis import strategies as st

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Candidate, Kind, Note
from app.core.row_types import ROW_TYPES
from app.core.rows.row import Row
from app.core.scheme import Label, Scheme
from app.core.span import Span
from app.store.history.payload import Ids
from app.store.schema.definition import PAGE_BYTES
from tests.row_strategies import row_values

SCHEME = Scheme((Label("PER", key="1"), Label("LOC", key="2"), Label("statement", "claim", "1")))
NEWS = "Глава\u00a0государства 𝐀 Касым-Жомарт Токаев 🇰🇿👩\u200d🚀 сказал: «Да\u0301!»\n\u202eобратно\u2028конец\ufffe"
NOON = datetime(2025, 6, 1, 12, 0, 0, 123456, tzinfo=UTC)

odd_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["", NEWS, "\x01\x1f\ufffe"]
)
LONGEST = 550
"""No span goes further."""
spans = st.tuples(st.integers(0, 500), st.integers(1, 50)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
scheme_text = odd_text.map(lambda text: text.replace("\x00", ""))
"""A scheme is a file too, and no file holds a NUL."""
schemes = row_values(scheme_text, spans).rows(Scheme)
_VALUES = row_values(odd_text, spans)


def articles(number: int, *, length: int | None = None) -> st.SearchStrategy[Article]:
    """Return articles that hold all annotations.

    They have the length that is needed, or the `length` that is given.
    """
    lengths = st.integers(LONGEST, 10**6) if length is None else st.just(length)
    return _VALUES.rows(Article, id=st.just(number), length=lengths)


def annotations(number: int, article: int) -> st.SearchStrategy[Annotation]:
    return _VALUES.rows(Annotation, id=st.just(number), article_id=st.just(article))


def notes(number: int, article: int | None, annotation: int | None) -> st.SearchStrategy[Note]:
    return _VALUES.rows(Note, id=st.just(number), article_id=st.just(article), annotation_id=st.just(annotation))


def candidates(number: int, article: int) -> st.SearchStrategy[Candidate]:
    return _VALUES.rows(Candidate, id=st.just(number), article_id=st.just(article))


def step(*rows: Row, title: str = "Add", group: str = "") -> Step:
    """Return the step that adds rows."""
    return Step(Message(title), tuple(Change(None, row) for row in rows), group)


def change(before: Row | None, after: Row | None, title: str = "Change", group: str = "") -> Step:
    """Return the step of one change."""
    return Step(Message(title), (Change(before, after),), group)


def article_step(number: int, text: str = NEWS, group: str = "") -> Step:
    """Return the step that brings in an article."""
    article = Article(number, f"Статья {number}", date(2025, 9, 2), digest=f"digest {number}", length=len(text))
    return step(article, Body(number, text), title="Import", group=group)


def entity(number: int, article: int, start: int = 0, **fields: Any) -> Annotation:
    """Return a proposed person of five code points."""
    bare = Annotation(number, article, Kind.ENTITY, "PER", (Span(start, start + 5),), created=NOON)
    return replace(bare, **fields)


def no_text(article_id: int, _mark: str) -> NoReturn:
    """Fail: the step names no text."""
    raise AssertionError(article_id)


def no_rows(named: Ids) -> NoReturn:
    """Fail: the step names no row."""
    raise AssertionError(named)


def content(path: Path, *, with_steps: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a project file, by table.

    The program that wrote them is not used.
    """
    tables = [table for one in ROW_TYPES for table in (one.table, *(parts.table for parts in one.parts))]
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # names from above
            for table in tables + ["step"] * with_steps
        }


@contextmanager
def stalled(path: Path) -> Iterator[None]:
    """Keep a project's writer from committing.

    Another program that holds the file would do so.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def damage_free_list(path: Path) -> None:
    """Leave a project that can be read, but not written.

    Where its free pages are is nonsense.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE filler (words TEXT)")
        connection.execute("INSERT INTO filler VALUES (?)", ("слово " * 20_000,))
        connection.execute("DROP TABLE filler")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("rb+") as file:
        file.seek(32)
        trunk = int.from_bytes(file.read(4), "big")
        file.seek((trunk - 1) * PAGE_BYTES)
        file.write(b"\xff" * 64)
