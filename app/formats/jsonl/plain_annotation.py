"""Read annotations that are as most are: nothing in them is converted or reported."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from app.core.model import Annotation, Kind, Origin, Role, Status
from app.core.span import Span
from app.formats.jsonl.row_keys import FORM, ROLES, VALUE, parse_time

_COMMON_FIELDS = frozenset(
    (
        *("start", "end", "text", "status", "origin", "rule"),
        *("confidence", "normal", "author", "created", "changed"),
    )
)
_ROLE_FIELDS = tuple((role, f"{role}_start", f"{role}_end") for role in ROLES)
_FIELDS = {
    Kind.ENTITY: _COMMON_FIELDS | {"label", VALUE},
    Kind.CLAIM: _COMMON_FIELDS | {"kind", "type", *(name for _, *names in _ROLE_FIELDS for name in names)},
}
_FLAT_NAMES = {Kind.ENTITY: ("label", VALUE, VALUE), Kind.CLAIM: ("kind", "type", FORM)}
"""The fields of the label and of an attribute, and what the attribute is called."""
_STATUSES = {str(word): word for word in Status}
_ORIGINS = {str(word): word for word in Origin}


def read_plain_annotation(item: Any, kind: Kind, number: int, text: str) -> Annotation | None:
    """Return the annotation of an item; None where it must be read field by field.

    It is the one that `AnnotationReader.read_fields` returns, in a third of the time. `number` is its id.
    """
    if type(item) is not dict or not item.keys() <= _FIELDS[kind]:
        return None
    try:
        return _read(item, kind, number, text)
    except (KeyError, TypeError, ValueError):
        return None


def _read(item: dict[str, Any], kind: Kind, number: int, text: str) -> Annotation:
    get = item.get
    label_field, own_field, own_name = _FLAT_NAMES[kind]
    label, own = item[label_field], get(own_field)
    own = "" if own is None else own
    rule, normal, author = get("rule", ""), get("normal", ""), get("author", "")
    confidence, created, changed = get("confidence"), get("created"), get("changed")
    if not label or not "".join((label, own, rule, normal, author)).isprintable():
        raise ValueError
    if confidence is not None and not (type(confidence) is float and 0 <= confidence <= 1):
        raise ValueError
    return Annotation(
        number,
        0,
        kind,
        label,
        (_annotated_span(item, text),),
        _STATUSES[get("status", Status.PROPOSED)],
        _ORIGINS[get("origin", Origin.IMPORT)],
        rule,
        confidence,
        normal,
        ((own_name, own),) if own else (),
        _read_roles(item, len(text)) if kind is Kind.CLAIM else (),
        author,
        created if created is None else _read_time(created),
        changed if changed is None else _read_time(changed),
    )


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
