"""When what has a due date falls due.

A due date is a day, a month, a quarter, a season or a year in ISO 8601-2 codes (2026, 2026-06, 2026-35, 2026-06-15).
A period is due when it ends.
"""

from __future__ import annotations

import calendar
import re

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
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
    if _YEAR.fullmatch(value):
        return f"{value}-12-31"
    match = _MONTH.fullmatch(value)
    if match is None:
        return value
    year, part = match[1], match[2]
    if part in _LAST_DAYS:
        return f"{year}-{_LAST_DAYS[part]}"
    month = int(part)
    return f"{year}-{part}-{calendar.monthrange(int(year), month)[1]:02}" if 1 <= month <= 12 and int(year) else value
