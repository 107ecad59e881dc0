"""Look a project over for damage: its pages, its schema, its rows."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from app.core.files.fault_reasons import explain_fault
from app.core.message import Message
from app.core.row_types import DECLARED
from app.core.scheme import SCHEME_ID, Scheme
from app.store.files.check_progress import CheckProgress
from app.store.files.connections import Mode, connect
from app.store.files.watching import Watch
from app.store.history.named_values import NewerStepError
from app.store.history.payload import unpack_held_changes
from app.store.rows.forms import FORM_OF, FORMS
from app.store.rows.odd_values import UnexpectedValueError, unexpected_row
from app.store.rows.removed_texts import find_text
from app.store.rows.row_laws import laws_of
from app.store.rows.stored_rows import condition_of_ids, count_stored_rows
from app.store.schema.definition import REVISIONS, find_unexpected_objects, stored_revision
from app.store.schema.statements import select_parts, select_statement, table_columns

_LIMIT = 20


def find_damage(path: Path, mode: Mode, watch: Watch | None = None, *, thorough: bool = False) -> list[Message]:
    """Return what is wrong with a project.

    At most some twenty of each kind; nothing where it is sound, or where `watch` cancels the check. Nearly all of it
    happens inside SQLite, where other threads run on. A `thorough` check also compares the indexes with the rows, and
    reads every row and every step of the history, which takes several times as long.
    """
    watch = watch or Watch()
    try:
        with closing(connect(path, mode)) as connection:
            progress = CheckProgress(connection, watch, thorough=thorough)
            found = [*_in_pages(connection, thorough=thorough), *_in_schema(connection), *_in_rows(connection)]
            return [*found, *(_report_problems(_every_row(connection, progress)) if thorough else ())]
    except sqlite3.DatabaseError as fault:
        return [] if watch.is_cancelled else [Message("it cannot be read: {reason}", {"reason": explain_fault(fault)})]


def _in_pages(connection: sqlite3.Connection, *, thorough: bool) -> Iterator[Message]:
    pragma = "integrity_check" if thorough else "quick_check"
    for (finding,) in connection.execute(f"PRAGMA {pragma}({_LIMIT})"):
        if finding != "ok":
            yield Message("its pages are damaged: {reason}", {"reason": finding.rpartition("\n")[2]})


def _in_schema(connection: sqlite3.Connection) -> Iterator[Message]:
    revision = stored_revision(connection)
    if not revision:
        yield Message("the revision of its format is missing")
    for stranger in find_unexpected_objects(connection) if revision == REVISIONS[-1] else ():
        yield Message("“{what}” is not as Pometka makes it", {"what": stranger})


def _in_rows(connection: sqlite3.Connection) -> Iterator[Message]:
    yield from _report_problems(_scheme_checks(connection))
    orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(_LIMIT)
    for table, row, parent, _ in orphans:
        args = {"table": table, "row": str(row), "parent": parent}
        yield Message("row {row} of “{table}” refers to no row of “{parent}”", args)
    for law in laws_of(connection):
        for (row,) in connection.execute(law.broken_by, (_LIMIT,)):
            yield Message(law.message.template, {"row": str(row), "table": law.table})


def _report_problems(checks: Iterable[Callable[[], object]]) -> Iterator[Message]:
    """Run checks and yield why each fails that does, those alike once."""
    known: set[str] = set()
    for check in checks:
        try:
            check()
        except (UnexpectedValueError, NewerStepError) as fault:
            if str(fault) not in known:
                known.add(str(fault))
                yield fault.reason if isinstance(fault, UnexpectedValueError) else fault.message


def _scheme_checks(connection: sqlite3.Connection) -> Iterator[Callable[[], object]]:
    form = FORM_OF[Scheme]
    found = connection.execute(f"{select_statement(form.table)} WHERE id = ?", (SCHEME_ID,)).fetchone()

    def check() -> None:
        if found is None:
            raise UnexpectedValueError(Message("its label scheme is missing"))
        form.restore_columns(found)

    yield check


def _every_row(connection: sqlite3.Connection, progress: CheckProgress) -> Iterator[Callable[[], object]]:
    """Yield what reads each row and each step as a reader would."""
    for form in FORMS:
        if not all(_has_columns(connection, named.table) for named in form.with_parts):
            continue  # of an older revision: it is read once it is brought up to date
        parts_of = [select_parts(form.table, parts.table, parts.owner, "id = ?") for parts in form.parts]
        for row in connection.execute(select_statement(form.table)):
            parts = [[part[2:] for part in connection.execute(statement, row[:1])] for statement in parts_of]
            yield partial(form.restore_columns, row, *parts)
            progress.note_row()
    changed = defaultdict[str, set[int]](set)
    for step in connection.execute("SELECT id, payload, state = 'applied' FROM step ORDER BY id DESC"):
        yield partial(_check_step, connection, changed, *step)
        progress.note_row()


def _has_columns(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return set(table_columns(table)) <= {name for (name,) in found}


def _check_step(
    connection: sqlite3.Connection, changed: dict[str, set[int]], number: int, payload: bytes, is_applied: int
) -> None:
    """Read a step; the rows that it names must exist.

    `changed` are the rows that later steps changed or removed, by table; those of this step are added.
    """
    try:
        changes, named = unpack_held_changes(payload, partial(find_text, connection))
    except UnexpectedValueError as fault:
        raise unexpected_row("step", number) from fault
    for table, ids in named.items():
        wanted = set(ids) - changed[table]
        if count_stored_rows(connection, table, condition_of_ids(wanted)) < len(wanted):
            raise unexpected_row("step", number)
    for change in changes if is_applied else ():
        if change.before is not None:
            changed[DECLARED[type(change.before)].table].add(change.before.id)
