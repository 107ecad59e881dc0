"""Rows as hypothesis makes them, from the fields that their types declare.

A new field is in every test at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from random import Random
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from app.core.model import Article, Role
from app.core.scheme import LABEL_KEYS, SCHEME_ID, Attribute, Label, Scheme
from app.core.span import Pieces, Span, normal_pieces

RowT = TypeVar("RowT")
Strategies = Mapping[Any, st.SearchStrategy[Any]]
Path = tuple[str, ...]
"""A field of a row, or of the parts that a field lists: ("roles", "normal")."""

TIMES = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
PAIRS = tuple[tuple[str, str], ...]
_FIRST_FOUND = settings(database=None, phases=[Phase.generate])
"""A simplest value is the first that is tried: nothing is made simpler, which takes a second."""


@dataclass(frozen=True)
class RowValues:
    """The values that fields can have.

    They are those of one field, else those of its type.
    """

    of_type: Strategies
    of_field: Mapping[tuple[type, str], st.SearchStrategy[Any]]

    def rows(self, row_type: type[RowT], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[RowT]:
        """Return rows with any value in each field that is not `given`."""
        made = {name: self._of_field(row_type, name) for name in field_types(row_type) if name not in given}
        return st.builds(row_type, **made, **given)

    def bare(self, row_type: type[RowT]) -> RowT:
        """Return the row with the default in each field.

        A field without a default has the simplest value.
        """
        needed = [field.name for field in fields(row_type) if _is_required(field)]  # type: ignore[arg-type]
        return row_type(**{name: _simplest(self._of_field(row_type, name)) for name in needed})

    def differing(self, row: RowT, path: Path) -> RowT:
        """Return a row that differs from a bare one.

        It differs in one field alone.
        """
        name, *inner = path
        if not inner:
            old = getattr(row, name)
            values = self._of_field(type(row), name).filter(lambda value: value != old)
            return replace(row, **{name: _simplest(values)})  # type: ignore[type-var]
        part = self.bare(get_args(field_types(type(row))[name])[0])
        return replace(row, **{name: (self.differing(part, tuple(inner)),)})  # type: ignore[type-var]

    def _of_field(self, row_type: type[Any], name: str) -> st.SearchStrategy[Any]:
        own = self.of_field.get((row_type, name))
        return self._of_type(field_types(row_type)[name]) if own is None else own

    def _of_type(self, hint: Any) -> st.SearchStrategy[Any]:
        if hint in self.of_type:
            return self.of_type[hint]
        if get_origin(hint) is UnionType:
            return st.one_of(*(st.none() if one is NoneType else self._of_type(one) for one in get_args(hint)))
        if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
            return st.lists(self._of_type(get_args(hint)[0]), max_size=3).map(tuple)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return st.sampled_from(hint)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.rows(hint)
        raise TypeError(f"say in {__name__} which values a field of type {hint} can have")


def row_values(
    text: st.SearchStrategy[str],
    spans: st.SearchStrategy[Span],
    *,
    times: st.SearchStrategy[datetime] = TIMES,
    of_field: Mapping[tuple[type, str], st.SearchStrategy[Any]] | None = None,
) -> RowValues:
    """Return the values of fields that hold such texts and spans."""
    of_type: Strategies = {
        str: text,
        bool: st.booleans(),
        int: st.integers(1, 10**6),
        float: st.floats(0, 1),
        date: st.dates(),
        datetime: times,
        Span: spans,
        Pieces: st.lists(spans, min_size=1, max_size=3).map(normal_pieces),
        PAIRS: st.dictionaries(text, text, max_size=3).map(lambda found: tuple(sorted(found.items()))),
    }
    bound: dict[tuple[type, str], st.SearchStrategy[Any]] = {
        (Article, "language"): st.sampled_from(["", "ru", "kk"]),
        (Article, "tags"): st.sets(text.map(lambda words: " ".join(words.split())).filter(bool), max_size=3).map(
            lambda found: tuple(sorted(found))
        ),
        (Role, "name"): st.sampled_from(["speaker", "cue"]),
        (Scheme, "id"): st.just(SCHEME_ID),
        (Label, "name"): text.filter(str.strip),
        (Label, "kind"): st.sampled_from(["entity", "claim"]),
        (Label, "key"): st.sampled_from(["", *LABEL_KEYS]),
        (Label, "colour"): st.just("") | st.from_regex("#[0-9a-f]{6}", fullmatch=True),
        (Attribute, "name"): text.filter(str.strip),
        (Attribute, "type"): st.sampled_from(["choice", "text", "flag"]),
    }
    values = RowValues(of_type, {**bound, **(of_field or {})})
    return replace(values, of_field={**values.of_field, (Scheme, "labels"): _distinct(values.rows(Label))})


def _distinct(labels: st.SearchStrategy[Label]) -> st.SearchStrategy[tuple[Label, ...]]:
    """Return labels of a scheme.

    None has the name or the key of another of its kind.
    """
    keys = (lambda label: (label.kind, label.name), lambda label: (label.kind, label.key or label.name))
    return st.lists(labels, max_size=3, unique_by=keys).map(tuple)


def field_types(row_type: type[Any]) -> dict[str, Any]:
    """Return the fields of a row type with their types."""
    hints = get_type_hints(row_type)
    return {field.name: hints[field.name] for field in fields(row_type)}


def paths(row_type: type[Any]) -> Iterator[Path]:
    """Yield every field of a row type.

    Every field of the parts that it lists is yielded too.
    """
    for name, hint in field_types(row_type).items():
        yield (name,)
        part = next(iter(get_args(hint)), None)
        if is_dataclass(part) and isinstance(part, type):
            yield from ((name, *inner) for inner in paths(part))


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _simplest(values: st.SearchStrategy[Any]) -> Any:
    return find(values, lambda _: True, settings=_FIRST_FOUND, random=Random(0))
