"""Values of fields as plain values, and back.

The compiled codecs call these functions. What makes a field of plain values raises ValueError or TypeError where they
are none of a project's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime
from functools import lru_cache
from itertools import pairwise

from app.core.span import Pieces, Span
from app.store.rows.odd_values import MAX_OFFSET

compact = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def make_share(value: float) -> float:
    """Return a number from 0 to 1.

    NaN and the rest are none.
    """
    if not 0 <= value <= 1:
        raise ValueError
    return value


def make_flag(value: int) -> bool:
    """Return what 0 or 1 says."""
    if value not in (0, 1):
        raise ValueError
    return value == 1


def make_span(start: int, stop: int) -> Span:
    """Return a span that is not empty."""
    if not (type(start) is type(stop) is int and 0 <= start < stop <= MAX_OFFSET):
        raise ValueError
    return Span(start, stop)


def make_pieces(pieces: Sequence[Sequence[int]]) -> Pieces:
    """Return pieces as they are kept: sorted, disjoint, at least one."""
    spans = tuple([make_span(start, stop) for start, stop in pieces])
    if not spans or any(one.stop > other.start for one, other in pairwise(spans)):
        raise ValueError
    return spans


def read_pieces(text: str) -> Pieces:
    """Return the pieces of a JSON list."""
    return make_pieces(json.loads(text))


def make_pairs(attributes: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return pairs of texts."""
    pairs = tuple([(name, value) for name, value in attributes])
    if type(attributes) is not list or not all(type(name) is type(value) is str for name, value in pairs):
        raise TypeError
    return pairs


@lru_cache(maxsize=10_000)
def write_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Return pairs as JSON."""
    return compact(pairs)


@lru_cache(maxsize=10_000)
def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a JSON list."""
    return make_pairs(json.loads(text))


def make_texts(words: object) -> tuple[str, ...]:
    """Return a list of texts; raise TypeError for anything else."""
    if type(words) is not list or not all(type(word) is str for word in words):
        raise TypeError
    return tuple(words)


@lru_cache(maxsize=10_000)
def write_texts(words: tuple[str, ...]) -> str:
    """Return texts as JSON."""
    return compact(words)


@lru_cache(maxsize=10_000)
def read_texts(text: str) -> tuple[str, ...]:
    """Return the texts of a JSON list."""
    return make_texts(json.loads(text))


@lru_cache(maxsize=1_000)
def write_time(time: datetime | None) -> str | None:
    """Return a time as ISO 8601."""
    return None if time is None else time.isoformat()


@lru_cache(maxsize=1_000)
def read_time(text: str) -> datetime:
    """Return an aware time.

    One of the first and last year has none in other zones.
    """
    time = datetime.fromisoformat(text)
    if time.tzinfo is None or not MINYEAR < time.year < MAXYEAR:
        raise ValueError
    return time


def write_day(day: date | None) -> str | None:
    """Return a day as ISO 8601."""
    return None if day is None else day.isoformat()


@lru_cache(maxsize=1_000)
def read_day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)
