"""The edits of the ledger: verdicts, looks, places of one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import Evidence, Verdict
from app.core.verdict_scales import Scale, with_scales
from app.service.corpus.ledger.claim_steps import describe_step, join_step, verdict_step, watched_step
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.session.session import Session
from app.ui.base.i18n import tr
from app.ui.dialogs.ledger.words import LedgerWords
from app.ui.dialogs.own_steps import OwnSteps


class ClaimEdits:
    """Makes the steps that are asked for in the ledger."""

    def __init__(self, session: Session, words: LedgerWords, steps: OwnSteps) -> None:
        assert session.project is not None, "only an open project has a ledger"
        self._session, self._project, self._words, self._steps = session, session.project, words, steps

    def save_verdict(self, row: LedgerRow, verdict: Verdict, evidence: Sequence[Evidence]) -> None:
        """Give a claim a verdict, signed with author and time."""
        context = self._session.edit_context
        signed = replace(verdict, author=context.author, made=context.now)
        title = self._words.verdict(verdict)
        self._steps.apply(verdict_step(self._project, row, signed, evidence), tr("Verdict: {value}", value=title))

    def note_watched(self, row: LedgerRow) -> None:
        """Note that somebody looked, and found nothing new."""
        step = watched_step(self._project, row, self._session.edit_context.now)
        self._steps.apply(step, tr("Looked, nothing new."))

    def describe(self, row: LedgerRow, due: str, topic: str) -> None:
        """Set when a claim falls due, and its topic."""
        step = describe_step(self._project, row, due, topic)
        if step is not None:
            self._steps.apply(step, tr("Saved."))

    def replace_scales(self, scales: Sequence[Scale]) -> None:
        """Give the project other scales; what was changed gets a version."""
        before = self._session.scheme
        after = with_scales(before, scales)
        if after != before:
            self._steps.apply(Step(Message("scales of verdicts"), (Change(before, after),)), tr("Saved."))

    def join(self, rows: Sequence[LedgerRow]) -> None:
        """Make claims places of one claim."""
        self._steps.apply(join_step(self._project, rows), tr("{n} places of one claim", n=len(rows)))
