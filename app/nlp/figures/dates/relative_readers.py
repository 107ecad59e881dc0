"""What relative dates mean, reckoned from the day of the article."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import partial

from app.core.text.word_lists import read_alternatives, read_table, read_words
from app.core.vocabulary import DatePrecision
from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import find_word_before
from app.nlp.figures.dates.date_values import OPEN, Calendar, DateValue
from app.nlp.figures.dates.date_words import month_number, parse_step, parse_unit, quarter_number, weekday_number
from app.nlp.figures.dates.direction import is_before_infinitive
from app.nlp.figures.numerals import parse_number

DAY_ADVERBS = {word: int(step) for word, step in read_table("figures/day_adverbs").items()}
_AGES = re.compile(read_alternatives("figures/age_words"))
_OF_LIFE = re.compile(rf"[ \u00a0](?:{read_alternatives('figures/life_words')})")
_OF_SENTENCE = re.compile(rf"[ \u00a0](?:{read_alternatives('figures/punishments')})")
_FROM_AGE = re.compile(read_alternatives("figures/age_limits"))
_MIN_AGE_YEARS = 13
"""«в 13 лет», «до 60 лет» are ages; «до трёх лет» is a sentence."""
_LAST_SCHOOL_MONTH, _FIRST_SCHOOL_MONTH = 5, 9
_ENDS = read_words("figures/end_words")
_BEFORE_WEEKEND = read_words("figures/words_before_weekend")
_BEFORE_SEASON = read_words("figures/words_before_season")
_AFTER_EVENT = re.compile(rf"[ \u00a0](?:{read_alternatives('figures/words_after_span')})(?!\w)")
_SINGLE_UNITS = read_words("figures/single_units")
_DURING = read_words("figures/during_words")


def read_adverb(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "вчера", "завтра"."""
    return calendar.day_from(DAY_ADVERBS[match["adverb"].lower()])


