"""Make the steps of the ledger.

They are verdicts, what was looked at, and places of one claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import ClaimPlace, ClaimRecord, DueOrigin, Evidence, Verdict
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.wording import shorten_text
from app.store import Project


def verdict_step(project: Project, row: LedgerRow, verdict: Verdict, evidence: Sequence[Evidence] = ()) -> Step:
    """Return the step that gives a claim a verdict.

    Its record is made where it has none. The ids of `verdict` and `evidence` are given here.
    """
    record, made = _find_record(project, row)
    number = project.next_id()
    changes = [*made, Change(None, replace(verdict, id=number, record_id=record.id))]
    changes += [Change(None, replace(one, id=project.next_id(), verdict_id=number)) for one in evidence]
    return Step(Message("verdict on “{text}”", {"text": shorten_text(row.entry.said)}), tuple(changes))


def watched_step(project: Project, row: LedgerRow, now: datetime) -> Step:
    """Return the step that notes: looked, nothing new."""
    record, changes = _find_record(project, row)
    title = Message("looked at “{text}”, nothing new", {"text": shorten_text(row.entry.said)})
    return Step(title, (*changes, Change(record, replace(record, watched=now))))


def describe_step(project: Project, row: LedgerRow, due: str, topic: str) -> Step | None:
    """Return the step that sets due date and topic of a claim.

    "" for `due` stands for what the article says. Return None if nothing changes.
    """
    record, made = _find_record(project, row)
    origin = DueOrigin.ANALYST if due else DueOrigin.RULE
    after = replace(record, due=due or row.entry.due, due_origin=origin, topic=topic)
    if (after.due_origin, after.topic) == (record.due_origin, record.topic) and (not due or after.due == record.due):
        return None
    title = Message("due date and topic of “{text}”", {"text": shorten_text(row.entry.said)})
    return Step(title, (*made, Change(record, after)))


def join_step(project: Project, rows: Sequence[LedgerRow]) -> Step:
    """Return the step that makes claims places of one record.

    It is that of the first claim that has one; a place of another record leaves it.
    """
    first = next((row for row in rows if row.record is not None), rows[0])
    record, made = _find_record(project, first)
    changes = list(made)
    for row in rows:
        if row is first or (row.record is not None and row.record.id == record.id):
            continue
        if row.place is not None:
            changes.append(Change(row.place, replace(row.place, record_id=record.id)))
        else:
            changes.append(Change(None, ClaimPlace(project.next_id(), row.entry.id, record.id)))
    return Step(Message("{n} places of one claim", {"n": str(len(rows))}), tuple(changes))


def _find_record(project: Project, row: LedgerRow) -> tuple[ClaimRecord, tuple[Change, ...]]:
    """Return the record of a claim, and the changes for it.

    The changes make the record if there was none.
    """
    if row.record is not None:
        return row.record, ()
    entry = row.entry
    record = ClaimRecord(project.next_id(), entry.label, entry.said, _find_speaker(project, row), entry.due)
    return record, (Change(None, record), Change(None, ClaimPlace(project.next_id(), entry.id, record.id)))


def _find_speaker(project: Project, row: LedgerRow) -> str:
    """Return the speaker as the article names them.

    A row shows what the register calls them, which a judgement taken back would change.
    """
    annotation = next(iter(project.found_annotations([row.entry.id])), None)
    if annotation is None or annotation.speaker is None:
        return row.entry.speaker
    return annotation.speaker.shown_name(project.text(annotation.article_id))
