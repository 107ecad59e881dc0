"""Read a period that someone typed as a due date.

A month, quarter, season or year.

The precision stays: март 2027 is the month, лето 2027 the season.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_alternatives, read_entries

_MONTHS = tuple(zip(read_entries("articles/months"), read_entries("figures/months"), strict=False))
_SEASONS = read_entries("articles/seasons")
_QUARTER = read_alternatives("articles/quarter_words")
_YEAR = rf"(?P<year>(?:19|20|21)\d\d)(?:\s*(?:{read_alternatives('articles/year_words')}))?"
_LEAD = r"(?:(?:во?|ко?|in|by)\s+)?"
_ENDING = r"(?:-?(?:й|ый|ой|ий|го|м|ом|ем|st|nd|rd|th|ші|шы))?"
_FIRST_SEASON, _FIRST_QUARTER = 21, 33
_ROMAN = ("i", "ii", "iii", "iv")


def _compile(*names: str) -> re.Pattern[str]:
    """Return a pattern of a period, before its year or behind it."""
    either = "|".join(f"(?:{name})" for name in names)
    return re.compile(rf"{_LEAD}(?:(?:{either})[\s,]+{_YEAR}|{_YEAR.replace('year', 'year2')}[\s,]+(?:{either}))")


_PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *(
        (f"{month:02}", _compile(*(rf"(?:{name})\.?" for name in names)))
        for month, names in enumerate(_MONTHS, start=1)
    ),
    *((str(_FIRST_SEASON + place), _compile(name)) for place, name in enumerate(_SEASONS)),
    *(
        (
            str(_FIRST_QUARTER + place),
            _compile(
                rf"(?:{place + 1}|{roman}){_ENDING}[\s-]*(?:{_QUARTER})",
                rf"(?:{_QUARTER})\s*{place + 1}",
            ),
        )
        for place, roman in enumerate(_ROMAN)
    ),
)
"""The code of each period behind its year, as ISO 8601-2 has it, and how it is written."""
_YEAR_ALONE = re.compile(rf"{_LEAD}{_YEAR}")
_NUMBERS = re.compile(r"(?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20|21)\d\d)")


def read_typed_period(text: str) -> str | None:
    """Return the code of a period that is all of the text.

    Return None for other texts.
    """
    folded = " ".join(text.casefold().split())
    alone = _YEAR_ALONE.fullmatch(folded)
    if alone is not None:
        return alone["year"]
    numbers = _NUMBERS.fullmatch(folded)
    if numbers is not None:
        return f"{numbers['year']}-{int(numbers['month']):02}"
    for code, pattern in _PERIODS:
        found = pattern.fullmatch(folded)
        if found is not None:
            return f"{found['year'] or found['year2']}-{code}"
    return None
