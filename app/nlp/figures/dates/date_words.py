"""The words of dates as pieces of patterns, with their meaning."""

from __future__ import annotations

from app.core.text.word_lists import read_entries, read_table

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
RELATIVE = (
    rf"(?:(?:т(?:от|ого|ому|ом|ой|у|ем|еми|ех|е)|эт(?:от|ого|ому|ом|ой|у)){S}же|того(?={S}дня)"
    rf"|эт(?:от|ого|ому|им|ом|ой|ою|у|а|о|и|их|ими)|сего|текущ{_MIXED}|нынешн{_SOFT}"
    rf"|(?:прошл|позапрошл){_HARD}|(?:минувш|прошедш|предыдущ|следующ|будущ|грядущ|наступающ){_MIXED})"
)
OF_RELATIVE_YEAR = rf"(?P<rel>{RELATIVE}|[ст](?=\.))(?:{S}{YEARS}|\.(?:{S})?г\.)"
"""The year told from the article's: «прошлого года», «т. г.»."""
_STEPS = {stem: int(step) for stem, step in read_table("figures/relative_steps").items()}

SEASON = r"(?:весн(?:а|ы|е|у|ой|ою)|лет(?:о|а|у|ом|е)|осен(?:ь|и|ью)|зим(?:а|ы|е|у|ой|ою))"
PART = (
    r"(?:начал(?:о|а|у|ом|е)|середин(?:а|ы|е|у|ой)|конец|конц(?:а|у|ом|е)|исход(?:а|е)?|"
    r"(?:перв|втор)(?:ая|ой|ую)[ \u00a0]половин(?:а|ы|е|у|ой)|"
    r"(?:первые|последние|первых|последних)[ \u00a0](?:дни|дней|недели|числа|месяцы|месяцев))"
)
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

UNIT = (
    r"(?:день|дня|дней|дню|днём|днем|дне|дням|днями|днях|дни|сутки|суток|суткам|сутками|сутках|"
    r"недел(?:ь|я|и|ю|е|ей|ею|ям|ями|ях)|месяц(?:а|ев|у|ем|е|ам|ами|ах|ы)?|квартал(?:а|у|ом|е|ы|ов|ам|ами|ах)?|"
    r"полугоди(?:е|я|ю|ем|и|й|ям|ями|ях)|год(?:а|у|ом|е|ам|ами|ах|ы|ов)?|лет(?:ам|ами|ах)?|"
    r"десятилети(?:е|я|ю|ем|и|й|ям|ями|ях)|век(?:а|ов|у|ом|е|ам|ами|ах)?|столети(?:е|я|ю|ем|и|й|ям|ями|ях))"
)
"""All forms of the units of time: a test holds them against the dictionary."""
_UNITS = (
    ("нед", 1, "W"),
    ("мес", 1, "M"),
    ("ква", 3, "M"),
    ("пол", 6, "M"),
    ("год", 1, "Y"),
    ("лет", 1, "Y"),
    ("деся", 10, "Y"),
    ("век", 100, "Y"),
    ("сто", 100, "Y"),
)


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
    return next((step for stem, step in _STEPS.items() if low.startswith(stem)), 0)


def parse_unit(word: str) -> tuple[int, str]:
    """Return a unit of time in D, W, M, Y.

    «Десятилетие» is (10, "Y").
    """
    low = word.lower()
    return next(((factor, unit) for stem, factor, unit in _UNITS if low.startswith(stem)), (1, "D"))


def quarter_number(word: str) -> int:
    """Return 1 to 4 for «первый», «II», «3»."""
    return _QUARTERS[word.lower()[:4].replace("ё", "е")]
