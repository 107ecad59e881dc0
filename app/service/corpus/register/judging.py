"""Make the steps that judge names.

Each judgement is one row. The one that held before is ended, not removed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.change import Change, Step
from app.core.message import Message
from app.core.name_clusters import Clusters
from app.core.records import Judgement, JudgementKind, JudgementValue, RegisterRecord
from app.service.corpus.register.likeness import Suggestion
from app.store import Project


def _name(key: str) -> str:
    return key.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and when.

    `name_of` says a name as it is shown, for the titles of steps.
    """

    author: str
    now: datetime
    name_of: Callable[[str], str] = _name


def judge_step(
    project: Project, pair: tuple[str, str], value: JudgementValue, judge: Judge, suggestion: Suggestion | None = None
) -> Step:
    """Return the step that judges two names.

    They are given by the keys of their records.

    A `suggestion` that led to it is kept with its score and reason. What is judged the same is not kept apart any more.
    """
    left, right = sorted(pair)
    score, reasons = (suggestion.score, suggestion.reason.value) if suggestion else (None, "")
    number = project.next_id()
    made = Judgement(number, JudgementKind.ENTITY, left, right, value, score, reasons, judge.author, judge.now)
    ended = {old.id: old for old in _live(project, left, right)}
    if value is JudgementValue.SAME:
        ended |= {old.id: old for old in find_kept_apart(project, pair)}
    changes = [Change(old, replace(old, ended=judge.now)) for old in ended.values()]
    return Step(_title(value, _names(left, right, judge)), (*changes, Change(None, made)))


def merge_step(project: Project, keys: Sequence[str], judge: Judge) -> Step:
    """Return the step that joins records to the first one.

    They are given by the keys of their best known names.
    """
    first, *others = keys
    changes = [Change(old, replace(old, ended=judge.now)) for old in find_kept_apart(project, keys)]
    changes += [Change(None, _same(project, first, other, judge)) for other in others]
    title = Message("join {n} records to “{name}”", {"n": str(len(others)), "name": judge.name_of(first)})
    return Step(title, tuple(changes))


def record_step(project: Project, record: RegisterRecord, before: RegisterRecord | None, judge: Judge) -> Step:
    """Return the step that writes the notes of a record.

    They are what the analyst noted. A record without an id is a new one.
    """
    written = record if record.id else replace(record, id=project.next_id())
    title = Message("describe “{name}” in the register", {"name": record.name or judge.name_of(record.key)})
    return Step(title, (Change(before, written),))


def withdraw_step(project: Project, pair: tuple[str, str], judge: Judge) -> Step | None:
    """Return the step that takes back a judgement of two names.

    Return None if there is none.
    """
    left, right = sorted(pair)
    live = _live(project, left, right)
    if not live:
        return None
    title = Message("“{left}” and “{right}” are not judged any more", _names(left, right, judge))
    return Step(title, tuple(Change(old, replace(old, ended=judge.now)) for old in live))


def split_step(project: Project, key: str, judge: Judge) -> Step | None:
    """Return the step that takes a name out of its cluster.

    What joins it to others is ended; those stay together, by new judgements where it alone joined them.
    """
    live = [row for row in project.rows(Judgement) if row.is_live and row.kind is JudgementKind.ENTITY]
    joining = [row for row in live if row.value is JudgementValue.SAME and key in (row.left, row.right)]
    if not joining:
        return None
    clusters = Clusters(row for row in live if row not in joining)
    neighbours = (row.right if row.left == key else row.left for row in joining)
    first, *others = {clusters.head(neighbour): neighbour for neighbour in neighbours}.values()
    changes = [Change(old, replace(old, ended=judge.now)) for old in joining]
    changes += [Change(None, _same(project, first, other, judge)) for other in others]
    return Step(Message("“{name}” stands alone again", {"name": judge.name_of(key)}), tuple(changes))


def _same(project: Project, one: str, other: str, judge: Judge) -> Judgement:
    left, right = sorted((one, other))
    pair = (project.next_id(), JudgementKind.ENTITY, left, right, JudgementValue.SAME)
    return Judgement(*pair, author=judge.author, made=judge.now)


def find_kept_apart(project: Project, keys: Sequence[str]) -> Sequence[Judgement]:
    """Return the live judgements that keep the records of some names apart."""
    judgements = [row for row in project.rows(Judgement) if row.is_live and row.kind is JudgementKind.ENTITY]
    clusters = Clusters(judgements)
    heads = {clusters.head(key) for key in keys}
    return [
        row
        for row in judgements
        if row.value in (JudgementValue.DIFFERENT, JudgementValue.UNSURE)
        and {clusters.head(row.left), clusters.head(row.right)} <= heads
    ]


def _live(project: Project, left: str, right: str) -> Sequence[Judgement]:
    return [
        judgement
        for judgement in project.rows(Judgement)
        if judgement.is_live and (judgement.left, judgement.right) == (left, right)
    ]


def _title(value: JudgementValue, names: dict[str, str]) -> Message:
    if value is JudgementValue.SAME:
        return Message("“{left}” and “{right}” are the same", names)
    if value is JudgementValue.DIFFERENT:
        return Message("“{left}” and “{right}” are different", names)
    return Message("“{left}” and “{right}”: not sure", names)


def _names(left: str, right: str, judge: Judge) -> dict[str, str]:
    return {"left": judge.name_of(left), "right": judge.name_of(right)}
