"""What spreading a mention through the whole project would do: counts first, then Enter."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QWidget

from app.core.message import Message
from app.service.session import Session
from app.service.spreading import ArticleSpread
from app.ui.announce import announce
from app.ui.i18n import tr
from app.ui.overlay import Overlay
from app.ui.pane import column
from app.ui.theme import strong
from app.ui.widgets import button, label

_MOMENT_S = 0.008
"""So long the articles are looked through at a time."""
_LISTED = 500


class SpreadPreview(Overlay):
    """Look the project through, a moment at a time, and list what would change; Enter does it once all is known."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, QSize(480, 360))
        self._session = session
        self.setAccessibleName(tr("Label them all"))
        self._plan: list[ArticleSpread] = []
        self._coming: Iterator[ArticleSpread | None] | None = None
        self._title = label("", self, wraps=True)
        self._title.setFont(strong(self._title.font()))
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply = button(tr("Label them all"), self, self._accept)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)
        self.closed.connect(self._stop)

    def open_on(self, anchor: QRect | None) -> None:
        """Open for the current mention."""
        self._plan = []
        self._list.clear()
        self._coming = self._session.editor.plan_spread()
        self._apply.setEnabled(False)
        self.open_at(anchor)
        self._apply.setEnabled(False)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """Go on through the articles for a moment."""
        end = time.monotonic() + _MOMENT_S
        for found in self._coming or ():
            if found is not None:
                self._add(found)
            if time.monotonic() >= end:
                break
        else:
            self._coming = None
            self._timer.stop()
        if self._coming is None and not self._plan:
            self.close_panel()
            self._session.told.emit(Message("No other mention is left in the project."))
        else:
            self._tell()

    def _add(self, found: ArticleSpread) -> None:
        self._plan.append(found)
        if self._list.count() < _LISTED:
            self._list.addItem(f"{found.count} × {found.article.title}")

    def _tell(self) -> None:
        count = sum(part.count for part in self._plan)
        words = f"{tr('{n} mentions', n=count)} {tr('in {n} articles', n=len(self._plan))}"
        self._title.setText(words if self._coming is None else f"{words} …")
        if self._coming is None:
            announce(self, words)
        self._apply.setEnabled(self._coming is None and bool(self._plan))

    def _accept(self) -> None:
        if self._coming is not None or not self._plan:
            return
        plan = self._plan
        self.close_panel()
        self._session.editor.apply_spread(plan)

    def _stop(self) -> None:
        self._timer.stop()
        self._coming = None

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = column(self, margin=12, spacing=8)
        layout.addWidget(self._title)
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        help_words = tr("Enter: label them all · Esc: leave it. One undo takes all back.")
        row.addWidget(label(help_words, self, "caption", wraps=True), 1)
        row.addWidget(self._apply)
        layout.addLayout(row)
