"""The list of groups beside the ledger.

It shows how many claims each group has.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.core.scheme import Scheme
from app.store.index.claim_orders import ClaimGroup, ClaimOrder
from app.ui.base.i18n import number_words, tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import label
from app.ui.dialogs.ledger.words import group_title, month_words

ORDERS = (
    None,
    ClaimOrder.SPEAKER,
    ClaimOrder.DATE,
    ClaimOrder.DUE,
    ClaimOrder.SOURCE,
    ClaimOrder.KIND,
    ClaimOrder.TOPIC,
    ClaimOrder.WORD,
)
_MAX_SHOWN = 1_000
_DIGIT_SPACE = "\u2007"
"""As wide as a digit: the counts stand below each other."""


class LedgerGroups(QWidget):
    """Shows the groups of one order.

    `chosen` reports that another one is current.
    """

    chosen = Signal()

    def __init__(self, scheme: Scheme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._titles = {one.name: one.title(language) for one in scheme.labels}
        self.order: ClaimOrder | None = None
        self._digits = 1
        self._heading = label("", self, "muted")
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.currentRowChanged.connect(lambda _: self.chosen.emit())
        lines = column(self, spacing=8)
        lines.addWidget(self._heading)
        lines.addWidget(self.list, 1)
        self.setFixedWidth(260)
        self.hide()

    @property
    def group(self) -> ClaimGroup | None:
        """The group that is chosen; None for all claims."""
        item = self.list.currentItem()
        if self.order is None or item is None or self.list.currentRow() == 0:
            return None
        return self.order, str(item.data(Qt.ItemDataRole.UserRole))

    def turn(self) -> None:
        """Group by the next order, after the last one by none."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.blockSignals(False)

    def show_groups(self, groups: list[tuple[str, int]]) -> None:
        """Show groups and their counts; the one that was chosen stays it."""
        self.setVisible(self.order is not None)
        if self.order is None:
            return
        before = self.group
        self._heading.setText(group_title(self.order))
        self.list.setAccessibleName(group_title(self.order))
        self.list.blockSignals(True)
        self.list.clear()
        total = sum(count for _, count in groups)
        self._digits = len(number_words(total))
        self._add(tr("All"), total, "")
        for name, count in groups[:_MAX_SHOWN]:
            self._add(self._title(name), count, name)
        names = [name for name, _ in groups[:_MAX_SHOWN]]
        self.list.setCurrentRow(1 + names.index(before[1]) if before and before[1] in names else 0)
        self.list.blockSignals(False)

    def step(self, by: int) -> None:
        """Choose the next group, or the one before."""
        row = self.list.currentRow() + by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _add(self, title: str, count: int, name: str) -> None:
        item = QListWidgetItem(f"{number_words(count).rjust(self._digits, _DIGIT_SPACE)}  {title}", self.list)
        item.setData(Qt.ItemDataRole.UserRole, name)

    def _title(self, name: str) -> str:
        if not name:
            return tr("(none)")
        if self.order in (ClaimOrder.DATE, ClaimOrder.DUE):
            return month_words(name)
        return one_line(self._titles.get(name, name) if self.order is ClaimOrder.KIND else name)
