"""Due dates in the words of a language.

A season, a quarter or a month instead of its ISO 8601 code, and back.
"""

from __future__ import annotations

import re
from datetime import date

from app.formats.xlsx.values.words import LANGUAGES, Words

_CODE = re.compile(r"(\d{4})-(\d\d)")
_PERIODS = {
    "21": Words("spring {year}", "весна {year}"),
    "22": Words("summer {year}", "лето {year}"),
    "23": Words("autumn {year}", "осень {year}"),
    "24": Words("winter {year}", "зима {year}"),
    "33": Words("Q1 {year}", "I кв. {year}"),
    "34": Words("Q2 {year}", "II кв. {year}"),
    "35": Words("Q3 {year}", "III кв. {year}"),
    "36": Words("Q4 {year}", "IV кв. {year}"),
}


def say_due(value: str, language: str) -> date | str:
    """Return a due date as a cell holds it.

    A day as a date, else words ("autumn 2025", "2026-06", "2033").
    """
    match = _CODE.fullmatch(value)
    if match is not None and match[2] in _PERIODS:
        return _PERIODS[match[2]].say(language).format(year=match[1])
    try:
        return date.fromisoformat(value) if len(value) == len("2025-09-02") else value
    except ValueError:
        return value


def parse_due(text: str) -> str:
    """Return the code of a due date.

    `say_due` wrote the date in any language. Other text is returned as it stands.
    """
    year = re.search(r"\d{4}", text)
    if year is not None:
        for code, words in _PERIODS.items():
            if text.strip() in {words.say(language).format(year=year[0]) for language in LANGUAGES}:
                return f"{year[0]}-{code}"
    return text.strip()