def read_relative_unit(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в прошлом году", "на этой неделе", "следующий день", "того же месяца"."""
    word, step = match["unit"].lower(), parse_step(match["rel"])
    if " же" in match["rel"].lower():
        is_year = word.startswith("год")
        return date_values.make_year(calendar.last_year) if is_year else DateValue("", DatePrecision.VAGUE)
    if word.startswith(("дес", "век", "столет")):
        return DateValue("", DatePrecision.DECADE if word.startswith("дес") else DatePrecision.CENTURY)
    for beginning, find in (
        ("квартал", calendar.find_quarter),
        ("полуг", partial(_read_half, calendar)),
        ("нед", calendar.find_week),
        ("мес", calendar.find_month),
        (("год", "лет"), lambda by: date_values.make_year(calendar.relative_year(by))),
    ):
        if word.startswith(beginning):
            return find(step)
    is_day = word.startswith(("день", "дня", "дне", "дни", "сут"))
    return DateValue("", DatePrecision.DAY if is_day else DatePrecision.VAGUE)  # both are told from the event before


def read_school_year(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в следующем учебном году" as the year in which it begins.

    The new one is that which comes, or in autumn that which has begun.
    """
    if calendar.today is None:
        return date_values.make_year(None)
    has_begun = calendar.today.month >= _FIRST_SCHOOL_MONTH
    is_over = _LAST_SCHOOL_MONTH < calendar.today.month < _FIRST_SCHOOL_MONTH
    step = parse_step(match["rel"])
    if match["rel"].lower().startswith("нов"):
        step = int(not has_begun)
    elif is_over and step < 0:
        step += 1
    return date_values.make_year(calendar.today.year - (not has_begun) + step)


def _read_half(calendar: Calendar, step: int) -> DateValue:
    """Return this half of the year, the last or the next one."""
    if calendar.today is None:
        return DateValue("", DatePrecision.RANGE)
    count = calendar.today.year * 2 + (calendar.today.month > 6) + step
    return date_values.make_half(count // 2, count % 2 + 1)


def read_relative_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в следующем мае": the May that comes."""
    if calendar.today is None:
        return DateValue("", DatePrecision.MONTH)
    parse_number, step = month_number(match["month"]), parse_step(match["rel"])
    year = calendar.today.year
    if step > 0 and parse_number <= calendar.today.month:
        year += 1
    if step < 0 and parse_number >= calendar.today.month:
        year -= 1
    return date_values.make_month(year, parse_number)


def read_relative_season(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "прошлой весной"."""
    return date_values.make_season(calendar.relative_year(parse_step(match["rel"])), _read_season(match["season"]))


def read_season_of_year(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "весной 2012 года"."""
    year = int(match["year"]) if match["year"] else calendar.relative_year(parse_step(match["rel"]))
    return date_values.make_season(year, _read_season(match["season"]))


def read_season_alone(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "весной", "к осени".

    The season of a year that the sentence tells, else of the current one.
    """
    word = match["season"].lower()
    is_adverb = word.endswith(("ой", "ою", "ью", "летом"))
    if not is_adverb and find_word_before(match) not in _BEFORE_SEASON:
        return None
    season = _read_season(word)
    return date_values.make_season(calendar.year_of_season(season), season)


def _read_season(word: str) -> str:
    low = word.lower()
    return next(stem for stem in date_values.SEASONS if low.startswith(stem))


def read_weekday(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в пятницу", "в прошлую среду"."""
    weekday = weekday_number(match["weekday"])
    if match["rel"] or match["near"]:
        return calendar.find_weekday(weekday, 1 if match["near"] else parse_step(match["rel"]))
    before = find_word_before(match)
    if match["weekday"].lower().startswith("сред") and before not in ("в", "на", "со", "до", "к", "утром", "вечером"):
        return None  # «среда» is also the environment
    if before.startswith("кажд"):
        return DateValue("", DatePrecision.VAGUE)
    if before.endswith(("ая", "ую", "ой")):
        return None
    return calendar.find_weekday(weekday)


def read_weekend(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в следующие выходные", "в выходные".

    Saturday and Sunday of a week that an adjective or a verb tells.
    """
    side = calendar.find_side()
    if match["rel"] or match["near"]:
        return calendar.find_weekend(parse_step(match["rel"] or ""))
    if find_word_before(match) not in _BEFORE_WEEKEND:
        return None
    return calendar.find_weekend(min(side, 0)) if side else DateValue("", DatePrecision.VAGUE)


def read_quarter(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "во втором квартале", "в первом полугодии"."""
    year = int(match["year"]) if match["year"] else calendar.relative_year(parse_step(match["rel"] or ""))
    if not match["what"].lower().startswith("полуг"):
        last = date_values.make_quarter(year, quarter_number(match["quarter"]))
        return (
            date_values.make_range(date_values.make_quarter(year, quarter_number(match["from"])), last)
            if match["from"]
            else last
        )
    return date_values.make_half(year, 1 if quarter_number(match["quarter"]) == 1 else 2)


def read_reporting_period(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "9М 2024", "1П 2026", "2 кв. 2025"."""
    year = calendar.last_year = int(match["year"])
    if match["quarter"]:
        return date_values.make_quarter(year, int(match["quarter"]))
    if match["half"]:
        return date_values.make_half(year, int(match["half"]))
    return date_values.make_range(date_values.make_month(year, 1), date_values.make_month(year, int(match["months"])))


def read_third_of_month(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в первой декаде марта".

    It is ten days, or what is left of the month behind twenty.
    """
    parse_number = month_number(match["month"])
    year = int(match["year"]) if match["year"] else calendar.relative_year(parse_step(match["rel"] or ""))
    first = {"перв": 1, "втор": 11}.get(match["third"].lower(), 21)
    last = first + 9 if first < 21 else monthrange(year or 2000, parse_number)[1]
    start, stop = date_values.make_day(year, parse_number, first), date_values.make_day(year, parse_number, last)
    return date_values.make_range(start, stop) if start and stop else None


def read_months_of_year(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "за девять месяцев 2026 года": the year's first months."""
    year = int(match["year"]) if match["year"] else calendar.relative_year(parse_step(match["rel"] or ""))
    count = parse_number(match["count"]) if match["count"] else None
    if count is None or count != int(count) or not 1 <= count <= 12:
        return DateValue("", DatePrecision.RANGE)
    return date_values.make_range(date_values.make_month(year, 1), date_values.make_month(year, int(count)))


def read_ago(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "три года назад", "неделю спустя", "через два дня", "годом ранее"."""
    after = bool(match["through"]) or (match["when"] or "").lower() in ("спустя", "позже")
    factor, unit = parse_unit(match["unit"])
    if match["vague"]:
        return DateValue("", DatePrecision.VAGUE)
    count = parse_number(match["count"]) if match["count"] else 1
    is_ago = (match["when"] or "").lower() in ("назад", "тому назад")
    if not is_ago and (match["when"] or _is_after_event(match, calendar)):
        return DateValue("", DatePrecision.VAGUE)  # told from an event: «через год закрылся», «через год после пуска»
    return date_values.reckon_away(calendar, None if count is None else float(count) * factor, unit, 1 if after else -1)


def _is_after_event(match: re.Match[str], calendar: Calendar) -> bool:
    """Say whether time is reckoned from an event of the text.

    Words say so behind it, or a verb in the past that no infinitive follows: «пообещал через год | вернуться».
    """
    if _AFTER_EVENT.match(match.string, match.end()):
        return True
    return calendar.find_side() < 0 and not is_before_infinitive(match.string, match.end())


def read_duration(match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    """Read "три года", "полтора часа" where it is nobody's age."""
    if _is_age(match) or match["count"] in ("Один", "один"):
        return None
    factor, unit = parse_unit(match["unit"])
    if match["vague"] or match["high"]:
        return date_values.make_duration("", unit)
    count = parse_number(match["count"])
    return None if count is None else date_values.make_duration(f"{(count * factor).normalize():f}", unit)


def _is_age(match: re.Match[str]) -> bool:
    """Say whether "52 года" is somebody's age.

    The words around tell it from a period of time.
    """
    if match["unit"].lower()[:3] not in ("год", "лет"):
        return False
    before = [word.strip("(,") for word in match.string[max(0, match.start() - 40) : match.start()].split()[-2:]]
    after = match.string[match.end() : match.end() + 24].lower()
    if _OF_SENTENCE.match(after):
        return False
    if any(_AGES.fullmatch(word.lower()) for word in before) or _OF_LIFE.match(after):
        return True
    lead = match.string[: match.start()].rstrip()[-1:]
    if lead in (",", "(") and after[:1] in (",", ")", "."):
        return True  # in apposition: «Иван Петров, 52 года, …»
    last = before[-1] if before else ""
    if last[:1].isupper() and last[1:].islower() and len(last) > 3 and re.match(r"[.,!]|[ \u00a0](?:и|а)\b", after):
        return True  # «Принцу Филиппу 97 лет.»
    count = parse_number(match["count"]) if match["count"] else None
    return bool(_FROM_AGE.fullmatch(last.lower())) and count is not None and count >= _MIN_AGE_YEARS


def read_last_units(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "последние три года", "за последний месяц", "в последнее время"."""
    if match["unit"].lower().startswith("час"):
        return DateValue("", DatePrecision.VAGUE)
    factor, unit = parse_unit(match["unit"])
    count = parse_number(match["count"]) if match["count"] else None
    start = date_values.reckon_away(calendar, float(count) * factor, unit, -1) if count is not None else None
    return (
        DateValue(f"{start.value}/{calendar.today}", DatePrecision.RANGE)
        if start and start.value
        else DateValue("", DatePrecision.VAGUE)
    )


def read_soon(_match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "в ближайшие дни": from today on, without an end."""
    return DateValue(f"{calendar.today}/{OPEN}" if calendar.today else "", DatePrecision.VAGUE)


def read_named_day(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read "на сегодняшний день", "с завтрашнего дня"."""
    return calendar.day_from(DAY_ADVERBS.get((match["adverb"] or "сегодня").lower(), 0))


def read_vague(_match: re.Match[str], _calendar: Calendar) -> DateValue | None:
    """Read a date that no calendar can tell."""
    return DateValue("", DatePrecision.VAGUE)


def read_unit_end(match: re.Match[str], calendar: Calendar) -> DateValue | None:
    """Read the unit after «до конца», «в течение»: the current one."""
    before, after = find_word_before(match), match.string[match.end() : match.end() + 4]
    is_single = match["unit"].lower() in _SINGLE_UNITS
    is_before = before == "за" and after.strip() == "до"
    if not (before in _ENDS or before in _DURING or is_before or (before == "за" and is_single)):
        return None
    factor, unit = parse_unit(match["unit"])
    if before not in _ENDS:
        return date_values.make_duration(str(factor) if is_single else "", unit)
    if match["unit"].lower().startswith("квартал"):
        return calendar.find_quarter(0)
    if match["unit"].lower().startswith("полуг"):
        return _read_half(calendar, 0)
    return {
        "Y": date_values.make_year(calendar.relative_year(0)),
        "W": calendar.find_week(0),
        "M": calendar.find_month(0),
    }.get(unit, calendar.day_from(0))
