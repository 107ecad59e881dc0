"""The stored steps: what can be taken back and done again, without limit and across sessions."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from sqlite3 import Connection
from typing import Any

from app.core.change import Change, Changed, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body
from app.core.row_types import ROW_TYPES
from app.core.scheme import Scheme
from app.store.history.payload import pack, unpack
from app.store.rows.odd_values import MAX_ID, odd_row
from app.store.rows.plain_values import compact
from app.store.schema.statements import highest_id, insert

APPLIED, UNDONE, DISCARDED = "applied", "undone", "discarded"

_ENTRIES = 'SELECT id, title, args, "group", length(payload), articles, annotations FROM step'

PROJECT = 0
"""Stands in `step_article` for what belongs to no article."""

_HIGHEST = f"SELECT {highest_id(declared.table for declared in ROW_TYPES)}"

_PAGE = 200
MAX_CACHED_CHANGES = 60_000
_CHANGE_BYTES = 15
"""What a change takes in a payload, about: most of it is said again and again, and deflates."""
_TEXT_AS_CHANGE = 500
"""So many characters of an article weigh as much in memory as a change of a small row."""
MAX_SMALL_ARTICLES = 100
"""A step that changes more articles is large."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the history; `size` is that of its payload in bytes, 0 while it is not on disk.

    `articles` and `annotations` count those that it changed.
    """

    id: int
    title: Message
    group: str
    size: int = 0
    articles: int = 0
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """Where a project's history stands: the ids to go on from, and the undone steps, the next to redo last."""

    next_step: int
    next_id: int
    undone: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What one undo takes back: the newest step's id and title, and how many articles and annotations change.

    It `is_large` where it takes away what took long to make: an import, a tagging run, a label renamed or merged in
    the whole project, or any step that brought articles or changed more than `MAX_SMALL_ARTICLES`.
    """

    step: int
    title: Message
    articles: int
    annotations: int
    is_large: bool


class Journal:
    """Keep the history's place and its recent changes in memory; older ones are read when they are wanted.

    `older` reads applied entries before an id, newest first; `load` reads the changes of a step.
    """

    def __init__(
        self,
        position: Position,
        older: Callable[[int], Sequence[Entry]],
        load: Callable[[int], tuple[Change, ...]],
    ) -> None:
        self._older = older
        self._load = load
        self._next = position.next_step
        # Those that are undone are newer than all that are applied, and may be applied again before they are read.
        self._read_from = min((entry.id for entry in position.undone), default=position.next_step)
        self._done: deque[Entry] = deque()
        self._undone = list(position.undone)
        self._changes: dict[int, tuple[Change, ...]] = {}
        self._cached = 0

    def add(self, step: Step, changed: Changed) -> Entry:
        """Note a step that is applied now; what was undone cannot be done again."""
        entry = Entry(self._next, step.title, step.group, 0, *_counts(changed))
        self._next += 1
        self._undone.clear()
        self._done.append(entry)
        self._remember(entry.id, step.changes)
        return entry

    def last(self) -> Entry | None:
        """Return the step that would be undone first."""
        return self._done_at(0)

    def next(self) -> Entry | None:
        """Return the step that would be redone first."""
        return self._undone[-1] if self._undone else None

    def undoable(self) -> list[Entry]:
        """Return what one undo takes back, newest first: a step, or all steps of its group."""
        entries: list[Entry] = []
        while (entry := self._done_at(len(entries))) is not None and (not entries or _is_with(entry, entries[0])):
            entries.append(entry)
        return entries

    def undo_reach(self) -> Reach | None:
        """Return what one undo takes back; None if there is nothing."""
        entries = self.undoable()
        return self._reach(entries) if entries else None

    def redoable(self) -> list[Entry]:
        """Return what one redo does again, in that order."""
        entries: list[Entry] = []
        for entry in reversed(self._undone):
            if entries and not _is_with(entry, entries[0]):
                break
            entries.append(entry)
        return entries

    def weight(self, entries: Iterable[Entry]) -> int:
        """Return about how many changes steps hold, without reading them."""
        known = ((self._changes.get(entry.id), entry.size) for entry in entries)
        return sum(size // _CHANGE_BYTES if changes is None else len(changes) for changes, size in known)

    def move_back(self, entries: Iterable[Entry]) -> None:
        """Note that what `undoable` returned is undone."""
        for entry in entries:
            self._done.pop()
            self._undone.append(entry)

    def move_on(self, entries: Iterable[Entry]) -> None:
        """Note that what `redoable` returned is done again."""
        for entry in entries:
            self._undone.pop()
            self._done.append(entry)

    def withdraw(self, entries: Sequence[Entry], state: str) -> None:
        """Note that `entries` are not what was noted last of them: new ("" as `state`), undone or applied."""
        numbers = {entry.id for entry in entries}
        done = [entry for entry in self._done if entry.id not in numbers]
        undone = [entry for entry in self._undone if entry.id not in numbers]
        if state:
            (done if state == UNDONE else undone).extend(entries)
        self._done = deque(sorted(done, key=_by_id))
        self._undone = sorted(undone, key=_by_id, reverse=True)

    def changes(self, entry: Entry) -> tuple[Change, ...]:
        """Return the changes of a step."""
        if entry.id not in self._changes:
            self._remember(entry.id, self._load(entry.id))
        return self._changes[entry.id]

    def _reach(self, entries: Sequence[Entry]) -> Reach:
        first = entries[0]
        articles = sum(entry.articles for entry in entries)
        annotations = sum(entry.annotations for entry in entries)
        is_large = bool(first.group) or articles > MAX_SMALL_ARTICLES or _is_project_wide(Changed(self.changes(first)))
        return Reach(first.id, first.title, articles, annotations, is_large)

    def _done_at(self, depth: int) -> Entry | None:
        if depth >= len(self._done):
            older = self._older(self._read_from)
            self._done.extendleft(older)
            self._read_from = older[-1].id if older else self._read_from
        return self._done[-1 - depth] if depth < len(self._done) else None

    def _remember(self, number: int, changes: tuple[Change, ...]) -> None:
        """Keep the changes of a step, and let go of those kept longest when they are too many."""
        self._changes[number] = changes
        self._cached += _weight(changes)
        while self._cached > MAX_CACHED_CHANGES and len(self._changes) > 1:
            oldest = next(iter(self._changes))
            self._cached -= _weight(self._changes.pop(oldest))


def read_position(connection: Connection) -> Position:
    """Read where the history stands."""
    last = connection.execute("SELECT id, last_id FROM step ORDER BY id DESC LIMIT 1").fetchone()
    undone = connection.execute(f"{_ENTRIES} WHERE state = ? ORDER BY id DESC", (UNDONE,)).fetchall()
    last_step, last_id = last or (0, 1)  # 1 is the label scheme's
    if not all(type(number) is int and 0 <= number <= MAX_ID for number in (last_step, last_id)):
        raise odd_row("step", last_step)
    highest = connection.execute(_HIGHEST).fetchone()[0]
    return Position(last_step + 1, 1 + max(last_id, highest), tuple(_entry(row) for row in undone))


def read_older(connection: Connection, before: int) -> list[Entry]:
    """Read the applied steps before an id, newest first, a page of them."""
    wanted = f"{_ENTRIES} WHERE state = ? AND id < ? ORDER BY id DESC LIMIT ?"
    return [_entry(row) for row in connection.execute(wanted, (APPLIED, before, _PAGE))]


def read_changes(connection: Connection, number: int) -> tuple[Change, ...]:
    """Read the changes of a step."""
    found = connection.execute("SELECT payload FROM step WHERE id = ?", (number,)).fetchone()
    if found is None:
        raise odd_row("step", number)
    return unpack(found[0])


def record_step(entry: Entry, step: Step, changed: Changed, last_id: int) -> Callable[[Connection], None]:
    """Return what writes a new step into the journal, and discards the undone ones, which it overtakes."""
    now = datetime.now(UTC).isoformat()
    links = [(article, entry.id) for article in _touched(changed)]
    article = next(iter(changed.articles)) if len(changed.articles) == 1 else None

    def record(connection: Connection) -> None:
        overtake = "UPDATE step SET state = ?, overtaken = ? WHERE state = ?"
        connection.execute(overtake, (DISCARDED, entry.id, UNDONE))
        told = (entry.id, step.title.template, compact(dict(step.title.args)), step.group, now, APPLIED, last_id)
        counted = (pack(step.changes), step.author, "", entry.articles, entry.annotations, article, None)
        connection.execute(insert("step"), told + counted)
        connection.executemany(insert("step_article"), links)

    return record


def record_name(number: int, name: str) -> Callable[[Connection], None]:
    """Return what writes into the journal that the point after a step is called so."""

    def record(connection: Connection) -> None:
        connection.execute("UPDATE step SET name = ? WHERE id = ?", (name, number))

    return record


def record_state(entries: Sequence[Entry], state: str) -> Callable[[Connection], None]:
    """Return what writes into the journal that steps are undone, or applied again."""
    numbers = [(state, entry.id) for entry in entries]

    def record(connection: Connection) -> None:
        connection.executemany("UPDATE step SET state = ? WHERE id = ?", numbers)

    return record


def step_title(number: int, title: object, args: object) -> Message:
    """Return the title of a step from its columns; raise OddValueError where they hold none."""
    try:
        fields = json.loads(args)  # type: ignore[arg-type]  # what is no text raises TypeError
    except (ValueError, TypeError, RecursionError) as fault:
        raise odd_row("step", number) from fault
    texts = (title, *fields, *fields.values()) if isinstance(fields, dict) else (None,)
    if not isinstance(title, str) or not all(isinstance(text, str) for text in texts):
        raise odd_row("step", number)
    return Message(title, fields)


def _entry(row: Sequence[Any]) -> Entry:
    number, title, args, group, *counts = row
    if not isinstance(group, str) or not all(isinstance(count, int) and 0 <= count <= MAX_ID for count in counts):
        raise odd_row("step", number)
    return Entry(number, step_title(number, title, args), group, *counts)


def _by_id(entry: Entry) -> int:
    return entry.id


def _weight(changes: tuple[Change, ...]) -> int:
    rows = [change.after or change.before for change in changes]
    return len(changes) + sum([len(row.text) for row in rows if isinstance(row, Body)]) // _TEXT_AS_CHANGE


def _is_with(entry: Entry, first: Entry) -> bool:
    return bool(first.group) and entry.group == first.group


def _counts(changed: Changed) -> tuple[int, int]:
    """Return how many articles and how many annotations changed."""
    annotations = {before.id if after is None else after.id for before, after in changed.of(Annotation)}  # type: ignore[union-attr]
    return len(changed.articles), len(annotations)


def _touched(changed: Changed) -> list[int]:
    """Return the articles that changed, and `PROJECT` where something changed that belongs to none."""
    return [*sorted(changed.articles), *([PROJECT] if changed.touches_project else [])]


def _is_project_wide(changed: Changed) -> bool:
    """Say whether changes brought an article, or another label scheme along with what is labelled by it."""
    brought = any(before is None for before, _ in changed.of(Article))
    return brought or (changed.touches(Scheme) and changed.touches(Annotation))
