"""Preview of spreading a mention through the project.

Every place in its line, then Enter.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from app.core.message import Message
from app.service.edits.spreading import Occurrence
from app.service.session.session import Session
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.overlay import Overlay
from app.ui.base.pane import column
from app.ui.base.signal_helpers import follow
from app.ui.base.widgets import button, label
from app.ui.prompts.spread_rows import SpreadDelegate, SpreadRows
from app.ui.theme.theme import Theme, strong

_MOMENT_S = 0.008
"""So long the articles are looked through at a time."""


class PlaceList(QListView):
    """A list whose places are ticked by Space or a click.

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


class SpreadPreview(Overlay):
    """Search the project in portions, and list every place.

    Enter labels those that are ticked. Mentions that were decided or have another label are listed apart, and not
    ticked.
    """

    def __init__(self, session: Session, theme: Theme, window: QWidget) -> None:
        super().__init__(window, QSize(760, 460))
        self._session = session
        self.setAccessibleName(tr("Label them all"))
        self._coming: Iterator[Occurrence | None] | None = None
        self._article: list[Occurrence] = []
        self._others: list[list[Occurrence]] = []
        self._title = label("", self, wraps=True)
        self._title.setFont(strong(self._title.font()))
        self.rows = SpreadRows(self)
        self._list = self._made_list(theme)
        self._apply = button(tr("Set the label"), self, self._accept_ticked)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._colour_scheme)
        self.closed.connect(self._stop)
        follow(self, session.changed, self._leave_changed)

    def open_on(self, anchor: QRect | None) -> None:
        """Open for the current mention."""
        self.rows.clear()
        self._article, self._others = [], []
        self._coming = self._session.editor.spreading.plan()
        self._show_count()
        self.open_at(anchor)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_ticked()
        else:
            super().keyPressEvent(event)

    def _colour_scheme(self) -> None:
        """Go on through the articles for a moment."""
        end = time.monotonic() + _MOMENT_S
        for found in self._coming or ():
            if found is None:
                self._add_article()
            else:
                self._article.append(found)
            if time.monotonic() >= end:
                break
        else:
            self._finish_looking()
        if not self.isHidden():
            self._show_count()

    def _finish_looking(self) -> None:
        """List the other mentions apart.

        Where no place was found at all, say so and close.
        """
        self._add_article()
        self._coming = None
        self._timer.stop()
        if self._others:
            self.rows.add_section(tr("Decided, or with another label"))
        for places in self._others:
            self.rows.add_places(_make_heading(places), places, is_ticked=False)
        self._begin_at_first()
        if not self.rows.rows:
            self.close_panel()
            self._session.notified.emit(Message("No other mention is left in the project."))

    def _add_article(self) -> None:
        """List the finds of an article; some are listed later.

        Those are listed apart.
        """
        equal = [place for place in self._article if place.is_equal]
        others = [place for place in self._article if not place.is_equal]
        self._article = []
        if equal:
            self.rows.add_places(_make_heading(equal), equal, is_ticked=True)
        if others:
            self._others.append(others)
        self._begin_at_first()

    def _begin_at_first(self) -> None:
        """Stand on the first place as soon as there is one."""
        first = next((number for number, row in enumerate(self.rows.rows) if row.place is not None), None)
        if first is not None and not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self.rows.index(first))

    def _show_count(self) -> None:
        """Say how many are ticked, in how many articles."""
        chosen, is_whole = self.rows.chosen, self._coming is None
        articles = len({place.article.id for place in chosen})
        words = f"{tr('{n} mentions', n=len(chosen))} {tr('in {n} articles', n=articles)}"
        if is_whole and not chosen:
            words = tr("Nothing is ticked. Space ticks a mention.")
        self._title.setText(words if is_whole else f"{words} …")
        self._apply.setEnabled(is_whole and bool(chosen))
        if is_whole:
            announce(self, words)

    def _toggle_row(self, index: QModelIndex) -> None:
        self.rows.toggle(index)
        self._show_count()

    def _accept_ticked(self) -> None:
        chosen = self.rows.chosen
        if self._coming is None and chosen:
            self.close_panel()
            self._session.editor.spreading.apply(chosen)

    def _leave_changed(self, _changed: object) -> None:
        """Close where rows change meanwhile.

        What is listed may no longer be so.
        """
        if not self.isHidden():
            self.close_panel()
            self._session.notified.emit(Message("The articles changed meanwhile: open the list again."))

    def _stop(self) -> None:
        self._timer.stop()
        self._coming = None

    def _made_list(self, theme: Theme) -> PlaceList:
        made = PlaceList(self)
        made.setUniformItemSizes(True)
        made.setModel(self.rows)
        made.setItemDelegate(SpreadDelegate(theme, made))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setAccessibleName(tr("Label them all"))
        made.toggled.connect(self._toggle_row)
        made.clicked.connect(self._toggle_row)
        return made

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        help_words = tr("Space: tick or untick · Enter: set the label · Esc: close. One undo takes all back.")
        row.addWidget(label(help_words, self, "caption", wraps=True), 1)
        row.addWidget(self._apply)
        layout.addLayout(row)


def _make_heading(places: list[Occurrence]) -> str:
    return f"{len(places)} × {places[0].article.title}"
