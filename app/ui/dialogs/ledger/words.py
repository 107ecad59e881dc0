"""Say what the ledger's rows hold, in the window's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale

from app.core.model import Kind
from app.core.records import Certainty, Stance, Verdict
from app.core.scheme import Scheme
from app.core.values.figure_words import say_briefly, say_exactly
from app.core.verdict_scales import Scale, scale_for, scale_of_version, scales_of
from app.core.vocabulary import LanguageCode
from app.service.corpus.ledger.ledger_row import ClaimState, LedgerRow
from app.service.corpus.ledger.ledger_view import LedgerColumn
from app.store.index.claim_orders import ClaimOrder
from app.ui.base.i18n import tr
from app.ui.base.plain_text import one_line
from app.ui.base.texts.dates import day, longest_days

_MONTH_CHARS = len("2025-09")


class LedgerWords:
    """Says what a row holds.

    Labels and verdicts are said by their titles, dates as people write them.
    """

    def __init__(self, scheme: Scheme, language: str, today: date) -> None:
        self.language, self.today = language, today
        self.use_scheme(scheme)
        self._titles = {label.name: label.title(language) for label in scheme.labels}
        self._cells: dict[LedgerColumn, Callable[[LedgerRow], str]] = {
            LedgerColumn.SPEAKER: lambda row: one_line(row.entry.speaker) or "–",
            LedgerColumn.CLAIM: _claim_words,
            LedgerColumn.KIND: lambda row: self.kind(row.entry.label),
            LedgerColumn.FIGURES: lambda row: say_briefly(row.entry.figures, _language()),
            LedgerColumn.DUE: lambda row: day_words(row.due),
            LedgerColumn.STATE: self.state,
            LedgerColumn.VERDICT: self._last_verdict,
            LedgerColumn.DATE: lambda row: day_words(row.entry.date),
            LedgerColumn.SOURCE: lambda row: one_line(row.entry.source),
        }

    def use_scheme(self, scheme: Scheme) -> None:
        """Say verdicts by the scales of a scheme."""
        self._scheme, self.scales = scheme, scales_of(scheme)

    def scale_of(self, row: LedgerRow) -> Scale:
        """Return the scale that a claim is judged by."""
        return scale_for(row.entry.label, self.scales)

    def typed_day(self, value: date) -> str:
        """Return a day as people type it: 26.11.2026 in Russian, else 2026-11-26."""
        return f"{value:%d.%m.%Y}" if self.language == LanguageCode.RU else value.isoformat()

    def kind(self, label: str) -> str:
        """Return what a kind of claims is called."""
        return self._titles.get(label, label)

    def verdict(self, given: Verdict, *, says_certainty: bool = True) -> str:
        """Return a verdict in words, by the scale of its time.

        One that is only likely says so.
        """
        scale = scale_of_version(self._scheme, given.scale, given.scale_version) or self.scales[0]
        title = scale.value(given.value).title(self.language)
        is_likely = says_certainty and given.certainty is Certainty.LIKELY
        return f"{title} · {tr('likely')}" if is_likely else title

    def scale_version(self, given: Verdict) -> str:
        """Return which version of which scale a verdict was given by."""
        scale = scale_of_version(self._scheme, given.scale, given.scale_version)
        title = scale.title(self.language) if scale is not None else given.scale
        return tr("{scale}, version {version}", scale=title, version=given.scale_version)

    def is_of_former_scale(self, given: Verdict) -> bool:
        """Say whether the scale of a verdict was changed since."""
        return all((one.name, one.version) != (given.scale, given.scale_version) for one in self.scales)

    def cell(self, row: LedgerRow, column: LedgerColumn) -> str:
        """Return what a column says of a row."""
        return self._cells[column](row)

    def in_full(self, row: LedgerRow, column: LedgerColumn) -> str:
        """Return what a column says on hover: figures to the last digit."""
        if column is LedgerColumn.SPEAKER:
            return one_line(row.entry.speaker)
        if column is LedgerColumn.CLAIM:
            return _placed_words(row)
        return _exact_figures(row) if column is LedgerColumn.FIGURES else self.cell(row, column)

    def widest(self, column: LedgerColumn) -> tuple[str, ...]:
        """Return what a column has room for, () for any words."""
        overdue = f"{STATE_SIGNS[ClaimState.OVERDUE]} {state_title(ClaimState.OVERDUE)} {tr('{n} d', n=8888)}"
        states = (f"{sign} {state_title(state)}" for state, sign in STATE_SIGNS.items())
        return {
            LedgerColumn.KIND: tuple(one.title(self.language) for one in self._scheme.of_kind(Kind.CLAIM)),
            LedgerColumn.FIGURES: ("≈ 0,00 млрд ₸",),
            LedgerColumn.DUE: longest_days(),
            LedgerColumn.STATE: (overdue, *states),
            LedgerColumn.VERDICT: tuple(one.title(self.language) for scale in self.scales for one in scale.values),
            LedgerColumn.DATE: longest_days(),
        }.get(column, ())

    def state(self, row: LedgerRow) -> str:
        """Return the state of a claim with its sign.

        How long it is overdue is added.
        """
        words = f"{STATE_SIGNS[row.state]} {state_title(row.state)}"
        if row.state is not ClaimState.OVERDUE:
            return words
        due = _parse_day(row.due)
        return f"{words} {tr('{n} d', n=(self.today - due).days)}" if due else words

    def _last_verdict(self, row: LedgerRow) -> str:
        found = row.verdict
        return self.verdict(found) if found is not None else ""


STATE_SIGNS = {
    ClaimState.OVERDUE: "▲",
    ClaimState.UNCHECKED: "○",
    ClaimState.WAITING: "…",
    ClaimState.STALE: "△",
    ClaimState.JUDGED: "●",
}
"""A sign for each state, so that none is known by its colour alone."""


def state_title(state: ClaimState | None) -> str:
    """Return what a state is called; None stands for all of them."""
    return {
        None: tr("All"),
        ClaimState.OVERDUE: tr("Overdue"),
        ClaimState.UNCHECKED: tr("Not checked"),
        ClaimState.WAITING: tr("Waiting"),
        ClaimState.STALE: tr("Not looked at for 90 days"),
        ClaimState.JUDGED: tr("Judged"),
    }[state]


def certainty_title(certainty: Certainty) -> str:
    """Return how sure a verdict is."""
    return tr("firm") if certainty is Certainty.FIRM else tr("likely")


def column_title(column: LedgerColumn) -> str:
    """Return the heading of a column."""
    return {
        LedgerColumn.SPEAKER: tr("Speaker"),
        LedgerColumn.CLAIM: tr("Claim"),
        LedgerColumn.KIND: tr("Kind"),
        LedgerColumn.FIGURES: tr("Figures"),
        LedgerColumn.DUE: tr("Due"),
        LedgerColumn.STATE: tr("State"),
        LedgerColumn.VERDICT: tr("Verdict"),
        LedgerColumn.DATE: tr("Date"),
        LedgerColumn.SOURCE: tr("Source"),
    }[column]


def stance_title(stance: Stance) -> str:
    """Return what a piece of evidence does to the claim."""
    return {
        Stance.SUPPORTS: tr("supports"),
        Stance.CONTRADICTS: tr("contradicts"),
        Stance.CONTEXT: tr("context"),
    }[stance]


def group_title(order: ClaimOrder) -> str:
    """Return what claims are grouped by."""
    return {
        ClaimOrder.SPEAKER: tr("By speaker"),
        ClaimOrder.DATE: tr("By month"),
        ClaimOrder.DUE: tr("By due month"),
        ClaimOrder.SOURCE: tr("By source"),
        ClaimOrder.KIND: tr("By kind"),
        ClaimOrder.TOPIC: tr("By topic"),
        ClaimOrder.WORD: tr("By word"),
    }[order]


def _claim_words(row: LedgerRow) -> str:
    """Return the words of a claim.

    Their column is never left out: ≠ says that another place has other figures.
    """
    return f"≠ {_placed_words(row)}" if row.has_other_figures else _placed_words(row)


def _placed_words(row: LedgerRow) -> str:
    return one_line(f"{row.places} × {row.entry.said}" if row.places > 1 else row.entry.said)


def _exact_figures(row: LedgerRow) -> str:
    """Return the figures of a claim to the last digit."""
    words = say_exactly(row.entry.figures, _language())
    return f"{words} · ≠ {tr('figures disagree')}" if row.has_other_figures else words


def _language() -> str:
    """Return the language that digits are grouped by."""
    return QLocale().name()[:2]


def day_words(iso: str) -> str:
    """Return an ISO date as people write it.

    Text that is no date is returned as it stands.
    """
    found = _parse_day(iso)
    return day(found) if found else iso


def month_words(iso: str) -> str:
    """Return a month such as "September 2025"."""
    if len(iso) != _MONTH_CHARS:
        return iso
    found = _parse_day(f"{iso}-01")
    return f"{QLocale().standaloneMonthName(found.month)} {found.year}" if found else iso


def _parse_day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
