"""The line that a query is typed in.

↑ gives earlier queries, Tab what can complete the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.query.completion import Completion
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.widgets import FilterLine, prepare_line

MAX_KEPT = 30
"""So many earlier queries are kept."""


class QueryLine(FilterLine):
    """A line for queries.

    `down` asks to go on into the list below, `entered` to do what Enter does; `offered` tells what can complete the
    last word. `earlier` are the queries of before, the last one first.
    """

    down = Signal()
    entered = Signal()
    offered = Signal()

    def __init__(
        self, parent: QWidget, earlier: list[str], complete: Callable[[str], Sequence[Completion]], *, prompt: str
    ) -> None:
        super().__init__(parent)
        prepare_line(self, prompt)
        self._earlier, self._complete = earlier, complete
        self._place = -1
        self._typed = ""
        self._longest = ""
        self.completions: Sequence[Completion] = ()
        self._taken = -1
        self.textChanged.connect(self._follow_text)
        self.textEdited.connect(self._forget_place)

    def offer(self) -> None:
        """Look up what can complete the last word."""
        is_at_end = self.cursorPosition() == len(self.text())
        self.completions, self._taken = self._complete(self.text()) if is_at_end else (), -1
        self.offered.emit()

    def remember(self) -> None:
        """Keep the query as the last one."""
        self._keep(self.text())
        self._place = -1

    def event(self, event: QEvent) -> bool:
        """Take Tab as a completion before it moves the focus."""
        is_tab = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if is_tab and event.type() == QEvent.Type.KeyPress and self.completions:
            assert isinstance(event, QKeyEvent)
            self._complete_word(-1 if event.key() == Qt.Key.Key_Backtab else 1)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self._show_earlier(1)
            case Qt.Key.Key_Down if self._place >= 0:
                self._show_earlier(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.down.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    def _show_earlier(self, by: int) -> None:
        if self._place < 0:
            self._typed = self.text()
        earlier = [query for query in self._earlier if query != self._typed]
        self._place = min(max(self._place + by, -1), len(earlier) - 1)
        self.setText(earlier[self._place] if self._place >= 0 else self._typed)
        self.completions = ()
        self.offered.emit()

    def _complete_word(self, by: int) -> None:
        """Put the next completion in; typing on asks anew."""
        self._taken = (self._taken + by) % len(self.completions) if self._taken >= 0 or by > 0 else -1
        taken, kept = self.completions[self._taken], self.completions
        self.setText(taken.query)
        self.completions = kept
        announce(self, taken.shown)
        if len(kept) == 1:
            self.offer()
        else:
            self.offered.emit()

    @property
    def offer_words(self) -> str:
        """What Tab can complete, with the one taken in brackets."""
        words = (f"[{one.shown}]" if place == self._taken else one.shown for place, one in enumerate(self.completions))
        return tr("Tab: {words}", words=" · ".join(words)) if self.completions else ""

    def _keep(self, typed: str) -> None:
        if query := typed.strip():
            self._earlier[:] = [query, *(old for old in self._earlier if old != query)][:MAX_KEPT]

    def _follow_text(self, typed: str) -> None:
        """Keep a query that is erased, or typed over by another one.

        A line that was emptied, by whatever key, offers at once what it offers empty.
        """
        if not typed and self.hasFocus():
            self._forget_place()
        if self._longest[:1] != typed[:1]:
            self._keep(self._longest)
            self._longest = ""
        if not self._longest.startswith(typed):
            self._longest = typed

    def _forget_place(self) -> None:
        self._place = -1
        self.offer()
