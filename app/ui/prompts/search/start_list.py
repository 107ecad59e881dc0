"""The list under an empty query.

It has saved queries, the last ones, and how a query is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from app.core.records import QueryPlace, SavedQuery
from app.ui.base.i18n import tr
from app.ui.prompts.choices import CHOICE_ROLE, Choice, ChoiceDelegate, ChoiceRows
from app.ui.theme.theme import Theme

_MAX_EARLIER = 5


@dataclass(frozen=True, slots=True)
class StartRow:
    """A query that can be taken.

    `saved` is the row that it stands in.
    """

    query: str
    saved: SavedQuery | None = None


class StartList(QListView):
    """Queries to begin with.

    `taken` comes with a StartRow, `removed` with a SavedQuery; `left` asks to go back up into the line.
    """

    taken = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = ChoiceRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(ChoiceDelegate(theme, self, has_icons=False))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Queries"))
        self.clicked.connect(self._choose)

    def show_queries(self, saved: Sequence[SavedQuery], earlier: Sequence[str]) -> None:
        """List saved queries, the last earlier ones, and examples."""
        choices = []
        headings = {
            QueryPlace.SEARCH: tr("Saved queries: each is a queue to work through"),
            QueryPlace.LIST: tr("Saved filters of the article list"),
        }
        for place, heading in headings.items():
            rows = [row for row in saved if row.place is place]
            choices += [_heading(heading)] if rows else []
            choices += [Choice(StartRow(row.query, row), row.name, row.query) for row in rows]
        if earlier:
            choices.append(_heading(tr("Earlier queries")))
            choices += [Choice(StartRow(query), query) for query in earlier[:_MAX_EARLIER]]
        choices.append(_heading(tr("How a query is written")))
        choices += [Choice(StartRow(query), query, words) for query, words in examples()]
        self._rows.show(choices)

    def enter(self) -> None:
        """Go to the first query."""
        self._go(0, 1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._go(row + 1, 1)
            case Qt.Key.Key_Up if not self._go(row - 1, -1):
                self.left.emit()
            case Qt.Key.Key_Up:
                pass
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.currentIndex())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._remove(self.currentIndex())
            case _:
                super().keyPressEvent(event)

    def _go(self, row: int, by: int) -> bool:
        """Go to a row, or the next one in a direction.

        The next one must be one that can be taken. Say whether there is one.
        """
        while 0 <= row < self._rows.rowCount():
            if self._rows.choices[row].enabled:
                self.setCurrentIndex(self._rows.index(row))
                return True
            row += by
        return False

    def _choose(self, index: QModelIndex) -> None:
        choice: Choice | None = index.data(CHOICE_ROLE) if index.isValid() else None
        if choice is not None and choice.enabled:
            self.taken.emit(choice.value)

    def _remove(self, index: QModelIndex) -> None:
        choice: Choice | None = index.data(CHOICE_ROLE) if index.isValid() else None
        if choice is not None and isinstance(choice.value, StartRow) and choice.value.saved is not None:
            self.removed.emit(choice.value.saved)


def examples() -> list[tuple[str, str]]:
    """Return example queries, each with what it finds.

    They are in the language of the window.
    """
    return [
        (tr("school subsidy"), tr("both words, in any form")),
        (tr('"new school"'), tr("words side by side, in any form")),
        (tr("=Schools"), tr("the word as it is written")),
        (tr("subsid*"), tr("words that begin so")),
        (tr("school ~5 build"), tr("at most five words apart")),
        (tr("school,college"), tr("one word or the other")),
        (tr("school -tax"), tr("articles without a word")),
        (tr("/reg.lar/"), tr("a regular expression")),
        (tr("ORG:ministry"), tr("mentions with a label, here with a word in their name")),
        (tr("kind:promise due:<2026"), tr("claims of a kind, due before a year")),
        (tr("speaker:Petrov status:proposed"), tr("claims of a speaker that are not decided")),
        (tr("date:2025-06..2025-09 source:gov"), tr("articles of some months, from a source")),
        (tr("tag:elections priority:urgent"), tr("articles with a tag and a priority")),
        (tr("school sort:left"), tr("sorted by the word to the left; also by right, date, source, speaker, label")),
        (tr("kind:promise random:50/7"), tr("fifty of them at random, the same ones for the seed 7")),
        (tr("label:PER,ORG note:check"), tr("one label or the other, in articles with such a note")),
    ]


def _heading(words: str) -> Choice:
    return Choice(None, words, enabled=False, is_heading=True)
