"""Divide the time that a project covers into periods of equal length."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = 12
_LENGTHS = (1, 3, 12, 24, 60, 120, 600, 1_200)
"""How many months a period may have."""
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` up to `last`, both in it."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= day <= self.last

    @property
    def range(self) -> str:
        """The period as a query names it."""
        if self.first == self.last:
            return self.first.isoformat()
        is_month = self.first.day == 1 and self.last == _last_of_month(_month_of(self.first))
        return f"{self.first:%Y-%m}" if is_month else f"{self.first.isoformat()}..{self.last.isoformat()}"


def month_periods(months: Iterable[str], most: int) -> list[Period]:
    """Return periods of months that hold some months, "2025-06", without a gap.

    They are as long as it takes for `most` to be enough. What is no month is left out.
    """
    known = sorted(number for month in months if (number := _read_month(month)) is not None)
    if not known:
        return []
    spans = (known[-1] // length - known[0] // length + 1 for length in _LENGTHS)
    length = next((one for one, count in zip(_LENGTHS, spans, strict=True) if count <= most), _LENGTHS[-1])
    starts = range(known[0] - known[0] % length, known[-1] + 1, length)
    return [Period(_first_of_month(start), _last_of_month(start + length - 1)) for start in starts]


def day_periods(first: date, last: date, most: int) -> list[Period]:
    """Return periods of days, weeks or months from a day to another."""
    count = (last - first).days + 1
    if count <= most:
        return [Period(day, day) for day in _days(first, last, 1)]
    monday = first - timedelta(first.weekday())
    if count / _WEEK < most - 1:
        return [Period(day, day + timedelta(_WEEK - 1)) for day in _days(monday, last, _WEEK)]
    return month_periods((f"{first:%Y-%m}", f"{last:%Y-%m}"), most)


def _days(first: date, last: date, step: int) -> list[date]:
    return [first + timedelta(number) for number in range(0, (last - first).days + 1, step)]


def _read_month(said: str) -> int | None:
    try:
        return _month_of(date.fromisoformat(f"{said}-01"))
    except ValueError:
        return None


def _month_of(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _first_of_month(number: int) -> date:
    return date(min(max(1, number // _MONTHS), date.max.year), number % _MONTHS + 1, 1)


def _last_of_month(number: int) -> date:
    if (number + 1) // _MONTHS > date.max.year:
        return date.max
    return _first_of_month(number + 1) - timedelta(1)
