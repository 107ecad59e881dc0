"""Numbers as news writes them.

Examples: "5", "1 200,5", "полтора", "двадцать пять", "5-7", "несколько", with their thousands.
"""

from __future__ import annotations

import re
from decimal import Decimal

from app.core.text.word_lists import read_alternatives, read_table

_UNITS = read_table("figures/numerals")
_FRACTIONS = read_table("figures/fractions")
FRACTION = "|".join(
    rf"{stem[:-1]}\b" if stem.endswith("!") else rf"{stem}\w{{0,3}}" for stem in _FRACTIONS if stem != "пол"
)
"""A part of a thousand, a million and so on, in words."""
_SCALES = tuple((pattern, int(factor)) for factor, pattern in read_table("figures/scales").items())
_TEN = rf"он(?=[ \u00a0](?:{read_alternatives('figures/kazakh_counted')}))"
"""Ten in Kazakh, which is «he» in Russian: a number only before a Kazakh word."""
_SPELT = "|".join(_TEN if word == "он" else word for word in sorted(_UNITS, key=len, reverse=True)).replace("е", "[её]")

DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.']\d{3}){1,5}(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?"
"""A number in digits, with blanks, full stops or apostrophes between thousands; an endless row is a table."""

WORDS = rf"(?:{_SPELT})(?:[ \u00a0](?:{_SPELT})){{0,5}}"
"""A number in words, without thousands and more: "двадцать пять"."""

SPELT_NUMBERS, FRACTION_STEMS = tuple(_UNITS), tuple(_FRACTIONS)

SCALE = "|".join(pattern for pattern, _ in _SCALES)
"""Thousands, millions and more."""

ANY = rf"(?:{DIGITS}|(?<![\w-])(?:{WORDS})(?![\w-]))"
"""A number in digits or in words."""


def parse_number(text: str) -> Decimal | None:
    """Return the value of a number, or None.

    It is in digits or words.
    """
    format_number = re.sub("[ \u00a0\u202f']", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", format_number) and len(format_number) > 4:
        format_number = format_number.replace(".", "")
    if re.fullmatch(r"\d+(?:[.,]\d+)?", format_number):
        return Decimal(format_number.replace(",", "."))
    values = [_UNITS.get(word.replace("ё", "е")) for word in text.lower().split()]
    if not values or None in values:
        return None
    return sum((Decimal(value) for value in values if value), Decimal(0))


def parse_fraction(text: str) -> Decimal | None:
    """Return the value of a word for a part.

    Examples are "четверть", "пол". Return None for any other word.
    """
    low = text.lower().replace("ё", "е")
    return next((Decimal(value) for stem, value in _FRACTIONS.items() if low.startswith(stem.rstrip("!"))), None)


def parse_scale(text: str) -> int:
    """Return the factor of a word of thousands or more.

    It is 1 for no word.
    """
    low = text.lower().strip().rstrip(".")
    return next((factor for pattern, factor in _SCALES if low and re.fullmatch(pattern, low)), 1)


def format_number(value: Decimal) -> str:
    """Write a number without exponent and without needless noughts: 5000000000000, 3.5."""
    return f"{value.normalize():f}"


def ends_in_one(value: str) -> bool:
    """Say whether a number counts in the singular: «41 школу»."""
    return value.isdigit() and value.endswith("1") and not value.endswith("11")
