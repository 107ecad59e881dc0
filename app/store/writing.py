"""Put changes into the tables, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from app.core.change import Change
from app.core.model import Annotation
from app.store.rows import ANNOTATION, FORMS, Form, last_states, role_columns
from app.store.tables import table


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Bring the tables to where `changes` lead, in this connection's transaction.

    What counts is the last state of each row; rows come before those that refer to them, and go after them.
    """
    states = last_states(changes)
    _drop_roles(connection, changes)
    for form in FORMS:
        _put(connection, form, [row for row in states[form.type].values() if row is not None])
    for form in reversed(FORMS):
        gone = [(number,) for number, row in states[form.type].items() if row is None]
        run_many(connection, _drop_statement(form.table), gone)


def run_many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    """Run a statement of the driver's own for each of `rows`: SQLAlchemy's handling of values costs twice as much."""
    if rows:
        connection.exec_driver_sql(statement, rows)


def _put(connection: Connection, form: Form[Any], rows: list[Any]) -> None:
    run_many(connection, put_statement(form.table), [form.columns(row) for row in rows])
    if form is ANNOTATION:
        roles = [columns for row in rows if row.roles for columns in role_columns(row)]
        run_many(connection, put_statement("claim_role"), roles)


def _drop_roles(connection: Connection, changes: Iterable[Change]) -> None:
    """Take the roles off all annotations that had any; those that stay get theirs anew."""
    before = (change.before for change in changes)
    had = [(row.id,) for row in before if isinstance(row, Annotation) and row.roles]
    run_many(connection, "DELETE FROM claim_role WHERE annotation_id = ?", had)


@cache
def put_statement(name: str) -> str:
    """Return the statement that inserts a row, its values in the table's order, or replaces what has its key."""
    target = table(name)
    statement = sqlite.insert(target)
    rest = {column.name: statement.excluded[column.name] for column in target.columns if not column.primary_key}
    upsert = statement.on_conflict_do_update(index_elements=list(target.primary_key), set_=rest)
    return str(upsert.compile(dialect=sqlite.dialect()))


@cache
def _drop_statement(name: str) -> str:
    return f"DELETE FROM {name} WHERE id = ?"  # noqa: S608  # the name is one of our tables
