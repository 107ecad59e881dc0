"""The words of dates as pieces of patterns, with their meaning."""

from __future__ import annotations

from app.core.text.word_lists import read_alternatives, read_entries, read_table

S = "[ \u00a0\u202f]+"
"""Blanks between two words; never a line end."""

_MONTHS = read_entries("figures/months")
MONTH = "(?:" + "|".join(_MONTHS) + ")"
_MONTH_STEMS = read_entries("figures/month_stems")

_WEEKDAYS = read_entries("figures/weekdays")
WEEKDAY = "(?:" + "|".join(_WEEKDAYS) + ")"
_WEEKDAY_STEMS = read_entries("figures/weekday_stems")

YEAR = r"(?:1\d|20|21)\d\d"
YEARS = r"(?:(?:годов|годах|годам|годами|годы|года|году|годом|год)\b|гг?(?:\.|\b))"
"""The word after a year or years; the full stop of «г.» belongs to it."""

OF_YEAR = rf"(?:{S})?{YEARS}|-?(?:й|м|го|му|ом)\b(?:{S}{YEARS})?"

_HARD = "(?:ый|ого|ому|ым|ом|ая|ой|ою|ую|ое|ые|ых|ыми)"
_SOFT = "(?:ий|его|ему|им|ем|яя|ей|ею|юю|ее|ие|их|ими)"
_MIXED = "(?:ий|его|ему|им|ем|ая|ей|ею|ую|ее|ие|их|ими)"
RELATIVE_STEPS = {stem: int(step) for stem, step in read_table("figures/relative_steps").items()}
"""Beginnings of adjectives of time, with the units that they go on or back."""


def _decline(beginning: str) -> str:
    """Return a pattern of all forms of an adjective of time."""
    return beginning + {"л": _HARD, "н": _SOFT}.get(beginning[-1], _MIXED)


RELATIVE = (
    rf"(?:(?:т(?:от|ого|ому|ом|ой|у|ем|еми|ех|е)|эт(?:от|ого|ому|ом|ой|у)){S}же|того(?={S}дня)"
    rf"|эт(?:от|ого|ому|им|ом|ой|ою|у|а|о|и|их|ими)|сего|{'|'.join(map(_decline, RELATIVE_STEPS))})"
)
OF_RELATIVE_YEAR = rf"(?P<rel>{RELATIVE}|[ст](?=\.))(?:{S}{YEARS}|\.(?:{S})?г\.)"
"""The year told from the article's: «прошлого года», «т. г.»."""

SEASON = f"(?:{read_alternatives('figures/seasons')})"
PART = f"(?:{read_alternatives('figures/date_parts')})"
_QUARTERS = {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четв": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
}
QUARTER = (
    r"(?P<quarter>перв|втор|трет|четв[её]рт|I{1,3}|IV|[1-4])"
    r"(?:ый|ой|ий|ого|ом|ому|ым|ое|ая|ую|ья|ью|ьей|ье|ьего|ьем|ьему|ьим)?(?:-(?:й|м|го|ом|е|я|ю))?"
)

UNIT = f"(?:{read_alternatives('figures/time_units')})"
"""All forms of the units of time: a test holds them against the dictionary."""
_UNITS = {stem: (int(length[:-1]), length[-1]) for stem, length in read_table("figures/unit_lengths").items()}


def month_number(word: str) -> int:
    """Return 1 to 12 for any form of a month's name."""
    low = word.lower()
    # "мар" is looked for before "ма", which is May in all its forms.
    return next(number for number, stem in enumerate(_MONTH_STEMS, 1) if low.startswith(stem))


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for any form of a weekday's name."""
    low = word.lower()
    return next(number for number, stem in enumerate(_WEEKDAY_STEMS) if low.startswith(stem))


def parse_step(word: str) -> int:
    """Return what a word like «прошлый» moves a date by.

    The date is a year, month or week.
    """
    low = word.lower()
    return next((step for stem, step in RELATIVE_STEPS.items() if low.startswith(stem)), 0)


def parse_unit(word: str) -> tuple[int, str]:
    """Return a unit of time in D, W, M, Y.

    «Десятилетие» is (10, "Y").
    """
    low = word.lower()
    return next((length for stem, length in _UNITS.items() if low.startswith(stem)), (1, "D"))


def quarter_number(word: str) -> int:
    """Return 1 to 4 for «первый», «II», «3»."""
    return _QUARTERS[word.lower()[:4].replace("ё", "е")]
