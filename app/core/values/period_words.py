"""Say dates and periods in the words of a language.

Their values follow ISO 8601: a day, a week ("2025-W15"), a month, a quarter ("2025-33"), a season ("2025-21"), a year,
a decade ("198X"), a range ("2001/2005", ".." for an open end), a duration ("P3Y"). "XXXX" stands for a year that
nobody told. `typed_periods` reads the words back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from app.core.values.plural_forms import russian_plural_form
from app.core.vocabulary import DatePrecision, LanguageCode

OPEN_END, SAID_OPEN_END = "..", "…"
DASH = " – "
FIRST_SEASON, FIRST_QUARTER = 21, 33
QUARTERS = ("I", "II", "III", "IV")
_MONTHS = MappingProxyType(
    {
        LanguageCode.EN: (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        LanguageCode.RU: (
            *("январь", "февраль", "март", "апрель", "май", "июнь"),
            *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
        ),
    }
)
_SEASONS = MappingProxyType(
    {
        LanguageCode.EN: ("spring", "summer", "autumn", "winter"),
        LanguageCode.RU: ("весна", "лето", "осень", "зима"),
    }
)
UNITS = MappingProxyType(
    {
        "D": ("day", "days", "день", "дня", "дней"),
        "W": ("week", "weeks", "неделя", "недели", "недель"),
        "M": ("month", "months", "месяц", "месяца", "месяцев"),
        "Y": ("year", "years", "год", "года", "лет"),
    }
)
"""One and many in English, then one, two and five in Russian."""
_PRECISIONS = MappingProxyType(
    {
        DatePrecision.DAY: "день",
        DatePrecision.WEEK: "неделя",
        DatePrecision.MONTH: "месяц",
        DatePrecision.QUARTER: "квартал",
        DatePrecision.SEASON: "время года",
        DatePrecision.YEAR: "год",
        DatePrecision.DECADE: "десятилетие",
        DatePrecision.CENTURY: "век",
        DatePrecision.RANGE: "промежуток",
        DatePrecision.DURATION: "длительность",
        DatePrecision.VAGUE: "неточно",
    }
)
_UNKNOWN_YEAR = "XXXX"
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_PART = re.compile(r"(\d{4}|XXXX)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DECADE = re.compile(r"(\d{3})X")
_DURATION = re.compile(r"P(\d{1,6}(?:\.\d{1,3})?)([DWMY])")


@lru_cache(maxsize=4_000)
def say_period(value: str, language: str) -> str:
    """Return a date or a period in words.

    What is none stays as it is.
    """
    return _say_range(value, language) or _say_one(value, language) or value


def is_period_code(text: str) -> bool:
    """Say whether a text is the code of a date or period."""
    return bool(_say_range(text, LanguageCode.EN) or _say_one(text, LanguageCode.EN))


def say_day(day: date, language: str) -> str:
    """Return a day as people of a language write it in figures."""
    return f"{day:%d.%m.%Y}" if language == LanguageCode.RU else day.isoformat()[:10]


def say_precision(name: str, language: str) -> str:
    """Return what a date names, in a word of a language."""
    is_known = language == LanguageCode.RU and name in tuple(DatePrecision)
    return _PRECISIONS[DatePrecision(name)] if is_known else name


def say_short_month(value: str, language: str) -> str:
    """Return a month of a year in few letters: "янв 2025"."""
    year, _, month = value.partition("-")
    return f"{_words_of(_MONTHS, language)[int(month) - 1][:3]} {year}"


def _say_range(value: str, language: str) -> str:
    first, slash, last = value.partition("/")
    if not slash or first == last == OPEN_END:
        return ""
    ends = [SAID_OPEN_END if end == OPEN_END else _say_one(end, language) for end in (first, last)]
    return DASH.join(ends) if all(ends) else ""


def _say_one(value: str, language: str) -> str:
    """Return one period in words, "" for what is none."""
    if value.isascii() and value.isdecimal() and len(value) == 4:
        return value
    for pattern, say in _SAYINGS:
        match = pattern.fullmatch(value)
        if match is not None:
            return say(match, language)
    return ""


def _say_day(match: re.Match[str], language: str) -> str:
    year, month, day = match.groups()
    try:
        found = date(2000 if year == _UNKNOWN_YEAR else int(year), int(month), int(day))  # 2000 was a leap year
    except ValueError:
        return ""
    if year != _UNKNOWN_YEAR:
        return say_day(found, language)
    name = _words_of(_MONTHS, language)[found.month - 1]
    return f"{found.day} {_to_genitive(name) if language == LanguageCode.RU else name}"


def _say_part(match: re.Match[str], language: str) -> str:
    """Return a month, a season or a quarter."""
    year, part = match[1].replace(_UNKNOWN_YEAR, ""), int(match[2])
    if 1 <= part <= 12:
        return _with_year(_words_of(_MONTHS, language)[part - 1], year)
    if FIRST_SEASON <= part < FIRST_SEASON + 4:
        return _with_year(_words_of(_SEASONS, language)[part - FIRST_SEASON], year)
    if not FIRST_QUARTER <= part < FIRST_QUARTER + 4:
        return ""
    number = part - FIRST_QUARTER
    return _with_year(f"{QUARTERS[number]} кв." if language == LanguageCode.RU else f"Q{number + 1}", year)


def _say_week(match: re.Match[str], language: str) -> str:
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        return ""
    return f"{'неделя с' if language == LanguageCode.RU else 'week of'} {say_day(monday, language)}"


def _say_decade(match: re.Match[str], language: str) -> str:
    return f"{match[1]}0-е" if language == LanguageCode.RU else f"{match[1]}0s"


def _say_duration(match: re.Match[str], language: str) -> str:
    count, unit = match[1], UNITS[match[2]]
    if language != LanguageCode.RU:
        return f"{count} {unit[count != '1']}"
    if "." in count:
        return f"{count.replace('.', ',')} {unit[3]}"
    return f"{count} {unit[2 + russian_plural_form(int(count))]}"


_SAYINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...] = (
    (_DAY, _say_day),
    (_PART, _say_part),
    (_WEEK, _say_week),
    (_DECADE, _say_decade),
    (_DURATION, _say_duration),
)


def _words_of(words: MappingProxyType[LanguageCode, tuple[str, ...]], language: str) -> tuple[str, ...]:
    return words[LanguageCode.RU if language == LanguageCode.RU else LanguageCode.EN]


def _with_year(name: str, year: str) -> str:
    return f"{name} {year}" if year else name


def _to_genitive(month: str) -> str:
    """Return a Russian month behind the number of a day: 20 июня."""
    return f"{month}а" if month[-1] == "т" else f"{month[:-1]}я"
