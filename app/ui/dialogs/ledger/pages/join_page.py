"""The preview of joining claims.

It shows which claims become places of one claim, and whose figures disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.service.corpus.ledger.claim_likeness import LikeClaim, find_unlike_first
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.widgets import label, wrap_rows
from app.ui.dialogs.ledger.form import answer_buttons
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.keyboard.keys import pressed_key

_SAID = (LedgerColumn.SPEAKER, LedgerColumn.FIGURES, LedgerColumn.DUE, LedgerColumn.DATE, LedgerColumn.SOURCE)


class JoinPage(QWidget):
    """Shows claims with ticks.

    Enter gives the ticked ones to `join`, Esc calls `leave`.
    """

    def __init__(
        self,
        words: LedgerWords,
        join: Callable[[list[LedgerRow]], object],
        leave: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._words, self._join, self._leave = words, join, leave
        self._rows: list[LedgerRow] = []
        self._heading = label("", self, wraps=True)
        self.list = QListWidget(self)
        wrap_rows(self.list)
        self.list.setSpacing(2)
        self.list.setAccessibleName(tr("Claims to join"))
        self.list.installEventFilter(self)
        lines = column(self, spacing=8)
        lines.addWidget(self._heading)
        lines.addWidget(self.list, 1)
        lines.addLayout(answer_buttons(tr("Join (Enter)"), self, lambda: join(self.ticked), leave))

    def open_marked(self, rows: Sequence[LedgerRow]) -> None:
        """Ask whether some claims are one; all are ticked."""
        self._heading.setText(tr("Join these as places of one claim? They will share its verdicts."))
        self._show([(row, "", True) for row in rows])

    def open_suggested(self, row: LedgerRow, likes: Sequence[LikeClaim]) -> None:
        """Ask which of the suggested claims are the same.

        They are compared with one claim. None is ticked yet.
        """
        self._heading.setText(tr("Which of these are the same claim as the first? Space ticks them."))
        self._show([(row, "", True), *((like.row, _reason_words(like), False) for like in likes)])
        self.list.setCurrentRow(min(1, self.list.count() - 1))

    @property
    def ticked(self) -> list[LedgerRow]:
        """The claims that are ticked."""
        return [
            row for place, row in enumerate(self._rows) if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if key == "Enter":
            self._join(self.ticked)
        elif key == "Escape":
            self._leave()
        elif key == "Space":
            self._toggle(self.list.currentItem())
        else:
            return False
        return True

    def _show(self, rows: Sequence[tuple[LedgerRow, str, bool]]) -> None:
        self._rows = [row for row, _, _ in rows]
        disagreeing = find_unlike_first(self._rows)
        self.list.clear()
        for row, reason, is_ticked in rows:
            mark = f"≠ {tr('figures disagree')}" if row.entry.id in disagreeing else ""
            about = [self._words.cell(row, said) for said in _SAID]
            detail = " · ".join(filter(None, (*about, reason, mark)))
            item = QListWidgetItem(f"{self._words.cell(row, LedgerColumn.CLAIM)}\n{detail}", self.list)
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            is_ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)


def _reason_words(like: LikeClaim) -> str:
    """Return why a claim may be the same."""
    return ", ".join(
        filter(
            None,
            (
                tr("equal figures") if like.has_equal_figures else "",
                tr("equal due date") if like.has_equal_due else "",
                tr("{share} % of the words", share=round(100 * like.share)),
            ),
        )
    )
