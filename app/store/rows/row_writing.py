"""Put changes into the tables, in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from sqlite3 import Connection, IntegrityError
from typing import Any

from app.core.change import Change
from app.core.rows.row import Row
from app.store.rows.forms import FORMS, PartForm
from app.store.rows.removed_texts import move_texts
from app.store.rows.row_states import States, no_states
from app.store.schema.statements import delete_statement, insert_statement, update_statement


def write_changes(connection: Connection, changes: Sequence[Change]) -> None:
    """Bring the tables to where `changes` lead, in this connection's transaction.

    What counts is the first and the last state of each row. A row that is new is inserted and one that was there is
    updated or removed: raise IntegrityError where the file says otherwise. Rows come before those that refer to them,
    and go after them.
    """
    first, last = _find_states(changes)
    move_texts(connection, changes)
    for form in FORMS:
        had = first[form.row_class]
        rows = [row for row in last[form.row_class].values() if row is not None]
        made, changed = ([row for row in rows if (had[row.id] is None) is is_new] for is_new in (True, False))
        _run_many(connection, insert_statement(form.table), map(form.columns, made), len(made))
        _run_on_each(connection, update_statement(form.table), map(form.columns, changed), len(changed))
        for parts in form.parts:
            _write_parts(connection, parts, had, last[form.row_class])
    for form in reversed(FORMS):
        had = first[form.row_class]
        gone = [number for number, row in last[form.row_class].items() if row is None and had[number] is not None]
        _run_on_each(connection, delete_statement(form.table), zip(gone), len(gone))


def _find_states(changes: Iterable[Change]) -> tuple[States, States]:
    """Return each row before and after `changes`, by type and id.

    None where the row does not exist. Raise IntegrityError where one of them makes a row that is there, or changes one
    that is not.
    """
    first, last = no_states(), no_states()
    for change in changes:
        before, after = change.before, change.after
        row = change.row if after is None else after
        number, came = row.id, last[type(row)]
        if number not in came:
            first[type(row)][number] = before
        elif (came[number] is None) is not (before is None):
            raise IntegrityError(f"row {number} is {'missing' if before is not None else 'there already'}")
        came[number] = after
    return first, last


def _run_on_each(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]], count: int) -> None:
    """Run a statement that changes one row for each of some rows.

    Raise IntegrityError where one is missing.
    """
    if count and connection.executemany(statement, rows).rowcount != count:
        raise IntegrityError("a row that is to be changed is missing")


def _run_many(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]], count: int) -> None:
    """Run a statement for each of some rows.

    Their values are made one by one: those of a large step would take as much memory again.
    """
    if count:
        connection.executemany(statement, rows)


def _write_parts(
    connection: Connection, parts: PartForm, first: Mapping[int, Row | None], last: Mapping[int, Row | None]
) -> None:
    """Write the parts of the rows whose parts changed.

    Those they had go, those they have now come.
    """
    list_parts = attrgetter(parts.field)
    gone, come = list[int](), list[Row]()
    for number, after in last.items():
        before = first[number]
        had = () if before is None else list_parts(before)
        if after is not None:
            if list_parts(after) == had:
                continue
            come.append(after)
        if had:
            gone.append(number)
    delete = f"DELETE FROM {parts.table} WHERE {parts.owner} = ?"  # noqa: S608  # our own names
    _run_many(connection, delete, zip(gone), len(gone))
    _run_many(connection, insert_statement(parts.table), chain.from_iterable(map(parts.list_columns, come)), len(come))
