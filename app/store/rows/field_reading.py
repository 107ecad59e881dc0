"""Some fields of all rows of a type.

To read the fields that a long list is sorted by takes a fraction of reading its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from app.core.row_types import DECLARED
from app.core.rows.row import Row
from app.store.rows.field_codecs import fields_codec
from app.store.rows.odd_values import ODD_VALUE_ERRORS, unexpected_row
from app.store.rows.value_codecs import BuildValues
from app.store.schema.statements import select_columns


@dataclass(frozen=True, slots=True)
class FieldReading:
    """How ids and some fields of a row type are read.

    `statement` reads their columns from the `table`; `take` takes the same fields from a row.
    """

    table: str
    statement: str
    take: Callable[[Row], tuple[Any, ...]]
    build: BuildValues

    def restore(self, stored: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """Return the fields of stored columns.

        Raise UnexpectedValueError where they are none of a project's.
        """
        try:
            return self.build(stored)
        except ODD_VALUE_ERRORS:
            for columns in stored:
                self._check(columns)
            raise

    def _check(self, columns: Sequence[Any]) -> None:
        try:
            self.build([columns])
        except ODD_VALUE_ERRORS as fault:
            raise unexpected_row(self.table, columns[0]) from fault


@cache
def field_reading(row_class: type[Row], names: tuple[str, ...]) -> FieldReading:
    """Return how the id and one or more other fields are read.

    None of them lists parts.
    """
    declared = DECLARED[row_class]
    codec = fields_codec(declared, names)
    statement = select_columns(declared.table, codec.names)
    return FieldReading(declared.table, statement, attrgetter("id", *names), codec.build_values())
