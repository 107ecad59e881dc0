"""Numbers with what they count: "12 населенных пунктов", "около 20 тысяч человек"."""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.letters import SMALL
from app.core.text.word_lists import read_alternatives, read_entries
from app.core.vocabulary import EntityLabel
from app.nlp.figures.figure_rule import CountedLength, FigureRule, ends_sentence, require_first_letters
from app.nlp.figures.numerals import (
    DIGITS,
    SCALE,
    SPELT_NUMBERS,
    WORDS,
    ends_in_one,
    format_number,
    parse_number,
    parse_scale,
)

_S = "[ \u00a0\u202f]"
_SQUARE = rf"(?:кв|куб|пог)\. ?(?:{read_alternatives('figures/length_units')})(?!\w)"
"""A unit of two abbreviations: "120 кв. м"."""
_INDEX = rf"(?:{read_alternatives('figures/index_units')})(?!\w)"
"""What fines and taxes are counted in: "50 МРП"."""
_RATE = r"(?!и/)[а-яё]{1,4}/[а-яё]{1,4}(?!\w)"
"""A unit by another one: "14 ц/га"."""
_DEGREE = r"°(?:[ \u00a0]?[CСF](?!\w))?"
_MINUS = rf"(?:минус{_S}|-(?=[\d.,-]{{1,9}}{_S}?(?:°|градус)))"
"""The sign of a number; a hyphen is one before degrees alone."""
_FROM = rf"(?:от{_S}(?=(?:{DIGITS}){_S}до{_S}\d))"
"""What begins a range."""
_ABOUT = read_entries("figures/about_words")
_NUMBER = re.compile(
    rf"(?<![\w№#.,/:–-])(?<!№ ){require_first_letters((*_ABOUT, *SPELT_NUMBERS, 'минус', 'от'), signs='-')}"
    rf"(?P<about>(?:{read_alternatives('figures/about_words')}){_S}(?:чем{_S})?)?{_FROM}?(?P<minus>{_MINUS})?"
    rf"(?P<number>{DIGITS}|пол(?=милли|трилли)|(?<![\w-])(?:{WORDS})(?![\w-]))(?:(?:{_S}?[-–—]{_S}?|{_S}до{_S})(?P<high>{DIGITS}))?"
    rf"(?P<scale>{_S}?(?:{SCALE}))?(?P<unit>{_S}?(?:{_SQUARE}|{_RATE}|{_INDEX}|{_DEGREE}))?(?:{_S}(?P<counted>[{SMALL}]+(?:-[а-яё]+)?(?:{_S}[{SMALL}-]+){{0,2}}))?",
    re.IGNORECASE,
)
_PER = re.compile(r"/[а-яё]{1,7}(?!\w)")
"""What a unit is given by: "28 м/с", "60 км/ч"."""

_NO_COUNT = re.compile(rf"(?:{read_alternatives('figures/clock_phrases')})(?!\w)", re.IGNORECASE)
"""What stands behind the number of an hour."""

_BEFORE = re.compile(rf"(?<!\w)(?:{read_alternatives('figures/numbered_things')})[ \u00a0]$", re.IGNORECASE)


def _read_number(match: re.Match[str], counted_length: CountedLength) -> tuple[Span, str] | None:
    """Return a number with what it counts; None where it counts nothing."""
    counted = match["counted"] or ""
    opens = counted[:1].isupper() and (match["scale"] or "").endswith(".")  # «… 4 млн. Фирма …»
    value = _read_value(match)
    length = counted_length(counted, ends_in_one(value)) if counted and not opens else 0
    if counted and _NO_COUNT.match(match.string, match.start("counted")):
        return None  # «в девять часов утра»
    if not value or _BEFORE.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    if not match["scale"] and not match["unit"] and (not length or value == "1"):
        return None  # «один из», «один раз»: seldom a count
    if match["unit"]:
        return Span(match.start("minus" if match["minus"] else "number"), match.end("unit")), value
    stop = match.start("counted") + length if length else match.end("scale")
    scale = (match["scale"] or "").lower()
    if not length and scale.endswith(".") and not scale.endswith("тыс."):
        stop -= ends_sentence(match.string, stop)  # «… до 2 млн.»
    per = _PER.match(match.string, stop, match.endpos) if length else None
    return Span(match.start(), per.end() if per else stop), value


def _read_value(match: re.Match[str]) -> str:
    """Return the number, or a range with "/" between.

    It is "" if it is none.
    """
    ends = [parse_number(end) for end in (match["number"], match["high"]) if end]
    factor = parse_scale(match["scale"] or "") * (-1 if match["minus"] else 1)
    return "" if None in ends else "/".join(format_number(end * factor) for end in ends if end is not None)


NUMBER = FigureRule(name="number", label=EntityLabel.NUMBER, pattern=_NUMBER, read=_read_number)
