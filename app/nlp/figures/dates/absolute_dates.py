"""Days, months and years that are told by their numbers.

Example: "20 июня 2017 года", "в 1995–2006 годах", "1980-е".
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives, read_table
from app.core.vocabulary import DatePrecision
from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import DIGIT, DateRule, find_word_before, make_rule, make_triggers
from app.nlp.figures.dates.date_values import Calendar, DateValue
from app.nlp.figures.dates.date_words import (
    MONTH,
    OF_RELATIVE_YEAR,
    OF_YEAR,
    PART,
    WEEKDAY,
    YEAR,
    YEARS,
    S,
    month_number,
    parse_step,
)

_DASH = "[ \u00a0]?[-–—−][ \u00a0]?"
_TO = rf"(?:{_DASH}|{S}(?:по|до|на|и){S})"
_WHICH_YEAR = rf"(?:,?{S}(?:(?P<year>{YEAR})(?:{OF_YEAR})?|{OF_RELATIVE_YEAR}))"
_DAY = r"(?P<day>[0-3]?\d)(?:-?(?:го|е|ого|му))?"
_MONTH = rf"(?P<month>{MONTH})"
_MONTH_TRIGGERS = "янв фев мар апр май мая мае маю июн июл авг сен окт ноя дек"
_BEFORE_MONTH = re.compile(read_alternatives("figures/words_before_month"))
_BEFORE_DAY_AND_MONTH = ("до", "с", "со", "к", "по", "на", "от")
_BEFORE_YEAR = re.compile(read_alternatives("figures/words_before_year"))


def _read_year(match: re.Match[str], calendar: Calendar, near: int | None) -> int | None:
    """Return the year of a match: told, relative ("текущего года"), or `near`."""
    if match["year"]:
        calendar.last_year = int(match["year"])
        return calendar.last_year
    if match["rel"]:
        is_same = " же" in match["rel"].lower()
        known = calendar.last_year if is_same else calendar.relative_year(parse_step(match["rel"]))
        return known if known is not None else calendar.last_year
    return near


def _read_day(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    number, day = month_number(match["month"]), int(match["day"])
    first_day = int(match["first"] or day)
    year = _read_year(match, calendar, calendar.year_of_period((number, first_day), (number, day)))
    last = date_values.make_day(year, number, day)
    if last is None or not match["first"]:
        return last
    first = date_values.make_day(year, number, first_day)
    return date_values.make_range(first, last) if first else None


def _read_spelt_day(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "первого сентября", "двадцать пятое мая"."""
    number, day = month_number(match["month"]), _SPELT_DAYS[" ".join(match["spelt"].lower().replace("ё", "е").split())]
    return date_values.make_day(_read_year(match, calendar, calendar.year_near(number, day)), number, day)


