"""Join lines of a paragraph.

Words divided at the line end become whole, hyphens of their own stay.
"""

from __future__ import annotations

import re

from app.core.text.word_lists import read_table, read_words

_HYPHENS = "-\u2010\u00ad\ufffe\u0002"
_LAST_PART = re.compile(rf"([^\W_]+)[{_HYPHENS}]$")
_RANGE_START = re.compile(r"(?<![\w-])\d+[-–]$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_ADDRESS_REST = re.compile(r"[\w%&=?#/.~+:-]+$", re.ASCII)
_PREFIXES = read_words("articles/hyphen_prefixes")
_ENDINGS = read_words("articles/hyphen_endings")
_ADVERBS = {first: tuple(endings.split()) for first, endings in read_table("articles/hyphen_adverbs").items()}


def join_lines(first: str, second: str) -> str:
    """Return two lines of a paragraph as one."""
    first, second = first.rstrip(" \t"), second.lstrip(" \t")
    cut, glue = find_joint(first, second)
    return f"{first[: len(first) - cut]}{glue}{second}"


def find_joint(first: str, second: str) -> tuple[int, str]:
    """Return how two lines of a paragraph become one.

    That is how many signs go at the end of the first one, and what stands between them: a blank, or nothing in a word,
    a range or an address.
    """
    if _goes_on_as_address(first, second) or (_RANGE_START.search(first) and second[:1].isdigit()):
        return 0, ""
    before, after = _LAST_PART.search(first), _FIRST_PART.match(second)
    if before is None or after is None:
        return 0, " "
    is_compound = not first.endswith("\u00ad") and _keeps_hyphen(before[1], after.group())
    return 1, "-" if is_compound else ""


def _goes_on_as_address(first: str, second: str) -> bool:
    """Say whether an address goes on in the second line."""
    return bool(_ADDRESS_END.search(first)) and (_ADDRESS_REST.match(second) is not None or first.endswith(("-", "/")))


def ends_in_hyphen(line: str) -> bool:
    """Say whether a word is divided at the end of a line."""
    return _LAST_PART.search(line.rstrip(" \t")) is not None


def _keeps_hyphen(before: str, after: str) -> bool:
    """Say whether the hyphen belongs to the word: names, numbers and compounds."""
    if before[-1].isdigit() or not after[0].islower() or before.isupper():
        return True
    return before.lower() in _PREFIXES or after in _ENDINGS or after.endswith(_ADVERBS.get(before.lower(), ("-",)))
