"""Find words in all articles of the project: a line to type in over a concordance.

Hits come as they are found, Enter goes there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView

from app.service.concordance.hit_stream import HitStream
from app.service.concordance.hits import Hit
from app.service.concordance.word_search import search_words
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.widgets import label, line
from app.ui.panels.middle.article_pane import ArticlePane
from app.ui.prompts.concordance.delegate import ConcordanceDelegate
from app.ui.prompts.concordance.rows import ROW_ROLE, ConcordanceRows, article_words
from app.ui.theme.theme import Theme

_REST_MS, _POLL_MS = 200, 15
_MAX_ROWS = 2_000
"""So many hits are listed; all of them are counted."""
_MIN_CHARS = 2
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_SIZE = QSize(1400, 640)


class ProjectFind(Overlay):
    """Search the shown articles while the user types."""

    def __init__(self, session: Session, pane: ArticlePane, theme: Theme) -> None:
        super().__init__(pane.window(), _SIZE)
        self._session, self._pane = session, pane
        self._stream: HitStream | None = None
        self._searched = self._articles = 0
        self.found_count = 0
        """How many places have been found so far."""
        self._found_in: set[int] = set()
        self._line = line(tr("Find in the project"), self)
        self._line.installEventFilter(self)
        self._count = label("", self, "caption")
        self._where = label("", self, wraps=True)
        self._rows = ConcordanceRows(self)
        self._list = self._made_list(ConcordanceDelegate(theme, self._rows, has_ticks=False))
        self._lay_out()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._start_search)
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._show_found)
        self._line.textChanged.connect(self._rest.start)
        self.closed.connect(self._stop_search)
        self.setFocusProxy(self._line)

    @property
    def is_searching(self) -> bool:
        """Whether more may be found."""
        return self._rest.isActive() or self._stream is not None

    def open(self) -> None:
        """Open with what was typed the last time, selected."""
        self.open_at()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._line.selectAll()
        self._start_search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        row, last = self._list.currentIndex().row() + by, self._rows.rowCount() - 1
        if last >= 0:
            self._list.setCurrentIndex(self._rows.index(min(max(row, 0), last)))
            announce(self._line, str(self._list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))

    def _start_search(self) -> None:
        self._stop_search()
        self._rows.clear()
        self._found_in.clear()
        self._searched = self.found_count = 0
        project, typed = self._session.project, self._line.text().strip()
        shown = (self._session.articles.get(number) for number in self._session.articles.shown)
        articles = [article for article in shown if article is not None]
        self._articles = len(articles)
        if project is not None and len(typed) >= _MIN_CHARS:
            self._stream = HitStream(project, search_words(project, articles, typed))
            self._timer.start()
        self._show_count()

    def _stop_search(self) -> None:
        self._rest.stop()
        self._timer.stop()
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None

    def _show_found(self) -> None:
        """List what has been found since the last time."""
        if self._stream is None:
            return
        is_whole, portions = self._stream.is_ended, self._stream.poll()
        hits = [hit for portion in portions for hit in portion.hits]
        self._searched += sum(portion.articles for portion in portions)
        self.found_count += len(hits)
        self._found_in.update(hit.article.id for hit in hits)
        self._rows.add_hits(hits[: max(0, _MAX_ROWS - self._rows.rowCount())])
        if hits and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._rows.index(0))
        if is_whole:
            self._timer.stop()
            self._stream = None
        self._show_count()

    def _show_count(self) -> None:
        """Say how many places there are, in how many articles, and how far the search is."""
        words = ""
        if self.found_count:
            words = f"{tr('{n} places', n=self.found_count)} {tr('in {n} articles', n=len(self._found_in))}"
        if self._stream is not None:
            far = tr("{done} of {all} articles searched …", done=self._searched, all=self._articles)
            words = " · ".join(filter(None, (words, far)))
        elif not self.found_count and len(self._line.text().strip()) >= _MIN_CHARS:
            words = tr("Nothing found")
        if words != self._count.text():
            self._count.setText(words)
            if self._stream is None and words:
                announce(self._line, words)

    def _show_article(self, index: QModelIndex) -> None:
        """Show title and date of the hit that is chosen, in full."""
        hit: Hit | None = index.data(ROW_ROLE).hit if index.isValid() else None
        self._where.setText("" if hit is None else article_words(hit))

    def _go_to(self, index: QModelIndex) -> None:
        hit: Hit | None = index.data(ROW_ROLE).hit if index.isValid() else None
        if hit is None:
            return
        self.close_panel()
        if self._session.open_article is None or self._session.open_article.article.id != hit.article.id:
            self._session.reader.go_to(hit.article.id)
        self._session.cursor.select(hit.span)
        self._pane.show_place()

    def _made_list(self, delegate: ConcordanceDelegate) -> QListView:
        made = QListView(self)
        made.setUniformItemSizes(True)
        made.setModel(self._rows)
        made.setItemDelegate(delegate)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(tr("Occurrences"))
        made.clicked.connect(self._go_to)
        made.selectionModel().currentChanged.connect(self._show_article)
        return made

    def _lay_out(self) -> None:
        layout = column(self, margin=12, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._line, 1)
        head.addWidget(self._count)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._where)
        help_words = tr("↑ ↓: choose · Enter: go there · Esc: close")
        layout.addWidget(label(help_words, self, "caption", wraps=True))
