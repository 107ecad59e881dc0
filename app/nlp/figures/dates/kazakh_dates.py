"""Dates in Kazakh, in all cases.

Example: "2025 жылғы 2 қыркүйек", "2 қыркүйекте", "биыл", "өткен аптада", "осы жылдың маусымында", "үш жылдан кейін".
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives, read_entries, read_table
from app.core.vocabulary import DatePrecision
from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import DIGIT, DateRule, make_rule, make_triggers
from app.nlp.figures.dates.date_values import OPEN, Calendar, DateValue
from app.nlp.figures.dates.date_words import YEAR, S
from app.nlp.figures.numerals import ANY, parse_number

_MONTHS = read_entries("figures/kazakh_months")
_MONTH = "(?P<month>" + "|".join(re.sub("к$", "[кг]", month) for month in _MONTHS) + ")"
_OF_YEAR = r"(?:жылғы|жылдың|жылы|жылға|жылдан|жылда|жылдары|жыл|ж\.)"
_CASE = r"(?:ның|нің|дың|дің|тың|тің|[дт][ае]н?|[нғгқк][ае]н?|ында|інде|ына|іне|ынан|інен|ның|нің|ы|і)"
_GENITIVE = "(?:[ндт][ыі]ң)"
_WEEKDAYS = read_entries("figures/kazakh_weekdays")
_STEPS = {word: int(step) for word, step in read_table("figures/kazakh_steps").items()}
_WHICH = f"(?P<which>{'|'.join(_STEPS)})"
_ADVERBS = {word: int(step) for word, step in read_table("figures/kazakh_day_adverbs").items()}
_YEARS = {word: int(step) for word, step in read_table("figures/kazakh_year_adverbs").items()}
_SEASONS = read_table("figures/kazakh_seasons")
_SPELT_DAYS = {words: int(day) for words, day in read_table("figures/kazakh_spelt_days").items()}
_SPELT = "|".join(sorted(_SPELT_DAYS, key=len, reverse=True)).replace(" ", S)
_WHICH_DAY, _DAY_OF_MONTH = f"(?:{_SPELT})с?[іы]?нш[іы]", f"(?:{_SPELT})с?[іы]"
"""Days in words before and behind their month: «он бесінші қараша», «қарашаның он бесінде»."""
_ORDINALS = {word.lower(): int(number) for word, number in read_table("figures/kazakh_ordinals").items()}
_ORDINAL = f"(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})(?:-ші|-шы|-нші)?"
_SIDES = {word: int(side) for word, side in read_table("figures/kazakh_sides").items()}
_SPAN_OPENINGS = read_entries("figures/kazakh_span_openings")
_SOON = read_entries("figures/kazakh_soon_phrases")
_UNITS = read_table("figures/kazakh_time_units")
_CLOCK = rf"сағат{S}[0-2]?\d(?:[:.][0-5]\d)?(?:-\w\w)?"
_TIME = rf"(?:,?{S}(?:{read_alternatives('figures/kazakh_parts_of_day')}|{_CLOCK}))*"
_YEAR_FIRST = (
    rf"(?:(?P<year>{YEAR}){S}{_OF_YEAR}|{_WHICH}{S}жыл(?:ғы|дың|ы)|(?P<adverb_year>{'|'.join(_YEARS)})(?:ғы)?)"
)


def _read_year(match: re.Match[str], calendar: Calendar, near: int | None) -> int | None:
    year = match["year"] or match.groupdict().get("year_behind")
    if year:
        calendar.last_year = int(year)
        return calendar.last_year
    if match["adverb_year"]:
        return calendar.relative_year(_YEARS[match["adverb_year"].lower()])
    return calendar.relative_year(_parse_step(match["which"])) if match["which"] else near


def _parse_step(word: str | None) -> int:
    return _STEPS[word.lower()] if word else 0


def _parse_day(words: str) -> int:
    """Return the number of a day in digits or words."""
    if words.isdigit():
        return int(words)
    spelt = re.match(_SPELT, words, re.IGNORECASE)
    return _SPELT_DAYS[" ".join(spelt[0].lower().split())] if spelt else 0


def _read_day(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    number, day = _month_number(match), _parse_day(match["day"])
    year = _read_year(match, calendar, calendar.year_near(number, day))
    first = date_values.make_day(year, number, day)
    last = date_values.make_day(year, number, int(match["last"])) if match["last"] else None
    return date_values.make_range(first, last) if first is not None and last is not None else first


def _read_day_range(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "1 қаңтардан 5 ақпанға"."""
    first = (_number_of(match["first_month"]), _parse_day(match["first"]))
    last = (_month_number(match), _parse_day(match["day"]))
    year = _read_year(match, calendar, calendar.year_of_period(first, last))
    is_next = first[0] > last[0]
    if year is not None and is_next and (match["year"] or match["which"] or match["adverb_year"]):
        year += 1
    start = date_values.make_day(None if year is None else year - is_next, *first)
    stop = date_values.make_day(year, *last)
    return date_values.make_range(start, stop) if start and stop else None


