"""Read annotations that are as most are.

Nothing in them is converted or reported.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from app.core.model import Annotation, Kind, Role
from app.core.row_types import is_word
from app.core.span import Span
from app.formats.jsonl.json_fields import ANNOTATION, JsonFields
from app.formats.jsonl.row_keys import FORM, ROLES, VALUE, parse_time

_ROLE_FIELDS = tuple((role, f"{role}_start", f"{role}_end") for role in ROLES)
_FLAT_NAMES = {Kind.ENTITY: ("label", VALUE, VALUE), Kind.CLAIM: ("kind", "type", FORM)}
"""The fields of the label and of an attribute, and what the attribute is called."""


def read_plain_annotation(item: Any, kind: Kind, number: int, text: str) -> Annotation | None:
    """Return the annotation of an item.

    None where it must be read field by field.

    It is the one that `AnnotationReader.read_fields` returns, in a third of the time. `number` is its id.
    """
    if type(item) is not dict or not item.keys() <= _FIELDS[kind]:
        return None
    try:
        return _READERS[kind](item, number, text)
    except (KeyError, TypeError, ValueError):
        return None


def _annotated_span(item: dict[str, Any], text: str) -> Span:
    span = _read_span(item["start"], item["end"], len(text))
    words = item.get("text")
    if words is not None and words != text[span.start : span.stop]:
        raise ValueError
    return span


def _read_roles(item: dict[str, Any], length: int) -> tuple[Role, ...]:
    ends = [(name, item.get(start), item.get(stop)) for name, start, stop in _ROLE_FIELDS]
    return tuple(
        [Role(name, _read_span(start, stop, length)) for name, start, stop in ends if (start, stop) != (None, None)]
    )


def _read_span(start: Any, stop: Any, length: int) -> Span:
    if not (type(start) is type(stop) is int and 0 <= start < stop <= length):
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


def _compile_reader(kind: Kind) -> Callable[[dict[str, Any], int, str], Annotation]:
    """Return the function that reads an item of a kind.

    It is compiled from the fields that are declared.

    It raises KeyError, TypeError or ValueError where something in the item is not plain.
    """
    shape, (label, own, own_name) = ANNOTATION[kind], map(str, _FLAT_NAMES[kind])
    quick = _quick_reads(shape)
    values = {
        **{name: f"_defaults[{name!r}]" for name in shape.own},
        **quick,
        "id": "_number",
        "article_id": "0",
        "kind": "_kind",
        "label": "_label",
        "pieces": "(_annotated_span(_item, _text),)",
        "attributes": "((_own_name, _own),) if _own else ()",
        "roles": "_read_roles(_item, len(_text))" if kind is Kind.CLAIM else "()",
    }
    texts = ["_label", "_own", *(name for name in quick if shape.types[name] is str)]
    source = (
        "def _read(_item, _number, _text):\n"
        "    _get = _item.get\n"
        f"    _label, _own = _item[{label!r}], _get({own!r})\n"
        "    _own = '' if _own is None else _own\n"
        f"{''.join(f'    {name} = _get({name!r}, _defaults[{name!r}]){chr(10)}' for name in quick)}"
        f"    if not _label or not ''.join(({', '.join(texts)})).isprintable():\n"
        "        raise ValueError\n"
        f"    return _make({', '.join(values[name] for name in shape.types)})\n"
    )
    members = {name: {str(word): word for word in shape.types[name]} for name in quick if is_word(shape.types[name])}
    names = {**_CALLS, "_kind": kind, "_own_name": own_name, "_defaults": shape.defaults, "_members": members}
    exec(source, names)  # noqa: S102  # names of fields and expressions of our own
    reader: Callable[[dict[str, Any], int, str], Annotation] = names["_read"]
    return reader


_CALLS: dict[str, Any] = {
    "_make": Annotation,
    "_annotated_span": _annotated_span,
    "_read_roles": _read_roles,
    "_read_share": _read_share,
    "_read_time": _read_time,
}
_READERS = {kind: _compile_reader(kind) for kind in Kind}
_FIELDS = {
    kind: frozenset(("start", "end", "text", *_FLAT_NAMES[kind][:2], *_quick_reads(ANNOTATION[kind]))) for kind in Kind
}
_FIELDS[Kind.CLAIM] |= {name for _, *names in _ROLE_FIELDS for name in names}
"""The fields that an item may have here."""
