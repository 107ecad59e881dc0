"""The form of a verdict.

It has a value of the scale by its digit, certainty, evidence and a note.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from app.core.query.day_ranges import parse_day
from app.core.records import Certainty, Evidence, Verdict
from app.core.verdict_scales import AWAITING_DATE, Scale
from app.service.corpus.ledger.claim_records import ClaimRecords
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day
from app.ui.base.unsaved_fields import read_fields
from app.ui.base.widgets import check_box, label, line, named, scrolling
from app.ui.dialogs.ledger.evidence_fields import EvidenceFields, evidence_words
from app.ui.dialogs.ledger.form import LedgerForm, answer_buttons
from app.ui.dialogs.ledger.words import LedgerWords, day_words
from app.ui.keyboard.keys import pressed_key

Save = Callable[[LedgerRow, Verdict, list[Evidence]], object]


class VerdictForm(LedgerForm):
    """Asks for a verdict on a claim.

    Ctrl+Enter gives it to `save`, Esc to `leave`; Alt with a digit takes kept evidence back.
    """

    def __init__(self, words: LedgerWords, save: Save, leave: Callable[[], object], parent: QWidget) -> None:
        super().__init__(leave, parent)
        self._words, self._save = words, save
        self._row: LedgerRow | None = None
        self._scale: Scale | None = None
        self._doubted = ""
        """The value that was doubted because the claim was due."""
        self._claim = label("", self, wraps=True)
        self._about = label("", self, "muted", wraps=True)
        self.values = self._make_values()
        self.likely = check_box(tr("Likely, not firm (C)"), self)
        self.day = line(tr("As of: 2026-11-26 or 26.11.2026"), self)
        self.evidence = EvidenceFields(words.today, words.typed_day, self._refuse, self)
        self.note = QPlainTextEdit(self)
        self._earlier = label("", self, wraps=True)
        self._lay_out()
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)

    def open(self, row: LedgerRow, records: ClaimRecords) -> None:
        """Ask for a verdict on the claim of a row."""
        self._row, self._scale, self._doubted = row, self._words.scale_of(row), ""
        self._claim.setText(f"«{one_line(row.entry.said)}»")
        self._about.setText(self._about_words(row))
        self._show_values(self._scale, row.verdict)
        self.likely.setChecked(False)
        self.day.setText(self._words.typed_day(self._words.today))
        self.evidence.clear()
        self.note.clear()
        self._earlier.setText(self._earlier_words(row, records))
        self._begin(self.values)

    @property
    def earlier(self) -> str:
        """The verdicts that were given before, as they are listed."""
        return self._earlier.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if key == "Ctrl+Enter":
            self._confirm()
        elif key == "Alt+E":
            self.evidence.add()
        elif key.startswith("Alt+") and key[-1].isdigit():
            self.evidence.take_back(int(key[-1]))
        elif key == "Escape":
            self._leave()
        elif watched is self.values and key == "C":
            self.likely.toggle()
        elif watched is self.values and key == "Enter":
            self.evidence.url.setFocus()
        elif watched is self.values and key.isdigit():
            self._choose(int(key) - 1)
        elif watched is self.note and key in ("Tab", "Shift+Tab"):
            self.focusNextPrevChild(key == "Tab")
        else:
            return False
        return True

    def _confirm(self) -> None:
        """Save the verdict, or say what is missing."""
        chosen = self.values.selectedItems()
        as_of = parse_day(self.day.text().strip())
        if not chosen or self._row is None or self._scale is None:
            self._refuse(tr("Choose a value by its digit."))
        elif as_of is None:
            self._refuse(tr("“{text}” is not a day. Write it as 2026-11-26 or 26.11.2026.", text=self.day.text()))
            self.day.setFocus()
        elif not self.evidence.keep():
            return
        elif self._is_overdue(self._row.due, value := str(chosen[0].data(Qt.ItemDataRole.UserRole)), as_of):
            self._doubted = value
            due = day_words(self._row.due)
            why = tr("The claim fell due on {date}, and this value says that its date is ahead.", date=due)
            self._refuse(f"{why} {tr('Ctrl+Enter once more saves it all the same.')}")
        else:
            certainty = Certainty.LIKELY if self.likely.isChecked() else Certainty.FIRM
            note = self.note.toPlainText().strip()
            scale = self._scale
            verdict = Verdict(0, 0, value, scale.name, scale.version, certainty, as_of, note)
            self._save(self._row, verdict, self.evidence.kept)

    def _is_overdue(self, due: str, value: str, as_of: date) -> bool:
        """Say, once a value, whether it denies that the claim was due."""
        return value in AWAITING_DATE and "" < due < as_of.isoformat() and value != self._doubted

    def _read_fields(self) -> object:
        return (read_fields(self), tuple(self.evidence.kept))

    def _choose(self, place: int) -> None:
        if 0 <= place < self.values.count():
            self.values.setCurrentRow(place)

    def _show_values(self, scale: Scale, verdict: Verdict | None) -> None:
        self.values.clear()
        for place, value in enumerate(scale.values, start=1):
            definition = value.definition(self._words.language)
            item = QListWidgetItem(f"{place}  {value.title(self._words.language)}: {definition}", self.values)
            item.setData(Qt.ItemDataRole.UserRole, value.key)
            if verdict is not None and verdict.value == value.key:
                self.values.setCurrentItem(item)
        row_px = self.values.sizeHintForRow(0)
        self.values.setFixedHeight(row_px * self.values.count() + 8)

    def _about_words(self, row: LedgerRow) -> str:
        said = [LedgerColumn.SPEAKER, LedgerColumn.KIND, LedgerColumn.FIGURES, LedgerColumn.DATE, LedgerColumn.SOURCE]
        due = tr("due {date}", date=day_words(row.due)) if row.due else ""
        places = tr("{n} places", n=row.places) if row.places > 1 else ""
        return " · ".join(filter(None, (*(self._words.cell(row, column) for column in said), due, places)))

    def _earlier_words(self, row: LedgerRow, records: ClaimRecords) -> str:
        """Return the verdicts that were given before, the newest first."""
        verdicts = records.verdicts_of(row.record) if row.record is not None else ()
        found = [self._verdict_words(one, records) for one in reversed(verdicts)]
        if row.record is not None and row.record.watched is not None:
            found.insert(0, tr("{date}: looked, nothing new", date=day(row.record.watched.date())))
        return "\n".join(found) or tr("None: nobody has judged this claim.")

    def _verdict_words(self, verdict: Verdict, records: ClaimRecords) -> str:
        head = self._words.verdict(verdict)
        given = day(verdict.day) if verdict.day else ""
        scale = self._words.scale_version(verdict) if self._words.is_of_former_scale(verdict) else ""
        said = (given, head, scale, one_line(verdict.author), one_line(verdict.note))
        lines = [" · ".join(filter(None, said))]
        lines += [f"    {evidence_words(one)}" for one in records.evidence_of(verdict)]
        return "\n".join(lines)

    def _make_values(self) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(tr("Verdict"))
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _lay_out(self) -> None:
        self.note.setPlaceholderText(tr("Note"))
        self.note.setAccessibleName(tr("Note"))
        self.note.setFixedHeight(3 * self.fontMetrics().height() + 12)
        inside = named(QWidget(self), "sheet")
        lines = column(inside, margin=16, spacing=8)
        sure = QHBoxLayout()
        sure.addWidget(self.likely)
        sure.addSpacing(16)
        sure.addWidget(label(tr("As of"), inside, "muted"))
        self.day.setMaximumWidth(180)
        sure.addWidget(self.day)
        sure.addStretch(1)
        for widget in (self._claim, self._about, self.values):
            lines.addWidget(widget)
        lines.addLayout(sure)
        lines.addWidget(label(tr("Evidence"), inside, "heading"))
        lines.addWidget(self.evidence)
        lines.addWidget(self.note)
        lines.addWidget(self._fault)
        lines.addWidget(label(tr("Earlier verdicts"), inside, "heading"))
        lines.addWidget(self._earlier)
        lines.addStretch(1)
        page = column(self, spacing=12)
        page.addWidget(scrolling(inside, self), 1)
        page.addLayout(answer_buttons(tr("Save (Ctrl+Enter)"), self, self._confirm, self._leave))
