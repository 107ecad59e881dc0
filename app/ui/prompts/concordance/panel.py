"""A concordance: hits in their lines as they are found.

They are ticked and taken by the keyboard.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.message import Message
from app.core.model import Kind
from app.service.concordance.hit_stream import HitStream
from app.service.concordance.hits import Hit, HitSearch
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.lists.long_list import LongList
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.signal_helpers import follow
from app.ui.base.texts.label_words import shown_with_titles
from app.ui.base.widgets import button, label
from app.ui.prompts.concordance.delegate import ConcordanceDelegate
from app.ui.prompts.concordance.rows import ROW_ROLE, ConcordanceRows, article_words
from app.ui.theme.appearance import Appearance
from app.ui.theme.label_colours import tints_of
from app.ui.theme.theme import strong

_POLL_MS, _FILL_MS, _SLOWEST_MS, _SLOWER = 15, 200, 1_000, 1.25
"""How often what was found is shown: until the first screen is full, and then, ever more seldom.

Each time the window is painted, and the search has to wait for that.
"""
_FIRST_SCREEN = 30
_SIZE = QSize(1400, 640)
"""As wide as the window allows: the lines and the titles have the room."""
_LEAST_HEIGHT_PX, _SPARE_PX = 260, 12


class Left(Protocol):
    """Hears that the concordance was left.

    It is told how many of the open hits were taken.
    """

    def __call__(self, *, is_taken: bool, taken: int, looked_at: int) -> None: ...


def _do_nothing(*, is_taken: bool, taken: int, looked_at: int) -> None:
    """Need not know whether hits were taken."""


class HitList(LongList):
    """A list whose hits are ticked by Space or a click.

    Enter and Esc are for the panel around it.
    """

    toggled = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Concordance(Overlay):
    """Show the hits of a search, and take those that are ticked.

    It opens at once and fills as they are found. Enter while it is still searching takes them when that is done.
    """

    def __init__(self, session: Session, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window, _SIZE)
        self._session, self._appearance = session, appearance
        self.setAccessibleName(tr("Occurrences"))
        self._search: HitSearch | None = None
        self._stream: HitStream | None = None
        self._searched = 0
        self._is_confirmed = self._is_taken = False
        self._taken = 0
        self._left: Left = _do_nothing
        self._title = label("", self, wraps=True)
        self._title.setFont(strong(self._title.font()))
        self._count = label("", self, "caption")
        self._where = label("", self, wraps=True)
        self.rows = ConcordanceRows(self)
        self._delegate = ConcordanceDelegate(appearance.theme, self.rows)
        self._list = self._make_list()
        self._apply = button(tr("Take the ticked ones"), self, self._confirm)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_found)
        self.closed.connect(self._stop)
        follow(self, session.changed, self._leave_changed)

    @property
    def is_whole(self) -> bool:
        """Whether all articles have been searched."""
        return self._stream is None or self._stream.is_ended

    def open_on(self, search: HitSearch, left: Left = _do_nothing) -> None:
        """Open on a search, and begin it.

        `left` is told whether any hits were taken, or could be, and how many.
        """
        project = self._session.project
        assert project is not None, "a search is in a project"
        self.rows.clear()
        labels = self._session.scheme.of_kind(Kind.ENTITY)
        self.rows.label_titles = {each.name: each.title(self._appearance.language) for each in labels}
        self._search, self._searched, self._is_confirmed, self._is_taken = search, 0, False, False
        self._taken = 0
        tint = tints_of(self._appearance.colour_scheme, self._session.scheme).get((Kind.ENTITY, search.label))
        self._left = left
        self._delegate.hit_colour = tint.ink if tint is not None else self._appearance.theme.text
        self._title.setText(shown_with_titles(search.title, self._session.scheme))
        self._stream = HitStream(project, search.find())
        self._show_count()
        self.resize_panel(_SIZE)
        self.open_at()
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)
        self._timer.start(_POLL_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _show_found(self) -> None:
        """List what has been found since the last time."""
        if self._stream is None:
            return
        with self._stream.held():
            self._list_found(self._stream)

    def _list_found(self, stream: HitStream) -> None:
        """List and paint what a search has found, while it rests."""
        is_whole = stream.is_ended
        portions = stream.poll()
        self._searched += sum(portion.articles for portion in portions)
        found = [hit for portion in portions for hit in portion.hits]
        if found:
            self.rows.add_hits(found)
        if self.rows.rows and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self.rows.index(0))
        if self.rows.hit_count >= _FIRST_SCREEN:
            slower = max(_FILL_MS, round(self._timer.interval() * _SLOWER))
            self._timer.setInterval(min(_SLOWEST_MS, slower))
        if is_whole:
            self._finish_search()
        if not self.isHidden():
            self._show_count()
            self.repaint()

    def _finish_search(self) -> None:
        """Say that nothing was found, and take what Enter was pressed for."""
        self._timer.stop()
        if not self.rows.rows:
            self._is_taken = True
            self.close_panel()
            self._session.notified.emit(Message("No other mention is left in the project."))
        elif self._is_confirmed:
            self._apply_ticked()
        else:
            self._fit_height()
            announce(self, self._count_words())

    def _fit_height(self) -> None:
        """Be no higher than all that was found needs."""
        spare = self._list.viewport().height() - self._list.verticalHeader().length() - _SPARE_PX
        if spare > 0 and not self.isHidden():
            self.resize_panel(QSize(_SIZE.width(), max(_LEAST_HEIGHT_PX, self.height() - spare)))

    def _show_count(self) -> None:
        self._count.setText(self._count_words())
        self._apply.setEnabled(not self.is_whole or self.rows.ticked_count > 0)

    def _count_words(self) -> str:
        """Show the counts of ticked hits, and the progress.

        The counts are how many hits are ticked of how many, in how many articles. The progress is that of the search.
        """
        ticked, total = self.rows.ticked_count, self.rows.hit_count
        if self.is_whole and not ticked:
            return tr("Nothing is ticked. Space ticks a mention.")
        words = f"{tr('{n} mentions', n=ticked)} {tr('in {n} articles', n=self.rows.ticked_articles)}"
        if total > ticked:
            words = tr("{ticked} · {n} not ticked", ticked=words, n=total - ticked)
        if self.is_whole or self._search is None:
            return words
        far = tr("{done} of {all} articles searched …", done=self._searched, all=self._search.articles)
        waits = [tr("taken when the search ends")] if self._is_confirmed else []
        return " · ".join((words, far, *waits))

    def _toggle_row(self, index: QModelIndex) -> None:
        self.rows.toggle(index)
        self._show_count()

    def _show_article(self, index: QModelIndex) -> None:
        """Show title and date of the hit that is chosen, in full."""
        hit: Hit | None = index.data(ROW_ROLE).hit if index.isValid() else None
        self._where.setText("" if hit is None else article_words(hit))

    def _confirm(self) -> None:
        """Take the ticked hits, now or when all are found."""
        self._is_confirmed = True
        if self.is_whole:
            self._apply_ticked()
        else:
            self._show_count()

    def _apply_ticked(self) -> None:
        ticked, search = self.rows.ticked, self._search
        if ticked and search is not None:
            self._is_taken, self._taken = True, len(ticked)
            self.close_panel()
            search.apply(ticked)
        self._is_confirmed = False

    def _leave_changed(self, _changed: object) -> None:
        """Close where rows change meanwhile.

        What is listed may no longer be so.
        """
        if not self.isHidden():
            self._is_taken, self._taken = True, self.rows.open_count
            self.close_panel()
            self._session.notified.emit(Message("The articles changed meanwhile: open the list again."))

    def _stop(self) -> None:
        self._timer.stop()
        if self._stream is not None:
            self._stream.cancel()
            self._stream = None
        open_count = self.rows.open_count
        self.rows.clear()
        self._left(is_taken=self._is_taken, taken=self._taken, looked_at=open_count)

    def _make_list(self) -> HitList:
        made = HitList(self.rows, self._delegate, self)
        made.setAccessibleName(tr("Occurrences"))
        made.toggled.connect(self._toggle_row)
        made.clicked.connect(self._toggle_row)
        made.selectionModel().currentChanged.connect(self._show_article)
        return made

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margin=12, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._where)
        row = QHBoxLayout()
        help_words = tr("Space: tick or untick · Enter: take the ticked ones · Esc: close. One undo takes all back.")
        row.addWidget(label(help_words, self, "caption", wraps=True), 1)
        row.addWidget(self._apply)
        layout.addLayout(row)
