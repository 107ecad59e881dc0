"""The edits of the register: joining, parting, judging, notes."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.records import Judgement, JudgementValue, RegisterRecord
from app.service.corpus.register.joining import find_join_doubts
from app.service.corpus.register.judging import Judge, judge_step, merge_step, record_step, split_step, withdraw_step
from app.service.corpus.register.likeness import Suggestion
from app.service.corpus.register.register import Register, RegisterEntry, differing_identifiers
from app.service.session.session import Session
from app.store.index.name_reader import NameEntry
from app.ui.base.i18n import tr
from app.ui.dialogs.own_steps import OwnSteps
from app.ui.dialogs.register.words import RecordTypes, join_doubt_words, system_word, value_word


class RecordEdits:
    """Makes the steps that are asked for in the register."""

    def __init__(self, session: Session, types: RecordTypes, steps: OwnSteps) -> None:
        assert session.project is not None, "only an open project has a register"
        self._session, self._project, self._types, self._steps = session, session.project, types, steps
        self.register: Register | None = None
        """The register that names are shown by."""

    def join(self, entries: Sequence[RegisterEntry]) -> RegisterEntry:
        """Join records to the one named most often; return it."""
        first, *others = _by_mentions(entries)
        step = merge_step(self._project, [entry.record_key for entry in (first, *others)], self._judge())
        names = ", ".join(entry.name for entry in others)
        self._steps.apply(step, tr("Joined to “{name}”: {others}.", name=first.name, others=names))
        return first

    def doubts_about(self, entries: Sequence[RegisterEntry]) -> str:
        """Say what speaks against joining records, "" if nothing does."""
        doubts = find_join_doubts(self._project, _by_mentions(entries))
        return join_doubt_words(doubts, self._types, _by_mentions(entries)[0].name, self._judge().name_of)

    def split(self, name: NameEntry) -> bool:
        """Take a name out of its record; return whether it had others."""
        step = split_step(self._project, name.record_key, self._judge())
        if step is not None:
            self._steps.apply(step, tr("“{name}” is a record of its own.", name=name.shown))
        return step is not None

    def write_record(self, record: RegisterRecord, before: RegisterRecord | None) -> None:
        """Write what was noted of a record, if that is new."""
        is_new = before is None and (record.name or record.note or record.identifiers or record.label)
        if record != before and (before is not None or is_new):
            self._steps.apply(record_step(self._project, record, before, self._judge()), tr("Saved."))

    def judge(self, pair: tuple[str, str], value: JudgementValue, suggestion: Suggestion | None) -> None:
        """Say whether two names stand for the same."""
        step = judge_step(self._project, pair, value, self._judge(), suggestion)
        self._steps.apply(step, f"{value_word(value)}: {self._pair_words(pair)}.")

    def withdraw(self, made: Judgement) -> None:
        """Take back a decision: the pair is suggested again."""
        pair = made.left, made.right
        step = withdraw_step(self._project, pair, self._judge())
        if step is not None:
            self._steps.apply(step, tr("Not judged any more: {names}.", names=self._pair_words(pair)))

    def _pair_words(self, pair: tuple[str, str]) -> str:
        return " — ".join(map(self._judge().name_of, pair))

    def _judge(self) -> Judge:
        context = self._session.edit_context
        assert self.register is not None, "names of a register are judged"
        return Judge(context.author, context.now, self.register.shown_name)


def _by_mentions(entries: Sequence[RegisterEntry]) -> list[RegisterEntry]:
    return sorted(entries, key=lambda entry: -entry.mentions)


def refusal_to_join(entries: Sequence[RegisterEntry]) -> str:
    """Return why records cannot be joined, "" where they can."""
    if len(entries) < 2:
        return tr("Tick the records with Space first; S suggests which may be the same.")
    system = differing_identifiers(entries)
    if system:
        return tr("The records have different ids ({system}): they are not the same.", system=system_word(system))
    return ""
