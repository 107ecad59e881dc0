"""The steps of a query, with how many articles each leaves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.query.parsing import find_steps
from app.core.span import Span
from app.ui.base.i18n import number_words, tr
from app.ui.base.plain_text import caption_text, one_line
from app.ui.base.widgets import key_button, label

MAX_STEPS = 9
"""As many as Alt with a digit reaches."""
_MAX_CHARS = 24


class Trail(QWidget):
    """Shows the steps of a query in their order.

    `chosen` comes with the place of a step in the query: it is to be edited there.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._shown: tuple[str, tuple[int, ...]] = ("", ())
        self._spans: Sequence[Span] = ()
        self.hide()

    @property
    def words(self) -> list[str]:
        """What stands on the steps."""
        typed, _ = self._shown
        return [typed[span.start : span.stop] for span in self._spans]

    def show_query(self, typed: str, counts: tuple[int, ...]) -> None:
        """Show the steps of a query; one step alone needs no trail."""
        if self._shown == (typed, counts):
            return
        self._shown = typed, counts
        self._spans = find_steps(typed)[:MAX_STEPS]
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, span in enumerate(self._spans):
            if place:
                self._row.addWidget(label("›", self, "muted"))
            self._row.addWidget(self._make_step(place, typed[span.start : span.stop], counts))
        self._row.addStretch(1)
        self.setVisible(len(self._spans) > 1)

    def choose(self, place: int) -> None:
        """Ask for a step to be edited, if there is one."""
        if 0 <= place < len(self._spans):
            self.chosen.emit(self._spans[place])

    def _make_step(self, place: int, step: str, counts: tuple[int, ...]) -> QWidget:
        words = one_line(step)
        words = words if len(words) <= _MAX_CHARS else f"{words[: _MAX_CHARS - 1]}…"
        count = f" · {number_words(counts[place])}" if place < len(counts) else ""
        made = key_button(caption_text(f"{place + 1}  {words}{count}"), self, partial(self.choose, place), flat=True)
        made.setObjectName("section")
        articles = tr("{n} articles fit", n=counts[place]) if place < len(counts) else ""
        made.setAccessibleName(" · ".join(filter(None, (step, articles))))
        return made
