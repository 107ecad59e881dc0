"""The file of a project: opening it, saving to it, closing it."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Container, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from psygnal import Signal

from app.core.message import Message, ReadOnlyError, UserError
from app.core.model import Origin
from app.core.scheme import Scheme
from app.store.files.backups import backup
from app.store.files.checking import find_damage
from app.store.files.connections import Mode, Readers
from app.store.files.creating import create_file
from app.store.files.damage import DamagedError, unreadable_error
from app.store.files.file_identity import FilePlace, file_id
from app.store.files.locking import Lock
from app.store.files.opening import check_header, reading_mode
from app.store.files.preparing import lock_project, prepare_for_reading, prepare_for_writing
from app.store.files.watching import Watch
from app.store.history import stored_steps
from app.store.maintenance import MOMENT_S, Upkeep
from app.store.project_reader import ProjectReader
from app.store.rows.odd_values import UnexpectedValueError
from app.store.rows.totals import Totals, read_totals
from app.store.writer import Writer

_SLICE_S = 0.1
"""So long a wait for the disk lasts before it is looked whether it was cancelled."""


class ProjectFile(ProjectReader):
    """An open project file.

    `saved` is emitted after each commit with the number of operations still waiting, `failed` when a save failed: both
    on the writer's thread. `closing` is emitted before it is closed: what works on it ends.
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
                self._position = stored_steps.read_position(connection)
            self._writer = None if lock is None else Writer(lock.file, self.saved.emit, self.failed.emit)
            opened.pop_all()
        self.upkeep = Upkeep(path, self._mode, self.flush)
        self.upkeep.damaged.connect(self.end_writing)
        self.damage: DamagedError | None = None

    @classmethod
    def create(cls, path: Path, scheme: Scheme) -> Self:
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
    def open(cls, path: Path, *, read_only: bool = False, watch: Watch | None = None) -> Self:
        """Open a project.

        Raise UserError where it is missing, damaged, foreign, newer, or being written elsewhere. An older one is
        brought up to date, and `watch` is told how far that is and can cancel it; to read, it must be so already.
        """
        path, watch = Path(path).resolve(), watch or Watch()
        if read_only:
            prepare_for_reading(path, watch)
            return cls(path, None)
        if not path.is_file():
            check_header(path)
        with ExitStack() as opened:
            lock = opened.enter_context(lock_project(path))
            prepare_for_writing(path, watch)
            project = cls(path, lock)
            opened.pop_all()
        return project

    @classmethod
    def open_beside(cls, place: FilePlace) -> Self:
        """Open for reading a project that another process has open.

        Raise UserError if the path leads to another file now: opening one makes files beside it.
        """
        place.refuse_other_file()
        return cls.open(place.path, read_only=True)

    @property
    def place(self) -> FilePlace:
        """Where the project is, for other processes that read it."""
        return FilePlace(self.path, self._file)

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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def totals(self) -> Totals:
        """Return how much is in all articles, once everything is on disk."""
        self.flush()
        with self._reading() as connection:
            return read_totals(connection)

    def pre_tag_ids(self, articles: Container[int] | None = None) -> array[int]:
        """Return the annotations that the tagger made, once everything is on disk.

        All of them, or those of some articles, in order of id.
        """
        self.flush()
        with self._reading() as connection:
            rows = connection.execute(
                "SELECT id, article_id FROM annotation WHERE origin = ? ORDER BY id", (Origin.PRETAG.value,)
            )
            return array("q", (number for number, article in rows if articles is None or article in articles))

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

    def flush_watched(self, watch: Watch) -> None:
        """Wait until everything is on disk, however long it takes.

        Raise what keeps it from there, CancelledError where `watch` says so.
        """
        watch.begin_part(Message("Waiting until everything is saved…"))
        most = max(1, self.pending)
        while self.is_saving(_SLICE_S):
            watch.refuse_cancelled()
            watch.advance(1 - min(1, self.pending / most))
        self.flush_soon()

    def is_saving(self, timeout: float) -> bool:
        """Say whether steps are not on disk after so many seconds.

        Raise what keeps them from there.
        """
        if self.pending:
            try:
                self.flush(timeout)
            except TimeoutError:
                return True
        return False

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

    def check(self) -> list[Message]:
        """Return what is wrong with the file, nothing where it is sound.

        Reads all of it.
        """
        self.flush()
        return find_damage(self.path, self._mode, thorough=True)

    def backup(self, watch: Watch | None = None) -> Path:
        """Copy the project into its backups and thin these out.

        It waits for what is still being saved: a moment, or with a `watch` until that cancels. Return the copy. Raise
        CancelledError where `watch` says so, UserError where saving takes long.
        """
        if watch is None:
            watch = Watch()
            self.flush_soon()
        else:
            self.flush_watched(watch)
        watch.begin_part(Message("The project is copied into its backups…"))
        return backup(self.path, watch=watch)

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
