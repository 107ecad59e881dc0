"""Functions between rows and their plain values.

They are compiled from the fields of row types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import product
from typing import Any

Plain = Callable[[Any], tuple[Any, ...]]
Build = Callable[..., Any]
BuildValues = Callable[[Iterable[Sequence[Any]]], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class ValueCodec:
    """How a field is held.

    `names` are those of its plain values, none where it is held elsewhere, and `kinds` the types that each can have.
    `plain` makes them of the field `{v}`, and `build` makes the field of `{0}`, `{1}` …; where it is held elsewhere,
    `{0}` is what is found there. Both are expressions, as is `check`, which must hold for the values. They call what
    is in `calls`.
    """

    names: tuple[str, ...]
    kinds: tuple[frozenset[type], ...]
    plain: str = "{v}"
    build: str = "{0}"
    check: str = ""
    calls: Mapping[str, Any] | None = None


class RowCodec:
    """Compiles the functions for rows, or parts of rows, of one class.

    `codecs` are those of its fields, by name and in their order. `ids` are the fields that hold the id of a row.
    """

    def __init__(
        self, row_class: type[Any], codecs: Mapping[str, ValueCodec], ids: Sequence[str] = (), max_id: int = 0
    ) -> None:
        self._row_class = row_class
        self._codecs = codecs
        self._ids = ids
        self._calls: dict[str, Any] = {"_max_id": max_id}
        for codec in codecs.values():
            self._calls |= codec.calls or {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the plain values, in their order."""
        return tuple(name for codec in self._codecs.values() for name in codec.names)

    def plain(self) -> Plain:
        """Return the function that makes plain values of a row."""
        plain: Plain = eval(  # noqa: S307  # names of fields and expressions of our own
            f"lambda row: ({self._plain_values(self._codecs, 'row.')},)", dict(self._calls)
        )
        return plain

    def build(self) -> Build:
        """Return the function that makes a row of plain values.

        It also gets the fields that are held elsewhere. It raises ValueError, TypeError, KeyError, AttributeError or
        OverflowError where they are none of a row.
        """
        shapes = frozenset(product(*(kind for codec in self._codecs.values() for kind in codec.kinds)))
        elsewhere = [field for field, codec in self._codecs.items() if not codec.names]
        source = (
            f"def _build({', '.join(('_values', *elsewhere))}):\n"
            "    if tuple(map(type, _values)) not in _shapes:\n"
            "        raise TypeError\n"
            f"    {', '.join(self.names)}, = _values\n"
            f"    if not ({' and '.join(self._checks) or True}):\n"
            "        raise ValueError\n"
            f"    return _make({self._build_expression()})\n"
        )
        names = {**self._calls, "_shapes": shapes, "_make": self._row_class}
        exec(source, names)  # noqa: S102  # names of fields and expressions of our own
        build: Build = names["_build"]
        return build

    def build_values(self) -> BuildValues:
        """Return the function that makes tuples of the fields of many rows.

        It takes the plain values of all, and raises as `build` does. A function called for each would take twice as
        long.
        """
        kinds = {
            f"_kinds_of_{name}": kind
            for codec in self._codecs.values()
            for name, kind in zip(codec.names, codec.kinds, strict=True)
        }
        checks = [*(f"type({name}) in _kinds_of_{name}" for name in self.names), *self._checks]
        names = {**self._calls, **kinds, "_refuse": _refuse}
        build: BuildValues = eval(  # noqa: S307  # names of fields and expressions of our own
            f"lambda _rows: [({self._build_expression()},) for {', '.join(self.names)}, in _rows"
            f" if {' and '.join(checks)} or _refuse()]",
            names,
        )
        return build

    def defaults(self) -> dict[str, Any]:
        """Return the plain values of default fields, by name."""
        defaults = {field.name: field.default for field in fields(self._row_class) if field.default is not MISSING}
        codecs = {field: codec for field, codec in self._codecs.items() if field in defaults and codec.names}
        values = eval(f"[{self._plain_values(codecs, '')}]", {**self._calls, **defaults})  # noqa: S307  # as above
        return dict(zip((name for codec in codecs.values() for name in codec.names), values, strict=True))

    @property
    def _checks(self) -> list[str]:
        """The expressions that hold for the plain values, beside their types."""
        checks = [f"0 < {name} <= _max_id" for name in self._ids]
        return checks + [codec.check.format(*codec.names) for codec in self._codecs.values() if codec.check]

    def _build_expression(self) -> str:
        return ", ".join(codec.build.format(*(codec.names or (field,))) for field, codec in self._codecs.items())

    def _plain_values(self, codecs: Mapping[str, ValueCodec], owner: str) -> str:
        return ", ".join(codec.plain.format(v=f"{owner}{field}") for field, codec in codecs.items() if codec.names)


def _refuse() -> bool:
    raise ValueError
