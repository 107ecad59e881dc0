"""Recognise the field of a column by its header.

Headers are in Russian, Kazakh or English.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from app.core.text.word_lists import read_entries
from app.formats.table_choices import ArticleField

_CAMEL = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])")
_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_WORD = re.compile(r"[^\w№]+|_+")
_OWNERS = frozenset((ArticleField.SOURCE, ArticleField.AUTHOR))
"""Objects with fields of their own: the title of a source is no title of an article."""
_MAX_HEADER_CHARS = 500
"""A longer cell is a text, whatever words stand in it."""
_WHOLE, _PART, _LOOSE = 0, 1000, 2000
"""What a header costs that is the word, that ends in it, and that has it somewhere."""


class HeaderMatch(NamedTuple):
    """A field, and how far a header is from its surest word.

    0 is surest.
    """

    field: ArticleField
    cost: int


def match_header(header: str) -> list[HeaderMatch]:
    """Return the fields that a header may mean, the surest first.

    A dotted header names a nested field: "body.text".
    """
    if len(header) > _MAX_HEADER_CHARS:
        return []
    parts = [words for part in header.split(".") if (words := _header_words(part))]
    if not parts:
        return []
    owner = next((match for part in parts[:-1] for match in _match_words(part) if match.field in _OWNERS), None)
    if owner is not None:
        return [HeaderMatch(owner.field, owner.cost + _LOOSE + _name_cost(parts[-1]))]
    whole = [HeaderMatch(field, cost) for field, cost in _match_words(" ".join(parts))]
    last = [HeaderMatch(field, cost + len(parts) - 1) for field, cost in _match_words(parts[-1])]
    return sorted(_cheapest([*whole, *last]), key=lambda match: match.cost)


def is_known_header(header: str) -> bool:
    """Say whether a header is a known word.

    It is a word of one of the lists; it is not enough to be like one.
    """
    return any(match.cost < _PART for match in match_header(header))


def is_like_header(header: str) -> bool:
    """Say whether a header begins or ends with a known word.

    The word is in one of the lists.
    """
    return any(match.cost < _LOOSE for match in match_header(header))


def _cheapest(matches: list[HeaderMatch]) -> list[HeaderMatch]:
    best: dict[ArticleField, int] = {}
    for field, cost in matches:
        best[field] = min(cost, best.get(field, cost))
    return [HeaderMatch(field, cost) for field, cost in best.items()]


def _match_words(words: str) -> list[HeaderMatch]:
    """Return the fields whose words are, end or stand in some words."""
    found: list[HeaderMatch] = []
    for field, entries in _read_headers().items():
        costs = [cost for rank, entry in enumerate(entries) if (cost := _entry_cost(entry, rank, words)) >= 0]
        if costs:
            found.append(HeaderMatch(field, min(costs)))
    return found


def _entry_cost(entry: str, rank: int, words: str) -> int:
    if words == entry:
        return _WHOLE + rank
    if len(entry) < len("url"):
        return -1  # "id" and "no" stand in too many headers
    if words.startswith(f"{entry} ") or words.endswith(f" {entry}"):
        return _PART + rank
    return _LOOSE + rank if f" {entry} " in words else -1


def _name_cost(part: str) -> int:
    """Prefer the name of an owner to its other fields."""
    return 0 if any(match.field is ArticleField.TITLE for match in _match_words(part)) else 1


@cache
def _read_headers() -> dict[ArticleField, tuple[str, ...]]:
    headers = {
        ArticleField.TITLE: read_entries("columns/title"),
        ArticleField.TEXT: read_entries("columns/text"),
        ArticleField.LEAD: read_entries("columns/lead"),
        ArticleField.DATE: read_entries("columns/date"),
        ArticleField.SOURCE: read_entries("columns/source"),
        ArticleField.URL: read_entries("columns/url"),
        ArticleField.ID: read_entries("columns/id"),
        ArticleField.AUTHOR: read_entries("columns/author"),
        ArticleField.LANGUAGE: read_entries("columns/language"),
        ArticleField.NOTE: read_entries("columns/note"),
    }
    return {field: tuple(map(_header_words, entries)) for field, entries in headers.items()}


@cache
def _header_words(header: str) -> str:
    """Return the words of a header in small letters.

    Signs and remarks in brackets are left out.
    """
    bare = _REMARK.sub(" ", header) if _REMARK.sub("", header).strip() else header
    return _NO_WORD.sub(" ", _CAMEL.sub(" ", bare)).casefold().replace("ё", "е").strip()
