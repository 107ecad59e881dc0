"""The tables of a project hold what row types declare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
from sqlmodel import SQLModel

from app.core.row_types import DECLARED, ROW_TYPES, Parts, RowType
from app.core.rows.row import Row
from app.store.schema import tables  # noqa: F401  # declares them
from app.store.schema.definition import create_schema
from app.store.schema.row_columns import Column, field_columns, part_columns, row_columns

TABLES: dict[str, tuple[Column, ...]] = {declared.table: row_columns(declared) for declared in ROW_TYPES}
TABLES |= {parts.table: part_columns(declared, parts) for declared in ROW_TYPES for parts in declared.parts}
by_row_type = pytest.mark.parametrize("declared", ROW_TYPES, ids=lambda declared: declared.table)


@pytest.fixture(scope="module")
def schema() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        create_schema(connection)
        yield connection


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_a_column_for_each_declared_field_in_order(schema: sqlite3.Connection, table: str) -> None:
    found = schema.execute('SELECT name, type, "notnull" FROM pragma_table_info(?)', (table,)).fetchall()
    assert found == [(column.name, column.type, int(not column.is_optional)) for column in TABLES[table]]


def test_annotations_are_counted_and_listed_by_their_index_alone() -> None:
    """Compare the tables with the declaration too.

    They are made of statements that a script wrote.
    """
    columns = ["article_id", "start", "kind", "status"]
    table = SQLModel.metadata.tables["annotation"]
    (declared,) = (index for index in table.indexes if index.name == "annotation_in_text")
    assert [column.name for column in declared.columns] == columns
    with closing(sqlite3.connect(":memory:")) as connection:
        create_schema(connection)
        found = connection.execute("SELECT name FROM pragma_index_info('annotation_in_text') ORDER BY seqno").fetchall()
    assert [name for (name,) in found] == columns


@by_row_type
def test_the_columns_of_references_refer_to_their_tables(schema: sqlite3.Connection, declared: RowType[Any]) -> None:
    found = schema.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (declared.table,)).fetchall()
    assert set(found) == {(reference.field, DECLARED[reference.to].table) for reference in declared.references}


@by_row_type
def test_what_hangs_on_an_article_is_found_by_an_index(schema: sqlite3.Connection, declared: RowType[Any]) -> None:
    if declared.article_field:
        wanted = f"EXPLAIN QUERY PLAN SELECT * FROM {declared.table} WHERE {declared.article_field} = 1"
        assert schema.execute(wanted).fetchone()[-1].startswith("SEARCH")


def test_a_field_of_a_type_that_no_column_holds_stops_the_program() -> None:
    with pytest.raises(TypeError, match="bytes"):
        field_columns("picture", bytes)


@dataclass(frozen=True, slots=True)
class _Place:
    """A part with the field name of a part's place.

    It is called as the place of a part in its row is.
    """

    position: int


@dataclass(frozen=True, slots=True)
class _Placed(Row):
    id: int
    places: tuple[_Place, ...] = ()


def test_a_field_that_is_called_as_another_column_stops_the_program() -> None:
    declared = RowType(_Placed, "placed", parts=(Parts("places", "place"),))
    with pytest.raises(TypeError, match="two columns of place have one name"):
        part_columns(declared, declared.parts[0])
