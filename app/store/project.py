"""A project: its file, and the steps that change it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from itertools import chain
from pathlib import Path

from app.core.change import Change, Changed, Step
from app.core.message import Message, UserError
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.store.failures import ForeignFileError
from app.store.files.creating import remove_file
from app.store.files.damage import DamagedError
from app.store.files.locking import Lock
from app.store.files.saving_copy import SavedCopy, save_copy
from app.store.files.watching import Watch
from app.store.history import stored_steps
from app.store.history.history_pages import History
from app.store.history.journal import Journal, Reach
from app.store.history.stored_steps import Entry
from app.store.index.marks import Mark, has_followed, read_mark, touched_articles
from app.store.operations import Operation
from app.store.project_file import ProjectFile
from app.store.writer import Ticket


class Project(ProjectFile):
    """An open project: its file, and its steps.

    Reads see every step that was handed in before; all methods may be used by any thread.
    """

    def __init__(self, path: Path, lock: Lock | None) -> None:
        """Open an inspected file, for writing where its `lock` is held.

        See `create` and `open`.
        """
        super().__init__(path, lock)
        self._next_id = self._position.next_id
        self._journal = Journal(self._position, self._read_older, self._read_changes)

    def next_id(self) -> int:
        """Return an id that no row of the project has had."""
        with self._order:
            number = self._next_id
            self._next_id += 1
        return number

    def apply(self, step: Step) -> Ticket:
        """Hand in a step; what was undone before cannot be done again.

        Raise UserError for a scheme that is at odds.
        """
        for change in step.changes:
            if isinstance(change.after, Scheme):  # stored, it could not be read again
                scheme_from_json(scheme_to_json(change.after))
        with self._order:
            writer = self._require_writer()
            came = [change.after.id for change in step.changes if change.before is None and change.after is not None]
            self._next_id = max(self._next_id, 1 + max(came, default=0))
            changed = Changed(step.changes)
            self.upkeep.copy_before_change(changed)
            entry = self._journal.add(step, changed)
            record = stored_steps.record_step(entry, step, changed, self._next_id - 1)
            return writer.enqueue(Operation(step.changes, record, (entry,)))

    def held(self) -> AbstractContextManager[None]:
        """Begin to save at the end of this block, not within it.

        The window answers a key first.
        """
        return nullcontext() if self._writer is None else self._writer.held()

    def undo(self) -> tuple[Message, Changed] | None:
        """Take back the last step, or all of its group.

        Return its title and what changed, None if there is nothing.
        """
        with self._order:
            writer = self._require_writer()
            entries = self._journal.undoable()
            steps = [(entry, self._journal.changes(entry)) for entry in entries]
            changes = tuple(change.inverse() for _, made in steps for change in reversed(made))
            changed = Changed(changes)
            if entries:
                self.upkeep.copy_before_change(changed)
                record = stored_steps.record_undone(steps)
                writer.enqueue(Operation(changes, record, tuple(entries), stored_steps.UNDONE))
                self._journal.move_back(entries)
        return (entries[0].title, changed) if entries else None

    def redo(self) -> tuple[Message, Changed] | None:
        """Do again what was undone last.

        Return its title and what changed, None if there is nothing.
        """
        with self._order:
            writer = self._require_writer()
            entries = self._journal.redoable()
            changes = tuple(chain.from_iterable(self._journal.changes(entry) for entry in entries))
            changed = Changed(changes)
            if entries:
                self.upkeep.copy_before_change(changed)
                record = stored_steps.record_applied(entries)
                writer.enqueue(Operation(changes, record, tuple(entries), stored_steps.APPLIED))
                self._journal.move_on(entries)
        return (entries[0].title, changed) if entries else None

    def history(self) -> History:
        """Return what reads the steps, once all are on disk.

        Raise what keeps one from there.
        """
        self.flush_soon()
        return self.saved_history()

    def saved_history(self) -> History:
        """Return what reads the steps that are on disk now."""
        return History(self._reading)

    def has_followed(self, mark: Mark) -> bool:
        """Say whether the project was once in a given state.

        No other project was in it.
        """
        with self._reading() as connection:
            return has_followed(connection, mark)

    def changes_since(self, mark: Mark) -> tuple[Mark, list[int]]:
        """Return the state on disk and the articles that may have changed.

        The articles are those that may have changed since another state.
        """
        with self._reading() as connection:
            now = read_mark(connection)
            return now, [] if now == mark else list(touched_articles(connection, mark))

    def name_step(self, number: int, name: str) -> Ticket:
        """Name the point after a step; an empty `name` removes the name."""
        with self._order:
            return self._require_writer().enqueue(Operation((), stored_steps.record_name(number, name)))

    def undo_weight(self) -> int:
        """Return about how many changes `undo` would take back."""
        with self._order:
            return self._journal.weight(self._journal.undoable())

    def redo_weight(self) -> int:
        """Return about how many changes `redo` would make again."""
        with self._order:
            return self._journal.weight(self._journal.redoable())

    def undo_reach(self) -> Reach | None:
        """Return what `undo` would take back, with counts."""
        with self._order:
            return self._journal.undo_reach()

    def undo_title(self) -> Message | None:
        """Return the title of what `undo` would take back."""
        with self._order:
            entry = self._journal.last()
            return entry.title if entry else None

    def redo_title(self) -> Message | None:
        """Return the title of what `redo` would do again."""
        with self._order:
            entry = self._journal.next()
            return entry.title if entry else None

    def withdraw(self) -> list[tuple[Message, Changed]]:
        """Withdraw a step that can never be saved, with dependent ones.

        Return the titles and what is so taken back. The last one comes first. The others are saved then.
        """
        with self._order:
            withdrawn = [] if self._writer is None else self._writer.withdraw()[::-1]
            for operation in withdrawn:
                self._journal.withdraw(operation.entries, operation.state)
        return [(one.title, Changed(tuple(change.inverse() for change in one.changes[::-1]))) for one in withdrawn]

    def save_copy(self, path: Path, watch: Watch | None = None) -> SavedCopy:
        """Write everything, saved or not, into a new project file.

        Steps that can never be saved are left out. What is handed in meanwhile does not wait, and is not in the copy.
        Raise UserError where the file cannot be made, and CancelledError where `watch` says so.
        """
        with ExitStack() as stack:
            with self._order:
                self._refuse_foreign()
                connection, waiting = stack.enter_context(self._moment())
            return save_copy(connection, waiting, Path(path).resolve(), watch or Watch())

    def refuse_later_steps(self, saved: SavedCopy) -> None:
        """Raise UserError, and remove a copy, where steps came after it."""
        first, waiting = (0, ()) if self._writer is None else self._writer.waiting()
        if first and first - 1 + len(waiting) != saved.version:
            remove_file(saved.path)
            raise UserError("“{name}” changed while it was saved.", hint="Save it again.", name=self.path.name)

    def is_unused(self) -> bool:
        """Say whether no step was ever written."""
        return not self.read_only and not len(self.history().units())

    def discard_empty(self) -> bool:
        """Close and remove a project without any step.

        Return whether it had none.
        """
        if not self.is_unused():
            return False
        self.close()
        remove_file(self.path)
        return True

    @contextmanager
    def _moment(self) -> Iterator[tuple[sqlite3.Connection, Sequence[Operation]]]:
        """Give a connection to one state of the file.

        The operations that are not in the file come with it. The queue is looked at first, so that nothing can fall
        between it and the file.
        """
        first, waiting = (0, ()) if self._writer is None else self._writer.waiting()
        with self._reading() as connection:
            committed = connection.execute("PRAGMA user_version").fetchone()[0]
            yield connection, waiting[max(0, committed - first + 1) :]

    def _refuse_foreign(self) -> None:
        """Raise DamagedError where somebody else changed the file.

        What it holds now is not this project.
        """
        if self._writer is None:
            return
        try:
            self._writer.check_content()
        except ForeignFileError as fault:
            raise DamagedError(self.path, Message("another program changed it")) from fault

    def _read_older(self, before: int) -> list[Entry]:
        with self._reading() as connection:
            return stored_steps.read_older(connection, before)

    def _read_changes(self, number: int) -> tuple[Change, ...]:
        self.flush()
        with self._reading() as connection:
            return stored_steps.read_changes(connection, number)