def _read_day_range(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    number, first_number = month_number(match["month"]), month_number(match["first_month"])
    near = calendar.year_of_period((first_number, int(match["first"])), (number, int(match["day"])))
    last_year = _read_year(match, calendar, near)
    first_year = last_year if last_year is None or first_number <= number else last_year - 1
    first_year = int(match["first_year"]) if match["first_year"] else first_year
    first = date_values.make_day(first_year, first_number, int(match["first"]))
    last = date_values.make_day(last_year, number, int(match["day"]))
    return date_values.make_range(first, last) if first and last else None


def _read_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    has_year = match["year"] or match["rel"]
    if not has_year and (not _BEFORE_MONTH.fullmatch(find_word_before(match)) or match["month"].endswith(".")):
        return None
    if not has_year and match["month"][0].isupper():
        return None  # the name Марта, the festival Май
    number = month_number(match["month"])
    first_number = month_number(match["first_month"] or match["month"])
    year = _read_year(match, calendar, calendar.year_of_period((first_number, None), (number, None)))
    last = date_values.make_month(year, number)
    if not match["first_month"]:
        return last
    first_year = year - 1 if year is not None and first_number > number else year  # «декабрь–январь»
    first_year = int(match["first_year"]) if match["first_year"] else first_year
    return date_values.make_range(date_values.make_month(first_year, first_number), last)


def _read_year_alone(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    calendar.last_year = int(match["year"])
    last = date_values.make_year(calendar.last_year)
    if not match["first"]:
        return last
    return date_values.make_range(date_values.make_year(int(match["first"])), last)


def _read_bare_year(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read four digits after a preposition: "в 2014, …".

    Nothing that could be counted comes next.
    """
    if not _BEFORE_YEAR.fullmatch(find_word_before(match)) or not 1800 <= int(match["year"]) <= 2099:
        return None
    return _read_year_alone(match, calendar)


def _read_bare_years(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    first, last = int(match["first"]), int(match["year"])
    return _read_year_alone(match, calendar) if 1000 <= first < last <= 2100 else None


def _read_short_years(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    """Read "2026/27 учебном году", "1941–45 гг.".

    A school year is that in which it begins.
    """
    first, last = match["first"], match["last"]
    if match["kind"] or match["sign"] == "/":
        return date_values.make_year(int(first))
    last = first[: 4 - len(last)] + last
    return date_values.make_range(date_values.make_year(int(first)), date_values.make_year(int(last)))


def _read_decade(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    digits = match["digits"]
    decade = digits[:-1] if len(digits) == 4 else "19" + digits[:-1] if int(digits) >= 30 else "20" + digits[:-1]
    return DateValue(f"{decade}X", DatePrecision.DECADE)


_SPELT_DAYS = {stem: int(day) for stem, day in read_table("figures/spelt_days").items()}
_SPELT_DECADES = {stem: int(decade) for stem, decade in read_table("figures/spelt_decades").items()}
_SPELT_CENTURIES = {stem: int(century) for stem, century in read_table("figures/spelt_centuries").items()}


def _read_spelt_decade(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    decade = _SPELT_DECADES[match["spelt"].lower()]
    return DateValue(f"{'20' if decade < 2 else '19'}{decade}X", DatePrecision.DECADE)


def _read_century(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    last = _make_century(match["number"])
    first = _make_century(match["from"]) if match["from"] else None
    return date_values.make_range(first, last) if first and last else last


def _make_century(digits: str) -> DateValue | None:
    number = int(digits) if digits.isdigit() else _parse_roman(digits.upper())
    return DateValue(f"{number - 1:02}XX", DatePrecision.CENTURY) if 1 <= number <= 22 else None


def _read_parts(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в конце 2025 – начале 2026 года"."""
    if match["from"] and match["number"]:
        return _read_century(match, calendar)
    return _read_year_alone(match, calendar) if match["first"] and match["year"] else None


def _read_spelt_century(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    number = _SPELT_CENTURIES[" ".join(match["spelt"].lower().split())]
    return DateValue(f"{number - 1:02}XX", DatePrecision.CENTURY)


def _parse_roman(digits: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "Х": 10}
    numbers = [values[digit] for digit in digits]
    return sum(-one if one < other else one for one, other in zip(numbers, [*numbers[1:], 0], strict=True))


def _read_digits(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "12.05.2025", "12/05/25", "2025-05-12"."""
    year = int(match["y"]) if match["y"] else int(match["y2"])
    year += 2000 if year < 100 else 0
    calendar.last_year = year
    return date_values.make_day(year, int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))


def _read_year_of_era(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    """Read "79 года н. э.", "400 год до н. э.".

    The year before 1 is 0, as ISO 8601 counts.
    """
    year = int(match["year"])
    if not match["before"]:
        return date_values.make_year(year)
    return DateValue(f"-{year - 1:04}" if year > 1 else "0000", DatePrecision.YEAR) if year else None


def _read_century_of_era(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    century = _read_century(match, calendar)
    if century is None or not match["before"]:
        return century
    return DateValue("/".join(f"-{part}" for part in century.value.split("/")), century.precision)


def _read_digits_range(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "20.11 по 05.12.2026", "25–27.11.2026".

    Months and years that are left out are those of the last day.
    """
    last_month, last_day = int(match["m"]), int(match["d"])
    first_month, first_day = int(match["m1"] or last_month), int(match["d1"])
    if match["y"] is None and find_word_before(match) not in _BEFORE_DAY_AND_MONTH:
        return None
    year = _find_short_year(match["y"]) or calendar.year_of_period((first_month, first_day), (last_month, last_day))
    calendar.last_year = year
    first_year = _find_short_year(match["y1"]) or (year - (first_month > last_month) if year else None)
    first = date_values.make_day(first_year, first_month, first_day)
    last = date_values.make_day(year, last_month, last_day)
    return date_values.make_range(first, last) if first and last else None


def _find_short_year(digits: str | None) -> int | None:
    return None if digits is None else int(digits) + (2000 if len(digits) == 2 else 0)


def _read_day_and_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "до 15.08".

    Behind «в» it is a time of day, and elsewhere a number.
    """
    if find_word_before(match) not in _BEFORE_DAY_AND_MONTH:
        return None
    month, day = int(match["m"]), int(match["d"])
    return date_values.make_day(calendar.year_near(month, day), month, day)


_ERA = rf"(?P<before>до{S})?(?:н\.(?:{S})?э\.|нашей{S}эры)"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|сегодня|вчера|завтра),?{S})?"
_DAY_TAIL = rf"(?:,{S}во?{S}{WEEKDAY})?"
_DAY_TRIGGERS = f"{DIGIT} пон вто сре чет пят суб вос сег вче зав"

RULES: tuple[DateRule, ...] = (
    make_rule(
        "day",
        _DAY_TRIGGERS,
        rf"{_WEEKDAY_BEFORE}(?:(?P<first>[0-3]?\d){_TO})?{_DAY}{S}{_MONTH}{_WHICH_YEAR}?{_DAY_TAIL}",
        _read_day,
    ),
    make_rule(
        "spelt-day",
        make_triggers(_SPELT_DAYS),
        rf"(?P<spelt>{'|'.join(_SPELT_DAYS).replace('е', '[её]').replace(' ', S)})(?:ого|ое|ому|ьего|ье|ьему)"
        rf"{S}{_MONTH}{_WHICH_YEAR}?",
        _read_spelt_day,
    ),
    make_rule(
        "days",
        _DAY_TRIGGERS,
        rf"{_WEEKDAY_BEFORE}(?P<first>[0-3]?\d){S}(?P<first_month>{MONTH})(?:{S}(?P<first_year>{YEAR})(?:{OF_YEAR})?)?"
        rf"{_TO}(?:[0-2]?\d:[0-5]\d{S})?{_DAY}{S}{_MONTH}{_WHICH_YEAR}?",
        _read_day_range,
    ),
    make_rule(
        "month",
        _MONTH_TRIGGERS,
        rf"(?:(?P<first_month>{MONTH})(?:{S}(?P<first_year>{YEAR})(?:{OF_YEAR})?)?(?:{_DASH}|{S}(?:по|до|и){S}))?"
        rf"{_MONTH}{_WHICH_YEAR}?",
        _read_month,
    ),
    make_rule(
        "year",
        DIGIT,
        rf"(?:(?P<first>{YEAR})(?:-?го)?(?:{S}{YEARS})?(?:,{S}{YEAR}){{0,4}}(?:{_TO}|,{S}))?(?P<year>{YEAR})(?:(?:{S})?{YEARS}|-(?:й|м|го|му|ом)\b(?:{S}{YEARS})?)",
        _read_year_alone,
    ),
    make_rule("years", DIGIT, rf"(?P<first>{YEAR})(?:{_DASH}|{S}по{S})(?P<year>{YEAR})", _read_bare_years),
    make_rule(
        "short-years",
        DIGIT,
        rf"(?P<first>{YEAR})(?P<sign>[-–—/])(?P<last>(?:\d\d)?\d\d)(?:{S})?(?:-го{S})?(?P<kind>(?:учебн|финансов)\w+{S})?{YEARS}",
        _read_short_years,
    ),
    make_rule(
        "year-in-brackets",
        DIGIT,
        rf"(?P<first>)(?P<year>{YEAR})(?=\))",
        lambda match, calendar: (
            _read_year_alone(match, calendar) if match.string[match.start() - 1 : match.start()] == "(" else None
        ),
    ),
    make_rule(
        "bare-year",
        DIGIT,
        rf"(?P<first>)(?P<year>{YEAR})(?=[ \u00a0]*(?:[.,;:!?)»\n]|$|[ \u00a0](?:и|по|—|–)[ \u00a0]))",
        _read_bare_year,
    ),
    make_rule(
        "decade",
        DIGIT,
        rf"(?P<digits>(?:1[89]|20)\d0|[2-9]0)(?:-?(?:е|х|ые|ых|ми))(?:{S}{YEARS})?(?:{S}(?:XX|ХХ|XIX|ХIХ){S}века)?",
        _read_decade,
    ),
    make_rule(
        "spelt-decade",
        make_triggers(_SPELT_DECADES),
        rf"(?P<spelt>{'|'.join(_SPELT_DECADES)})(?:ые|ых|ым)(?:{S}{YEARS})?"
        rf"(?:{S}(?:двадцатого|прошлого|XX|ХХ){S}века)?",
        _read_spelt_decade,
    ),
    make_rule(
        "century",
        f"{DIGIT} i v x х",
        rf"(?:(?P<from>[IVXХ]{{1,5}}){_DASH})?(?P<number>[IVXХ]{{1,5}}|1\d|2[01])(?:-(?:й|м|го|ый|ом))?{S}(?:век(?:а|е|у|ом|ов|ах|ам|ами)?|столети(?:е|я|и|ю|ем|ях|ям))",
        _read_century,
    ),
    make_rule(
        "spelt-century",
        make_triggers(_SPELT_CENTURIES),
        rf"(?P<spelt>{'|'.join(_SPELT_CENTURIES).replace(' ', S)})(?:ый|ого|ом|ому){S}век(?:а|е|у|ом)?",
        _read_spelt_century,
    ),
    make_rule(
        "era",
        f"{DIGIT}",
        rf"(?P<year>\d{{1,4}})(?:{OF_YEAR})?{S}{_ERA}",
        _read_year_of_era,
    ),
    make_rule(
        "century-of-era",
        f"{DIGIT} i v x х",
        rf"(?:(?P<from>[IVXХ]{{1,5}}){_DASH})?(?P<number>[IVXХ]{{1,5}}|1\d|2[01])(?:-(?:й|м|го|ый|ом))?{S}(?:век(?:а|е|у|ом|ов|ах|ам|ами)?|вв?\.|столети(?:е|я|и|ю|ем|ях)){S}{_ERA}",
        _read_century_of_era,
    ),
    make_rule(
        "millennium",
        f"{DIGIT} i v x х пер вто тре чет",
        rf"(?:[IVXХ]{{1,4}}|\d{{1,2}}(?:-(?:е|го|м|му))?|(?:перв|втор|четв[её]рт)(?:ое|ого|ом|ому|ым)|трет(?:ье|ьего|ьем|ьему|ьим))"
        rf"{S}тысячелети(?:е|я|и|ю|ем){S}{_ERA}",
        lambda _match, _calendar: DateValue("", DatePrecision.VAGUE),
    ),
    make_rule(
        "day-of-month",
        DIGIT,
        rf"[0-3]?\d(?:-?(?:го|е|му|м))?{S}числ(?:а|о|у|ом|е)(?:{S}(?:кажд|эт|текущ|следующ|прошл)\w{{2,3}}{S}месяца)?",
        lambda _match, _calendar: DateValue("", DatePrecision.VAGUE),
    ),
    make_rule(
        "parts",
        f"нач сер кон i v x х {DIGIT}",
        rf"(?:{PART}{S})?(?:(?P<from>[IVXХ]{{1,5}})|(?P<first>{YEAR}))(?:{S}(?:века?|года?))?{_TO}{PART}{S}"
        rf"(?:(?P<number>[IVXХ]{{1,5}}){S}век(?:а|ов)|(?P<year>{YEAR})(?:{OF_YEAR})?)",
        _read_parts,
    ),
    make_rule(
        "day-month",
        DIGIT,
        r"(?P<d>[0-3]\d)\.(?P<m>[01]\d)(?![.:/]?\d|[ \u00a0]?%)",
        _read_day_and_month,
    ),
    make_rule(
        "figures-range",
        DIGIT,
        rf"(?P<d1>[0-3]?\d)(?:\.(?P<m1>[01]\d)(?:\.(?P<y1>(?:20)?\d\d))?)?(?:{_DASH}|{S}(?:по|до){S})"
        r"(?P<d>[0-3]?\d)\.(?P<m>[01]\d)(?:\.(?P<y>(?:20)?\d\d))?(?![.:/]?\d|[ \u00a0]?%)",
        _read_digits_range,
    ),
    make_rule(
        "figures",
        DIGIT,
        r"(?:(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?P<y>(?:19|20)\d\d|\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>[01]\d)-(?P<d2>[0-3]\d))(?![./]?\d)"
        rf"(?:(?:{S})?г\.)?",
        _read_digits,
    ),
)
