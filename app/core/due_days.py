"""When what has a due date falls due.

A due date is a day, week, month, quarter, season, year, decade or a range of those in ISO 8601-2 codes (2026, 2026-06,
2026-35, 2026-06-15, 2026-W15, 202X, 2026/2030). A period is due when it ends.
"""

from __future__ import annotations

import calendar
import re
from datetime import date

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DECADE = re.compile(r"(\d{3})X")
_OPEN_END = ".."
_LAST_DAYS = {
    "21": "05-31",
    "22": "08-31",
    "23": "11-30",
    "24": "12-31",
    "33": "03-31",
    "34": "06-30",
    "35": "09-30",
    "36": "12-31",
}
"""The last days of seasons (21 to 24) and quarters (33 to 36)."""


def last_due_day(value: str) -> str:
    """Return the last day of a due date as an ISO date.

    What is no due date as it stands.
    """
    end = value.rpartition("/")[2]
    return value if end == _OPEN_END else _last_day(end)


def _last_day(value: str) -> str:
    """Return the last day of a period that is no range."""
    if _YEAR.fullmatch(value):
        return f"{value}-12-31"
    if (decade := _DECADE.fullmatch(value)) is not None:
        return f"{decade[1]}9-12-31"
    if (week := _WEEK.fullmatch(value)) is not None:
        return _find_sunday(int(week[1]), int(week[2])) or value
    match = _MONTH.fullmatch(value)
    if match is None:
        return value
    year, part = match[1], match[2]
    if part in _LAST_DAYS:
        return f"{year}-{_LAST_DAYS[part]}"
    month = int(part)
    return f"{year}-{part}-{calendar.monthrange(int(year), month)[1]:02}" if 1 <= month <= 12 and int(year) else value


def _find_sunday(year: int, week: int) -> str:
    """Return the last day of a week.

    Return "" where the year has no such week.
    """
    try:
        return date.fromisocalendar(year, week, 7).isoformat()
    except ValueError:
        return ""
