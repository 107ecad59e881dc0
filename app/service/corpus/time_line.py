"""Put what falls due on a time line.

The line has periods with the claims of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from app.service.corpus.ledger import ClaimState

_MONTHS = 12
_LENGTHS = (1, 3, 12, 24, 60, 120)
"""How many months a period may have."""


@dataclass(frozen=True, slots=True)
class Period:
    """Some months with the claims that fall due in them, by date.

    `first` is the period's first day, `stop` that of the next one.
    """

    first: date
    stop: date
    ids: tuple[int, ...] = ()
    counts: dict[ClaimState, int] = field(default_factory=dict)

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
    """Return the periods from the first to the last due date.

    Today is among them.

    `due` holds (ISO date, claim) in order; what is no date is left out. They are as long as it takes for `most` of them
    to be enough, and have no gap.
    """
    months: dict[int, list[int]] = {}
    for day, number in due:
        month = _month_number(day)
        if month is not None:
            months.setdefault(month, []).append(number)
    here = today.year * _MONTHS + today.month - 1
    first, last = min((*months, here)), max((*months, here))
    length = next((one for one in _LENGTHS if (last - first) // one < most - 1), (last - first) // (most - 2) + 1)
    starts = range(first - first % length, last + 1, length)
    return [_make_period(start, length, months, state_of) for start in starts]


def _make_period(
    start: int, length: int, months: dict[int, list[int]], state_of: Callable[[int], ClaimState]
) -> Period:
    ids = tuple(number for month in range(start, start + length) for number in months.get(month, ()))
    return Period(_first_day(start), _first_day(start + length), ids, dict(Counter(map(state_of, ids))))


def _month_number(day: str) -> int | None:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return None
    return found.year * _MONTHS + found.month - 1


def _first_day(month: int) -> date:
    return date(min(month // _MONTHS, date.max.year), month % _MONTHS + 1, 1)
