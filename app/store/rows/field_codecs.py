"""How the journal and the tables hold each type of field."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import NoneType
from typing import Any

from app.core.row_types import RowType, field_types, is_word
from app.core.span import Pieces, Span
from app.store.rows import plain_values
from app.store.rows.odd_values import MAX_ID, MAX_OFFSET
from app.store.rows.value_codecs import RowCodec, ValueCodec
from app.store.schema.row_columns import PAIRS, REAL, TEXT, TEXTS, WHOLE, field_columns, span_names

CodecOf = Callable[[str, Any], ValueCodec]
"""Returns how a field is held, given its name and type."""
_INT, _STR, _LIST, _FLOAT, _BOOL, _NONE = (frozenset({kind}) for kind in (int, str, list, float, bool, NoneType))
_COLUMN_KINDS = {WHOLE: _INT, TEXT: _STR, REAL: _FLOAT}
_CALLS: Mapping[str, Any] = {
    **{name: value for name, value in vars(plain_values).items() if callable(value)},
    "_Span": Span,
    "intern": sys.intern,
    "_max_offset": MAX_OFFSET,
}
"""What the expressions below may call."""


@dataclass(frozen=True, slots=True)
class _Expressions:
    """How a field of one type becomes a plain value and back.

    `kinds` are the types of that value.
    """

    kinds: frozenset[type]
    plain: str = "{v}"
    build: str = "{0}"


_READ_OR_NONE = "{{0}} if {{0}} is None else {read}({{0}})"
_ONE_VALUE: dict[Any, _Expressions] = {
    str: _Expressions(_STR),
    int: _Expressions(_INT),
    int | None: _Expressions(_INT | _NONE),
    bool: _Expressions(_BOOL),
    float: _Expressions(_FLOAT | _INT, build="make_share({0})"),
    float | None: _Expressions(_FLOAT | _INT | _NONE, build=_READ_OR_NONE.format(read="make_share")),
    date | None: _Expressions(_STR | _NONE, "write_day({v})", _READ_OR_NONE.format(read="read_day")),
    datetime | None: _Expressions(_STR | _NONE, "write_time({v})", _READ_OR_NONE.format(read="read_time")),
    Pieces: _Expressions(_LIST, build="make_pieces({0})"),
    PAIRS: _Expressions(_LIST, build="make_pairs({0}) if {0} else ()"),
    TEXTS: _Expressions(_LIST, plain="list({v})", build="make_texts({0}) if {0} else ()"),
}
"""How the journal holds a field of each type that is one value there. A number with a fraction is a share, 0 to 1."""


def _journal_codec(field: str, hint: Any) -> ValueCodec:
    """Return how the journal holds a field.

    Raise TypeError for a type that it holds in no way.
    """
    if hint == Span:
        return ValueCodec(span_names(field), (_INT, _INT), "*{v}", "make_span({0}, {1})", calls=_CALLS)
    if is_word(hint):
        return _word_codec(field, hint)
    if hint not in _ONE_VALUE:
        raise TypeError(f"say in {__name__} how the journal holds the field {field} of type {hint}")
    one = _ONE_VALUE[hint]
    return ValueCodec((field,), (one.kinds,), one.plain, one.build, calls=_CALLS)


def _column_codec(field: str, hint: Any) -> ValueCodec:
    """Return how the columns of a table hold a field."""
    columns = field_columns(field, hint)
    kinds = tuple(_COLUMN_KINDS[column.type] | (_NONE if column.is_optional else set()) for column in columns)
    codec = replace(_journal_codec(field, hint), names=tuple(column.name for column in columns), kinds=kinds)
    if hint == Pieces:
        return replace(
            codec,
            plain='(compact({v}) if len({v}) > 1 else ""), {v}[0][0], {v}[-1][1]',
            build="read_pieces({0}) if {0} else (_Span({1}, {2}),)",
            check="0 <= {1} < {2} <= _max_offset",
        )
    if hint == PAIRS:
        return replace(codec, plain='write_pairs({v}) if {v} else ""', build="read_pairs({0}) if {0} else ()")
    if hint == TEXTS:
        return replace(codec, plain='write_texts({v}) if {v} else ""', build="read_texts({0}) if {0} else ()")
    if hint is bool:
        return replace(codec, plain="int({v})", build="make_flag({0})")
    return codec


def _word_codec(field: str, words: Any) -> ValueCodec:
    # Members by themselves, as plain words: `value` takes several times as long, and a row of a bulk has three.
    plain, build = f"_word_of_{words.__name__}", f"_{words.__name__}_of"
    calls = {plain: {word: word.value for word in words}, build: {word.value: word for word in words}}
    return ValueCodec((field,), (_STR,), f"{plain}[{{v}}]", f"{build}[{{0}}]", calls=calls)


def journal_codec(declared: RowType[Any]) -> RowCodec:
    """Return the codec between rows and their values in the journal."""
    codecs = _own_codecs(declared, _journal_codec)
    for parts in declared.parts:
        codec = part_codec(declared.part_type(parts))
        codecs[parts.field] = _parts_codec(parts.field, codec, (parts.field,))
    return _row_codec(declared, codecs)


def column_codec(declared: RowType[Any]) -> RowCodec:
    """Return the codec between rows and the columns of their table.

    Parts are held elsewhere.
    """
    codecs = _own_codecs(declared, _column_codec)
    for parts in declared.parts:
        codecs[parts.field] = _parts_codec(parts.field, part_codec(declared.part_type(parts), _column_codec), ())
    return _row_codec(declared, codecs)


def fields_codec(declared: RowType[Any], names: Sequence[str]) -> RowCodec:
    """Return the codec of the id and some other fields."""
    codecs = _own_codecs(declared, _column_codec)
    return RowCodec(declared.row_class, {name: codecs[name] for name in ("id", *names)}, ["id"], MAX_ID)


def part_codec(part_class: type[Any], codec_of: CodecOf = _journal_codec) -> RowCodec:
    """Return the codec between parts of rows and their values."""
    return RowCodec(part_class, {field: codec_of(field, hint) for field, hint in field_types(part_class).items()})


def column_part_codec(part_class: type[Any]) -> RowCodec:
    """Return the codec between parts and the columns of their table."""
    return part_codec(part_class, _column_codec)


def _parts_codec(field: str, codec: RowCodec, names: tuple[str, ...]) -> ValueCodec:
    plain, build = codec.plain(), codec.build()
    return ValueCodec(
        names,
        (_LIST,) if names else (),
        f"_plain_{field}({{v}}) if {{v}} else ()",
        f"_build_{field}({{0}}) if {{0}} else ()",
        calls={
            f"_plain_{field}": lambda parts: [plain(part) for part in parts],
            f"_build_{field}": lambda parts: tuple([build(part) for part in parts]),
        },
    )


def _own_codecs(declared: RowType[Any], codec_of: CodecOf) -> dict[str, ValueCodec]:
    """Return how the fields of a row are held, without its parts."""
    parts = {parts.field for parts in declared.parts}
    codecs = {field: codec_of(field, hint) for field, hint in declared.fields.items() if field not in parts}
    return codecs | {field: replace(codecs[field], build="intern({0})") for field in declared.repeated}


def _row_codec(declared: RowType[Any], codecs: Mapping[str, ValueCodec]) -> RowCodec:
    in_order = {field: codecs[field] for field in declared.fields}
    ids = ["id", *(one.field for one in declared.references if declared.fields[one.field] is int)]
    return RowCodec(declared.row_class, in_order, list(dict.fromkeys(ids)), MAX_ID)
