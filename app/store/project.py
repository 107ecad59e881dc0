"""A project: one file, its readers, and its writer."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from itertools import chain
from pathlib import Path
from types import TracebackType

from psygnal import Signal

from app.core.change import Change, Changed, Step
from app.core.message import Message, ReadOnlyError, UserError
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.store.failures import ForeignFileError
from app.store.files.backups import backup
from app.store.files.checking import find_damage
from app.store.files.connections import Mode, Readers
from app.store.files.creating import create_file, remove_file
from app.store.files.damage import DamagedError, unreadable_error
from app.store.files.file_identity import file_id
from app.store.files.locking import Lock
from app.store.files.opening import check_header, reading_mode
from app.store.files.preparing import lock_project, prepare_for_reading, prepare_for_writing
from app.store.files.saving_copy import save_copy
from app.store.history import stored_steps
from app.store.history.history_pages import History
from app.store.history.journal import Journal, Reach
from app.store.history.stored_steps import Entry
from app.store.index.marks import Mark, has_followed, read_mark, touched_articles
from app.store.maintenance import MOMENT_S, Upkeep
from app.store.operations import Operation
from app.store.project_reader import ProjectReader
from app.store.rows.odd_values import UnexpectedValueError
from app.store.rows.totals import Totals, read_totals
from app.store.writer import Ticket, Writer


class Project(ProjectReader):
    """An open project file.

    Reads see every step that was handed in before; all methods may be used by any thread. `saved` is emitted after each
    commit with the number of operations still waiting, `failed` when a save failed: both on the writer's thread.
    `closing` is emitted before it is closed: what works on it ends.
    """

    saved = Signal(int)
    failed = Signal(Exception)
    closing = Signal()

    def __init__(self, path: Path, lock: Lock | None) -> None:
        """Open an inspected file, for writing where its `lock` is held.

        See `create` and `open`.
        """
        self.path = path
        self._lock = lock
        self._file = file_id(path) if lock is None else lock.file.id
        self._is_closed = False
        self._order = threading.RLock()
        self._mode: Mode = reading_mode(path) if lock is None else "rw"
        with self._explain_errors():
            self._readers = Readers(path, self._mode, self._is_in_place if lock is None else lock.file.is_in_place)
        with ExitStack() as opened:
            opened.callback(self._readers.dispose)
            with self._reading() as connection:
                position = stored_steps.read_position(connection)
            self._writer = None if lock is None else Writer(lock.file, self.saved.emit, self.failed.emit)
            opened.pop_all()
        self.upkeep = Upkeep(path, self._mode, self.flush)
        self.upkeep.damaged.connect(self.end_writing)
        self.damage: DamagedError | None = None
        self._next_id = position.next_id
        self._journal = Journal(position, self._read_older, self._read_changes)

    @classmethod
    def create(cls, path: Path, scheme: Scheme) -> Project:
        """Make a new project with a label scheme.

        Raise UserError where the file exists.
        """
        path = Path(path).resolve()
        with ExitStack() as opened:
            lock = opened.enter_context(lock_project(path))
            create_file(path, scheme)
            lock.hold_file()
            project = cls(path, lock)
            opened.pop_all()
        return project

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """Open a project.

        Raise UserError where it is missing, damaged, foreign, newer, or being written elsewhere.
        """
        path = Path(path).resolve()
        if read_only:
            prepare_for_reading(path)
            return cls(path, None)
        if not path.is_file():
            check_header(path)
        with ExitStack() as opened:
            lock = opened.enter_context(lock_project(path))
            prepare_for_writing(path)
            project = cls(path, lock)
            opened.pop_all()
        return project

    @property
    def read_only(self) -> bool:
        return self._writer is None or self.damage is not None

    def refuse_reading_only(self) -> None:
        """Raise ReadOnlyError where nothing is written to the project.

        Before somebody types what cannot be saved.
        """
        self._require_writer()

    def end_writing(self, damage: DamagedError) -> None:
        """Refuse what would be written from now on: the project is damaged."""
        self.damage = damage

    def write_anyway(self) -> None:
        """Write to a damaged project again."""
        self.damage = None

    def is_at(self, path: Path) -> bool:
        """Say whether a path leads to this project, by any name."""
        return self._file is not None and file_id(path) == self._file

    def refuse_own_file(self, path: Path) -> None:
        """Raise UserError where a path leads to this project.

        By any name, before a caller opens the file itself. A file that is closed by hand drops the locks that SQLite
        has on it in this process.
        """
        if self.is_at(path):
            raise UserError("“{name}” is the project that is open.", hint="Choose another file.", name=path.name)

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def next_id(self) -> int:
        """Return an id that no row of the project has had."""
        with self._order:
            number = self._next_id
            self._next_id += 1
        return number

    def totals(self) -> Totals:
        """Return how much is in all articles, once everything is on disk."""
        self.flush()
        with self._reading() as connection:
            return read_totals(connection)

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
            return writer.put(Operation(step.changes, record, (entry,)))

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
            changes = tuple(chain.from_iterable(self._inverse_changes(entry) for entry in entries))
            changed = Changed(changes)
            if entries:
                self.upkeep.copy_before_change(changed)
                writer.put(_move_operation(changes, entries, stored_steps.UNDONE))
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
                writer.put(_move_operation(changes, entries, stored_steps.APPLIED))
                self._journal.move_on(entries)
        return (entries[0].title, changed) if entries else None

    def history(self) -> History:
        """Return what reads the steps, once all are on disk.

        Raise what keeps one from there.
        """
        self.flush_soon()
        return History(self._reading)

    def has_followed(self, mark: Mark) -> bool:
        """Say whether the project was in a state once, and no other project was."""
        with self._reading() as connection:
            return has_followed(connection, mark)

    def changes_since(self, mark: Mark) -> tuple[Mark, list[int]]:
        """Return the state on disk, and the articles that may have changed since another state."""
        with self._reading() as connection:
            now = read_mark(connection)
            return now, [] if now == mark else list(touched_articles(connection, mark))

    def name_step(self, number: int, name: str) -> Ticket:
        """Name the point after a step; an empty `name` removes the name."""
        with self._order:
            return self._require_writer().put(Operation((), stored_steps.record_name(number, name)))

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

    def save_copy(self, path: Path) -> int:
        """Write everything, saved or not, into a new project file.

        Return how many steps had to be left out. Those can never be saved. Raise UserError where the file cannot be
        made.
        """
        with self._order, self._moment() as (connection, waiting):
            self._refuse_foreign()
            return save_copy(connection, waiting, Path(path).resolve())

    @property
    def pending(self) -> int:
        """The number of operations that are not on disk yet."""
        return 0 if self._writer is None else self._writer.pending

    def retry(self) -> None:
        """Try again to save, after `failed`."""
        self._require_writer().retry()

    def settle(self, most: int) -> None:
        """Wait until at most `most` operations are not on disk.

        Raise what keeps them from there.
        """
        if self._writer is not None:
            self._writer.settle(most)

    def flush(self, timeout: float | None = None) -> None:
        """Wait until everything is on disk.

        Raise what keeps it from there, or TimeoutError after so many seconds.
        """
        if self._writer is not None:
            self._writer.flush(timeout)

    def flush_soon(self) -> None:
        """Wait a moment until everything is on disk.

        Raise what keeps it from there, UserError where it takes long.
        """
        try:
            self.flush(MOMENT_S)
        except TimeoutError as fault:
            raise UserError(
                "“{name}” is still being saved.",
                hint="Another program may hold the file. Try again in a moment.",
                name=self.path.name,
            ) from fault

    def close(self, *, give_up: bool = False) -> None:
        """Save everything and close.

        Where saving fails, raise and stay open, unless the rest is to be given up.
        """
        if self._is_closed:
            return
        self.closing.emit()
        if not give_up:
            self.flush()
        self._is_closed = True
        self.upkeep.close()
        self._readers.dispose()
        if self._writer is not None:
            self._writer.stop()
        if self._lock is not None:
            self._lock.release()

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

    def check(self) -> list[Message]:
        """Return what is wrong with the file, nothing where it is sound.

        Reads all of it.
        """
        self.flush()
        return find_damage(self.path, self._mode, thorough=True)

    def backup(self) -> Path:
        """Copy the project into its backups and thin these out.

        Return the copy.
        """
        self.flush_soon()
        return backup(self.path)

    def _require_writer(self) -> Writer:
        if self.damage is not None:
            raise ReadOnlyError(
                "“{name}” is damaged: nothing is written to it.",
                hint="Open its newest backup, or choose “Edit anyway” above the article.",
                name=self.path.name,
            )
        if self._writer is None:
            raise ReadOnlyError(
                "“{name}” is open for reading only.",
                hint="Save a copy of it in another folder to work on it.",
                name=self.path.name,
            )
        return self._writer

    def _inverse_changes(self, entry: Entry) -> Iterator[Change]:
        return (change.inverse() for change in reversed(self._journal.changes(entry)))

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

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._explain_errors(), self._readers.begin() as connection:
            yield connection

    @contextmanager
    def _explain_errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.DatabaseError, UnexpectedValueError) as fault:
            raise unreadable_error(self.path, fault) from fault

    def _is_in_place(self) -> bool:
        return self.is_at(self.path)

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


def _move_operation(changes: tuple[Change, ...], entries: Sequence[Entry], state: str) -> Operation:
    return Operation(changes, stored_steps.record_state(entries, state), tuple(entries), state)
