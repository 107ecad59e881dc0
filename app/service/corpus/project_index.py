"""Keep the index of the open project up to date.

This runs in the background.
"""

from __future__ import annotations

from pathlib import Path

from app.core.message import Message
from app.service.corpus.index_place import project_index_path
from app.service.corpus.indexing import IndexProgress, IndexRequest, refresh_quietly
from app.service.jobs.workers.idle_workers import IdleWorkers
from app.service.jobs.workers.pool import Pool
from app.service.jobs.workers.replies import Ended, Limits
from app.store.files.file_identity import FilePlace
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader

_LIMITS = Limits(silence_s=120, memory_bytes=2 << 30)


class ProjectIndex:
    """The index of one project.

    `refresh` asks for what changed to be taken in, and `poll` takes in how far that is: it never waits. One refresh
    runs at a time; what is asked meanwhile follows it.
    """

    def __init__(self, project: FilePlace, idle: IdleWorkers | None = None) -> None:
        self._project = project
        self._path = project_index_path(project.path)
        self._pool = Pool(limits=_LIMITS, idle=idle)
        self._is_wanted = self._is_rebuild_wanted = False
        self._reader: IndexReader | None = None
        self._opened_file = 0
        self.progress: IndexProgress | None = None
        """How far a refresh is, None while none runs."""
        self.written = 0
        """How many articles have been written by all refreshes."""
        self._written_before = 0
        self.failure: Message | None = None
        """Why the last refresh did not end well."""

    @property
    def path(self) -> Path:
        """The file of the index."""
        return self._path

    @property
    def is_running(self) -> bool:
        return bool(self._pool.outstanding)

    @property
    def is_current(self) -> bool:
        """Whether all that was asked for is in the index."""
        return not self.is_running and not self._is_wanted and self.failure is None

    def refresh(self, *, is_rebuilt: bool = False) -> None:
        """Take in what changed in the project.

        All of it where the index `is_rebuilt`.
        """
        self._is_wanted = True
        self._is_rebuild_wanted |= is_rebuilt
        self._start_wanted()

    def poll(self) -> bool:
        """Take in what has come from the worker.

        Return whether it goes on.
        """
        for reply in self._pool.poll() if self.is_running else ():
            if not isinstance(reply, Ended):
                self.progress = reply.value
                self.written = self._written_before + reply.value.done
                continue
            self.progress = None
            self.failure = reply.failure.what if reply.failure is not None else None
        self._start_wanted()
        return self.is_running

    def reader(self) -> IndexReader | None:
        """Return what answers from the index, None while there is none.

        It is the same one as long as the file is.
        """
        number = self._path.stat().st_ino if self._path.exists() else 0
        if self._reader is None or number != self._opened_file:
            self.close_reader()
            connection = open_for_reading(self._path)
            self._reader = IndexReader(connection) if connection is not None else None
            self._opened_file = number
        return self._reader

    def close_reader(self) -> None:
        """Close the file for this process."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def end_worker(self) -> None:
        """End the idle worker.

        Another one starts when it is wanted.
        """
        if not self.is_running:
            self._pool.cancel()

    def close(self) -> None:
        """End what runs; what was written stays."""
        self._is_wanted = False
        self._pool.cancel()
        self.close_reader()

    def _start_wanted(self) -> None:
        if not self._is_wanted or self.is_running:
            return
        request = IndexRequest(self._project, self._path, self._is_rebuild_wanted)
        self._is_wanted = self._is_rebuild_wanted = False
        self._written_before = self.written
        self._pool.submit(refresh_quietly, request)
