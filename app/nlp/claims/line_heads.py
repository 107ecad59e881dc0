"""Find line beginnings that belong to no sentence.

Bullets, numbers of items, time stamps, emoji, and words such as «Справочно:».
"""

from __future__ import annotations

import re

from app.core.span import Span
from app.core.text.word_lists import read_alternatives
from app.nlp.text.tokens import EMOJI

_HEAD = re.compile(
    rf"""(?:
      (?:[#*]?\d\ufe0f?\u20e3 | [{EMOJI}])+                          # emoji, a number as one
    | [|•▪●◦·‣○■□▶►*_]{{1,3}} (?=\s|\w|\[|«)                          # bullets, marks of bold type
    | [—–-] (?=\s)
    | \d{{1,2}} [.)] (?=\s+[«"]?\w)                                  # the number of an item
    | [а-яa-z]\) (?=\s)
    | №\s?\d{{1,3}}[.)]? (?=\s)
    | [\[(]? (?:[01]?\d|2[0-3]) (?::[0-5]\d(?::[0-5]\d)? | (?<=\d\d)\.[0-5]\d) (?![\d%] | [.,:]\d) [\])]? [.,]?
    | (?i:{read_alternatives("claims/lead_words")}) \s?\d? \s? :
    ) \s*""",
    re.VERBOSE,
)
_STAMP = re.compile(r"[\[(]?(?:[01]?\d|2[0-3])[:.][0-5]\d")


def find_line_body(text: str, row: Span) -> Span:
    """Return the rest of a line behind what stands at its beginning.

    A line of nothing else stays as it is.
    """
    start = row.start
    while (match := _HEAD.match(text, start, row.stop)) is not None and match.end() < row.stop:
        start = match.end()
    return Span(start, row.stop)
