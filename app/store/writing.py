"""Put changes into the tables, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection
from typing import Any

from app.core.change import Change, Row
from app.core.model import Annotation, Role
from app.store.rows import FORMS, last_states, role_columns
from app.store.statements import drop, put


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Bring the tables to where `changes` lead, in this connection's transaction.

    What counts is the last state of each row; rows come before those that refer to them, and go after them.
    """
    states = last_states(changes)
    for form in FORMS:
        rows = [form.columns(row) for row in states[form.type].values() if row is not None]
        run_many(connection, put(form.table), rows)
    _write_roles(connection, changes, states[Annotation])
    for form in reversed(FORMS):
        gone = [(number,) for number, row in states[form.type].items() if row is None]
        run_many(connection, drop(form.table), gone)


def run_many(connection: Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    """Run a statement for each of `rows`."""
    if rows:
        connection.executemany(statement, rows)


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
    run_many(connection, put("claim_role"), roles)


def _roles(row: Row | None) -> tuple[Role, ...]:
    return row.roles if isinstance(row, Annotation) else ()
