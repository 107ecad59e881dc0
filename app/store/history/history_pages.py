"""Read the history.

Its rows, what each step changed, and the way from the present to an older state.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from operator import neg
from sqlite3 import Connection
from typing import Any

from app.core.change import Change
from app.core.message import Message
from app.core.row_types import Key
from app.store.history.brought_rows import StepReader, read_payload
from app.store.history.payload import unpack_keys
from app.store.history.stored_steps import APPLIED, DISCARDED, UNDONE, step_title
from app.store.rows.odd_values import unexpected_row

_RECORDS = """
    SELECT id, title, args, time, author, name, state, article, overtaken, articles, annotations
    FROM step WHERE id IN (SELECT value FROM json_each(?))"""
_GROUPED = """SELECT id, "group", state FROM step WHERE "group" <> '' ORDER BY id DESC"""
_SUMS = "SELECT count(*), sum(articles), sum(annotations), max(name) FROM step WHERE id BETWEEN ? AND ?"
_BACK = "SELECT id FROM step WHERE state = 'applied' AND id > :step {here} ORDER BY id DESC"
_FORWARD = """
    SELECT id FROM step WHERE state <> 'applied' AND id <= :step AND (overtaken IS NULL OR overtaken > :step)
    {here} ORDER BY id"""
_HERE = "AND id IN (SELECT step_id FROM step_article WHERE article_id = :article)"
PORTION = 50
"""So many steps are unpacked at a time."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the history, as ids of steps.

    A single step, or the first and last step of consecutive steps of a group.
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Record:
    """One row of the history in words and counts.

    `time` is aware, in UTC, of the last step. `article` is the one article that changed, None for none or several.
    `overtaken` is the step that came in the place of a discarded one. `name` is what the point was called.
    """

    unit: Unit
    count: int
    title: Message
    time: datetime
    author: str
    name: str
    state: str
    articles: int
    annotations: int
    article: int | None
    overtaken: int | None

    @property
    def is_applied(self) -> bool:
        return self.state == APPLIED

    @property
    def is_discarded(self) -> bool:
        return self.state == DISCARDED

    @property
    def is_undone(self) -> bool:
        return self.state == UNDONE


class Units(Sequence[Unit]):
    """All rows of the history, newest first, as two lists of numbers.

    A hundred thousand take a moment to read.
    """

    def __init__(self, firsts: array[int], lasts: array[int]) -> None:
        self._firsts, self._lasts = firsts, lasts

    def __len__(self) -> int:
        return len(self._lasts)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            pairs = zip(self._firsts[place], self._lasts[place], strict=True)
            return [Unit(first, last) for first, last in pairs]
        return Unit(self._firsts[place], self._lasts[place])

    def place_of(self, step: int) -> int | None:
        """Return the row that a step is in."""
        place = bisect_left(self._firsts, -step, key=neg)
        return place if place < len(self) and self._firsts[place] <= step <= self._lasts[place] else None

    def holding(self, steps: Iterable[int]) -> Units:
        """Return the rows that hold one of the steps, given newest first."""
        places = dict.fromkeys(place for place in map(self.place_of, steps) if place is not None)
        return Units(
            array("q", map(self._firsts.__getitem__, places)), array("q", map(self._lasts.__getitem__, places))
        )


