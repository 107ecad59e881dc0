"""Put what falls due on a time line.

The line has periods with the claims of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from app.service.corpus.ledger.ledger_row import ClaimState

_MONTHS = 12
_LENGTHS = (1, 3, 12, 24, 60, 120)
"""How many months a period may have."""
_SPARED = 50
"""One claim in so many may lie outside the line at either end."""


@dataclass(frozen=True, slots=True)
class Period:
    """Some months with the claims that fall due in them, by date.

    `first` is the period's first day, `stop` that of the next one. The first and the last period may be open: it holds
    what falls due before or after them too.
    """

    first: date
    stop: date
    ids: tuple[int, ...] = ()
    counts: dict[ClaimState, int] = field(default_factory=dict)
    is_open: bool = False

    @property
    def total(self) -> int:
        """How many claims fall due."""
        return len(self.ids)

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day < self.stop


def make_periods(
    due: Iterable[tuple[str, int]], state_of: Callable[[int], ClaimState], today: date, most: int
) -> list[Period]:
    """Return the periods of what falls due, with today among them.

    `due` holds (ISO date, claim) in order; what is no date is left out. Periods are as long as it takes for `most` of
    them to be enough, and have no gap. The few claims far before or after all others lie in the first and last one.
    """
    months: dict[int, list[int]] = {}
    for day, number in due:
        month = _month_number(day)
        if month is not None:
            months.setdefault(month, []).append(number)
    if not months:
        return []
    here = today.year * _MONTHS + today.month - 1
    first, last = _find_range(months, here)
    length = next((one for one in _LENGTHS if (last - first) // one < most - 1), (last - first) // (most - 2) + 1)
    starts = range(first - first % length, last + 1, length)
    return [_make_period(start, length, starts, months, state_of) for start in starts]


def _find_range(months: dict[int, list[int]], here: int) -> tuple[int, int]:
    """Return the first and last month drawn to scale.

    A few claims may lie outside.
    """
    spared = sum(map(len, months.values())) // _SPARED
    known = sorted(months)
    first, last = _pass_over(known, months, spared), _pass_over(known[::-1], months, spared)
    return min(first, here), max(last, here)


def _pass_over(known: list[int], months: dict[int, list[int]], spared: int) -> int:
    """Return the first of some months, with few claims before it.

    No more than so many claims lie before the month.
    """
    passed = 0
    for month in known:
        passed += len(months[month])
        if passed > spared:
            return month
    return known[-1]


def _make_period(
    start: int, length: int, starts: range, months: dict[int, list[int]], state_of: Callable[[int], ClaimState]
) -> Period:
    begin = min(start, *months) if start == starts[0] else start
    stop = max(start + length, 1 + max(months)) if start == starts[-1] else start + length
    ids = tuple(number for month in sorted(months) if begin <= month < stop for number in months[month])
    is_open = (begin, stop) != (start, start + length)
    return Period(_first_day(start), _first_day(start + length), ids, dict(Counter(map(state_of, ids))), is_open)


def _month_number(day: str) -> int | None:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found.year * _MONTHS + found.month - 1


def _first_day(month: int) -> date:
    return date(min(month // _MONTHS, date.max.year), month % _MONTHS + 1, 1)
