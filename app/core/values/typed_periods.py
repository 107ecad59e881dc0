"""Read a date or a period that someone typed.

What `period_words` says is read too, and its codes. The precision stays: март 2027 is the month, лето 2027 the season.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from app.core.due_days import last_due_day
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.values.period_words import (
    DASH,
    FIRST_QUARTER,
    FIRST_SEASON,
    OPEN_END,
    QUARTERS,
    SAID_OPEN_END,
    UNITS,
    is_period_code,
)

_MONTHS = tuple(zip(read_entries("articles/months"), read_entries("figures/months"), strict=False))
_SEASONS = read_entries("articles/seasons")
_QUARTER = read_alternatives("articles/quarter_words")
_YEAR = rf"(?P<year>(?:19|20|21)\d\d)(?:\s*(?:{read_alternatives('articles/year_words')}))?"
_LEAD = r"(?:(?:во?|ко?|in|by)\s+)?"
_ENDING = r"(?:-?(?:й|ый|ой|ий|го|м|ом|ем|st|nd|rd|th|ші|шы))?"


def _compile(*names: str) -> re.Pattern[str]:
    """Return a pattern of a period, before its year or behind it."""
    either = "|".join(f"(?:{name})" for name in names)
    return re.compile(rf"{_LEAD}(?:(?:{either})[\s,]+{_YEAR}|{_YEAR.replace('year', 'year2')}[\s,]+(?:{either}))")


@cache
def _periods() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the code of each period, and how it is written.

    The code stands behind a year, as ISO 8601-2 has it. The patterns are made once they are wanted: to compile them
    takes longer than the rest of the module.
    """
    months = (
        (f"{month:02}", _compile(*(rf"(?:{name})\.?" for name in names)))
        for month, names in enumerate(_MONTHS, start=1)
    )
    seasons = ((str(FIRST_SEASON + place), _compile(name)) for place, name in enumerate(_SEASONS))
    quarters = (
        (
            str(FIRST_QUARTER + place),
            _compile(
                rf"(?:{place + 1}|{roman}){_ENDING}[\s-]*(?:{_QUARTER})",
                rf"(?:{_QUARTER})\s*{place + 1}",
            ),
        )
        for place, roman in enumerate(map(str.casefold, QUARTERS))
    )
    return (*months, *seasons, *quarters)


_YEAR_ALONE = re.compile(rf"{_LEAD}{_YEAR}")
_NUMBERS = re.compile(
    r"(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20|21)\d\d)|(?P<year2>(?:19|20|21)\d\d)-(?P<month2>0?[1-9]|1[0-2])"
)
"""A month in figures: «03.2027», «2027-03»."""
_DAY = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)|(?P<day2>\d\d?)([./])(?P<month2>\d\d?)\5(?P<year2>\d{4})"
)
"""A day in figures: «2027-03-15», «15.03.2027»."""
_WORDED_DAYS = tuple(
    re.compile(
        rf"{_LEAD}(?:(?P<day>\d\d?){_ENDING}[\s-]*(?:{name})\.?,?\s+{_YEAR}"
        rf"|(?:{name})\.?\s+(?P<day2>\d\d?){_ENDING},?\s+{_YEAR.replace('year', 'year2')})"
    )
    for name in ("|".join(names) for names in _MONTHS)
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(?:неделя с|week of) (.+)")
_DECADE = re.compile(r"(\d{3})0(?:-?е|-?х|s)")
_DURATION = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?) (\w+)")
_UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}


def read_typed_period(text: str) -> str | None:
    """Return the code of a text that is a date or period.

    Return None for other texts.
    """
    folded = " ".join(text.casefold().split())
    return _read_range(folded) or _read_one(folded)


def read_typed_due(text: str) -> str | None:
    """Return the code of a text that is a due date.

    Return None for other texts: a duration, a day without a year and a period without an end never fall due.
    """
    code = read_typed_period(text)
    return code if code is not None and _ISO_DAY.fullmatch(last_due_day(code)) else None


def _read_range(folded: str) -> str | None:
    first, dash, last = folded.partition(DASH)
    if not dash or first == last == SAID_OPEN_END:
        return None
    codes = [OPEN_END if end == SAID_OPEN_END else _read_one(end) for end in (first, last)]
    return "/".join(filter(None, codes)) if all(codes) else None


def _read_one(folded: str) -> str | None:
    """Return the code of a period that is no range."""
    return next((code for code in (read(folded) for read in _READINGS) if code is not None), None)


def _read_day(folded: str) -> str | None:
    match = _DAY.fullmatch(folded)
    return _find_day(*(match[name] or match[f"{name}2"] for name in ("year", "month", "day"))) if match else None


def _read_worded_day(folded: str) -> str | None:
    found = ((month, pattern.fullmatch(folded)) for month, pattern in enumerate(_WORDED_DAYS, start=1))
    match = next(((month, one) for month, one in found if one is not None), None)
    if match is None:
        return None
    month, day = match
    return _find_day(day["year"] or day["year2"], month, day["day"] or day["day2"])


def _find_day(year: str, month: str | int, day: str) -> str | None:
    """Return the ISO form of a day.

    Return None where the calendar has none.
    """
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _read_part(folded: str) -> str | None:
    """Return the code of a year, month, season or quarter."""
    alone = _YEAR_ALONE.fullmatch(folded)
    if alone is not None:
        return alone["year"]
    numbers = _NUMBERS.fullmatch(folded)
    if numbers is not None:
        return f"{numbers['year'] or numbers['year2']}-{int(numbers['month'] or numbers['month2']):02}"
    for code, pattern in _periods():
        found = pattern.fullmatch(folded)
        if found is not None:
            return f"{found['year'] or found['year2']}-{code}"
    return None


def _read_week(folded: str) -> str | None:
    match = _WEEK.fullmatch(folded)
    day = _read_day(match[1]) if match is not None else None
    if day is None:
        return None
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{week:02}"


def _read_decade(folded: str) -> str | None:
    match = _DECADE.fullmatch(folded)
    return f"{match[1]}X" if match is not None else None


def _read_duration(folded: str) -> str | None:
    match = _DURATION.fullmatch(folded)
    unit = _UNIT_OF.get(match[2]) if match is not None else None
    return f"P{match[1].replace(',', '.')}{unit}" if match is not None and unit else None


def _read_code(folded: str) -> str | None:
    code = folded.upper()
    return code if is_period_code(code) else None


_READINGS: tuple[Callable[[str], str | None], ...] = (
    _read_day,
    _read_worded_day,
    _read_part,
    _read_week,
    _read_decade,
    _read_duration,
    _read_code,
)
