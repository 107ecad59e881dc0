"""Note when articles are finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.core.change import Change, Step
from app.core.model import Article, Progress


def with_finish_times(step: Step, now: datetime) -> Step:
    """Return a step that says when its articles were finished.

    One that becomes done is finished `now`, unless the step says when it was; one that is opened again is not finished.
    """
    changes = tuple([_with_finish_time(change, now) for change in step.changes])
    return step if changes == step.changes else replace(step, changes=changes)


def _with_finish_time(change: Change, now: datetime) -> Change:
    before, after = change.before, change.after
    if not isinstance(before, Article) or not isinstance(after, Article) or before.progress is after.progress:
        return change
    if after.progress is not Progress.DONE:
        return Change(before, replace(after, finished=None))
    return change if after.finished != before.finished else Change(before, replace(after, finished=now))
