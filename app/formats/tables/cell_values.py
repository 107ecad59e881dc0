"""The values of cells and of JSON fields, as texts and days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.formats.text.written_dates import read_sent_date

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_MONTHS = 12
_RUN_TOGETHER = re.compile(r"(19|20)\d{6}")
_EPOCH_SECONDS = range(100_000_000, 10_000_000_000)
"""Seconds from 1973 to 2286; a thousand times as many are milliseconds."""
_SHEET_DAYS = range(10_000, 80_000)
"""Days of a sheet from 1927 to 2119, counted from the last but one of 1899."""
_SHEET_START = date(1899, 12, 30)
_MAX_DIGITS = 30
_TEXT_KEYS = ("text", "content", "value")


def cell_text(value: Any) -> str:
    """Return a value as text.

    A whole number without ".0", the parts of a list joined.
    """
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return next((cell_text(value[key]) for key in _TEXT_KEYS if key in value), "")
    return _join_parts(value) if isinstance(value, list) else str(value)


def is_empty(value: Any) -> bool:
    """Say whether a cell holds nothing that can be read."""
    return not cell_text(value).strip()


def has_month_first(values: Iterable[Any]) -> bool:
    """Say whether the days of a column are written month first.

    Some have no other meaning, as 3/14/2025, and none speaks against it.
    """
    found = [match for value in values if (match := _SLASHED.match(cell_text(value).strip()))]
    return any(int(day) > _MONTHS for _, day, _ in map(re.Match.groups, found)) and not any(
        int(month) > _MONTHS for month, _, _ in map(re.Match.groups, found)
    )


def read_day(value: Any, *, is_month_first: bool = False) -> date | None:
    """Return the day that a cell means, None where it means none.

    It may be a date, a text with one in any common form, seconds since 1970, or the number of a sheet's day.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = cell_text(value).strip()
    slashed = _SLASHED.match(text)
    if slashed is not None and (is_month_first or int(slashed[2]) > _MONTHS):
        return _read_american(*map(int, slashed.groups()))
    if isinstance(value, int | float) or (text.isascii() and text.isdigit()):
        return _read_number(text)
    return _read_words(text)


def _read_american(month: int, day: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_words(text: str) -> date | None:
    if _ISO_TIME.match(text):
        try:
            return datetime.fromisoformat(text).date()
        except ValueError:
            pass  # another writing of a time: the day ahead of it is found below
    return read_sent_date(text)


def _read_number(text: str) -> date | None:
    if _RUN_TOGETHER.fullmatch(text):
        try:
            return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            return None
    is_number = len(text) < _MAX_DIGITS and text.replace(".", "", 1).isdigit()
    number = float(text) if is_number else -1.0
    if int(number) in _SHEET_DAYS:
        return _SHEET_START + timedelta(days=int(number))
    seconds = number if int(number) in _EPOCH_SECONDS else number / 1000
    return datetime.fromtimestamp(seconds, UTC).date() if int(seconds) in _EPOCH_SECONDS else None


def _join_parts(parts: list[Any]) -> str:
    """Join paragraphs by line ends, and their pieces by nothing.

    A paragraph may be of several pieces, texts and objects mixed.
    """
    is_mixed = any(isinstance(part, str) for part in parts) and any(isinstance(part, dict) for part in parts)
    return ("" if is_mixed else "\n").join(_filled(parts))


def _filled(parts: list[Any]) -> Iterator[str]:
    return (text for part in parts if (text := cell_text(part)))
