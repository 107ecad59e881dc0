"""Numbers as news writes them: "5", "1 200,5", "полтора", "двадцать пять", "5-7", "несколько", with their thousands."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    "ноль": "0", "нуля": "0", "один": "1", "одна": "1", "одно": "1", "одного": "1", "одной": "1", "одному": "1",
    "одну": "1", "одним": "1", "одном": "1", "два": "2", "две": "2", "двух": "2", "двум": "2", "двумя": "2",
    "двое": "2", "двоих": "2", "три": "3", "трех": "3", "трем": "3", "тремя": "3", "трое": "3", "троих": "3",
    "четыре": "4", "четырех": "4", "четырем": "4", "четырьмя": "4", "четверо": "4", "четверых": "4",
    "пять": "5", "пяти": "5", "пятью": "5", "пятеро": "5", "шесть": "6", "шести": "6", "шестью": "6",
    "шестеро": "6", "семь": "7", "семи": "7", "семью": "7", "семеро": "7", "восемь": "8", "восьми": "8",
    "восемью": "8", "девять": "9", "девяти": "9", "девятью": "9", "десять": "10", "десяти": "10", "десятью": "10",
    "одиннадцать": "11", "одиннадцати": "11", "двенадцать": "12", "двенадцати": "12", "тринадцать": "13",
    "тринадцати": "13", "четырнадцать": "14", "четырнадцати": "14", "пятнадцать": "15", "пятнадцати": "15",
    "шестнадцать": "16", "шестнадцати": "16", "семнадцать": "17", "семнадцати": "17", "восемнадцать": "18",
    "восемнадцати": "18", "девятнадцать": "19", "девятнадцати": "19", "двадцать": "20", "двадцати": "20",
    "тридцать": "30", "тридцати": "30", "сорок": "40", "сорока": "40", "пятьдесят": "50", "пятидесяти": "50",
    "шестьдесят": "60", "шестидесяти": "60", "семьдесят": "70", "семидесяти": "70", "восемьдесят": "80",
    "восьмидесяти": "80", "девяносто": "90", "девяноста": "90", "сто": "100", "ста": "100", "двести": "200",
    "двухсот": "200", "триста": "300", "трехсот": "300", "четыреста": "400", "четырехсот": "400", "пятьсот": "500",
    "пятисот": "500", "шестьсот": "600", "шестисот": "600", "семьсот": "700", "семисот": "700",
    "восемьсот": "800", "восьмисот": "800", "девятьсот": "900", "девятисот": "900",
    "полтора": "1.5", "полторы": "1.5", "полутора": "1.5", "пол": "0.5",
    # Kazakh
    "бір": "1", "екі": "2", "үш": "3", "төрт": "4", "бес": "5", "алты": "6", "жеті": "7", "сегіз": "8",
    "тоғыз": "9", "он": "10", "жиырма": "20", "отыз": "30", "қырық": "40", "елу": "50", "жүз": "100",
}  # fmt: skip
_SCALES = (
    (r"тыс(?:яч[аиу]?|ячам|ячами|ячах)?\b\.?|мың", 10**3),
    (r"млн\b\.?|миллион(?:а|ов|у|ом|е|ам|ы|ами|ах)?\b|mln\b", 10**6),
    (r"млрд\b\.?|миллиард(?:а|ов|у|ом|е|ам|ы|ами|ах)?\b|bln\b", 10**9),
    (r"трлн\b\.?|триллион(?:а|ов|у|ом|е|ам|ы|ами|ах)?\b", 10**12),
)
_TEN = r"он(?=[ \u00a0](?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|мың|млн|млрд|жыл|күн|адам|пайыз|теңге))"
"""Ten in Kazakh, which is «he» in Russian: a number only before a Kazakh word."""
_SPELT = "|".join(_TEN if word == "он" else word for word in sorted(_UNITS, key=len, reverse=True)).replace("е", "[её]")

DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3}){1,5}(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)?"
"""A number in digits, with blanks (or full stops) between thousands; a row of numbers without end is a table."""

WORDS = rf"(?:{_SPELT})(?:[ \u00a0](?:{_SPELT})){{0,5}}"
"""A number in words, without thousands and more: "двадцать пять"."""

SCALE = "|".join(pattern for pattern, _ in _SCALES)
"""Thousands, millions and more."""

ANY = rf"(?:{DIGITS}|(?<![\w-])(?:{WORDS})(?![\w-]))"
"""A number in digits or in words."""


def parse_number(text: str) -> Decimal | None:
    """Return the value of a number in digits or words, None if it is none."""
    format_number = re.sub("[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", format_number) and len(format_number) > 4:
        format_number = format_number.replace(".", "")
    if re.fullmatch(r"\d+(?:[.,]\d+)?", format_number):
        return Decimal(format_number.replace(",", "."))
    values = [_UNITS.get(word.replace("ё", "е")) for word in text.lower().split()]
    if not values or None in values:
        return None
    return sum((Decimal(value) for value in values if value), Decimal(0))


def parse_scale(text: str) -> int:
    """Return what a word of thousands or millions multiplies by; 1 for none."""
    low = text.lower().strip()
    return next((factor for pattern, factor in _SCALES if low and re.fullmatch(pattern, low)), 1)


def format_number(value: Decimal) -> str:
    """Write a number without exponent and without needless noughts: 5000000000000, 3.5."""
    return f"{value.normalize():f}"
