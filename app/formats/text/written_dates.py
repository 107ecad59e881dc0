"""Find full dates and what stands around them: weekday, time, zone.

The one reader of dates for text frames, web pages, letters and office documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.core.text.word_lists import read_alternatives, read_entries

_MONTHS = tuple(re.compile(rf"(?:{names})\.?", re.IGNORECASE) for names in read_entries("articles/months"))
_MONTH = rf"(?P<month>(?:{'|'.join(read_entries('articles/months'))})(?!\w))\.?"
_DAY = r"(?P<d>\d{1,2})(?:-?(?:го|е|ші|шы))?"
_YEAR = r"(?P<y>\d{4})"
_FORMS = (
    rf"{_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})",
    rf"(?P<d>\d{{1,2}})(?P<sign>[./-])(?P<m>\d{{1,2}})(?P=sign){_YEAR}",
    r"(?P<d>0[1-9]|[12]\d|3[01])(?P<sign>[./])(?P<m>0[1-9]|1[0-2])(?P=sign)(?P<y>\d{2})(?![.:]\d)",
    rf"{_DAY}[\s\u00a0-]+{_MONTH},?[\s\u00a0-]+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    rf"{_YEAR}\s*(?:жылғы|жылдың|жылы|жыл|года|ж\.|г\.),?\s+{_DAY}[\s\u00a0-]+{_MONTH}",
)
_PATTERNS = tuple(re.compile(rf"(?<![\d.]){form}(?!\d)", re.IGNORECASE) for form in _FORMS)
_MINUTES = r":[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?!\d)"
_DOTTED_MINUTES = r"\.[0-5]\d(?=\s*$|\s*[,|•]|\s+(?-i:[A-ZА-ЯЁ«\"]))"  # what else follows makes it a decimal
_TIME = rf"(?:[01]?\d|2[0-3])(?:{_MINUTES}|{_DOTTED_MINUTES})"
_ZONE = rf"(?:\s?(?:{read_alternatives('articles/time_zones')}))"
_WEEKDAY = rf"(?:{read_alternatives('articles/weekdays')})\b\.?"
_GAP = r"[\s,;|•·/]*"
_LEAD = re.compile(
    rf"[\s(\[]*(?:{_WEEKDAY}{_GAP})?(?:{_TIME}{_ZONE}*{_GAP}[–—-]?\s*)?(?:{_WEEKDAY}{_GAP})?", re.IGNORECASE
)
_YEAR_WORD = re.compile(r"\s*(?:года?\b|г\b\.?|жылы?\b|жылғы\b|ж\.)")
_TAIL = re.compile(
    rf"(?:\s*[,(]\s*{_WEEKDAY}\)?)?(?:(?:{_GAP}(?:[–—-]\s*)?(?:(?-i:в|at|сағат)\s+)?|t){_TIME}{_ZONE}*)?[)\]]?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[|,;:•·—–/.](?!\.)\s*|-\s+)*\s*")
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
    """Return the date that `text` begins with, and all that belongs to it.

    That is a weekday, the word for the year, a time with its zone, and the sign or blank before the next words.
    """
    lead = _LEAD.match(text)
    assert lead is not None, "every part of it is optional"
    core = None
    for start in dict.fromkeys((lead.end(), 0)):
        core = core or _first_mark(mark for form in _PATTERNS if (mark := form.match(text, start)))
    if core is None:
        return None
    stop = core.stop
    for part in (_YEAR_WORD, _TAIL, _SEPARATOR):
        found = part.match(text, stop)
        stop = found.end() if found else stop
    return DateMark(0, stop, core.value)


def read_date(text: str) -> date | None:
    """Return the first day in `text` that the calendar has."""
    mark = find_date(text)
    return mark.value if mark else None


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
    try:
        return date(year, month, int(fields["d"]))
    except ValueError:
        return None


def _find_month(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, start=1) if names.fullmatch(name))
