"""Read annotations that are as most are.

Nothing in them is converted or reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.core.model import Annotation, Kind, Role
from app.core.row_types import is_word
from app.core.span import Span
from app.formats.jsonl.json_fields import ANNOTATION, JsonFields
from app.formats.jsonl.row_keys import FORM, ROLES, VALUE, parse_time

_ROLE_FIELDS = tuple((role, f"{role}_start", f"{role}_end") for role in ROLES)
Reader = Callable[[Iterable[Any], int, str], Annotation]
_FLAT_NAMES = {Kind.ENTITY: ("label", VALUE, VALUE), Kind.CLAIM: ("kind", "type", FORM)}
"""The fields of the label and of an attribute, and what the attribute is called."""


def read_plain_annotation(item: Any, kind: Kind, number: int, text: str) -> Annotation | None:
    """Return the annotation of an item.

    None where it must be read field by field.

    It is the one that `AnnotationReader.read_fields` returns, in a third of the time. `number` is its id.
    """
    if type(item) is not dict:
        return None
    read = _find_reader(kind, *item)
    try:
        return read(item.values(), number, text) if read is not None else None
    except (KeyError, TypeError, ValueError):
        return None


def _read_role(name: str, start: Any, stop: Any, length: int) -> tuple[Role, ...]:
    return () if start is None and stop is None else (Role(name, _read_span(start, stop, length)),)


def _read_span(start: Any, stop: Any, length: int, words: Any = None, text: str = "") -> Span:
    """Return a span of a text, whose words may be recorded."""
    if not (type(start) is type(stop) is int and 0 <= start < stop <= length):
        raise ValueError
    if words is not None and words != text[start:stop]:
        raise ValueError
    return Span(start, stop)


@lru_cache(maxsize=1_000)
def _read_time(text: str) -> datetime:
    """Return the time of a text; equal ones come in rows."""
    time = parse_time(text)
    if time is None:
        raise ValueError
    return time


def _read_share(value: Any) -> float | None:
    if value is not None and not (type(value) is float and 0 <= value <= 1):
        raise ValueError
    return value


_QUICK_READS: dict[Any, str] = {
    str: "{0}",
    float | None: "_read_share({0})",
    datetime | None: "{0} if {0} is None else _read_time({0})",
}
"""How a field of each type is read here; an item that has one of another type is read field by field."""


def _quick_reads(shape: JsonFields) -> dict[str, str]:
    """Return how the fields that are read here are read, by name."""
    words = {name: f"_members[{name!r}][{name}]" for name in shape.own if is_word(shape.types[name])}
    others = {name: shape.types[name] for name in shape.own if shape.types[name] in _QUICK_READS}
    return words | {name: _QUICK_READS[hint].format(name) for name, hint in others.items()}


@lru_cache(maxsize=1_000)
def _find_reader(kind: Kind, *names: str) -> Reader | None:
    """Return the function that reads items with fields of these names.

    None where one of them is not read here, or one that must be there is missing. The items of a file have few shapes,
    and what an item lacks costs nothing. The function takes the values in the order of the names; it raises KeyError,
    TypeError or ValueError where one of them is not plain.
    """
    shape, (label, own, own_name) = ANNOTATION[kind], map(str, _FLAT_NAMES[kind])
    if not {"start", "end", label} <= set(names) <= _FIELDS[kind]:
        return None
    quick = {name: read for name, read in _quick_reads(shape).items() if name in names}
    has_own = own in names
    values = {
        **{name: f"_defaults[{name!r}]" for name in shape.own},
        **quick,
        "id": "_number",
        "article_id": "0",
        "kind": "_kind",
        "label": label,
        "pieces": f"(_read_span(start, end, len(_text){', text, _text' if 'text' in names else ''}),)",
        "attributes": f"((_own_name, {own}),) if {own} else ()" if has_own else "()",
        "roles": _join_roles(names),
    }
    texts = [label, *(name for name in quick if shape.types[name] is str)]
    texts += [f"'' if {own} is None else {own}"] if has_own else []
    source = (
        "def _read(_values, _number, _text):\n"
        f"    {', '.join(names)}, = _values\n"
        f"    if not {label} or not ''.join(({', '.join(texts)},)).isprintable():\n"
        "        raise ValueError\n"
        f"    return _make({', '.join(values[name] for name in shape.types)})\n"
    )
    members = {name: {str(word): word for word in shape.types[name]} for name in quick if is_word(shape.types[name])}
    calls = {**_CALLS, "_kind": kind, "_own_name": own_name, "_defaults": shape.defaults, "_members": members}
    exec(source, calls)  # noqa: S102  # names of fields and expressions of our own
    reader: Reader = calls["_read"]
    return reader


def _join_roles(names: Sequence[str]) -> str:
    """Return the expression for the roles that stand flat in an item."""
    found = [
        f"*_read_role({str(role)!r}, {', '.join(end if end in names else 'None' for end in ends)}, len(_text))"
        for role, *ends in _ROLE_FIELDS
        if not set(ends).isdisjoint(names)
    ]
    return f"({', '.join(found)},)" if found else "()"


_CALLS: dict[str, Any] = {
    "_make": Annotation,
    "_read_span": _read_span,
    "_read_role": _read_role,
    "_read_share": _read_share,
    "_read_time": _read_time,
}
_FIELDS = {
    kind: frozenset(("start", "end", "text", *_FLAT_NAMES[kind][:2], *_quick_reads(ANNOTATION[kind]))) for kind in Kind
}
_FIELDS[Kind.CLAIM] |= {name for _, *names in _ROLE_FIELDS for name in names}
"""The fields that an item may have here."""
