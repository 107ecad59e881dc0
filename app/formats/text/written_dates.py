"""Find full dates and what stands around them: weekday, time, zone.

The one reader of dates for text frames, web pages, letters and office documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from app.core.text.letters import CAPITALS
from app.core.text.word_lists import read_alternatives, read_entries

_BAD_TIME_ERRORS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What the library raises for times that are written wrongly: a zone of ten digits overflows."""
_MONTHS = tuple(re.compile(rf"(?:{names})\.?", re.IGNORECASE) for names in read_entries("articles/months"))
_MONTH = rf"(?P<month>(?:{'|'.join(read_entries('articles/months'))})(?!\w))\.?"
_DAY = r"(?P<d>\d{1,2})(?:-?(?:го|е|ші|шы))?"
_QUOTED_DAY = r"[«“\"](?P<d>\d{1,2})[»”\"]"
_YEAR = r"(?P<y>\d{4})"
_FORMS = (
    rf"{_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})",
    rf"(?P<d>\d{{1,2}})(?P<sign>[./-])(?P<m>\d{{1,2}})(?P=sign){_YEAR}",
    r"(?P<d>0[1-9]|[12]\d|3[01])(?P<sign>[./])(?P<m>0[1-9]|1[0-2])(?P=sign)(?P<y>\d{2})(?![.:]\d)",
    rf"{_DAY}[\s\u00a0-]*{_MONTH},?[\s\u00a0-]+{_YEAR}",
    rf"{_QUOTED_DAY}\s+{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY}\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{{3,4}}\s+)?{_YEAR}",
    rf"{_YEAR}\s*(?:{read_alternatives('articles/words_after_year')}),?\s+{_DAY}[\s\u00a0-]+{_MONTH}",
)
_STAMP_FORMS = (
    r"(?P<d>\d{1,2})(?P<sign>[./])(?P<m>\d{1,2})(?P=sign)(?P<y>\d{2})(?![.:])",
    r"(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
    r"(?P<d>0[1-9]|[12]\d|3[01])(?P<sign>[./]?[ \u00a0])(?P<m>0[1-9]|1[0-2])(?P=sign)(?P<y>(?:19|20)\d{2})",
)
"""Figures that are days only where a date is expected: elsewhere they are versions and numbers."""
_PATTERNS = tuple(re.compile(rf"(?<![\d.]){form}(?!\d)", re.IGNORECASE) for form in _FORMS)
_STAMP_PATTERNS = (
    *_PATTERNS,
    *(re.compile(rf"(?<![\d.]){form}(?!\d)", re.IGNORECASE) for form in _STAMP_FORMS),
)
_MINUTES = r":[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?!\d)"
_DOTTED_MINUTES = r"\.[0-5]\d(?=\s*$|\s*[,|•]|\s+(?-i:[A-ZА-ЯЁ«\"]))"  # what else follows makes it a decimal
_WORDED_MINUTES = r"\s?(?:ч\.?|час(?:ов|а)?)\s?[0-5]?\d\s?(?:мин\w*\.?|м\.)(?!\w)"
_TIME = rf"(?:[01]?\d|2[0-3])(?:{_MINUTES}|{_DOTTED_MINUTES}|{_WORDED_MINUTES})"
_ZONE = rf"(?:\s?(?:{read_alternatives('articles/time_zones')}))"
_WEEKDAY = rf"(?:{read_alternatives('articles/weekdays')})\b\.?"
_GAP = r"[\s,;|•·/]*"
_LEAD = re.compile(
    rf"[\s(\[]*(?:(?-i:от|за)\s+|(?:{read_alternatives('articles/dateline_words')})\s*:\s*)?(?:{_WEEKDAY}{_GAP})?(?:{_TIME}{_ZONE}*{_GAP}[–—-]?\s*)?(?:{_WEEKDAY}{_GAP})?",
    re.IGNORECASE,
)
_YEAR_WORD = re.compile(r"\s*(?:года?\b|г\b\.?|жылы?\b|жылғы\b|ж\.)")
"""The word for year behind a date."""
_BEFORE_TITLE = rf"(?=\s*$|\s*[,|•]|\s+(?-i:[A-Z{CAPITALS}«\"]))"
_TAIL = re.compile(
    rf"(?:\s*[,(]\s*{_WEEKDAY}\)?|\s*[–—|-]\s*{_WEEKDAY}{_BEFORE_TITLE})?(?:(?:{_GAP}(?:[–—-]\s*)?(?:(?-i:в|at|сағат)\s+)?|t){_TIME}{_ZONE}*)?[)\]]?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[|,;:•·—–/.](?!\.)\s*|-(?:\s+|$))*\s*")
