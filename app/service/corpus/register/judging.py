"""The steps that judge names: each is one row, and the one that held before is ended, not removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.change import Change, Step
from app.core.message import Message
from app.core.records import Judgement, JudgementKind, JudgementValue
from app.service.corpus.register.likeness import Suggestion
from app.store import Project


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and when."""

    author: str
    now: datetime


def judge_step(
    project: Project, pair: tuple[str, str], value: JudgementValue, judge: Judge, suggestion: Suggestion | None = None
) -> Step:
    """Return the step that judges two names, given by the keys of their records.

    A `suggestion` that led to it is kept with its score and reason.
    """
    left, right = sorted(pair)
    score, reasons = (suggestion.score, suggestion.reason.value) if suggestion else (None, "")
    number = project.next_id()
    made = Judgement(number, JudgementKind.ENTITY, left, right, value, score, reasons, judge.author, judge.now)
    changes = [Change(old, replace(old, ended=judge.now)) for old in _live(project, left, right)]
    return Step(_title(value, left, right), (*changes, Change(None, made)))


def withdraw_step(project: Project, pair: tuple[str, str], now: datetime) -> Step | None:
    """Return the step that takes back what was judged of two names, None where nothing was."""
    left, right = sorted(pair)
    live = _live(project, left, right)
    if not live:
        return None
    title = Message("“{left}” and “{right}” are not judged any more", _names(left, right))
    return Step(title, tuple(Change(old, replace(old, ended=now)) for old in live))


def split_step(project: Project, key: str, now: datetime) -> Step | None:
    """Return the step that takes a name out of its cluster: what joins it to others is ended."""
    joining = [
        judgement
        for judgement in project.rows(Judgement)
        if judgement.is_live and judgement.value is JudgementValue.SAME and key in (judgement.left, judgement.right)
    ]
    if not joining:
        return None
    title = Message("“{name}” stands alone again", {"name": _name(key)})
    return Step(title, tuple(Change(old, replace(old, ended=now)) for old in joining))


def _live(project: Project, left: str, right: str) -> Sequence[Judgement]:
    return [
        judgement
        for judgement in project.rows(Judgement)
        if judgement.is_live and (judgement.left, judgement.right) == (left, right)
    ]


def _title(value: JudgementValue, left: str, right: str) -> Message:
    names = _names(left, right)
    if value is JudgementValue.SAME:
        return Message("“{left}” and “{right}” are the same", names)
    if value is JudgementValue.DIFFERENT:
        return Message("“{left}” and “{right}” are different", names)
    return Message("“{left}” and “{right}”: not sure", names)


def _names(left: str, right: str) -> dict[str, str]:
    return {"left": _name(left), "right": _name(right)}


def _name(key: str) -> str:
    return key.partition(" ")[2]
