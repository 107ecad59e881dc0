"""A search while it runs.

It holds what the search has found so far, what it lacks, and why it failed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.message import UserError
from app.service.concordance.hits import Hit
from app.service.corpus.search_stream import MAX_HITS, SearchStream, start_search
from app.service.session.session import Session
from app.ui.base.i18n import shown, tr
from app.ui.base.queries.index_keeper import IndexKeeper

_POLL_MS = 10


class SearchRun(QObject):
    """Runs one query at a time.

    `found` comes with hits, `advanced` whenever there is news, `ended` when all has been found. `renewed` tells that
    the index got something new, `index_changed` that it is, or is not, current any more.
    """

    found = Signal(object)
    advanced = Signal()
    ended = Signal()
    renewed = Signal()
    index_changed = Signal()

    def __init__(self, session: Session, keeper: IndexKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._keeper = session, keeper
        self._stream: SearchStream | None = None
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._collect_found)
        self.error: UserError | None = None
        self.typed_otherwise = ""
        """The query on the other layout, where that was searched."""
        self.steps: tuple[int, ...] = ()
        """How many articles fit up to each term of the query."""
        self._fitting: int | None = None
        self._articles: set[int] = set()
        self.count = 0
        """How many places have been found."""
        self.is_incomplete = False
        """Whether the index was not current when the search began."""
        self.has_news = False
        """Whether the index has got something new since."""
        keeper.refreshed.connect(self._note_news)
        keeper.changed.connect(self.index_changed)

    @property
    def is_running(self) -> bool:
        return self._stream is not None

    @property
    def is_awaited(self) -> bool:
        """Whether the index may still bring hits by itself."""
        return self.is_incomplete and self._keeper.failure is None

    @property
    def lacked_index(self) -> bool:
        """Whether the index has become current only after the search began."""
        return self.is_incomplete and self._keeper.is_current

    def refresh_index(self) -> None:
        """Let the index take in what has changed."""
        self._keeper.refresh()

    def take_for_all(self) -> None:
        """Take what has been found for all there is."""
        self.is_incomplete = False

    def start(self, query: str) -> None:
        """Search for a query instead of the one before.

        "" searches for nothing.
        """
        self.stop()
        self.is_incomplete, self.has_news = bool(query) and not self._keeper.is_current, False
        self.error, self.typed_otherwise, self._fitting, self.count = None, "", None, 0
        self.steps = ()
        self._articles.clear()
        project, index = self._session.project, self._keeper.index
        if query and project is not None and index is not None:
            self._stream = start_search(project, index.path, query)
            self._timer.start()
        self.advanced.emit()

    def stop(self) -> None:
        """Give up what runs."""
        self._timer.stop()
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None

    def count_words(self) -> str:
        """Say how many places were found in how many articles."""
        if not self.count:
            return tr("Searching …") if self.is_running else ""
        if self.count >= MAX_HITS and self._fitting is not None:
            return f"{tr('{n} places', n=self.count)} … · {tr('{n} articles fit', n=self._fitting)}"
        words = f"{tr('{n} places', n=self.count)} {tr('in {n} articles', n=len(self._articles))}"
        return f"{words} …" if self.is_running else words

    def lack_words(self) -> str:
        """Say what the search may lack, "" where the index is current."""
        if self._keeper.failure is not None:
            return tr("The index is not up to date: {what}", what=shown(self._keeper.failure))
        progress = self._keeper.index.progress if self._keeper.index is not None else None
        if progress is not None:
            values = {"done": progress.done, "all": progress.total}
            return tr("The index is being built ({done} of {all}): more may be found.", **values)
        if self._keeper.index is None or not self._keeper.index.path.exists():
            return tr("The index is being built: a moment.")
        return ""

    def _note_news(self) -> None:
        self.has_news = True
        self.renewed.emit()

    def _collect_found(self) -> None:
        if self._stream is None:
            return
        try:
            is_ended, portions = self._stream.is_ended, self._stream.poll()
        except UserError as error:
            self.error, is_ended, portions = error, True, []
        hits: list[Hit] = []
        for portion in portions:
            hits += portion.hits
            self._fitting = portion.fitting if portion.fitting is not None else self._fitting
            self.steps = portion.steps or self.steps
            self.typed_otherwise = portion.typed or self.typed_otherwise
        self.count += len(hits)
        self._articles.update(hit.article.id for hit in hits)
        if is_ended:
            self.stop()
        if hits:
            self.found.emit(hits)
        if hits or portions or is_ended:
            self.advanced.emit()
        if is_ended:
            self.ended.emit()