class History:
    """Answer questions about the steps of a project.

    Past and present ones, over `reading` connections.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def units(self) -> Units:
        """Return all rows of the history."""
        with self._reading() as connection:
            grouped = connection.execute(_GROUPED).fetchall()
            steps = array("q", chain.from_iterable(connection.execute("SELECT id FROM step ORDER BY id DESC")))
        firsts, lasts, place = array("q"), array("q"), 0
        for first, last in _find_runs(grouped):
            start = bisect_left(steps, -last, place, key=neg)
            for numbers in (firsts, lasts):
                numbers.extend(steps[place:start])
            firsts.append(first)
            lasts.append(last)
            place = bisect_left(steps, -first, start, key=neg) + 1
        for numbers in (firsts, lasts):
            numbers.extend(steps[place:])
        return Units(firsts, lasts)

    def unit_of(self, step: int) -> Unit:
        """Return the row of the history that a step is in."""
        units = self.units()
        place = units.place_of(step)
        return Unit(step, step) if place is None else units[place]

    def newest(self) -> int:
        """Return the number of the newest step, 0 where there is none."""
        with self._reading() as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0])

    def present(self) -> tuple[int, str]:
        """Return the number and stored time of the newest applied step.

        Return 0 and "" if there is none.
        """
        wanted = "SELECT id, time FROM step WHERE state = 'applied' ORDER BY id DESC LIMIT 1"
        with self._reading() as connection:
            number, time = connection.execute(wanted).fetchone() or (0, "")
        return int(number), str(time)

    def has_step(self, step: int, time: str) -> bool:
        """Say whether a step has this stored time.

        A history of another project has not.
        """
        with self._reading() as connection:
            found = connection.execute("SELECT time FROM step WHERE id = ?", (step,)).fetchone()
        return found is not None and found[0] == time

    def touched_by(self, steps: Iterable[int]) -> set[int]:
        """Return the articles that steps changed.

        The project's own rows are article 0.
        """
        wanted = "SELECT DISTINCT article_id FROM step_article WHERE step_id IN (SELECT value FROM json_each(?))"
        with self._reading() as connection:
            return {number for (number,) in connection.execute(wanted, (json.dumps(list(steps)),))}

    def touching(self, article_id: int, after: int = 0) -> list[int]:
        """Return the steps that changed an article, newest first.

        The project's own rows are article 0.
        """
        wanted = "SELECT step_id FROM step_article WHERE article_id = ? AND step_id > ? ORDER BY step_id DESC"
        with self._reading() as connection:
            return [number for (number,) in connection.execute(wanted, (article_id, after))]

    def articles_of(self, unit: Unit) -> list[int]:
        """Return the articles that a row changed, in order of id."""
        wanted = """
            SELECT DISTINCT article_id FROM step_article
            WHERE step_id BETWEEN ? AND ? AND article_id > 0 ORDER BY article_id"""
        with self._reading() as connection:
            return [number for (number,) in connection.execute(wanted, (unit.first, unit.last))]

    def records(self, units: Sequence[Unit]) -> list[Record]:
        """Return rows of the history in words and counts.

        They are in the order of `units`.
        """
        with self._reading() as connection:
            numbers = json.dumps([unit.last for unit in units])
            heads = {row[0]: row[1:] for row in connection.execute(_RECORDS, (numbers,))}
            return [_make_record(connection, unit, heads[unit.last]) for unit in units if unit.last in heads]

    def back_and_forward(self, step: int, article_id: int | None = None) -> tuple[list[int], list[int]]:
        """Return the steps that lead to the state after `step`.

        First those to undo, newest first, then those to redo. Those alone that changed an article, where one is given;
        the project's own rows are article 0.
        """
        here = "" if article_id is None else _HERE
        values = {"step": step, "article": article_id}
        with self._reading() as connection:
            back = [number for (number,) in connection.execute(_BACK.format(here=here), values)]
            forward = [number for (number,) in connection.execute(_FORWARD.format(here=here), values)]
        return back, forward

    def branch(self, unit: Unit) -> list[int]:
        """Return the steps of an undone or overtaken branch.

        Oldest first, up to the end of a row.
        """
        wanted = """
            SELECT id FROM step WHERE state <> 'applied' AND id <= ?
            AND overtaken IS (SELECT overtaken FROM step WHERE id = ?) ORDER BY id"""
        with self._reading() as connection:
            return [number for (number,) in connection.execute(wanted, (unit.last, unit.last))]

    def applied(self, steps: Iterable[int]) -> list[int]:
        """Return those of the steps that are applied, in their order."""
        wanted = "SELECT id FROM step WHERE state = 'applied' AND id IN (SELECT value FROM json_each(?))"
        asked = list(steps)
        with self._reading() as connection:
            found = {number for (number,) in connection.execute(wanted, (json.dumps(asked),))}
        return [number for number in asked if number in found]

    def changes(self, steps: Sequence[int]) -> Iterator[tuple[Change, ...]]:
        """Yield the changes of steps, in their order.

        Give the newest first: otherwise the rows that steps brought are found anew for each portion.
        """
        reader = StepReader()
        for start in range(0, len(steps), PORTION):
            with self._reading() as connection:
                found = reader.read_changes(connection, steps[start : start + PORTION])
            yield from found

    def changed_rows(self, steps: Sequence[int]) -> Iterator[set[Key]]:
        """Yield which rows steps brought, changed or removed, in their order."""
        for start in range(0, len(steps), PORTION):
            with self._reading() as connection:
                payloads = [read_payload(connection, number)[0] for number in steps[start : start + PORTION]]
            yield from map(unpack_keys, payloads)


def _find_runs(grouped: Iterable[tuple[int, str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the first and last step of consecutive steps of a group.

    Newest first, from (id, group, state).
    """
    first = last = 0
    before = ("", "")
    for number, *kind in grouped:
        if tuple(kind) != before or number != first - 1:
            if last:
                yield first, last
            last = number
        first, before = number, (kind[0], kind[1])
    if last:
        yield first, last


def _make_record(connection: Connection, unit: Unit, head: Sequence[Any]) -> Record:
    title, args, time, author, name, state, article, overtaken, articles, annotations = head
    count = 1
    if unit.first != unit.last:
        count, articles, annotations, name = connection.execute(_SUMS, (unit.first, unit.last)).fetchone()
    numbers = (articles, annotations, article or 0, overtaken or 0)
    if (
        not all(isinstance(number, int) for number in numbers)
        or not isinstance(author, str)
        or not isinstance(name, str)
    ):
        raise unexpected_row("step", unit.last)
    return Record(
        unit,
        count,
        step_title(unit.last, title, args),
        _read_time(unit.last, time),
        author,
        name,
        state,
        articles,
        annotations,
        article if count == 1 else None,
        overtaken,
    )


def _read_time(number: int, text: object) -> datetime:
    try:
        return datetime.fromisoformat(text).astimezone(UTC)  # type: ignore[arg-type]  # what is no text raises TypeError
    except (ValueError, TypeError, OverflowError) as fault:
        raise unexpected_row("step", number) from fault
