"""Dates in Kazakh.

Example: "2025 жылғы 2 қыркүйек", "2 қыркүйекте", "биыл", "өткен аптада", "осы жылдың маусымында".
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_entries, read_table
from app.core.vocabulary import DatePrecision
from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import DIGIT, DateRule, make_rule, make_triggers
from app.nlp.figures.dates.date_values import OPEN, Calendar, DateValue
from app.nlp.figures.dates.date_words import YEAR, S

_MONTHS = read_entries("figures/kazakh_months")
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\w{0,6}"
_OF_YEAR = r"(?:жылғы|жылдың|жылы|жылға|жылдан|жылда|жылдары|жыл|ж\.)"
_WEEKDAYS = read_entries("figures/kazakh_weekdays")
_STEPS = {word: int(step) for word, step in read_table("figures/kazakh_steps").items()}
_WHICH = f"(?P<which>{'|'.join(_STEPS)})"
_ADVERBS = {word: int(step) for word, step in read_table("figures/kazakh_day_adverbs").items()}
_YEARS = {word: int(step) for word, step in read_table("figures/kazakh_year_adverbs").items()}


def _read_year(match: re.Match[str], calendar: Calendar, near: int | None) -> int | None:
    if match["year"]:
        calendar.last_year = int(match["year"])
        return calendar.last_year
    return calendar.relative_year(_parse_step(match["which"])) if match["which"] else near


def _parse_step(word: str) -> int:
    return _STEPS[word.lower()]


def _read_day(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    number, day = _month_number(match), int(match["day"])
    return date_values.make_day(_read_year(match, calendar, calendar.year_near(number, day)), number, day)


def _read_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return date_values.make_month(_read_year(match, calendar, None), _month_number(match))


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"].lower()) + 1


def _read_year_alone(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    calendar.last_year = int(match["year"])
    last = date_values.make_year(calendar.last_year)
    return date_values.make_range(date_values.make_year(int(match["first"])), last) if match["first"] else last


def _read_unit(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    step, unit = _parse_step(match["which"]), match["unit"].lower()
    if unit.startswith("жыл"):
        return date_values.make_year(calendar.relative_year(step))
    return calendar.find_week(step) if unit.startswith("апта") else calendar.find_month(step)


def _read_weekday(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return calendar.find_weekday(_WEEKDAYS.index(match["weekday"].lower()))


def _read_soon(_match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return DateValue(f"{calendar.today}/{OPEN}" if calendar.today else "", DatePrecision.VAGUE)


_MONTH_TRIGGERS = make_triggers(_MONTHS)
_WHICH_TRIGGERS = make_triggers(_STEPS)
_YEAR_FIRST = rf"(?:(?P<year>{YEAR}){S}{_OF_YEAR}|{_WHICH}{S}жыл(?:ғы|дың|ы))"

RULES: tuple[DateRule, ...] = (
    make_rule("kk-day", f"{DIGIT} {_WHICH_TRIGGERS}", rf"(?:{_YEAR_FIRST}{S})?(?P<day>[0-3]?\d){S}{_MONTH}", _read_day),
    make_rule("kk-month", f"{DIGIT} {_WHICH_TRIGGERS}", rf"{_YEAR_FIRST}{S}{_MONTH}", _read_month),
    make_rule("kk-year", DIGIT, rf"(?:(?P<first>{YEAR})[-–—])?(?P<year>{YEAR}){S}{_OF_YEAR}", _read_year_alone),
    make_rule(
        "kk-unit",
        _WHICH_TRIGGERS,
        rf"{_WHICH}{S}(?P<unit>жылы|жылдың|жылға|жылдан|аптада|аптаның|апта|айда|айдың|ай)",
        _read_unit,
    ),
    make_rule(
        "kk-adverb",
        make_triggers(_ADVERBS),
        f"(?P<adverb>{'|'.join(_ADVERBS)})",
        lambda match, calendar: calendar.day_from(_ADVERBS[match["adverb"].lower()]),
    ),
    make_rule(
        "kk-this-year",
        make_triggers(_YEARS),
        f"(?P<adverb>{'|'.join(_YEARS)})",
        lambda match, calendar: date_values.make_year(calendar.relative_year(_YEARS[match["adverb"].lower()])),
    ),
    make_rule(
        "kk-weekday",
        make_triggers(_WEEKDAYS),
        rf"(?P<weekday>{'|'.join(_WEEKDAYS)}){S}күн\w*",
        _read_weekday,
    ),
    make_rule("kk-soon", "жақ", rf"жақын{S}(?:арада|уақытта|күндері)|жақында", _read_soon),
)
