"""Go back in the history.

Each way back is planned first, and made as a new step, so that nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.core.change import Change, Step
from app.core.composition import Composition
from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Annotation, Article
from app.core.row_types import Key, key_of
from app.core.scheme import Scheme
from app.service.history.obstacles import PROJECT, by_article, find_obstacles, present_rows

if TYPE_CHECKING:
    from app.store import History, Project, Record

_SCHEME: Key = (Scheme, 1)


class Way(StrEnum):
    """How to go back."""

    RESTORE = "restore"
    """To the state after a step: all that came later is taken back."""
    UNDO_ALONE = "undo alone"
    """Take one step back, and leave what came later."""
    BRING_BACK = "bring back"
    """Do again what was undone and then overtaken, as far as its rows are as they were."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows a plan brings, takes away and changes."""

    came: int
    gone: int
    changed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What going back would do.

    The changes, the number of rows left as they are, and the step in their way. `newest` is the newest step that it
    knows of: when others have come since, it is to be made anew.
    """

    way: Way
    record: Record
    changes: tuple[Change, ...]
    left: int
    obstacle: Record | None
    newest: int

    @property
    def is_possible(self) -> bool:
        return bool(self.changes)

    @property
    def annotations(self) -> Counts:
        return _count_changes(self.changes, Annotation)

    @property
    def articles(self) -> Counts:
        return _count_changes(self.changes, Article)

    @property
    def touched_articles(self) -> int:
        """How many articles anything changes in."""
        return len(by_article(self.changes).keys() - {PROJECT})

    def step(self) -> Step:
        """Return the step that does it."""
        return Step(_make_title(self.way, self.record), self.changes)


def plan_restoring(project: Project, record: Record, way: Way) -> Iterator[Plan | None]:
    """Plan a way back in portions.

    Yield None after each, and the plan at last.
    """
    history = project.history()
    newest = history.newest()
    composition = Composition()
    for back, is_inverse in _find_route(history, record, way):
        with gc_paused():
            (composition.add_inverse if is_inverse else composition.add)(back)
        yield None
    changes, found = composition.changes(), dict[Key, Key]()
    if way is not Way.RESTORE or history.back_and_forward(record.unit.last)[1]:
        for blocked in _find_blocked(project, history, record, way, changes):
            found |= blocked
            yield None
    kept = () if way is Way.UNDO_ALONE and found else _drop_blocked(changes, found)
    obstacle: Record | None = None
    for step in _first_touching(history, changes, set(found.values()), record) if found else ():
        obstacle = history.records([history.unit_of(step)])[0] if step is not None else None
        yield None
    yield Plan(way, record, kept, len(found), obstacle, newest)


def _find_route(history: History, record: Record, way: Way) -> Iterator[tuple[tuple[Change, ...], bool]]:
    """Yield the changes of steps in the order of making them.

    Each with whether it is undone.
    """
    back, forward = list[int](), list[int]()
    if way is Way.RESTORE:
        back, forward = history.back_and_forward(record.unit.last)
    elif way is Way.UNDO_ALONE:
        back = list(range(record.unit.last, record.unit.first - 1, -1))
    else:
        forward = history.branch(record.unit)
    yield from ((changes, True) for changes in history.changes(back))
    yield from ((changes, False) for changes in history.changes(forward))


def _find_blocked(
    project: Project, history: History, record: Record, way: Way, changes: Iterable[Change]
) -> Iterator[dict[Key, Key]]:
    """Yield the changes that cannot be made, article by article.

    Each with the row in the way.
    """
    scheme: Scheme | None = None
    if way is not Way.RESTORE and _is_scheme_changed(history, record):
        scheme = project.scheme()
        scheme = next(
            (made.after for made in changes if made.before == scheme and isinstance(made.after, Scheme)), scheme
        )
    for article_id, own in by_article(changes).items():
        yield find_obstacles(own, present_rows(project, article_id), scheme)


def _is_scheme_changed(history: History, record: Record) -> bool:
    """Say whether a later step that counts changed the label scheme."""
    later = history.applied(history.touching(PROJECT, record.unit.last))
    return any(_SCHEME in keys for keys in history.changed_rows(later))


def _first_touching(
    history: History, changes: Iterable[Change], keys: set[Key], record: Record
) -> Iterator[int | None]:
    """Yield None while searching, then the first later overlapping step.

    It changed one of the rows.
    """
    articles = {*by_article(changes), PROJECT} if _SCHEME in keys else set(by_article(changes))
    found = {step for article in articles for step in history.touching(article, record.unit.last)}
    steps = history.applied(sorted(found))
    for step, changed in zip(steps, history.changed_rows(steps), strict=True):
        if not keys.isdisjoint(changed):
            yield step
            return
        yield None


def _drop_blocked(changes: Iterable[Change], blocked: dict[Key, Key]) -> tuple[Change, ...]:
    return tuple(change for change in changes if key_of(change.row) not in blocked)


def _count_changes(changes: Iterable[Change], row_type: type[Annotation] | type[Article]) -> Counts:
    own = [change for change in changes if isinstance(change.row, row_type)]
    came = sum(change.before is None for change in own)
    gone = sum(change.after is None for change in own)
    return Counts(came, gone, len(own) - came - gone)


def _make_title(way: Way, record: Record) -> Message:
    number = {"step": str(record.unit.last)}
    if way is Way.RESTORE and record.name:
        return Message("restore “{name}”", {"name": record.name})
    if way is Way.RESTORE:
        return Message("restore the state after step {step}", number)
    if way is Way.UNDO_ALONE:
        return Message("undo step {step} alone", number)
    return Message("bring back step {step}", number)
