"""Keep the index current while a window that asks it is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.service.corpus.project_index import ProjectIndex
from app.store.files.file_identity import FilePlace
from app.store.index.index_reader import IndexReader
from app.ui.base.error_boundary import ErrorBoundary
from app.ui.base.i18n import shown, tr

_POLL_MS = 100


class IndexFollower(QObject):
    """Refreshes the index in the background.

    `refreshed` is called with each progress, and when all is in the index.
    """

    def __init__(
        self, project: FilePlace, refreshed: Callable[[], object], catch_errors: ErrorBoundary, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._index = ProjectIndex(project)
        self._refreshed = refreshed
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(lambda: catch_errors(self._poll))

    @property
    def reader(self) -> IndexReader | None:
        """What answers from the index, None while there is none."""
        return self._index.reader()

    @property
    def is_running(self) -> bool:
        """Whether changes are being taken in."""
        return self._index.is_running

    @property
    def words(self) -> str:
        """How far the refresh is, or why it failed.

        "" means that all is in the index.
        """
        if self._index.failure is not None:
            return shown(self._index.failure)
        progress = self._index.progress
        if progress is not None and progress.total:
            return tr("Reading articles: {done} of {all}", done=progress.done, all=progress.total)
        return tr("Looking for changes…") if self._index.is_running else ""

    def start(self) -> None:
        """Take in what has changed."""
        self._index.refresh()
        self._timer.start()

    def stop(self) -> None:
        """End what runs."""
        self._timer.stop()
        self._index.close()

    def _poll(self) -> None:
        if not self._index.poll():
            self._timer.stop()
        self._refreshed()
