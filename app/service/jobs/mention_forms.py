"""Give hand-marked mentions a normal form and an entity.

The entity is the only one of the register that fits.

A worker inflects the words; what the analyst wrote is never overwritten, and one undo takes both.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from psygnal import Signal

from app.core.change import Change, Changed, Step, edit_group
from app.core.model import Annotation, Kind, Origin, with_attribute
from app.core.span import Span
from app.core.text.tokens import line_at
from app.core.vocabulary import AttributeName, EntityLabel
from app.service.article.mentions import mention_key
from app.service.edits.steps import step_builders
from app.service.jobs.workers.replies import Ended, Limits
from app.service.session.entity_register import fits_words
from app.service.session.session import Session

if TYPE_CHECKING:
    from app.service.jobs.workers.pool import Pool

_FIGURES = {EntityLabel.DATE, EntityLabel.MONEY, EntityLabel.PERCENT, EntityLabel.NUMBER, EntityLabel.LAW}
"""Labels whose values have rules of their own."""

_LIMITS = Limits(silence_s=30)
_WAIT_S, _READ_S = 0.12, 0.004
"""So long a normal form waits for the register to be read, which is read for so long at a time."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A mention as it was marked, with its normal form.

    It also holds until when the normal form waits for the register.
    """

    row: Annotation
    normal: str
    until_s: float


class MentionForms:
    """Asks a worker for normal forms, and writes the answers.

    They are asked for new mentions.

    `asked` says that `poll` has something to do.
    """

    asked = Signal()

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pool: Pool | None = None
        self._asked: dict[int, Annotation] = {}
        self._answers: list[_Answer] = []
        self.is_on = True
        session.changed.connect(self._ask_for_new)
        session.project_changed.connect(self.close)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._pool is not None and bool(self._pool.outstanding or self._answers)

    def warm_up(self) -> None:
        """Let the worker load its models before the first mention is marked."""
        project = self._session.project
        if self.is_on and project is not None and not project.read_only and self._pool is None:
            self._submit("Москва.", Span(0, 6), EntityLabel.LOC)
            self.asked.emit()

    def poll(self) -> None:
        """Take in the answers that have come, and write them.

        Then read the register on for a moment.
        """
        if self._pool is None:
            return
        for reply in self._pool.poll():
            row = self._asked.pop(reply.index, None)
            if row is not None and not isinstance(reply, Ended):
                self._answers.append(_Answer(row, reply.value, time.monotonic() + _WAIT_S))
        if self._answers:
            self._read_register()
        now, register = time.monotonic(), self._session.register
        ready = [one for one in self._answers if register.is_whole or now >= one.until_s]
        self._answers = [one for one in self._answers if one not in ready]
        for answer in ready:
            self._write(answer)

    def close(self) -> None:
        """End the worker, and forget what was asked."""
        self._asked.clear()
        self._answers.clear()
        if self._pool is not None:
            self._pool.cancel()
            self._pool = None

    def _ask_for_new(self, changed: Changed) -> None:
        open_article = self._session.open_article
        new = [after for before, after in changed.of(Annotation) if before is None and _needs_form(after)]
        if not self.is_on or open_article is None or len(new) != 1:
            return
        row = new[0]
        if row is None or row.article_id != open_article.article.id or not self._is_marked_by_hand(row):
            return
        line = line_at(open_article.text, row.start)
        span = Span(row.start - line.start, min(row.stop, line.stop) - line.start)
        self._asked[self._submit(open_article.text[line.start : line.stop], span, row.label)] = row
        self.asked.emit()

    def _is_marked_by_hand(self, row: Annotation) -> bool:
        """Say whether the last step made a mention alone.

        Then one undo takes its form too.

        A workbook or another file brings mentions in steps of its own.
        """
        reach = self._session.history.reach()
        return reach is not None and reach.group == edit_group(row.id)

    def _submit(self, line: str, span: Span, label: str) -> int:
        from app.service.jobs.tagging.mention_normaliser import (  # noqa: PLC0415  # with the first mention
            MarkedMention,
            NormaliseMention,
        )
        from app.service.jobs.workers.pool import Pool  # noqa: PLC0415  # as above

        if self._pool is None:
            self._pool = Pool(limits=_LIMITS)
        return self._pool.submit(NormaliseMention(self._session.scheme), MarkedMention(line, span, label))

    def _read_register(self) -> None:
        end = time.monotonic() + _READ_S
        while not self._session.register.is_whole and time.monotonic() < end:
            self._session.register.read()

    def _write(self, answer: _Answer) -> None:
        """Write a normal form for a mention.

        This is done only if the mention still stands as it was marked.
        """
        open_article = self._session.open_article
        row = None if open_article is None else open_article.annotations.get(answer.row.id)
        if open_article is None or row is None or not _needs_form(row) or row.pieces != answer.row.pieces:
            return
        attributes = row.attributes
        record = self._find_record(row, answer.normal)
        if record and not row.attribute(AttributeName.REFERENT):
            attributes = with_attribute(attributes, AttributeName.REFERENT, record)
        after = replace(row, normal=answer.normal, attributes=attributes)
        if after != row:
            made = step_builders.create(self._session.edit_context, row, open_article.text)
            self._session.apply(Step(made.title, (Change(row, after),), made.group))

    def _find_record(self, row: Annotation, normal: str) -> str:
        """Return the name of the entity with all a mention's words.

        Return "" if there is none or more than one.
        """
        register, keys = self._session.register, frozenset(filter(None, [mention_key(normal)]))
        if not register.is_whole or not keys:
            return ""
        named = {one.name for one in register.entities() if one.label == row.label and fits_words(one.name, keys)}
        only = next(iter(named)) if len(named) == 1 else ""
        return "" if only == normal else only


def _needs_form(row: Annotation | None) -> bool:
    return (
        row is not None
        and row.kind is Kind.ENTITY
        and row.origin is Origin.MANUAL
        and not row.normal
        and row.label not in _FIGURES
    )
