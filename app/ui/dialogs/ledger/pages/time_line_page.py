"""The page of the time line.

It shows bars of what falls due, and the claims of the chosen period.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QWidget

from app.service.corpus.ledger.ledger import Ledger
from app.service.corpus.ledger.ledger_row import ClaimState, LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn, LedgerView
from app.service.corpus.ledger.time_line import Period, make_periods
from app.ui.base.announce import announce
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.widgets import label
from app.ui.dialogs.ledger.full_claim import FullClaim
from app.ui.dialogs.ledger.pages.time_bars import TimeBars
from app.ui.dialogs.ledger.rows import LedgerRows
from app.ui.dialogs.ledger.table import LedgerTable
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.keyboard.keys import pressed_key
from app.ui.theme.theme import Theme

_MAX_PERIODS = 48
_STEPS = {"Left": -1, "Right": 1, "[": -1, "]": 1}


class TimeLinePage(QWidget):
    """Shows promises, forecasts and demands by due date.

    Enter gives a claim to `go_to`, Esc calls `leave`.
    """

    def __init__(
        self,
        words: LedgerWords,
        theme: Theme,
        go_to: Callable[[LedgerRow], object],
        leave: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._words, self._go_to, self._leave = words, go_to, leave
        self._ledger: Ledger | None = None
        self.bars = TimeBars(theme, words.today, self)
        self.rows = LedgerRows(words, theme, self.font(), self, has_ticks=False)
        self.table = LedgerTable(self.rows, self)
        self._legend = label(
            tr("▨ overdue · ■ ahead or not looked at · □ judged · the dashed line is today"), self, "muted", wraps=True
        )
        self._about = label("", self, "heading", wraps=True)
        lines = column(self, spacing=8)
        for widget in (self._legend, self.bars, self._about):
            lines.addWidget(widget)
        lines.addWidget(self.table, 1)
        lines.addWidget(FullClaim(self.table, self.rows, self))
        self.table.installEventFilter(self)
        self.bars.chosen.connect(self._show_period)

    def open(self, ledger: Ledger, view: LedgerView) -> bool:
        """Show what falls due of the claims of a view.

        Return whether there is any.
        """
        self._ledger = ledger
        periods = make_periods(ledger.find_due(view), ledger.state_of, self._words.today, _MAX_PERIODS)
        self.bars.show_periods(periods)
        return bool(periods)

    @property
    def about(self) -> str:
        """What is said of the chosen period."""
        return self._about.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if key in _STEPS:
            self._choose_beside(_STEPS[key])
        elif key == "Enter":
            row = self.rows.row_at(self.table.currentIndex().row())
            if row is not None:
                self._go_to(row)
        elif key == "Escape":
            self._leave()
        else:
            return False
        return True

    def _choose_beside(self, by: int) -> None:
        """Choose the next period that has claims, or the one before."""
        place = self.bars.place + by
        while 0 <= place < len(self.bars.periods) and not self.bars.periods[place].total:
            place += by
        if 0 <= place < len(self.bars.periods):
            self.bars.choose(place)

    def _show_period(self) -> None:
        if self._ledger is None or not self.bars.periods:
            return
        period = self.bars.periods[self.bars.place]
        self._about.setText(period_words(period))
        self.rows.show(self._ledger, list(period.ids), LedgerColumn.DUE, is_descending=False)
        if period.ids:
            self.table.setCurrentIndex(self.rows.index(0, 0))
        announce(self, self._about.text())


def period_words(period: Period) -> str:
    """Return a period with its counts of claims.

    They are how many claims fall due in it, and how many of them are overdue.
    """
    last = (period.stop.year * 12 + period.stop.month - 2) % 12 + 1
    last_year = period.stop.year - (period.stop.month == 1)
    months = [f"{QLocale().standaloneMonthName(period.first.month)} {period.first.year}"]
    if (period.first.year, period.first.month) != (last_year, last):
        months.append(f"{QLocale().standaloneMonthName(last)} {last_year}")
    late = period.counts.get(ClaimState.OVERDUE, 0)
    counts = [tr("{n} claims", n=period.total), tr("{n} overdue", n=late) if late else ""]
    beyond = tr("and beyond") if period.is_open else ""
    return " · ".join(filter(None, (" – ".join(months), beyond, *counts)))
