"""Functions between rows and the values that they are held as, compiled from the fields of row types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from itertools import product
from typing import Any, get_type_hints

Plain = Callable[[Any], tuple[Any, ...]]
Build = Callable[[Sequence[Any]], Any]


@dataclass(frozen=True, slots=True)
class ValueCodec:
    """How the values of fields of one type are held.

    `plain` makes the plain values of the field `{v}`, and `build` a field of the names `{v}` and, where it is held as
    several values, `{v}_1` …; both are expressions. `kinds` are the types that each plain value can have, none where
    the field is held elsewhere. `check` is what else must hold for them.
    """

    kinds: tuple[frozenset[type], ...]
    plain: str = "{v}"
    build: str = "{v}"
    check: str = ""


class RowCodec:
    """Compiles the functions for rows of one type.

    `codecs` are those of the types of its fields; `names` is what their expressions call, each with a line in front.
    `ids` are the fields that hold the id of a row.
    """

    def __init__(
        self, row_type: type[Any], codecs: Mapping[Any, ValueCodec], names: Mapping[str, Any], ids: Sequence[str]
    ) -> None:
        hints = get_type_hints(row_type)
        self._fields = [(field.name, codecs[hints[field.name]]) for field in fields(row_type)]
        self._names = {**names, "_make": row_type}
        self._ids = ids
        self._row_type = row_type

    def plain(self) -> Plain:
        """Return the function that makes plain values of a row."""
        source = f"lambda row: ({self._plain_values(dict(self._fields), 'row.')},)"
        plain: Plain = eval(source, dict(self._names))  # noqa: S307  # names of fields and expressions of our own
        return plain

    def build(self) -> Build:
        """Return the function that makes a row of plain values; those of the last fields may be missing.

        It raises ValueError, TypeError, KeyError, AttributeError or OverflowError where they are none of a row.
        """
        source = (
            "def _build(_values):\n"
            "    _require(_values, _kinds)\n"
            "    if len(_values) < _count:\n"
            "        _values = (*_values, *_missing(_values))\n"
            f"    {self._targets()}, = _values\n"
            f"    _require_ids({', '.join(self._ids)})\n"
            f"    return _make({self._built()})\n"
        )
        kinds = tuple(kind for _, codec in self._fields for kind in codec.kinds)
        names = {**self._names, "_kinds": kinds, "_count": len(kinds), "_missing": self._missing(len(kinds))}
        exec(source, names)  # noqa: S102  # names of fields and expressions of our own
        build: Build = names["_build"]
        return build

    def build_from_columns(self) -> Callable[[Sequence[Any], Any], Any]:
        """Return the function that makes a row of its columns, and of the field that is held elsewhere.

        All columns must be there. It raises what `build` raises.
        """
        shapes = frozenset(product(*(kind for _, codec in self._fields for kind in codec.kinds)))
        checks = [f"0 < {name} <= _MAX_ID" for name in self._ids]
        checks += [codec.check.format(v=field) for field, codec in self._fields if codec.check]
        (elsewhere,) = (field for field, codec in self._fields if not codec.kinds)
        source = (
            f"def _build(_values, {elsewhere}):\n"
            "    if tuple(map(type, _values)) not in _shapes:\n"
            "        raise TypeError\n"
            f"    {self._targets()}, = _values\n"
            f"    if not ({' and '.join(checks)}):\n"
            "        raise ValueError\n"
            f"    return _make({self._built()})\n"
        )
        names = {**self._names, "_shapes": shapes}
        exec(source, names)  # noqa: S102  # names of fields and expressions of our own
        build: Callable[[Sequence[Any], Any], Any] = names["_build"]
        return build

    def _targets(self) -> str:
        return ", ".join(name for field, codec in self._fields for name in _value_names(field, codec))

    def _built(self) -> str:
        return ", ".join(codec.build.format(v=field) for field, codec in self._fields)

    def _missing(self, count: int) -> Build:
        """Return the function that says what the last fields held before they were declared."""
        optional = {field.name: field.default for field in fields(self._row_type) if field.default is not MISSING}
        codecs = {name: codec for name, codec in self._fields if name in optional}
        defaults = eval(  # noqa: S307  # as above
            f"[{self._plain_values(codecs, '')}]", {**self._names, **optional}
        )

        def missing(values: Sequence[Any]) -> Sequence[Any]:
            lacking = count - len(values)
            if lacking > len(defaults):
                raise ValueError(lacking)
            return defaults[len(defaults) - lacking :]  # type: ignore[no-any-return]

        return missing

    def _plain_values(self, codecs: Mapping[str, ValueCodec], owner: str) -> str:
        return ", ".join(codec.plain.format(v=f"{owner}{name}") for name, codec in codecs.items() if codec.kinds)


def _value_names(field: str, codec: ValueCodec) -> list[str]:
    return [field, *(f"{field}_{number}" for number in range(1, len(codec.kinds)))] if codec.kinds else []
