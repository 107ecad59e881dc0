"""The stored steps.

What can be taken back and done again, without limit and across sessions.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.core.change import Change, Changed, Step, is_edit_group
from app.core.message import Message
from app.core.model import Annotation, Article, Body
from app.core.scheme import Scheme
from app.store.history.stored_steps import UNDONE, Entry, Position, count_changed

MAX_CACHED_CHANGES = 60_000
_TEXT_AS_CHANGE = 500
"""So many characters of an article weigh as much in memory as a change of a small row."""
MAX_SMALL_ARTICLES = 100
"""A step that changes more articles is large."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What one undo takes back.

    The newest step's id and title, and how many articles and annotations change. It `is_large` where it takes away what
    took long to make: an import, a tagging run, a label renamed or merged in the whole project, or any step that
    brought articles or changed more than `MAX_SMALL_ARTICLES`. `group` is the group of its steps.
    """

    step: int
    title: Message
    articles: int
    annotations: int
    is_large: bool
    group: str = ""


class Journal:
    """Keep the history's place and its recent changes in memory.

    Older ones are read when they are wanted. `older` reads applied entries before an id, newest first; `load` reads the
    changes of a step.
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
        """Note a step that is applied now.

        What was undone cannot be done again.
        """
        entry = Entry(self._next, step.title, step.group, *count_changed(changed))
        self._next += 1
        self._undone.clear()
        self._done.append(entry)
        self._remember_changes(entry.id, step.changes)
        return entry

    def last(self) -> Entry | None:
        """Return the step that would be undone first."""
        return self._done_at(0)

    def next(self) -> Entry | None:
        """Return the step that would be redone first."""
        return self._undone[-1] if self._undone else None

    def undoable(self) -> list[Entry]:
        """Return the step, or all steps of its group, to undo.

        Newest first.
        """
        entries: list[Entry] = []
        while (entry := self._done_at(len(entries))) is not None and (not entries or _is_with(entry, entries[0])):
            entries.append(entry)
        return entries

    def undo_reach(self) -> Reach | None:
        """Return what one undo takes back; None if there is nothing."""
        entries = self.undoable()
        return self._measure_reach(entries) if entries else None

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
        known = ((self._changes.get(entry.id), entry.articles + entry.annotations) for entry in entries)
        return sum(rows if changes is None else len(changes) for changes, rows in known)

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
        """Note that `entries` have another state than noted last.

        New ("" as `state`), undone or applied.
        """
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
            self._remember_changes(entry.id, self._load(entry.id))
        return self._changes[entry.id]

    def _measure_reach(self, entries: Sequence[Entry]) -> Reach:
        first = entries[0]
        articles = sum(entry.articles for entry in entries)
        annotations = sum(entry.annotations for entry in entries)
        is_task = bool(first.group) and not is_edit_group(first.group)
        is_large = is_task or articles > MAX_SMALL_ARTICLES or _is_project_wide(Changed(self.changes(first)))
        return Reach(first.id, first.title, articles, annotations, is_large, first.group)

    def _done_at(self, depth: int) -> Entry | None:
        if depth >= len(self._done):
            older = self._older(self._read_from)
            self._done.extendleft(older)
            self._read_from = older[-1].id if older else self._read_from
        return self._done[-1 - depth] if depth < len(self._done) else None

    def _remember_changes(self, number: int, changes: tuple[Change, ...]) -> None:
        """Keep the changes of a step; drop the oldest beyond the limit."""
        self._changes[number] = changes
        self._cached += _weigh_changes(changes)
        while self._cached > MAX_CACHED_CHANGES and len(self._changes) > 1:
            oldest = next(iter(self._changes))
            self._cached -= _weigh_changes(self._changes.pop(oldest))


def _by_id(entry: Entry) -> int:
    return entry.id


def _weigh_changes(changes: tuple[Change, ...]) -> int:
    rows = [change.after or change.before for change in changes]
    return len(changes) + sum([len(row.text) for row in rows if isinstance(row, Body)]) // _TEXT_AS_CHANGE


def _is_with(entry: Entry, first: Entry) -> bool:
    return bool(first.group) and entry.group == first.group


def _is_project_wide(changed: Changed) -> bool:
    """Say whether changes add an article or replace the label scheme.

    The scheme comes along with what is labelled by it.
    """
    brought = any(before is None for before, _ in changed.of(Article))
    return brought or (changed.touches(Scheme) and changed.touches(Annotation))
