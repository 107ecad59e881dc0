"""Join lines of a paragraph.

Words divided at the line end become whole, hyphens of their own stay.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_words

_HYPHENS = "-\u2010\u00ad\ufffe\u0002"
_LAST_PART = re.compile(rf"([^\W_]+)[{_HYPHENS}]$")
_RANGE_START = re.compile(r"(?<![\w-])\d+[-–]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_ADDRESS_REST = re.compile(r"[\w%&=?#/.~+:-]+$", re.ASCII)
_PREFIXES = read_words("articles/hyphen_prefixes")
_ENDINGS = read_words("articles/hyphen_endings")


def join_lines(first: str, second: str) -> str:
    """Return two lines of a paragraph as one.

    An address that goes on in the second line is put together without a blank.
    """
    first, second = first.rstrip(" \t"), second.lstrip(" \t")
    if _ADDRESS_END.search(first) and (_ADDRESS_REST.match(second) or first.endswith(("-", "/"))):
        return f"{first}{second}"
    if _RANGE_START.search(first) and second[:1].isdigit():
        return f"{first}{second}"
    before, after = _LAST_PART.search(first), _FIRST_PART.match(second)
    if before is None or after is None:
        return f"{first} {second}"
    if first.endswith("\u00ad"):
        return f"{first[:-1]}{second}"
    if _keeps_hyphen(before[1], after.group()):
        return f"{first[:-1]}-{second}"
    return f"{first[:-1]}{second}"


def ends_in_hyphen(line: str) -> bool:
    """Say whether a word is divided at the end of a line."""
    return _LAST_PART.search(line.rstrip(" \t")) is not None


def _keeps_hyphen(before: str, after: str) -> bool:
    """Say whether the hyphen belongs to the word: names, numbers and compounds."""
    if before[-1].isdigit() or not after[0].islower() or before.isupper():
        return True
    return before.lower() in _PREFIXES or after in _ENDINGS
