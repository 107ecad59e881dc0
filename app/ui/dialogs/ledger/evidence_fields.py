"""The evidence of a verdict: what is kept, and the fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.core.query.day_ranges import parse_day
from app.core.records import Evidence, Stance
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line, plain
from app.ui.base.texts.dates import day
from app.ui.base.widgets import button, label, line, press_by_enter
from app.ui.dialogs.ledger.words import stance_title


class EvidenceFields(QWidget):
    """Fields of one piece of evidence, below those that are kept.

    `refuse` gets what is wrong with the fields, "" where nothing is; `say_day` writes a day as people type it.
    """

    def __init__(
        self, today: date, say_day: Callable[[date], str], refuse: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._today, self._say_day, self._refuse = today, say_day, refuse
        self.kept: list[Evidence] = []
        """What goes with the verdict, in the order of its numbers."""
        self._kept_words = label("", self, "muted", wraps=True)
        self.url = line(tr("Link"), self)
        self.quote = line(tr("Quote"), self)
        self.published = line(tr("Published on"), self)
        self.stance = QComboBox(self)
        self._lay_out()

    @property
    def kept_words(self) -> str:
        """What is said of the kept evidence, "" where there is none."""
        return "" if self._kept_words.isHidden() else self._kept_words.text()

    def clear(self) -> None:
        """Begin without evidence."""
        self.kept = []
        self._clear_fields()
        self._show_kept()

    def add(self) -> None:
        """Keep the evidence of the fields, and begin with the next."""
        if not self._are_filled():
            self._refuse(tr("Evidence needs a link or a quote."))
        elif not self.keep():
            return
        self.url.setFocus()

    def keep(self) -> bool:
        """Keep the evidence of the fields, and empty them.

        Return False, and say why, where it cannot be kept.
        """
        said = self.published.text().strip()
        published = parse_day(said) if said else None
        if said and published is None:
            self._refuse(tr("“{text}” is not a day. Write it as 2026-11-26 or 26.11.2026.", text=said))
            self.published.setFocus()
            return False
        url, quote = self.url.text().strip(), self.quote.text().strip()
        if said and not (url or quote):
            self._refuse(tr("Evidence needs a link or a quote."))
            self.url.setFocus()
            return False
        if url or quote:
            stance = Stance(self.stance.currentData())
            self.kept.append(Evidence(0, 0, url, quote, published, self._today, stance))
            self._clear_fields()
        self._show_kept()
        self._refuse("")
        return True

    def take_back(self, number: int) -> None:
        """Put kept evidence back into the fields.

        It is changed or emptied there. What stands in the fields is kept first.
        """
        if not 1 <= number <= len(self.kept):
            self._refuse(tr("No evidence has the number {number}.", number=number))
        elif self.keep():
            taken = self.kept.pop(number - 1)
            self.url.setText(taken.url)
            self.quote.setText(taken.quote)
            self.published.setText(self._say_day(taken.published) if taken.published else "")
            self.stance.setCurrentIndex(self.stance.findData(taken.stance))
            self._show_kept()
            self.url.setFocus()

    def _are_filled(self) -> bool:
        return any(field.text().strip() for field in (self.url, self.quote, self.published))

    def _clear_fields(self) -> None:
        """Empty the fields: no evidence takes after another."""
        for field in (self.url, self.quote, self.published):
            field.clear()
        self.stance.setCurrentIndex(0)

    def _show_kept(self) -> None:
        listed = [f"{place}. {evidence_words(one)}" for place, one in enumerate(self.kept, start=1)]
        self._kept_words.setText("\n".join((*listed, tr("Alt+1 … 9: take the one with this number back"))))
        self._kept_words.setVisible(bool(listed))

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        self.published.setMinimumWidth(metrics.horizontalAdvance(tr("Published on")) + 3 * metrics.height())
        for stance in Stance:
            self.stance.addItem(stance_title(stance), stance)
        self.stance.setAccessibleName(tr("What the evidence does to the claim"))
        fields = QHBoxLayout()
        for field, stretch in ((self.url, 3), (self.quote, 4), (self.published, 2), (self.stance, 0)):
            fields.addWidget(field, stretch)
        add = button(tr("Add (Alt+E)"), self, self.add)
        add.setAutoDefault(False)
        press_by_enter(add)
        fields.addWidget(add)
        lines = column(self, spacing=8)
        lines.addWidget(self._kept_words)
        lines.addLayout(fields)


def evidence_words(evidence: Evidence) -> str:
    """Return a piece of evidence in one line."""
    quote = f"«{one_line(evidence.quote)}»" if evidence.quote else ""
    published = day(evidence.published) if evidence.published else ""
    return plain(" · ".join(filter(None, (stance_title(evidence.stance), quote, one_line(evidence.url), published))))
