"""Convert values to what an Excel cell can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import quote, urlsplit

RichText = tuple[str, ...]
"""A text in runs: plain, bold, plain, …"""
CellValue = str | int | float | date | datetime | None
Value = CellValue | RichText

MAX_ROWS = 1_048_576
MAX_LINKS = 65_530
MAX_CELL_UTF16 = 32_767
"""Excel counts UTF-16 units, and cuts what is longer without a word."""

FIRST_INEXACT_INTEGER = 10**15
_MAX_LINK_CHARS = 2_079
_FORBIDDEN_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|\r\n?|_(?=x[0-9A-Fa-f]{4}_)")
"""What a cell cannot hold as it is."""
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""Before it Excel's days are off by one, since Excel believes in the 29th of February 1900."""
_EPOCH = date(1899, 12, 30).toordinal()


def to_cell_value(value: Value) -> CellValue:
    """Return `value` as a cell can hold it.

    Text is cleaned, and runs are joined; integers that would lose digits and days before Excel's calendar become text.
    """
    if isinstance(value, tuple):
        value = "".join(value)
    if isinstance(value, str):
        return clean_text(value) or None
    if isinstance(value, datetime):
        return to_local_time(value) if value.date() >= _FIRST_SAFE_DAY else value.isoformat(" ")
    if isinstance(value, date):
        return value if value >= _FIRST_SAFE_DAY else value.isoformat()
    if isinstance(value, int) and abs(value) >= FIRST_INEXACT_INTEGER:
        return str(value)
    return value


def clean_text(text: str) -> str:
    """Return `text` without characters that XML and Excel cannot hold.

    Excel's own escapes (`_x0041_`) keep their characters.
    """
    return _FORBIDDEN_CHARACTERS.sub(_replace_forbidden, text) if _FORBIDDEN_CHARACTERS.search(text) else text


def _replace_forbidden(match: re.Match[str]) -> str:
    found = match.group()
    if found == "_":
        return "_x005F_"
    return "\n" if found[0] == "\r" else ""


def split_text(text: str) -> Iterator[str]:
    """Yield a cleaned text in parts that fit a cell.

    Each part ends in its number, "[1/3]"; a text that fits is not changed.
    """
    room = MAX_CELL_UTF16 if not text or max(text) <= "\uffff" else MAX_CELL_UTF16 // 2
    if len(text) <= room:
        yield text
        return
    step = room - len(" [1000/1000]")
    count = -(-len(text) // step)
    for number in range(count):
        yield f"{text[number * step : (number + 1) * step]} [{number + 1}/{count}]"


def to_local_time(time: datetime) -> datetime:
    """Return a time in the local zone, in whole seconds.

    Excel knows no zones.
    """
    return (time.astimezone() if time.tzinfo is not None else time).replace(tzinfo=None, microsecond=0)


def to_day_number(day: date) -> int:
    """Return Excel's number of a day."""
    return day.toordinal() - _EPOCH


def to_time_number(time: datetime) -> float:
    """Return Excel's number of a time: days and fractions."""
    seconds = time.hour * 3600 + time.minute * 60 + time.second
    return to_day_number(time) + seconds / 86_400


@lru_cache(maxsize=1_000)
def make_link_target(url: str) -> str | None:
    """Return `url` as a link's target, None where Excel rejects it."""
    try:
        parsed = urlsplit(url)
    except ValueError:
        return None
    if parsed.scheme not in {"http", "https"} or not parsed.hostname:
        return None
    target = quote(clean_text(url), safe=":/?#[]@!$&'()*+,;=%~-._")
    return target if len(target) <= _MAX_LINK_CHARS else None
