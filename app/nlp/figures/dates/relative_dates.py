"""Dates that are told from where one stands.

Example: "вчера", "в этом году", "в прошлую пятницу", "год назад".
"""

from __future__ import annotations

from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import DatePrecision
from app.nlp.figures.dates import date_values
from app.nlp.figures.dates.date_rule import DIGIT, DateRule, find_word_before, make_rule, make_triggers
from app.nlp.figures.dates.date_values import DateValue
from app.nlp.figures.dates.date_words import (
    MONTH,
    OF_RELATIVE_YEAR,
    OF_YEAR,
    QUARTER,
    RELATIVE,
    RELATIVE_STEPS,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    S,
    parse_unit,
)
from app.nlp.figures.dates.relative_readers import (
    DAY_ADVERBS,
    read_adverb,
    read_ago,
    read_duration,
    read_last_units,
    read_months_of_year,
    read_named_day,
    read_quarter,
    read_relative_month,
    read_relative_season,
    read_relative_unit,
    read_reporting_period,
    read_school_year,
    read_season_alone,
    read_season_of_year,
    read_soon,
    read_third_of_month,
    read_unit_end,
    read_vague,
    read_weekday,
    read_weekend,
)
from app.nlp.figures.numerals import ANY

_COUNT = (
    rf"(?:(?P<count>{ANY}|полтора|полторы|полутора)"
    rf"|(?P<vague>{read_alternatives('figures/vague_counts')}))"
)
_COUNT_TRIGGERS = f"{DIGIT} оди одн два две дву три тре чет пят шес сем вос дев дес сор сто ста пол нес пар мно дол счи"
_REL_TRIGGERS = f"это эти эта эту тот той том тог тою сег те {make_triggers(RELATIVE_STEPS)}"
_TAIL = rf"(?P<year>{YEAR})(?:{OF_YEAR})?|{OF_RELATIVE_YEAR}"
_KIND_OF_DAYS = (
    rf"(?:{read_alternatives('figures/kinds_of_days')})(?:ый|ого|ому|ым|ом|ий|его|ых|их|ым|им|ыми|ими|ые|ие)"
)
_WHEN = read_alternatives("figures/words_after_length")
_LENGTH_OPENINGS = read_entries("figures/length_openings")
_HALF_OPENINGS = read_entries("figures/half_openings")
_ANY_UNIT = UNIT + r"|сезон(?:а|е|у|ом)?"

