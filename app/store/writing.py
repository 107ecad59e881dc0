"""Put changes into the tables, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from app.core.change import Change, Row
from app.core.model import Annotation, Role
from app.store.rows import FORMS, last_states, role_columns
from app.store.tables import table


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Bring the tables to where `changes` lead, in this connection's transaction.

    What counts is the last state of each row; rows come before those that refer to them, and go after them.
    """
    states = last_states(changes)
    for form in FORMS:
        rows = [form.columns(row) for row in states[form.type].values() if row is not None]
        run_many(connection, put_statement(form.table), rows)
    _write_roles(connection, changes, states[Annotation])
    for form in reversed(FORMS):
        gone = [(number,) for number, row in states[form.type].items() if row is None]
        run_many(connection, _drop_statement(form.table), gone)


def run_many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    """Run a statement of the driver's own for each of `rows`: SQLAlchemy's handling of values costs twice as much."""
    if rows:
        connection.exec_driver_sql(statement, rows)


def _write_roles(connection: Connection, changes: Iterable[Change], states: Mapping[int, Row | None]) -> None:
    """Write the roles of the annotations whose roles changed: those they had go, those they have now come."""
    had, altered = set(), set()
    for change in changes:
        before, after = _roles(change.before), _roles(change.after)
        if before != after:
            altered.add(change.id)
        if before:
            had.add(change.id)
    run_many(connection, "DELETE FROM claim_role WHERE annotation_id = ?", [(number,) for number in had & altered])
    now = (states[number] for number in altered)
    roles = [columns for row in now if isinstance(row, Annotation) for columns in role_columns(row)]
    run_many(connection, put_statement("claim_role"), roles)


def _roles(row: Row | None) -> tuple[Role, ...]:
    return row.roles if isinstance(row, Annotation) else ()


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
