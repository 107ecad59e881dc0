"""Find full dates: ISO, dd.mm.yyyy, or with a month's name."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from app.core.text.word_lists import read_entries

_MONTHS = {
    name: number
    for names in (read_entries("articles/months"), read_entries("figures/kazakh_months"))
    for number, name in enumerate(names, start=1)
}
_ISO = r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
_DOTTED = r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})"
_NAMED = rf"(?P<d>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\s+(?P<y>\d{{4}})"
_PATTERNS = tuple(re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE) for form in (_ISO, _DOTTED, _NAMED))


class DateMark(NamedTuple):
    """A date at `start:stop` of a text.

    `value` is None where the calendar has no such day.
    """

    start: int
    stop: int
    value: date | None


def find_date(text: str) -> DateMark | None:
    """Return the first full date in `text`."""
    marks = [mark for form in _PATTERNS if (mark := form.search(text))]
    if not marks:
        return None
    first = min(marks, key=lambda mark: (mark.start(), -mark.end()))
    return DateMark(first.start(), first.end(), _make_date(first.groupdict()))


def _make_date(fields: dict[str, str]) -> date | None:
    month = _MONTHS[fields["month"].lower()] if "month" in fields else int(fields["m"])
    try:
        return date(int(fields["y"]), month, int(fields["d"]))
    except ValueError:
        return None
