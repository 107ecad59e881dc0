"""The stored steps: reading and writing them, and their states."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any

from app.core.change import Change, Changed, Step
from app.core.message import Message
from app.core.model import Annotation
from app.core.row_types import ROW_TYPES
from app.store.history.brought_rows import StepReader
from app.store.history.payload import pack_changes
from app.store.rows.odd_values import MAX_ID, unexpected_row
from app.store.rows.plain_values import compact
from app.store.schema.statements import highest_id, insert_statement

APPLIED, UNDONE, DISCARDED = "applied", "undone", "discarded"

_ENTRIES = 'SELECT id, title, args, "group", articles, annotations FROM step'

FORMER_TITLES = (
    Message("import {n} files"),
    Message("import {count} files"),
    Message("remove {count} articles"),
    Message("tag {count} articles"),
    Message("accept {count} places that were found"),
    Message("reject {count} places that were found"),
    Message("label {count} places that were found as {label}"),
)
"""What steps in older projects are called, and no new ones: the history goes on saying it in every language."""

PROJECT = 0
"""Stands in `step_article` for what belongs to no article."""

_HIGHEST = f"SELECT {highest_id(declared.table for declared in ROW_TYPES)}"

_PAGE = 200
_SET_STATE = "UPDATE step SET state = ? WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the history.

    `articles` and `annotations` count those that it changed.
    """

    id: int
    title: Message
    group: str
    articles: int = 0
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """Where a project's history stands.

    The ids to go on from, and the undone steps, the next to redo last.
    """

    next_step: int
    next_id: int
    undone: tuple[Entry, ...]


def read_position(connection: Connection) -> Position:
    """Read where the history stands."""
    last = connection.execute("SELECT id, last_id FROM step ORDER BY id DESC LIMIT 1").fetchone()
    undone = connection.execute(f"{_ENTRIES} WHERE state = ? ORDER BY id DESC", (UNDONE,)).fetchall()
    last_step, last_id = last or (0, 1)  # 1 is the label scheme's
    if not all(type(number) is int and 0 <= number <= MAX_ID for number in (last_step, last_id)):
        raise unexpected_row("step", last_step)
    highest = connection.execute(_HIGHEST).fetchone()[0]
    return Position(last_step + 1, 1 + max(last_id, highest), tuple(_make_entry(row) for row in undone))


def read_older(connection: Connection, before: int) -> list[Entry]:
    """Read a page of the applied steps before an id, newest first."""
    wanted = f"{_ENTRIES} WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?"
    return [_make_entry(row) for row in connection.execute(wanted, (APPLIED, before, _PAGE))]


def read_changes(connection: Connection, number: int) -> tuple[Change, ...]:
    """Read the changes of a step."""
    return StepReader().read_changes(connection, [number])[0]


def record_step(entry: Entry, step: Step, changed: Changed, last_id: int) -> Callable[[Connection], None]:
    """Return the operation that adds a new step to the journal.

    It discards the undone ones, which the new step overtakes.
    """
    now = datetime.now(UTC).isoformat()
    links = [(article, entry.id) for article in _touched_articles(changed)]
    article = next(iter(changed.articles)) if len(changed.articles) == 1 else None

    def record(connection: Connection) -> None:
        overtake = "UPDATE step SET state = ?, overtaken = ? WHERE state = ?"
        connection.execute(overtake, (DISCARDED, entry.id, UNDONE))
        told = (entry.id, step.title.template, compact(dict(step.title.args)), step.group, now, APPLIED, last_id)
        payload = pack_changes(step.changes, names_new=True)
        counted = (payload, step.author, "", entry.articles, entry.annotations, article, None)
        connection.execute(insert_statement("step"), told + counted)
        connection.executemany(insert_statement("step_article"), links)

    return record


def record_name(number: int, name: str) -> Callable[[Connection], None]:
    """Return the operation that names the point after a step."""

    def record(connection: Connection) -> None:
        connection.execute("UPDATE step SET name = ? WHERE id = ?", (name, number))

    return record


def record_applied(entries: Iterable[Entry]) -> Callable[[Connection], None]:
    """Return the operation that notes steps as done again."""
    numbers = [(APPLIED, entry.id) for entry in entries]

    def record(connection: Connection) -> None:
        connection.executemany(_SET_STATE, numbers)

    return record


def record_undone(steps: Iterable[tuple[Entry, Sequence[Change]]]) -> Callable[[Connection], None]:
    """Return the operation that notes steps as undone.

    It writes the values of the rows that they brought into them, which stand nowhere else then.
    """
    numbers, bringing = list[tuple[str, int]](), list[tuple[int, Sequence[Change]]]()
    for entry, changes in steps:
        numbers.append((UNDONE, entry.id))
        if any(change.before is None for change in changes):
            bringing.append((entry.id, changes))

    def record(connection: Connection) -> None:
        connection.executemany(_SET_STATE, numbers)
        payloads = ((pack_changes(changes), number) for number, changes in bringing)
        connection.executemany("UPDATE step SET payload = ? WHERE id = ?", payloads)

    return record


def step_title(number: int, title: object, args: object) -> Message:
    """Return the title of a step from its columns.

    Raise UnexpectedValueError where they hold none.
    """
    try:
        fields = json.loads(args)  # type: ignore[arg-type]  # what is no text raises TypeError
    except (ValueError, TypeError, RecursionError) as fault:
        raise unexpected_row("step", number) from fault
    texts = (title, *fields, *fields.values()) if isinstance(fields, dict) else (None,)
    if not isinstance(title, str) or not all(isinstance(text, str) for text in texts):
        raise unexpected_row("step", number)
    return Message(title, fields)


def _make_entry(row: Sequence[Any]) -> Entry:
    number, title, args, group, *counts = row
    if not isinstance(group, str) or not all(isinstance(count, int) and 0 <= count <= MAX_ID for count in counts):
        raise unexpected_row("step", number)
    return Entry(number, step_title(number, title, args), group, *counts)


def count_changed(changed: Changed) -> tuple[int, int]:
    """Return how many articles and how many annotations changed."""
    annotations = {before.id if after is None else after.id for before, after in changed.of(Annotation)}  # type: ignore[union-attr]
    return len(changed.articles), len(annotations)


def _touched_articles(changed: Changed) -> list[int]:
    """Return the changed articles, and `PROJECT` for what belongs to none."""
    return [*sorted(changed.articles), *([PROJECT] if changed.touches_project else [])]
