"""Find the letter that was forwarded inside a letter.

Mail programs put its header as lines of text before it: From, Date, Subject, To.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.text.word_lists import read_table

_FIELDS = {word.casefold(): field for word, field in read_table("articles/letter_fields").items()}
_LINE = re.compile(
    rf"\W{{0,3}}(?P<word>{'|'.join(map(re.escape, _FIELDS))})\W{{0,2}}:\W{{0,2}}\s*(?P<value>.*)",
    re.IGNORECASE,
)
"""A line of a forwarded letter's head: «От: …»."""
_MIN_FIELDS = 3
_MAX_NOTE_CHARS = 300
"""What the sender wrote above is a note, and no article, up to this length."""


@dataclass(frozen=True, slots=True)
class ForwardedLetter:
    """The header and the lines of a forwarded letter.

    Fields that are missing are "".
    """

    lines: list[str]
    subject: str
    day: str
    sender: str


def find_forwarded(lines: Sequence[str]) -> ForwardedLetter | None:
    """Return the letter that stands in the lines of another.

    Return None if there is none, or more than a note stands above it.
    """
    given = [line for line in lines if line.strip()]
    for place in range(len(given)):
        if sum(map(len, given[:place])) > _MAX_NOTE_CHARS:
            return None
        fields, stop = _read_header(given, place)
        if len(fields) >= _MIN_FIELDS and "subject" in fields:
            values = (fields.get(name, "") for name in ("subject", "date", "from"))
            return ForwardedLetter(given[stop:], *values)
    return None


def _read_header(lines: Sequence[str], place: int) -> tuple[dict[str, str], int]:
    """Return the fields from a place on, and where they end."""
    fields: dict[str, str] = {}
    while place < len(lines) and (found := _LINE.fullmatch(lines[place].strip())) is not None:
        fields.setdefault(_FIELDS[found["word"].casefold()], found["value"].strip(" *"))
        place += 1
    return fields, place
