"""What the writer commits: changes of rows with their record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from sqlite3 import Connection

from app.core.change import Change
from app.core.message import Message
from app.core.row_types import Key, key_of, referred_rows
from app.store.history.stored_steps import Entry
from app.store.rows.row_states import States, last_states


@dataclass(frozen=True)
class Operation:
    """One transaction: `changes` of rows, and its `record` in the journal.

    `entries` are the steps that it concerns, and `state` is what it makes of them, "" where it brings a new one.
    """

    changes: tuple[Change, ...]
    record: Callable[[Connection], None]
    entries: tuple[Entry, ...] = ()
    state: str = ""

    @property
    def title(self) -> Message:
        """The title of the newest of its steps."""
        return self.entries[0].title if self.entries else Message("a change")

    @cached_property
    def states(self) -> States:
        """Where the changes lead.

        Looked up by every reader until they are on disk.
        """
        return last_states(self.changes)


def _record_nothing(_: Connection) -> None:
    """Write nothing into the journal."""


NOTHING = Operation((), _record_nothing)
"""Stands in the queue for an operation that was withdrawn, so that the numbers of the others stay."""


@dataclass(slots=True)
class _Rows:
    """Rows by type and id, and the ids of new ones.

    Others may refer to the new ones.
    """

    touched: set[Key] = field(default_factory=set)
    made: set[int] = field(default_factory=set)

    def add(self, changes: Iterable[Change]) -> None:
        self.touched.update(key_of(change.row) for change in changes)
        self.made.update(change.id for change in changes if change.before is None)

    def carry(self, change: Change) -> bool:
        """Say whether a change concerns one of the rows.

        Or a row that refers to a new one.
        """
        return key_of(change.row) in self.touched or any(one in self.made for _, one in referred_rows(change.row))


def resting_on_first(queue: Sequence[Operation]) -> list[int]:
    """Return the places of an operation and its dependent ones.

    In order.
    """
    rows = _Rows()
    places = []
    for place, operation in enumerate(queue):
        if place == 0 or any(rows.carry(change) for change in operation.changes):
            rows.add(operation.changes)
            places.append(place)
    return places
