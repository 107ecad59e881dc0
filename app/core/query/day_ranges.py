"""Days as a query names them: 2025, 2025-06, <2026, >2025-06, 2025-06..2025-09."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from app.core.query.terms import DateRange

_SIGN = re.compile(r"[<>]=?")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\Z")
"""A year, month or day: «2026», «2026-03», «2026-03-15»."""
_RUSSIAN_DAY = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})\Z")
"""A month or day: «03.2026», «15.03.2026»."""


def parse_range(said: str) -> DateRange | None:
    """Return the days that `said` names, None where it names none."""
    if ".." in said:
        first, _, last = said.partition("..")
        begin, end = _parse_period(first), _parse_period(last)
        if (begin is None and first) or (end is None and last) or not (first or last):
            return None
        return DateRange(begin[0].isoformat() if begin else "", end[1].isoformat() if end else "")
    sign = _SIGN.match(said)
    period = _parse_period(said[sign.end() :] if sign else said)
    return None if period is None else _range_beside(sign[0] if sign else "", *period)


def parse_day(said: str) -> date | None:
    """Return the day that `said` names.

    Return None if it names a longer period or none.
    """
    period = _parse_period(said)
    return period[0] if period is not None and period[0] == period[1] else None


def _range_beside(sign: str, first: date, last: date) -> DateRange:
    """Return the days before, after or of a period."""
    match sign:
        case "<":
            return DateRange(last=(first - timedelta(1)).isoformat())
        case "<=":
            return DateRange(last=last.isoformat())
        case ">":
            return DateRange(first=(last + timedelta(1)).isoformat())
        case ">=":
            return DateRange(first=first.isoformat())
    return DateRange(first.isoformat(), last.isoformat())


def _parse_period(said: str) -> tuple[date, date] | None:
    """Return the first and last day of a period.

    The period is a year, a month or a day.
    """
    if (found := _DAY.match(said)) is not None:
        year, month, day = found[1], found[2], found[3]
    elif (found := _RUSSIAN_DAY.match(said)) is not None:
        day, month, year = found[1], found[2], found[3]
    else:
        return None
    try:
        if month is None:
            return date(int(year), 1, 1), date(int(year), 12, 31)
        if day is None:
            last = calendar.monthrange(int(year), int(month))[1]
            return date(int(year), int(month), 1), date(int(year), int(month), last)
        return (whole := date(int(year), int(month), int(day))), whole
    except (ValueError, calendar.IllegalMonthError):
        return None