RULES: tuple[DateRule, ...] = (
    make_rule(
        "adverb",
        make_triggers(DAY_ADVERBS),
        rf"(?P<adverb>{'|'.join(DAY_ADVERBS)})(?!-)",
        read_adverb,
    ),
    make_rule("relative", _REL_TRIGGERS, rf"(?P<rel>{RELATIVE}){S}(?P<unit>{_ANY_UNIT})", read_relative_unit),
    make_rule(
        "school-year",
        f"нов {_REL_TRIGGERS}",
        rf"(?P<rel>{RELATIVE}|нов(?:ый|ого|ому|ым|ом)){S}учебн(?:ый|ого|ому|ым|ом){S}год(?:а|у|ом|е)?",
        read_school_year,
    ),
    make_rule(
        "relative-season",
        _REL_TRIGGERS,
        rf"(?P<rel>{RELATIVE}){S}(?P<season>{SEASON})",
        read_relative_season,
    ),
    make_rule(
        "season", "вес лет осе зим", rf"(?P<season>{SEASON}){S}(?:{YEAR}[-–—/])?(?:{_TAIL})", read_season_of_year
    ),
    make_rule("season-alone", "вес лет осе зим", rf"(?P<season>{SEASON})(?! и )", read_season_alone),
    make_rule(
        "weekday",
        "бли пон вто сре чет пят суб вос " + _REL_TRIGGERS,
        rf"(?:(?:(?P<rel>{RELATIVE})|(?P<near>ближайш(?:ий|ее|ую|ей|его|ему))){S})?(?P<weekday>{WEEKDAY})",
        read_weekday,
    ),
    make_rule(
        "quarter",
        f"{DIGIT} пер вто тре чет i ii iii iv",
        rf"(?:(?P<from>I{{1,3}}|[1-3])[-–—])?{QUARTER}{S}(?P<what>квартал(?:а|е|у|ом|ы|ов|ах)?|кв\.|полугоди(?:е|я|и|ю|ем))"
        rf"(?:{S}(?:{_TAIL}))?",
        read_quarter,
    ),
    make_rule(
        "third-of-month",
        "пер вто тре пос",
        rf"(?P<third>перв|втор|трет|последн)(?:ая|ой|ую|ья|ьей|ью|яя|ей|юю){S}декад(?:а|ы|е|у|ой){S}(?P<month>{MONTH})"
        rf"(?:{S}(?:{_TAIL}))?",
        read_third_of_month,
    ),
    make_rule(
        "months-of-year",
        _COUNT_TRIGGERS,
        rf"{_COUNT}{S}месяц(?:а|ев)?{S}(?:{_TAIL})",
        read_months_of_year,
    ),
    make_rule(
        "ago",
        f"{_COUNT_TRIGGERS} чер спу год нед мес ден век сут дня",
        rf"(?:(?P<through>через|спустя){S})?(?:{_COUNT}{S})?(?P<unit>{UNIT}|полгода|полвека)"
        rf"(?:{S}(?P<when>{_WHEN}))?",
        lambda match, calendar: read_ago(match, calendar) if match["through"] or match["when"] else None,
    ),
    make_rule(
        "duration",
        f"{_COUNT_TRIGGERS} {make_triggers(_LENGTH_OPENINGS)}",
        rf"(?:(?:{'|'.join(_LENGTH_OPENINGS).replace(' ', S)}){S})?{_COUNT}"
        rf"(?P<high>(?:{S})?[-–—](?:{S})?{ANY}|{S}(?:до|или|и){S}{ANY})?{S}(?:{_KIND_OF_DAYS}{S})?(?P<unit>{UNIT})(?:{S}(?:и{S})?{ANY}{S}{UNIT})?",
        read_duration,
    ),
    make_rule(
        "running",
        "вто тре чет пят шес",
        rf"(?P<count>втор|трет|четв[её]рт|пят|шест)(?:ый|ой|ий|ая|ья|ое|ье|ые|ьи|ую|ью|ого|ьего){S}(?P<unit>{UNIT})"
        rf"(?={S}подряд|{S}(?:не\b|без\b|живут|сидят|жд[уёе]т))|(?:втор|трет|четв[её]рт|пят)(?:ые|ьи|ых|ьих){S}сут(?:ки|ок)",
        lambda match, _: date_values.make_duration("", parse_unit(match["unit"] or "сутки")[1]),
    ),
    make_rule(
        "half",
        f"пол {make_triggers(_HALF_OPENINGS)}",
        rf"(?:(?:{'|'.join(_HALF_OPENINGS)}){S})?(?:полгода|полвека|полмесяца)",
        lambda match, _: date_values.make_duration("6" if "год" in match[0] else "", "M"),
    ),
    make_rule(
        "last",
        "пос",
        rf"последн(?:ие|их|ий|юю|ее|яя|ей|ем|его|им){S}(?:{_COUNT}{S})?(?P<unit>{UNIT}|часа|часов)",
        read_last_units,
    ),
    make_rule(
        "soon",
        "бли",
        rf"ближайш(?:ее|ие|их|ую|ей|ем|его|ий|им){S}(?:{_COUNT}{S})?"
        rf"(?:{read_alternatives('figures/near_times')}|{UNIT})",
        read_soon,
    ),
    make_rule(
        "now",
        f"{make_triggers(DAY_ADVERBS)} нас",
        rf"(?P<adverb>{'|'.join(DAY_ADVERBS)})шн(?:ий|его|ему|ем|им|ей|юю|яя|ее){S}"
        rf"(?:{read_alternatives('figures/parts_of_named_day')})|настоящий{S}момент",
        read_named_day,
    ),
    make_rule(
        "reporting-period",
        DIGIT,
        rf"(?:(?P<quarter>[1-4])(?:{S})?(?:кв\.?|Q|К|K)|(?P<half>[12])(?:{S})?(?:П|п/г)|(?P<months>3|6|9|12)(?:{S})?(?:М|мес\.))"
        rf"(?:{S})?(?P<year>{YEAR})(?:{OF_YEAR})?",
        read_reporting_period,
    ),
    make_rule(
        "these-days",
        "дня",
        r"днях",
        lambda match, _: DateValue("", DatePrecision.VAGUE) if find_word_before(match) == "на" else None,
    ),
    make_rule(
        "every", "каж раз", rf"кажд(?:ый|ое|ую|ые){S}(?:{ANY}{S})?(?:{UNIT}|{WEEKDAY})|разные{S}годы", read_vague
    ),
    make_rule(
        "next-month",
        _REL_TRIGGERS,
        rf"(?P<rel>следующ|прошл|будущ)(?:ем|ом|его|ого){S}(?P<month>{MONTH})",
        read_relative_month,
    ),
    make_rule(
        "weekend",
        f"вых бли {_REL_TRIGGERS}",
        rf"(?:(?:(?P<rel>{RELATIVE})|(?P<near>ближайш(?:ие|их))){S})?выходны(?:е|х|м|ми)",
        read_weekend,
    ),
    make_rule("unit-end", "год нед мес дня ден сут век дес ква", rf"(?P<unit>{UNIT})", read_unit_end),
    make_rule(
        "longer",
        "бол нем",
        rf"(?:больше|более|немногим{S}более){S}(?P<unit>{read_alternatives('figures/units_exceeded')})",
        lambda match, _: date_values.make_duration("", parse_unit(match["unit"])[1]),
    ),
)