"""What parts a date from the words behind it."""
_UPDATED = re.compile(
    rf"[\s,;|•·/(]*(?:{read_alternatives('articles/update_words')})(?!\w)\s*:?\s*(?:в\s+)?", re.IGNORECASE
)
_CLOCK = rf"(?:{_TIME}{_ZONE}*)"
_CHANGED_AT = re.compile(rf"{_CLOCK}[)\]]?{_SEPARATOR.pattern}", re.IGNORECASE)
"""The hour of a change, with what parts it from the rest."""
_RELATIVE = rf"(?:{read_alternatives('articles/relative_days')})"
_DAY_WITHOUT_YEAR = rf"{_DAY}[\s\u00a0]+{_MONTH}"
_SPOKEN_AT = r"(?:(?-i:в|at|сағат)\s+)?"
_PARTIAL = re.compile(
    rf"\s*(?:{_RELATIVE}{_GAP}{_SPOKEN_AT}{_CLOCK}|{_CLOCK}{_GAP}{_RELATIVE}(?!\w)"
    rf"|{_DAY_WITHOUT_YEAR}(?!\w){_GAP}{_SPOKEN_AT}{_CLOCK})",
    re.IGNORECASE,
)
_PARTIAL_LINE = re.compile(
    rf"\s*(?:{_CLOCK}|{read_alternatives('articles/time_spans')}"
    rf"|(?:{_WEEKDAY}{_GAP})?{_DAY_WITHOUT_YEAR})[\s,;|•·)\]]*",
    re.IGNORECASE,
)
_MONTHS_A_YEAR = 12
_FIRST_TWO_DIGIT_YEAR = 70
"""Of years in two digits, these and later ones lie in the twentieth century."""


class DateMark(NamedTuple):
    """A date at `start:stop` of a text.

    `value` is None where the calendar has no such day.
    """

    start: int
    stop: int
    value: date | None


def find_date(text: str) -> DateMark | None:
    """Return the first full date in `text`."""
    return _first_mark(mark for form in _PATTERNS if (mark := form.search(text)))


def match_date_stamp(text: str) -> DateMark | None:
    """Return the date that `text` begins with.

    All that belongs to it is included.

    That is a weekday, the word for the year, a time with its zone, and the sign or blank before the next words.
    """
    lead = _LEAD.match(text)
    assert lead is not None, "every part of it is optional"
    core = None
    for start in dict.fromkeys((lead.end(), 0)):
        core = core or _first_mark(mark for form in _STAMP_PATTERNS if (mark := form.match(text, start)))
    if core is None:
        return None
    stop = core.stop
    for part in (_YEAR_WORD, _TAIL, _SEPARATOR):
        found = part.match(text, stop)
        stop = found.end() if found else stop
    return DateMark(0, _pass_update(text, stop), core.value)


def match_update_stamp(text: str) -> DateMark | None:
    """Return the change date that `text` begins with.

    It is the day of the last change, not a date of the article.
    """
    stop = _pass_update(text, 0)
    return DateMark(0, stop, None) if stop else None


def match_partial_stamp(text: str, *, is_line: bool = False) -> DateMark | None:
    """Return the partial date that `text` begins with.

    It lacks its year or day: «Сегодня, 14:05», «2 сентября, 14:05».

    Of a line that holds nothing else, a time or a day alone is one too.
    """
    found = _PARTIAL_LINE.fullmatch(text) if is_line else None
    if found is not None:
        return DateMark(0, len(text), None)
    found = _PARTIAL.match(text)
    if found is None:
        return None
    gap = _SEPARATOR.match(text, found.end())
    stop = _pass_update(text, gap.end() if gap else found.end())
    return DateMark(0, stop, None) if stop == len(text) or not is_line else None


def _pass_update(text: str, start: int) -> int:
    """Return where the words about the last change end.

    They begin at `start`. Return `start` if there are none.
    """
    words = _UPDATED.match(text, start)
    if words is None:
        return start
    rest = text[words.end() :]
    stamp = match_date_stamp(rest) or match_partial_stamp(rest, is_line=True) or match_partial_stamp(rest)
    if stamp is None and (clock := _CHANGED_AT.match(rest)) is not None:
        return words.end() + clock.end()
    return words.end() + stamp.stop if stamp else start


def read_date(text: str) -> date | None:
    """Return the first day in `text` that the calendar has."""
    mark = find_date(text)
    return mark.value if mark else None


def read_sent_date(text: str) -> date | None:
    """Return the day on which a letter or feed was sent.

    It is the day at the place of writing: "Tue, 02 Sep 25 23:05:00 +0500" (RFC 5322, 3.3) is the second of September
    in any time zone. A date in any other form counts too.
    """
    try:
        return parsedate_to_datetime(text).date()
    except _BAD_TIME_ERRORS:
        return read_date(text)


def _first_mark(found: Iterator[re.Match[str]]) -> DateMark | None:
    first = min(found, key=lambda mark: (mark.start(), -mark.end()), default=None)
    if first is None:
        return None
    return DateMark(first.start(), first.end(), _make_date(first.groupdict()))


def _make_date(fields: dict[str, str]) -> date | None:
    month = _find_month(fields["month"]) if "month" in fields else int(fields["m"])
    year = int(fields["y"])
    if len(fields["y"]) == 2:
        year += 1900 if year >= _FIRST_TWO_DIGIT_YEAR else 2000
    day = int(fields["d"])
    if fields.get("sign") == "/" and month > _MONTHS_A_YEAR:
        month, day = day, month  # the American order
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_month(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, start=1) if names.fullmatch(name))
