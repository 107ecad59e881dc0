"""The ISO 8601 value of a date, and its precision.

Relative dates are reckoned from the day of the article.

Values follow ISO 8601-1 for days, months, years, durations ("P3Y") and ranges ("2001/2005", ".." for an open end), and
ISO 8601-2 for what it adds: seasons ("2012-21" is spring), quarters ("2025-33" is the first), decades ("198X"), and
"X" for digits that nobody told ("XXXX-06-20").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.core.vocabulary import DatePrecision

OPEN = ".."
_SPRING, _FIRST_QUARTER = 21, 33
_UNIT_PRECISIONS = {
    "D": DatePrecision.DAY,
    "W": DatePrecision.WEEK,
    "M": DatePrecision.MONTH,
    "Y": DatePrecision.YEAR,
}
_SEASON_MONTHS = {"весн": 3, "лет": 6, "осен": 9, "зим": 0}
"""The first month of each season; winter counts from the December before."""
SEASONS = {"весн": _SPRING, "лет": _SPRING + 1, "осен": _SPRING + 2, "зим": _SPRING + 3}


MonthAndDay = tuple[int, int | None]
"""A month, and its day where one is told."""


class DateValue(NamedTuple):
    """The ISO value of a date and its precision.

    The value is "" where it cannot be told.
    """

    value: str
    precision: DatePrecision


@dataclass(slots=True)
class Calendar:
    """The article's day and the last year named, for reading dates.

    The day may be None. It also holds the side of the date that is read.

    `find_side` tells on which side of the article that date lies: 1 ahead, 2 ahead and not begun, -1 behind, 0 unknown.
    """

    today: date | None = None
    last_year: int | None = None
    find_side: Callable[[], int] = lambda: 0

    def year_near(self, month: int, day: int | None = None) -> int | None:
        """Return the year of a month or day without one.

        It is the next or the last one where the side is known, else the nearest.
        """
        if self.today is None:
            return self.last_year
        today, side = self.today, self.find_side()
        years = (today.year - 1, today.year, today.year + 1)
        own, now = (month, day or today.day), (today.month, today.day)
        if side > 0:
            return today.year + (own < now or (side > 1 and day is None and month == today.month))
        if side < 0:
            return today.year - (own > now)
        near = 15 if day is None else day
        return min(
            years, key=lambda year: abs((year - today.year) * 365 + (month - today.month) * 30.4 + near - today.day)
        )

    def year_of_period(self, first: MonthAndDay, last: MonthAndDay) -> int | None:
        """Return the year in which a period without one ends.

        A period that lies behind has begun, but it may still last.
        """
        if self.today is None or first == last or self.find_side() >= 0:
            return self.year_near(*last)
        begun = self.year_near(*first)
        return begun if begun is None or first[0] <= last[0] else begun + 1

    def year_of_season(self, stem: str) -> int | None:
        """Return the year of a season that is told without one.

        The winter of a year begins it.
        """
        if self.today is None:
            return None
        first = _SEASON_MONTHS[stem]
        side, now = self.find_side(), self.today.month
        if side > 0 and now > first + (2 if side == 1 else -1):
            return self.today.year + 1
        return self.today.year - (side < 0 and now < first)

    def relative_year(self, step: int) -> int | None:
        """Return this year (step 0), last year (-1), next year (1)."""
        return None if self.today is None else self.today.year + step

    def day_from(self, days: int) -> DateValue:
        """Return the day that many days after the article's."""
        if self.today is None:
            return DateValue("", DatePrecision.DAY)
        return DateValue(str(shift_date(self.today, "D", days)), DatePrecision.DAY)

    def find_weekday(self, weekday: int, step: int = 0) -> DateValue:
        """Return the last such weekday up to the article's day.

        Return the next one if the date lies ahead.

        It is a week before with `step` -1, the next one with 1.
        """
        if self.today is None:
            return DateValue("", DatePrecision.DAY)
        back = (self.today.weekday() - weekday) % 7
        if step > 0 or (step == 0 and self.find_side() > 0):
            return self.day_from(7 - back)
        return self.day_from(-back - (7 if step < 0 and back == 0 else 0))

    def find_week(self, step: int) -> DateValue:
        """Return this week, the last or the next one."""
        if self.today is None:
            return DateValue("", DatePrecision.WEEK)
        year, week, _ = shift_date(self.today, "W", step).isocalendar()
        return DateValue(f"{year:04}-W{week:02}", DatePrecision.WEEK)

    def find_weekend(self, step: int) -> DateValue:
        """Return the weekend of this week, the last or the next one."""
        if self.today is None:
            return DateValue("", DatePrecision.RANGE)
        saturday = shift_date(self.today, "D", 5 - self.today.weekday() + 7 * step)
        return DateValue(f"{saturday}/{shift_date(saturday, 'D', 1)}", DatePrecision.RANGE)

    def find_quarter(self, step: int) -> DateValue:
        """Return this quarter, the last or the next one."""
        if self.today is None:
            return DateValue("", DatePrecision.QUARTER)
        count = self.today.year * 4 + (self.today.month - 1) // 3 + step
        return make_quarter(count // 4, count % 4 + 1)

    def find_month(self, step: int) -> DateValue:
        """Return this month, the last or the next one."""
        if self.today is None:
            return DateValue("", DatePrecision.MONTH)
        moved = shift_date(self.today.replace(day=1), "M", step)
        return make_month(moved.year, moved.month)


def make_day(year: int | None, month_number: int, day_number: int) -> DateValue | None:
    """Return a day; None for one that no calendar knows."""
    try:
        date(year or 2000, month_number, day_number)  # 2000 was a leap year
    except ValueError:
        return None
    return DateValue(f"{_format_year(year)}-{month_number:02}-{day_number:02}", DatePrecision.DAY)


def make_month(year: int | None, number: int) -> DateValue:
    """Return a month."""
    return DateValue(f"{_format_year(year)}-{number:02}", DatePrecision.MONTH)


def make_year(number: int | None) -> DateValue:
    """Return a year."""
    return DateValue("" if number is None else _format_year(number), DatePrecision.YEAR)


def make_season(year_number: int | None, stem: str) -> DateValue:
    """Return a season of a year.

    `stem` is a key of `SEASONS`.
    """
    return DateValue(f"{_format_year(year_number)}-{SEASONS[stem]}", DatePrecision.SEASON)


def make_quarter(year_number: int | None, number: int) -> DateValue:
    """Return a quarter of a year, 1 to 4."""
    return DateValue(f"{_format_year(year_number)}-{_FIRST_QUARTER + number - 1}", DatePrecision.QUARTER)


def make_half(year_number: int | None, half: int) -> DateValue:
    """Return the first or second half of a year, as its months."""
    first = 1 if half == 1 else 7
    return make_range(make_month(year_number, first), make_month(year_number, first + 5))


def make_range(first: DateValue, last: DateValue) -> DateValue:
    """Return the period from one moment to another."""
    return DateValue(f"{first.value}/{last.value}" if first.value and last.value else "", DatePrecision.RANGE)


def make_duration(amount: str, unit: str) -> DateValue:
    """Return a period of time of no fixed place.

    `unit` is D, W, M or Y, `amount` "" where nobody counted.
    """
    return DateValue(f"P{amount}{unit}" if amount else "", DatePrecision.DURATION)


def reckon_away(calendar: Calendar, amount: float | None, unit: str, direction: int) -> DateValue:
    """Return the moment some units before or after the article.

    `direction` is -1 or 1. It is as precise as the unit is.
    """
    if unit == "Y" and amount is not None and amount % 1 == 0.5:
        amount, unit = amount * 12, "M"  # «полтора года»
    precision = _UNIT_PRECISIONS[unit]
    if calendar.today is None or amount is None or amount != int(amount):
        return DateValue("", precision)
    try:
        moved = shift_date(calendar.today, unit, direction * int(amount))
    except (ValueError, OverflowError):
        return DateValue("", precision)
    if unit == "W":
        return DateValue(str(moved), DatePrecision.DAY)
    return DateValue(str(moved)[: {"D": 10, "M": 7, "Y": 4}[unit]], precision)


def shift_date(start: date, unit: str, amount: int) -> date:
    """Return `start` moved by days, weeks, months or years.

    Raise ValueError or OverflowError outside the calendar.
    """
    if unit in "DW":
        return start + timedelta(days=amount * (7 if unit == "W" else 1))
    months = start.year * 12 + start.month - 1 + amount * (12 if unit == "Y" else 1)
    return start.replace(year=months // 12, month=months % 12 + 1, day=min(start.day, 28))


def _format_year(number: int | None) -> str:
    return "XXXX" if number is None else f"{number:04}"
