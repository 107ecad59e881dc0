"""Keep the index of the open project up to date.

This goes on beside the work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.core.message import Message
from app.service.session.session import Session
from app.ui.base.i18n import shown, tr
from app.ui.base.signal_helpers import follow

if TYPE_CHECKING:
    from app.service.corpus.project_index import ProjectIndex
    from app.store.index.index_reader import IndexReader

_START_MS, _REST_MS, _POLL_MS = 1_500, 300, 100
"""The index waits so long after a project was opened, and after a step was saved."""
_QUIET_MS = 500
"""What takes no longer needs no word."""
_WORKER_MS = 60_000
"""A worker that has nothing to do stays so long."""


class IndexKeeper(QObject):
    """Own the index of the open project.

    A worker process brings it up to date. The search and all windows over the project ask this one.

    `changed` comes with its progress, `refreshed` when something new is in it.
    """

    changed = Signal()
    refreshed = Signal()

    def __init__(self, session: Session, parent: QObject, is_at_rest: Callable[[], bool] = lambda: True) -> None:
        super().__init__(parent)
        self._session, self._is_at_rest = session, is_at_rest
        self.index: ProjectIndex | None = None
        """The index, None until it is first asked for."""
        self._failure: Message | None = None
        self._reported = 0
        """How many written articles `refreshed` has told of."""
        self._running_ms = QElapsedTimer()
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._refresh_at_rest)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._poll_index)
        self._worker_rest = QTimer(self, singleShot=True, interval=_WORKER_MS)
        self._worker_rest.timeout.connect(self._end_worker)
        follow(self, session.project_changed, self._follow_project)
        session.choose_articles = self._choose_articles
        session.articles.read_uncertainties = self._read_uncertainties

    @property
    def words(self) -> str:
        """How far the index is.

        It is "" if the index is current or will be in a moment.
        """
        progress = self.index.progress if self.index is not None else None
        if progress is None or self._running_ms.elapsed() < _QUIET_MS:
            return ""
        return tr("Indexing {done} of {all}", done=progress.done, all=progress.total)

    @property
    def reader(self) -> IndexReader | None:
        """What answers from the index, None while there is none.

        It is another one when the index is made anew.
        """
        return self.index.reader() if self.index is not None else None

    @property
    def state_words(self) -> str:
        """What keeps the index from being current.

        It is why it failed, else how far it is; "" if it will be current in a moment.
        """
        if self.failure is not None:
            return shown(self.failure)
        is_slow = self._poll.isActive() and self._running_ms.elapsed() > _QUIET_MS
        return self.words or (tr("Looking for changes…") if is_slow or self.reader is None else "")

    @property
    def is_current(self) -> bool:
        """Whether the index holds all that is saved."""
        return self.index is not None and self.index.is_current and not self._rest.isActive()

    @property
    def failure(self) -> Message | None:
        """Why the index could not be brought up to date."""
        return self.index.failure if self.index is not None else None

    def note_saved(self, pending: int) -> None:
        """Bring the index up to date after saving.

        This is done a moment after all is on disk.
        """
        if not pending and self._session.project is not None and self.index is not None:
            self._rest.start(_REST_MS)

    def refresh(self, *, is_rebuilt: bool = False) -> None:
        """Bring the index up to date now.

        All of it is done if it `is_rebuilt`.
        """
        self._rest.stop()
        project = self._session.project
        if project is None:
            return
        if self.index is None:
            from app.service.corpus.project_index import ProjectIndex  # noqa: PLC0415  # not before the first paint

            self.index = ProjectIndex(project.place)
        self._worker_rest.stop()
        self.index.refresh(is_rebuilt=is_rebuilt)
        if not self._poll.isActive():
            self._running_ms.start()
            self._poll.start()

    def _refresh_at_rest(self) -> None:
        """Refresh once keys rest: a worker that starts takes a frame."""
        if self._is_at_rest():
            self.refresh()
        else:
            self._rest.start(_REST_MS)

    def _read_uncertainties(self) -> Mapping[int, int]:
        """Return the mean uncertainty of articles, as far as the index is."""
        reader = self.reader
        return {} if reader is None else reader.article_uncertainties()

    def _choose_articles(self, articles: Sequence[int], keys: frozenset[str]) -> Iterator[Sequence[int]]:
        """Leave out articles that cannot hold a name; called from any thread."""
        from app.service.corpus.article_choice import choose_articles  # noqa: PLC0415  # as above

        index, project = self.index, self._session.project
        if index is None or project is None:
            return iter((articles,))
        return choose_articles(index.path, project, articles, keys)

    def _follow_project(self) -> None:
        self._close_index()
        project = self._session.project
        if project is not None:
            project.closing.connect(self._close_index)  # the worker reads the file, which is then to be left alone
            self._rest.start(_START_MS)

    def _poll_index(self) -> None:
        if self.index is None or not self.index.poll():
            self._poll.stop()
            self._worker_rest.start()
            self._report_failure()
            if self.index is not None and self.index.written > self._reported:
                self._reported = self.index.written
                self._session.articles.sort_by_first_uncertainties()
                self.refreshed.emit()
        self.changed.emit()

    def _report_failure(self) -> None:
        """Say why the index is not current, once."""
        failure, before, self._failure = self.failure, self._failure, self.failure
        if failure is not None and failure != before:
            self._session.notified.emit(
                Message("The index for searching cannot be brought up to date: {what}", {"what": failure})
            )

    def _end_worker(self) -> None:
        if self.index is not None:
            self.index.end_worker()

    def _close_index(self) -> None:
        for timer in (self._rest, self._poll, self._worker_rest):
            timer.stop()
        if self.index is not None:
            self.index.close()
            self.index, self._reported = None, 0
            self.changed.emit()
