"""SQL says the same of annotations as the core."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import given
from hypothesis import strategies as st

from app.core.model import Annotation, Kind, Status, reading_key
from app.core.span import Span
from app.store.rows.meanings import IS_LIVE, READING_ORDER

SPANS = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda pair: Span(pair[0], sum(pair)))
ANNOTATIONS = st.lists(st.tuples(SPANS, st.sampled_from(Status)), max_size=20).map(
    lambda found: [
        Annotation(number, 1, Kind.ENTITY, "X", (span,), status) for number, (span, status) in enumerate(found, 1)
    ]
)


@contextmanager
def stored(annotations: list[Annotation]) -> Iterator[sqlite3.Connection]:
    disk = sqlite3.connect(":memory:")
    disk.execute("CREATE TABLE annotation (id INTEGER PRIMARY KEY, start INTEGER, stop INTEGER, status TEXT)")
    rows = [(row.id, row.start, row.stop, row.status) for row in reversed(annotations)]
    disk.executemany("INSERT INTO annotation VALUES (?, ?, ?, ?)", rows)
    yield disk
    disk.close()


@given(ANNOTATIONS)
def test_sql_reads_annotations_in_the_order_of_the_core(annotations: list[Annotation]) -> None:
    with stored(annotations) as disk:
        read = disk.execute(f"SELECT id FROM annotation ORDER BY {READING_ORDER}").fetchall()
    assert [number for (number,) in read] == [row.id for row in sorted(annotations, key=reading_key)]


@given(ANNOTATIONS)
def test_sql_counts_the_annotations_that_are_live_in_the_core(annotations: list[Annotation]) -> None:
    with stored(annotations) as disk:
        live = {number for (number,) in disk.execute(f"SELECT id FROM annotation WHERE {IS_LIVE}")}
    assert live == {row.id for row in annotations if row.is_live}
