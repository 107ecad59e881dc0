"""Dates that are told from where one stands: "вчера", "в этом году", "в прошлую пятницу", "год назад"."""

from __future__ import annotations

import re
from calendar import monthrange

from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import DIGIT, Rule, rule, word_before
from app.nlp.figures.dates.date_values import OPEN, Calendar, Moment
from app.nlp.figures.dates.date_words import (
    MONTH,
    OF_YEAR,
    QUARTER,
    RELATIVE,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    YEARS,
    S,
    month_number,
    quarter_number,
    step_of,
    unit_of,
    weekday_number,
)
from app.nlp.figures.numerals import ANY, number

_ADVERBS = {"позавчера": -2, "вчера": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2}
_COUNT = (
    rf"(?:(?P<count>{ANY}|полтора|полторы|полутора)"
    r"|(?P<vague>несколько|нескольких|нескольким|пару?|пары|много|многих|многие|долгие|считанные))"
)
_AGES = re.compile(
    "возраст[еа]?|исполни(?:лось|тся)|исполняется|старше|младше|моложе|достигших|достиг(?:ла)?|отметила?|юбилей|"
    "ему|ей|им|мне|было|лицам|мужчине|женщине"
)
_OF_LIFE = re.compile(r"[ \u00a0](?:со дня|от роду|жизни|исполн|от рождения)")
_FROM_AGE = re.compile("в|с|со|от|до|позже|раньше|девочк[аи]|мальчика?")
_GROWN = 13
"""«в 13 лет», «до 60 лет» are ages; «до трёх лет» is a sentence."""


def _adverb(match: re.Match[str], calendar: Calendar) -> Moment | None:
    return calendar.day_from(_ADVERBS[match["adverb"].lower()])


