"""What a tree of JSON must look like, field by field.

A value that does not is named by its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from app.core.json.errors import explain_json_error
from app.core.message import Message

Check = Callable[[object, str], Any]
"""Takes a value and its place ("labels[3].key"); returns it as the program keeps it, or raises ShapeError."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class ShapeError(ValueError):
    """Report where a tree has another shape than expected, and which."""

    def __init__(self, place: str, reason: Message) -> None:
        self.place, self.reason = place, reason
        self.message = Message("{place}: {reason}", {"place": place, "reason": reason}) if place else reason
        super().__init__(str(self.message))


def parse_json(text: str) -> object:
    """Return the tree of a JSON text.

    Raise ShapeError where it is none, names a field twice or is too deep.
    """
    try:
        tree: object = json.loads(text, object_pairs_hook=_make_object)
    except ShapeError:
        raise
    except RecursionError as error:
        raise ShapeError("", explain_json_error(error)) from error
    except ValueError as error:
        raise ShapeError("", Message("it is not JSON ({reason})", {"reason": explain_json_error(error)})) from error
    return tree


def text(value: object, place: str) -> str:
    """Check for a text that can be stored."""
    if not isinstance(value, str):
        raise ShapeError(place, Message("must be a text"))
    if _UNSTORABLE.search(value):
        raise ShapeError(place, Message("holds a character that no text can have"))
    return value


def name(value: object, place: str) -> str:
    """Check for a text that is not blank."""
    if not text(value, place).strip():
        raise ShapeError(place, Message("must not be empty"))
    return str(value)


def colour(value: object, place: str) -> str:
    """Check for "#rrggbb", or "" for none."""
    if not re.fullmatch("(#[0-9a-fA-F]{6})?", text(value, place)):
        raise ShapeError(place, Message("must be a colour such as “#4477aa”"))
    return str(value)


def one_of(*admitted: str) -> Check:
    """Return a check for one of these texts."""

    def check(value: object, place: str) -> str:
        if value not in admitted or not isinstance(value, str):
            values = ", ".join(f"“{one}”" for one in admitted)
            raise ShapeError(place, Message("must be one of {values}", {"values": values}))
        return value

    return check


def each(check: Check) -> Check:
    """Return a check for a list, each item of which is checked.

    It is kept as a tuple.
    """

    def check_all(value: object, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ShapeError(place, Message("must be a list"))
        return tuple(check(item, f"{place}[{number}]") for number, item in enumerate(value))

    return check_all


def pairs(value: object, place: str) -> tuple[tuple[str, str], ...]:
    """Check for an object of texts.

    It is kept as (name, text) in the order of the names.
    """
    if not isinstance(value, dict):
        raise ShapeError(place, Message("must be an object"))
    return tuple(sorted((text(key, place), text(one, _join_places(place, key))) for key, one in value.items()))


def record(make: Callable[..., Any], fields: Mapping[str, Check], *required: str) -> Check:
    """Return a check for an object with exactly these fields.

    `make` is called with their values.
    """

    def check(value: object, place: str) -> Any:
        if not isinstance(value, dict):
            raise ShapeError(place, Message("must be an object"))
        for key in (*value, *required):
            if key not in fields:
                raise ShapeError(_join_places(place, key), Message("is not known"))
            if key not in value:
                raise ShapeError(_join_places(place, key), Message("is missing"))
        return make(**{key: fields[key](one, _join_places(place, key)) for key, one in value.items()})

    return check


def _make_object(fields: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its fields.

    The last of two with one name would hide the first.
    """
    made = dict(fields)
    if len(made) < len(fields):
        names = [field for field, _ in fields]
        twice = next(field for field in names if names.count(field) > 1)
        raise ShapeError("", Message("“{field}” is named twice in one object", {"field": twice}))
    return made


def _join_places(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
