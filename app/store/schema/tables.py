"""The tables of a project file.

They never leave this package: readers get the values of `app.core`. Those of rows are made from `app.core.row_types`: a
column a field, as `row_columns.py` says. `ddl.py` is made from all of them, Alembic compares with them, and the
statements follow. Offsets are in code points of the article's text. Times are ISO 8601 in UTC, dates ISO 8601. Lists
are compact JSON, "" where they are empty.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import new_class
from typing import Any

from sqlalchemy import Index, LargeBinary, MetaData, text
from sqlmodel import Field, SQLModel

from app.core.row_types import DECLARED, ROW_TYPES, Parts, RowType
from app.store.schema.row_columns import REAL, TEXT, WHOLE, Column, owner_column, part_columns, row_columns

_INDEXES = {"annotation": {"annotation_in_text": ("article_id", "start", "kind", "status")}}
"""Indexes by table and name, besides those of references."""
_PYTHON_TYPES: dict[str, Any] = {WHOLE: int, TEXT: str, REAL: float}


class StepRow(SQLModel, table=True):
    """A step: undo history, audit trail and crash story in one.

    `state` is "applied", "undone" or "discarded" (undone, and the step `overtaken` came in its place). `last_id` is the
    highest id that the project had given out by then. `payload` holds the changes (see `payload.py`). `name` is what
    somebody called the point that it led to. `articles` and `annotations` count those that changed; `article` is the
    one that did, where it is one.
    """

    __tablename__ = "step"
    __table_args__ = (Index("step_by_state", "state", "id"),)

    id: int = Field(primary_key=True)
    title: str
    args: str
    group: str
    time: str
    state: str
    last_id: int
    payload: bytes = Field(sa_type=LargeBinary)
    author: str = Field(sa_column_kwargs={"server_default": ""})
    name: str = Field(sa_column_kwargs={"server_default": ""})
    articles: int = Field(sa_column_kwargs={"server_default": text("0")})
    annotations: int = Field(sa_column_kwargs={"server_default": text("0")})
    article: int | None
    overtaken: int | None


class StepArticleRow(SQLModel, table=True):
    """An article that a step changed.

    0 stands for the project itself, its scheme and its notes.
    """

    __tablename__ = "step_article"
    __table_args__ = {"sqlite_with_rowid": False}

    article_id: int = Field(primary_key=True)
    step_id: int = Field(primary_key=True, foreign_key="step.id", index=True)


class RemovedTextRow(SQLModel, table=True):
    """A text that no article has now, deflated.

    Steps name it by the id of its article and its `mark` (see `removed_texts.py`).
    """

    __tablename__ = "removed_text"

    body_id: int = Field(primary_key=True)
    mark: str = Field(primary_key=True)
    text: bytes = Field(sa_type=LargeBinary)


def _make_row_table(declared: RowType[Any]) -> type[SQLModel]:
    indexes = _INDEXES.get(declared.table, {})
    indexed = {columns[0] for columns in indexes.values()}
    references = {
        reference.field: Field(
            primary_key=reference.field == "id",
            foreign_key=f"{DECLARED[reference.to].table}.id",
            index=reference.field not in {"id", *indexed},
        )
        for reference in declared.references
    }
    keys = {"id": Field(primary_key=True), **references}
    options = [Index(name, *columns) for name, columns in indexes.items()]
    return _make_table(declared.table, row_columns(declared), keys, options)


def _make_part_table(declared: RowType[Any], parts: Parts) -> type[SQLModel]:
    owner = Field(primary_key=True, foreign_key=f"{declared.table}.id", ondelete="CASCADE")
    keys = {owner_column(declared): owner, "position": Field(primary_key=True)}
    return _make_table(parts.table, part_columns(declared, parts), keys)


def _make_table(
    table: str, columns: Sequence[Column], keys: Mapping[str, Any], indexes: Collection[Index] = ()
) -> type[SQLModel]:
    kinds = {
        column.name: _PYTHON_TYPES[column.type] | None if column.is_optional else _PYTHON_TYPES[column.type]
        for column in columns
    }
    body = {"__module__": __name__, "__tablename__": table, "__table_args__": tuple(indexes), "__annotations__": kinds}
    name = f"{table.title().replace('_', '')}Row"
    return new_class(name, (SQLModel,), {"table": True}, lambda namespace: namespace.update(body, **keys))


ROW_TABLES = tuple(_make_row_table(declared) for declared in ROW_TYPES)
PART_TABLES = tuple(_make_part_table(declared, parts) for declared in ROW_TYPES for parts in declared.parts)


def schema_metadata() -> MetaData:
    """Return all tables of a project."""
    return SQLModel.metadata
