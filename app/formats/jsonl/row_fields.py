"""Read the fields of a JSON object and report lost values."""

from __future__ import annotations

import json
import math
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from app.core.message import Message
from app.core.text.tokens import normalise
from app.formats.jsonl.lost_values import LostValues
from app.formats.jsonl.row_keys import parse_time

WordT = TypeVar("WordT", bound=StrEnum)
Row = dict[str, Any]
Where = tuple[str | int, ...]
"""Where an object stands in its line: ("claims", 2, "roles", 1), numbers from 1; () is the line itself."""

TEXT = Message("a text")
OBJECT = Message("an object")
PLACE = Message("a place in the text")
_LIST = Message("a list")
_SHARE = Message("a number from 0 to 1")
NUMBER = Message("a whole number")
_FLAG = Message("true or false")
_DAY = Message("a day like 2025-09-01")
_TIME = Message("a time like 2025-09-01T12:00:00+05:00")

_MAX_SHOWN_CHARS = 60
_DAY_CHARS = len("2025-09-01")
_ABSENT = "\0"
"""No text of a project, where one that is empty has to be told from one that is not there."""


class RowFields:
    """Read the fields of one object.

    A field that is absent or null has its default.
    """

    __slots__ = ("_holder", "_lost", "_where")

    def __init__(self, holder: Row, lost: LostValues, where: Where = ()) -> None:
        self._holder = holder
        self._lost = lost
        self._where = where

    def __contains__(self, name: str) -> bool:
        return self._holder.get(name) is not None

    def names_among(self, known: AbstractSet[str]) -> list[str]:
        """Return the names that have a value, of those that are known."""
        return [name for name, value in self._holder.items() if value is not None and name in known]

    def read_raw(self, name: str) -> Any:
        """Return the value of a field, unchecked."""
        return self._holder.get(name)

    def read_text(self, name: str, default: str = "") -> str:
        """Return a field as normalised text; a number becomes its digits."""
        value = self._holder.get(name)
        if type(value) is str:
            return value if value.isprintable() else normalise(value)
        if value is None:
            return default
        if is_number(value):
            return str(value)
        self.report_lost(name, TEXT)
        return default

    def read_share(self, name: str) -> float | None:
        """Return a number from 0 to 1."""
        value = self._holder.get(name)
        if value is None:
            return None
        if is_number(value) and 0 <= value <= 1:
            return float(value)
        self.report_lost(name, _SHARE)
        return None

    def read_whole(self, name: str, default: int | None) -> int | None:
        """Return a whole number."""
        value = self._holder.get(name)
        if value is None or type(value) is int:
            return default if value is None else value
        self.report_lost(name, NUMBER)
        return default

    def read_flag(self, name: str, default: bool) -> bool:  # as the other readers
        """Return true or false."""
        value = self._holder.get(name)
        if value is None or type(value) is bool:
            return default if value is None else value
        self.report_lost(name, _FLAG)
        return default

    def read_time(self, name: str) -> datetime | None:
        """Return an ISO 8601 time, in UTC where it names no zone."""
        value = self._holder.get(name)
        time = None if value is None else parse_time(value)
        if value is not None and time is None:
            self.report_lost(name, _TIME)
        return time

    def read_day(self, name: str) -> date | None:
        """Return an ISO 8601 day, or the day of a time."""
        value = self._holder.get(name)
        if value in (None, ""):
            return None
        day = _parse_day(value)
        if day is None:
            self.report_lost(name, _DAY)
        elif len(value) > _DAY_CHARS and len(value.strip()) > _DAY_CHARS:
            day_alone = Message(
                "“{name}”, line {line}: “{field}” keeps the day alone, here and below.", {"field": name}
            )
            self._lost.add_once(("day", name), day_alone)
        return day

    def read_word(self, name: str, default: WordT) -> WordT:
        """Return a field as a member of the enum of `default`."""
        value = self._holder.get(name)
        if value is None:
            return default
        members = _members(type(default))
        word = members.get(value) if type(value) is str else None
        if isinstance(word, type(default)):
            return word
        self.report_lost(name, Message("one of: {words}", {"words": ", ".join(members)}))
        return default

    def read_list(self, name: str) -> list[Any]:
        """Return the list under a field."""
        value = self._holder.get(name)
        if isinstance(value, list):
            return value
        if value is not None:
            self.report_lost(name, _LIST)
        return []

    def read_object(self, name: str) -> RowFields:
        """Return the fields of the object under a field."""
        value = self._holder.get(name)
        if value is not None and not isinstance(value, dict):
            self.report_lost(name, OBJECT)
        return RowFields(value if isinstance(value, dict) else {}, self._lost, (*self._where, name))

    def read_pairs(self, name: str) -> dict[str, str]:
        """Return the object under a field, with texts as values."""
        value = self._holder.get(name)
        if value is None:
            return {}
        inner = self.read_object(name)
        texts = {key: inner.read_text(key, _ABSENT) for key in (value if isinstance(value, dict) else ())}
        return {_normalise_key(key): text for key, text in texts.items() if text is not _ABSENT}

    def read_texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list, sorted, each once."""
        found = self.read_list(name)
        texts = {" ".join(normalise(text).split()) for text in found if type(text) is str}
        if not all(type(text) is str for text in found):
            self.report_lost(name, TEXT)
        return tuple(sorted(texts - {""}))

    def report_unknown(self, known: AbstractSet[str]) -> None:
        """Report fields with names that are not known, once a file."""
        if self._holder.keys() <= known:
            return
        kind = tuple(part for part in self._where if isinstance(part, str))
        for name in sorted(self._holder.keys() - known):
            fields = {"field": self.path(name)}
            self._lost.add_once(
                (kind, name),
                Message(
                    "“{name}”, line {line}: “{field}” is not a known field; it is left out, here and below.", fields
                ),
            )

    def report_lost(self, name: str, needed: Message) -> None:
        """Report that the value of a field is left out.

        `name` may list several fields ("start, end"); `needed` says what a valid value is.
        """
        value = ", ".join(_shorten_value(self._holder.get(part)) for part in name.split(", "))
        fields: dict[str, str | Message] = {"field": self.path(name), "value": value, "needed": needed}
        self._lost.add(Message("“{name}”, line {line}: “{field}” is left out: {value} is not {needed}.", fields))

    def report_conflict(self, name: str, other: str) -> None:
        """Report that a field is left out because another contradicts it."""
        fields = {"field": self.path(name), "other": other}
        self._lost.add(Message("“{name}”, line {line}: “{field}” is left out: “{other}” says otherwise.", fields))

    def path(self, name: str) -> str:
        """Return the full name of a field: “claims 2: roles 1: start”."""
        parts = "".join(f" {part}: " if isinstance(part, int) else part for part in self._where)
        return f"{parts}{name}" if parts.endswith(" ") or not parts else f"{parts}: {name}"


@cache
def _members(words: type[StrEnum]) -> dict[str, StrEnum]:
    return {str(word): word for word in words}


def is_number(value: Any) -> bool:
    """Say whether a value is a finite number."""
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _normalise_key(key: str) -> str:
    return key if key.isprintable() else normalise(key)


def _parse_day(value: Any) -> date | None:
    if not isinstance(value, str):
        return None
    text = value.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _shorten_value(value: Any) -> str:
    """Return a JSON value on one short line."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    told = json.dumps(value, ensure_ascii=False)
    return told if len(told) <= _MAX_SHOWN_CHARS else told[: _MAX_SHOWN_CHARS - 1] + "…"
