"""Make pictures beside the window, and take them in as they come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.service.corpus.index_place import project_index_path
from app.service.corpus.overview.making import Scope
from app.service.corpus.overview.pictures import Picture, PictureKind
from app.service.corpus.overview.sampling import Draw
from app.service.corpus.overview.stream import PictureStream, PopulationStream, start_pictures, start_population
from app.store import Project
from app.ui.base.error_boundary import ErrorBoundary

_POLL_MS, _LOOK_AGAIN_MS = 20, 3_000


class PictureFeed(QObject):
    """Holds the pictures of a project that were made so far.

    `made` comes with each of them and at their end, `found` with what a sample can be drawn from: the draw and ids.
    """

    made = Signal()
    found = Signal(object, object)

    def __init__(self, project: Project, catch_errors: ErrorBoundary, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self.pictures: dict[PictureKind, Picture] = {}
        self.is_counted = False
        """Whether an index was there to make pictures from."""
        self._stream: PictureStream | None = None
        self._drawn: tuple[Draw, PopulationStream] | None = None
        self._age = QElapsedTimer()
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(lambda: catch_errors(self._poll_streams))

    @property
    def is_making(self) -> bool:
        """Whether more pictures are on their way."""
        return self._stream is not None

    @property
    def is_old(self) -> bool:
        """Whether a growing index may show more by now."""
        return self._age.hasExpired(_LOOK_AGAIN_MS)

    def make(self, scope: Scope, order: Sequence[PictureKind]) -> None:
        """Make pictures of a scope, in an order."""
        self._end_stream()
        self._stream = start_pictures(self._project, project_index_path(self._project.path), scope, order)
        self.is_counted = self._stream is not None
        self._age.start()
        self._poll.start()

    def find_population(self, draw: Draw) -> bool:
        """Find what to draw from; return whether an index can tell."""
        self._end_population()
        stream = start_population(self._project, project_index_path(self._project.path), draw)
        if stream is not None:
            self._drawn = (draw, stream)
            self._poll.start()
        return stream is not None

    def end(self) -> None:
        """Make nothing more."""
        self._poll.stop()
        self._end_stream()
        self._end_population()

    def _poll_streams(self) -> None:
        self._collect_population()
        self._collect_pictures()
        if self._stream is None and self._drawn is None:
            self._poll.stop()

    def _collect_pictures(self) -> None:
        stream = self._stream
        if stream is None:
            return
        made, is_ended = stream.poll(), stream.is_ended
        self.pictures |= {picture.kind: picture for picture in made}
        if is_ended:
            self._end_stream()
        if made or is_ended:
            self.made.emit()

    def _collect_population(self) -> None:
        if self._drawn is None:
            return
        draw, stream = self._drawn
        found = stream.poll()
        if found or stream.is_ended:
            self._end_population()
        if found:
            self.found.emit(draw, found[0])

    def _end_stream(self) -> None:
        if self._stream is not None:
            self._stream.end()
            self._stream = None

    def _end_population(self) -> None:
        if self._drawn is not None:
            self._drawn[1].end()
            self._drawn = None
