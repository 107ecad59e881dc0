"""The form of a claim: when it falls due, and its topic."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCompleter, QFormLayout, QWidget

from app.core.values.period_words import say_period
from app.core.values.typed_periods import read_typed_due
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.ui.base.i18n import tr
from app.ui.base.pane import column
from app.ui.base.plain_text import one_line
from app.ui.base.widgets import add_field, label, line
from app.ui.dialogs.ledger.form import LedgerForm, answer_buttons
from app.ui.dialogs.ledger.words import LedgerWords, day_words
from app.ui.keyboard.keys import pressed_key

_WIDTH_CHARS = 90


class ClaimForm(LedgerForm):
    """Asks for the due date and the topic of a claim.

    Enter gives them to `save`, Esc to `leave`. An empty due date stands for that of the article.
    """

    def __init__(
        self,
        words: LedgerWords,
        save: Callable[[LedgerRow, str, str], object],
        leave: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(leave, parent)
        self._words, self._save = words, save
        self._row: LedgerRow | None = None
        self._claim, self._said = label("", self, wraps=True), label("", self, "muted", wraps=True)
        self.due = line(tr("2026, June 2026, autumn 2026, 15.06.2026"), self)
        self.topic = line(tr("Topic"), self)
        self._lay_out()
        for field in (self.due, self.topic):
            field.installEventFilter(self)

    def open(self, row: LedgerRow, topics: Sequence[str]) -> None:
        """Begin with what is known of a claim."""
        self._row = row
        record = row.record
        self._claim.setText(f"«{one_line(row.entry.said)}»")
        said = tr("The article says: {date}", date=day_words(row.entry.due)) if row.entry.due else ""
        self._said.setText(said or tr("The article names no date."))
        self.due.setText(self._say(record.due) if record is not None and row.is_due_set else "")
        self.topic.setText(record.topic if record is not None else "")
        completer = QCompleter(list(topics), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.topic.setCompleter(completer)
        self.due.selectAll()
        self._begin(self.due)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = pressed_key(event)
        if key is None:
            return False
        if key in ("Enter", "Ctrl+Enter"):
            self._confirm()
        elif key == "Escape":
            self._leave()
        else:
            return False
        return True

    def _confirm(self) -> None:
        typed = self.due.text().strip()
        due = read_typed_due(typed) if typed else ""
        if due is None:
            self._refuse(_no_date_words(typed))
            self.due.setFocus()
        elif self._row is not None:
            self._save(self._row, due, " ".join(self.topic.text().split()))

    def _say(self, due: str) -> str:
        """Return a due date in words.

        Return its code where the words cannot be read back.
        """
        words = say_period(due, self._words.language)
        return words if read_typed_due(words) == due else due

    def _lay_out(self) -> None:
        lines = column(self, spacing=12)
        lines.addWidget(self._claim)
        lines.addWidget(self._said)
        fields = QWidget(self)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        add_field(form, tr("Due"), self.due)
        add_field(form, tr("Topic"), self.topic)
        fields.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH_CHARS)
        lines.addWidget(fields)
        lines.addWidget(self._fault)
        lines.addStretch(1)
        lines.addLayout(answer_buttons(tr("Save (Enter)"), self, self._confirm, self._leave))


def _no_date_words(typed: str) -> str:
    return tr("“{text}” is no due date. Write 2026, June 2026, autumn 2026 or 15.06.2026.", text=typed)
