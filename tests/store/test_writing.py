"""What writing does to rows.

A new one is inserted, one that was there is changed, and nothing else happens.
"""

from __future__ import annotations

import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from app.core.change import Change
from app.core.model import Article, Body, Candidate, Note, Role
from app.core.records import ClaimPlace, ClaimRecord, Evidence, Judgement, RegisterRecord, Sample, SavedQuery, Verdict
from app.core.rows.row import Row
from app.core.span import Span
from app.store.rows.forms import FORMS
from app.store.rows.row_writing import write_changes
from app.store.schema.definition import create_schema
from tests.store.samples import SCHEME, entity

ARTICLE = Article(2, "Статья", length=5)
ROWS: tuple[Row, ...] = (
    SCHEME,
    ARTICLE,
    Body(2, "слово"),
    entity(3, 2),
    Note(4, "пометка", 2),
    Candidate(5, 2, Span(0, 5), "PER", 0.5),
    Judgement(6, left="PER алимов", right="PER серик алимов"),
    RegisterRecord(7, "PER алимов", "Серик Алимов", "PER", identifiers=(("wikidata", "Q1"),)),
    ClaimRecord(8, "promise", "построить школу"),
    ClaimPlace(9, 3, 8),
    Verdict(10, 8, "kept", "promises"),
    Evidence(11, 10, "https://example.kz/1", "школа открыта"),
    SavedQuery(12, "обещания", "kind:promise"),
    Sample(13, seed=7, population=40, members="2 31"),
)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        create_schema(made)
        made.execute("PRAGMA foreign_keys = ON")
        yield made


def tables(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [connection.execute(f"SELECT * FROM {form.table}").fetchall() for form in FORMS]


def test_every_row_type_is_among_the_samples() -> None:
    assert {type(row) for row in ROWS} == {form.row_class for form in FORMS}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_new_row_never_updates_one_that_has_its_id(connection: sqlite3.Connection, row: Row) -> None:
    write_changes(connection, [Change(None, one) for one in ROWS])
    before = tables(connection)
    with pytest.raises(sqlite3.IntegrityError):
        write_changes(connection, [Change(None, row)])
    assert tables(connection) == before


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_row_that_is_not_there_is_neither_changed_nor_removed(connection: sqlite3.Connection, row: Row) -> None:
    for after in (row, None):
        with pytest.raises(sqlite3.IntegrityError, match="missing"):
            write_changes(connection, [Change(row, after)])
    assert not any(tables(connection))


def test_two_new_rows_of_one_id_in_one_batch_are_refused(connection: sqlite3.Connection) -> None:
    write_changes(connection, [Change(None, ARTICLE)])
    first, second = entity(3, 2), entity(3, 2, label="LOC")
    with pytest.raises(sqlite3.IntegrityError, match="there already"):
        write_changes(connection, [Change(None, first), Change(None, second)])


def test_what_counts_is_the_state_before_the_batch_and_behind_it(connection: sqlite3.Connection) -> None:
    write_changes(connection, [Change(None, ARTICLE)])
    row, later = entity(3, 2), entity(3, 2, label="LOC", roles=(Role("speaker", Span(0, 5)),))
    write_changes(connection, [Change(None, row), Change(row, later)])
    assert connection.execute("SELECT label FROM annotation").fetchall() == [("LOC",)]
    write_changes(connection, [Change(later, None), Change(None, row)])
    assert connection.execute("SELECT label FROM annotation").fetchall() == [("PER",)]
    assert connection.execute("SELECT count(*) FROM claim_role").fetchone() == (0,)
    write_changes(connection, [Change(None, entity(9, 2)), Change(entity(9, 2), None), Change(row, later)])
    assert connection.execute("SELECT id, label FROM annotation").fetchall() == [(3, "LOC")]


def test_a_changed_row_keeps_those_that_refer_to_it(connection: sqlite3.Connection) -> None:
    write_changes(connection, [Change(None, one) for one in ROWS])
    write_changes(connection, [Change(ARTICLE, replace(ARTICLE, title="Иначе"))])
    assert connection.execute("SELECT title FROM article").fetchall() == [("Иначе",)]
    assert connection.execute("SELECT count(*) FROM annotation").fetchone() == (1,)


def test_the_values_of_a_large_step_are_not_all_in_memory_at_once(connection: sqlite3.Connection) -> None:
    count = 5_000
    write_changes(connection, [Change(None, Article(1, length=100))])
    made = [Change(None, entity(number, 1)) for number in range(2, count)]
    for changes in (made, [change.inverse() for change in made]):
        tracemalloc.start()
        write_changes(connection, changes)
        _, peak_bytes = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak_bytes < 150 * count, "the states of the rows, not their columns"