def _read_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return date_values.make_month(_read_year(match, calendar, None), _month_number(match))


def _read_bare_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    if match[0][0].isupper() and not _begins_sentence(match):
        return None  # «Наурыз мейрамы», «Қазанда»: a holiday, a city
    return date_values.make_month(calendar.year_near(_month_number(match)), _month_number(match))


def _begins_sentence(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip(' «"—–-')
    return not before or before[-1] in ".!?…\n:"


def _month_number(match: re.Match[str]) -> int:
    return _number_of(match["month"])


def _number_of(month: str) -> int:
    low = month.lower()
    return next(number for number, name in enumerate(_MONTHS, 1) if name[:-1] == low[:-1])


def _read_year_alone(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    calendar.last_year = int(match["year"])
    last = date_values.make_year(calendar.last_year)
    return date_values.make_range(date_values.make_year(int(match["first"])), last) if match["first"] else last


def _read_unit(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return _make_unit(match["unit"].lower(), _parse_step(match["which"]), calendar)


def _make_unit(unit: str, step: int, calendar: Calendar) -> DateValue:
    if unit.startswith("жыл"):
        return date_values.make_year(calendar.relative_year(step))
    if unit.startswith("тоқсан"):
        return calendar.find_quarter(step)
    return calendar.find_week(step) if unit.startswith("апта") else calendar.find_month(step)


def _read_season(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    stem = _SEASONS[match["season"].lower()]
    near = None if match["year"] or match["which"] or match["adverb_year"] else calendar.year_of_season(stem)
    return date_values.make_season(_read_year(match, calendar, near), stem)


def _read_quarter(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    year = _read_year(match, calendar, calendar.relative_year(0))
    number = _ORDINALS[match["ordinal"].lower()]
    if match["half"]:
        return date_values.make_half(year, number) if number <= 2 else None
    return date_values.make_quarter(year, number)


def _read_weekday(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return calendar.find_weekday(_WEEKDAYS.index(match["weekday"].lower()), _parse_step(match["which"]))


def _read_away(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    amount, unit = parse_number(match["amount"]), _find_unit(match["unit"])
    return date_values.reckon_away(
        calendar, None if amount is None else float(amount), unit, _SIDES[match["side"].lower()]
    )


def _read_period(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    amount = parse_number(match["amount"] or match["i_amount"])
    return date_values.make_duration(
        "" if amount is None else f"{amount:f}", _find_unit(match["unit"] or match["i_unit"])
    )


def _find_unit(word: str) -> str:
    return next(unit for stem, unit in _UNITS.items() if word.lower().startswith(stem))


def _read_soon(_match: re.Match[str], calendar: Calendar) -> DateValue | None:
    return DateValue(f"{calendar.today}/{OPEN}" if calendar.today else "", DatePrecision.VAGUE)


_MONTH_TRIGGERS = make_triggers(_MONTHS)
_WHICH_TRIGGERS = make_triggers(_STEPS)
_YEAR_TRIGGERS = f"{DIGIT} {_WHICH_TRIGGERS} {make_triggers(_YEARS)}"
_DAY_TRIGGERS = make_triggers(_SPELT_DAYS)
_NUMBER_TRIGGERS = f"{DIGIT} бір екі үш төр бес алт жет сег тоғ он жиы оты қыр елу"
_AMOUNT = rf"(?P<amount>{ANY}){S}(?P<unit>(?:{'|'.join(_UNITS)}))"
_PART = rf"(?:{read_alternatives('figures/kazakh_date_parts')})\w{{1,6}}"

RULES: tuple[DateRule, ...] = (
    make_rule(
        "kk-day",
        f"{_YEAR_TRIGGERS} {_DAY_TRIGGERS}",
        rf"(?:{_YEAR_FIRST}{S})?(?P<day>[0-3]?\d|{_WHICH_DAY})(?:[-–—](?P<last>[0-3]?\d))?{S}{_MONTH}(?:{S}(?P<year_behind>{YEAR})(?!\w)(?!{S}жыл)|\w{{0,6}}(?:{S}күн\w*)?{_TIME})",
        _read_day,
    ),
    make_rule(
        "kk-days",
        f"{_YEAR_TRIGGERS} {_DAY_TRIGGERS}",
        rf"(?:{_YEAR_FIRST}{S})?(?P<first>[0-3]?\d|{_WHICH_DAY}){S}{_MONTH.replace('P<', 'P<first_')}[дт][ае]н{S}"
        rf"(?P<day>[0-3]?\d|{_WHICH_DAY}){S}{_MONTH}[ғгқк][ае]",
        _read_day_range,
    ),
    make_rule(
        "kk-month-day",
        _YEAR_TRIGGERS + " " + _MONTH_TRIGGERS,
        rf"(?:{_YEAR_FIRST}{S})?{_MONTH}(?:{_GENITIVE}|{S}айының){S}(?P<day>[0-3]?\d|{_DAY_OF_MONTH})(?P<last>)(?:-\w{{1,5}}|{S}күн\w*|(?<=[іы])н(?!ш)\w{{0,3}})?",
        _read_day,
    ),
    make_rule("kk-month", _YEAR_TRIGGERS, rf"{_YEAR_FIRST}{S}{_MONTH}\w{{0,6}}(?:{S}ай\w*)?", _read_month),
    make_rule("kk-bare-month", _MONTH_TRIGGERS, rf"{_MONTH}(?:{S}ай\w*|{_CASE})(?:{S}{_PART})?", _read_bare_month),
    make_rule(
        "kk-year",
        DIGIT,
        rf"(?:(?P<first>{YEAR})[-–—])?(?P<year>{YEAR}){S}{_OF_YEAR}(?:{S}{_PART})?",
        _read_year_alone,
    ),
    make_rule(
        "kk-unit",
        _WHICH_TRIGGERS,
        rf"(?:{_WHICH}{S}(?P<unit>(?:жыл|апта|тоқсан)\w{{0,4}}|ай(?:да|дың|ға|дан|ы)?)(?:{S}{_PART})?)",
        _read_unit,
    ),
    make_rule(
        "kk-part",
        "жыл ай айд апт",
        rf"(?P<unit>жыл|апта|ай)(?:дың|ның)?(?P<which>){S}(?:соң|аяғ|орта)\w{{2,6}}",
        _read_unit,
    ),
    make_rule(
        "kk-season",
        f"{_YEAR_TRIGGERS} {make_triggers(_SEASONS)}",
        rf"(?:{_YEAR_FIRST}{S})?(?P<season>{'|'.join(_SEASONS)})(?:[дт][ае]|[іы]нд?[ае]|(?<!қыс)[гғ][еа])",
        _read_season,
    ),
    make_rule(
        "kk-quarter",
        f"{_YEAR_TRIGGERS} {make_triggers(_ORDINALS)}",
        rf"(?:{_YEAR_FIRST}{S})?{_ORDINAL}{S}(?:тоқсан|(?P<half>жарты[ ]?жылды[қғ]))\w{{0,6}}",
        _read_quarter,
    ),
    make_rule(
        "kk-adverb",
        make_triggers(_ADVERBS),
        rf"(?P<adverb>{'|'.join(_ADVERBS)})(?:[гң]г?і{S}күн\w*)?{_TIME}",
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
        f"{_WHICH_TRIGGERS} {make_triggers(_WEEKDAYS)}",
        rf"(?:{_WHICH}{S})?(?P<weekday>{'|'.join(_WEEKDAYS)})(?:{S}күн\w*|(?:[дг][еа]н?|ғ[ае])(?:{S}күн\w*)?){_TIME}",
        _read_weekday,
    ),
    make_rule("kk-away", _NUMBER_TRIGGERS, rf"{_AMOUNT}(?:[дн][ае]н)?{S}(?P<side>{'|'.join(_SIDES)})", _read_away),
    make_rule(
        "kk-period",
        f"{_NUMBER_TRIGGERS} {make_triggers(_SPAN_OPENINGS)}",
        rf"(?:(?:{'|'.join(_SPAN_OPENINGS)}){S}{_AMOUNT}\w{{0,4}}"
        rf"|{_AMOUNT.replace('P<', 'P<i_')}(?={S}(?:ішінде|бойы)))",
        _read_period,
    ),
    make_rule("kk-soon", make_triggers(_SOON), "|".join(_SOON).replace(" ", S), _read_soon),
)