def _relative_unit(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "в прошлом году", "на этой неделе", "следующий день", "того же месяца"."""
    word, step = match["unit"].lower(), step_of(match["rel"])
    if " же" in match["rel"].lower():
        return date_values.year(calendar.last_year) if word.startswith("год") else Moment("", "vague")
    factor, unit = unit_of(word)
    if factor > 1:
        return Moment("", "decade" if factor == 10 else "century")
    if unit == "Y":
        return date_values.year(calendar.relative_year(step))
    if unit == "W":
        return calendar.week(step)
    if unit == "M":
        return calendar.month(step)
    return Moment("", "day")  # «на следующий день», «этого дня» are told from the event before


def _relative_month(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "в следующем мае": the May that comes."""
    if calendar.today is None:
        return Moment("", "month")
    number, step = month_number(match["month"]), step_of(match["rel"])
    year = calendar.today.year
    if step > 0 and number <= calendar.today.month:
        year += 1
    if step < 0 and number >= calendar.today.month:
        year -= 1
    return date_values.month(year, number)


def _relative_season(match: re.Match[str], calendar: Calendar) -> Moment | None:
    return date_values.season(calendar.relative_year(step_of(match["rel"])), _season(match["season"]))


def _season_of_year(match: re.Match[str], calendar: Calendar) -> Moment | None:
    year = int(match["year"]) if match["year"] else calendar.relative_year(step_of(match["rel"]))
    return date_values.season(year, _season(match["season"]))


def _season_alone(match: re.Match[str], calendar: Calendar) -> Moment | None:
    return date_values.season(calendar.relative_year(0), _season(match["season"]))


def _season(word: str) -> str:
    low = word.lower()
    return next(stem for stem in date_values.SEASONS if low.startswith(stem))


def _weekday(match: re.Match[str], calendar: Calendar) -> Moment | None:
    weekday = weekday_number(match["weekday"])
    if match["rel"]:
        return calendar.weekday(weekday, step_of(match["rel"]))
    before = word_before(match)
    if match["weekday"].lower().startswith("сред") and before not in ("в", "на", "со", "до", "к", "утром", "вечером"):
        return None  # «среда» is also the environment
    if before.endswith(("ая", "ую", "ой")) and not before.startswith("кажд"):
        return None
    return calendar.weekday(weekday)


def _quarter(match: re.Match[str], calendar: Calendar) -> Moment | None:
    year = int(match["year"]) if match["year"] else calendar.relative_year(step_of(match["rel"] or ""))
    if not match["what"].lower().startswith("полуг"):
        last = date_values.quarter(year, quarter_number(match["quarter"]))
        return (
            date_values.span(date_values.quarter(year, quarter_number(match["from"])), last) if match["from"] else last
        )
    first = 1 if quarter_number(match["quarter"]) == 1 else 7
    return date_values.span(date_values.month(year, first), date_values.month(year, first + 5))


def _third_of_month(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "в первой декаде марта": ten days, or what is left of the month behind twenty."""
    number = month_number(match["month"])
    told = int(match["year"]) if match["year"] else calendar.relative_year(step_of(match["rel"] or ""))
    first = {"перв": 1, "втор": 11}.get(match["third"].lower(), 21)
    last = first + 9 if first < 21 else monthrange(told or 2000, number)[1]
    start, stop = date_values.day(told, number, first), date_values.day(told, number, last)
    return date_values.span(start, stop) if start and stop else None


def _months_of_year(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "за девять месяцев 2026 года": the year's first months."""
    year = int(match["year"]) if match["year"] else calendar.relative_year(step_of(match["rel"] or ""))
    count = number(match["count"]) if match["count"] else None
    if count is None or count != int(count) or not 1 <= count <= 12:
        return Moment("", "range")
    return date_values.span(date_values.month(year, 1), date_values.month(year, int(count)))


def _ago(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "три года назад", "неделю спустя", "через два дня", "годом ранее"."""
    after = bool(match["through"]) or (match["when"] or "").lower() in ("спустя", "позже")
    factor, unit = unit_of(match["unit"])
    if match["vague"]:
        return Moment("", "vague")
    count = number(match["count"]) if match["count"] else 1
    if match["when"] and match["when"].lower() not in ("назад", "тому назад"):
        return Moment("", "vague")  # told from the event before
    return date_values.away(calendar, None if count is None else float(count) * factor, unit, 1 if after else -1)


def _duration(match: re.Match[str], _calendar: Calendar) -> Moment | None:
    if _is_age(match) or match["count"] in ("Один", "один"):
        return None
    factor, unit = unit_of(match["unit"])
    if match["vague"] or match["high"]:
        return date_values.duration("", unit)
    count = number(match["count"])
    return None if count is None else date_values.duration(f"{(count * factor).normalize():f}", unit)


def _is_age(match: re.Match[str]) -> bool:
    """Say whether the words around make "52 года" somebody's age rather than a stretch of time."""
    if match["unit"].lower()[:3] not in ("год", "лет"):
        return False
    before = [word.strip("(,") for word in match.string[max(0, match.start() - 40) : match.start()].split()[-2:]]
    after = match.string[match.end() : match.end() + 24].lower()
    if any(_AGES.fullmatch(word.lower()) for word in before) or _OF_LIFE.match(after):
        return True
    lead = match.string[: match.start()].rstrip()[-1:]
    if lead in (",", "(") and after[:1] in (",", ")", "."):
        return True  # in apposition: «Иван Петров, 52 года, …»
    last = before[-1] if before else ""
    if last[:1].isupper() and last[1:].islower() and len(last) > 3 and re.match(r"[.,!]|[ \u00a0](?:и|а)\b", after):
        return True  # «Принцу Филиппу 97 лет.»
    count = number(match["count"]) if match["count"] else None
    return bool(_FROM_AGE.fullmatch(last.lower())) and count is not None and count >= _GROWN


def _last_units(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read "последние три года", "за последний месяц", "в последнее время"."""
    if match["unit"].lower().startswith("час"):
        return Moment("", "vague")
    factor, unit = unit_of(match["unit"])
    count = number(match["count"]) if match["count"] else None
    start = date_values.away(calendar, float(count) * factor, unit, -1) if count is not None else None
    return Moment(f"{start.value}/{calendar.today}", "range") if start and start.value else Moment("", "vague")


def _soon(_match: re.Match[str], calendar: Calendar) -> Moment | None:
    return Moment(f"{calendar.today}/{OPEN}" if calendar.today else "", "vague")


def _now(_match: re.Match[str], calendar: Calendar) -> Moment | None:
    return calendar.day_from(0)


def _vague(_match: re.Match[str], _calendar: Calendar) -> Moment | None:
    return Moment("", "vague")


def _unit_end(match: re.Match[str], calendar: Calendar) -> Moment | None:
    """Read the unit after «до конца», «в течение»: the current one."""
    before, after = word_before(match), match.string[match.end() : match.end() + 4]
    if not (before in _ENDS or before in _DURING or (before == "за" and after.strip() == "до")):
        return None
    if match["unit"].lower() == "квартала":
        today = calendar.today
        return date_values.quarter(today.year, (today.month + 2) // 3) if today else Moment("", "quarter")
    unit = unit_of(match["unit"])[1]
    if before not in _ENDS:
        return date_values.duration(
            "1" if match["unit"].lower() in ("года", "недели", "месяца", "дня", "суток") else "", unit
        )
    return {"Y": date_values.year(calendar.relative_year(0)), "W": calendar.week(0), "M": calendar.month(0)}.get(
        unit, calendar.day_from(0)
    )


_COUNT_TRIGGERS = f"{DIGIT} оди одн два две дву три тре чет пят шес сем вос дев дес сор сто ста пол нес пар мно дол счи"
_ENDS = frozenset(("конца", "концу", "конце", "начала", "началу", "начале", "середины", "середине"))
_DURING = frozenset(("течение", "течении", "протяжении"))
_REL_TRIGGERS = "это эти эту тот той том тог тою сег тек нын про поз мин пре сле буд гря нас те"
_TAIL = rf"(?P<year>{YEAR})(?:{OF_YEAR})?|(?P<rel>{RELATIVE}){S}{YEARS}"
_ANY_UNIT = UNIT + r"|сезон(?:а|е|у|ом)?"

RULES: tuple[Rule, ...] = (
    rule("adverb", "поз вче сег зав пос", r"(?P<adverb>позавчера|вчера|сегодня|завтра|послезавтра)(?!-)", _adverb),
    rule("relative", _REL_TRIGGERS, rf"(?P<rel>{RELATIVE}){S}(?P<unit>{_ANY_UNIT})", _relative_unit),
    rule("relative-season", _REL_TRIGGERS, rf"(?P<rel>{RELATIVE}){S}(?P<season>{SEASON})", _relative_season),
    rule("season", "вес лет осе зим", rf"(?P<season>{SEASON}){S}(?:{_TAIL})", _season_of_year),
    rule("season-alone", "вес лет осе зим", r"(?P<season>весной|осенью|зимой)(?! и )", _season_alone),
    rule(
        "weekday",
        "пон вто сре чет пят суб вос " + _REL_TRIGGERS,
        rf"(?:(?P<rel>{RELATIVE}){S})?(?P<weekday>{WEEKDAY})",
        _weekday,
    ),
    rule(
        "quarter",
        f"{DIGIT} пер вто тре чет i ii iii iv",
        rf"(?:(?P<from>I{{1,3}}|[1-3])[-–—])?{QUARTER}{S}(?P<what>квартал(?:а|е|у|ом|ы|ов|ах)?|полугоди(?:е|я|и|ю|ем))"
        rf"(?:{S}(?:{_TAIL}))?",
        _quarter,
    ),
    rule(
        "third-of-month",
        "пер вто тре пос",
        rf"(?P<third>перв|втор|трет|последн)(?:ая|ой|ую|ья|ьей|ью|яя|ей|юю){S}декад(?:а|ы|е|у|ой){S}(?P<month>{MONTH})"
        rf"(?:{S}(?:{_TAIL}))?",
        _third_of_month,
    ),
    rule(
        "months-of-year",
        _COUNT_TRIGGERS,
        rf"{_COUNT}{S}месяц(?:а|ев)?{S}(?:{_TAIL})",
        _months_of_year,
    ),
    rule(
        "ago",
        f"{_COUNT_TRIGGERS} чер спу год нед мес ден век сут дня",
        rf"(?:(?P<through>через|спустя){S})?(?:{_COUNT}{S})?(?P<unit>{UNIT}|полгода|полвека)"
        rf"(?:{S}(?P<when>тому назад|назад|спустя|ранее|раньше|позже))?",
        lambda match, calendar: _ago(match, calendar) if match["through"] or match["when"] else None,
    ),
    rule(
        "duration",
        f"{_COUNT_TRIGGERS} поч сви бол нем чут",
        rf"(?:(?:почти|свыше|больше|немногим{S}более|чуть{S}более|чуть{S}больше){S})?{_COUNT}"
        rf"(?P<high>(?:{S})?[-–—](?:{S})?{ANY}|{S}(?:до|или|и){S}{ANY})?{S}(?P<unit>{UNIT})(?:{S}(?:и{S})?{ANY}{S}{UNIT})?",
        _duration,
    ),
    rule(
        "half",
        "пол поч бол сви",
        rf"(?:(?:почти|больше|более|свыше){S})?(?:полгода|полвека|полмесяца)",
        lambda match, _: date_values.duration("6" if "год" in match[0] else "", "M"),
    ),
    rule(
        "last",
        "пос",
        rf"последн(?:ие|их|ий|юю|ее|яя|ей|ем|его|им){S}(?:{_COUNT}{S})?(?P<unit>{UNIT}|часа|часов)",
        _last_units,
    ),
    rule(
        "soon",
        "бли",
        rf"ближайш(?:ее|ие|их|ую|ей|ем|его|ий|им){S}(?:{_COUNT}{S})?"
        rf"(?:время|времени|будущее|будущем|часы|часов|{UNIT})",
        _soon,
    ),
    rule("now", "сег нас", rf"сегодняшн(?:ий|его|ему|ем|им){S}(?:день|дня|дню|дне|днём|днем)|настоящий{S}момент", _now),
    rule("these-days", "дня", r"днях", lambda match, _: Moment("", "vague") if word_before(match) == "на" else None),
    rule("every", "каж раз", rf"кажд(?:ый|ое|ую|ые){S}(?:{ANY}{S})?(?:{UNIT})|разные{S}годы", _vague),
    rule(
        "next-month",
        _REL_TRIGGERS,
        rf"(?P<rel>следующ|прошл|будущ)(?:ем|ом|его|ого){S}(?P<month>{MONTH})",
        _relative_month,
    ),
    rule(
        "weekend",
        "вых",
        r"выходные|выходных",
        lambda match, _: (
            Moment("", "vague") if word_before(match) in ("в", "на", "минувшие", "прошлые", "эти") else None
        ),
    ),
    rule("unit-end", "год нед мес дня ден сут век дес ква", rf"(?P<unit>{UNIT}|квартала)", _unit_end),
    rule(
        "longer",
        "бол нем",
        rf"(?:больше|более|немногим{S}более){S}(?P<unit>недели|месяца|года|суток|века)",
        lambda match, _: date_values.duration("", unit_of(match["unit"])[1]),
    ),
)
