"""Rows of `app.core` as plain values and back.

Tables and the journal hold them in this form. The forms are made of what `app.core.row_types` declares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from app.core.message import UserError
from app.core.row_types import ROW_TYPES, Parts, RowT, RowType
from app.core.rows.row import Row
from app.core.scheme import Scheme, scheme_from_json, scheme_to_json
from app.store.rows.field_codecs import column_codec, column_part_codec, journal_codec, part_codec
from app.store.rows.odd_values import ODD_VALUE_ERRORS, unexpected_row
from app.store.rows.value_codecs import Build, Plain
from app.store.schema.row_columns import owner_column, row_columns

_DOCUMENTS: dict[type[Row], tuple[Callable[[Any], str], Callable[[str], Row]]] = {
    Scheme: (scheme_to_json, scheme_from_json)
}
"""How rows that are stored as one text are written and read."""


@dataclass(frozen=True, slots=True)
class PartForm:
    """How parts of rows are held.

    `names` are those of their values in the journal, with the `defaults`. `list_columns` returns the rows of their
    `table` that a row has; `owner` is the column with the id of that row.
    """

    field: str
    table: str
    owner: str
    names: tuple[str, ...]
    defaults: Mapping[str, Any]
    list_columns: Callable[[Any], list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Form(Generic[RowT]):
    """How rows of one type are held.

    `plain` returns their values in the journal, in the order of `names`; `columns` those of their `table`.
    """

    row_class: type[RowT]
    table: str
    names: tuple[str, ...]
    defaults: Mapping[str, Any]
    plain: Plain
    columns: Plain
    parts: tuple[PartForm, ...]
    build: Build
    build_from_columns: Build

    @property
    def with_parts(self) -> tuple[Form[Any] | PartForm, ...]:
        """The form itself, and those of the parts of its rows."""
        return (self, *self.parts)

    def restore(self, values: Sequence[Any]) -> RowT:
        """Return the row of its values in the journal.

        Raise UnexpectedValueError where they are none of a project's.
        """
        try:
            row: RowT = self.build(values)
        except ODD_VALUE_ERRORS as fault:
            raise unexpected_row(self.table, values[0] if values else "?") from fault
        return row

    def restore_columns(self, columns: Sequence[Any], *parts: Sequence[Sequence[Any]]) -> RowT:
        """Return the row of its columns and those of its parts.

        There is a list for each field that lists parts. Raise UnexpectedValueError where they are none of a project's.
        """
        try:
            row: RowT = self.build_from_columns(columns, *parts)
        except ODD_VALUE_ERRORS as fault:
            raise unexpected_row(self.table, columns[0]) from fault
        return row


def _make_form(declared: RowType[RowT]) -> Form[RowT]:
    if declared.is_document:
        return _make_document_form(declared)
    journal, table = journal_codec(declared), column_codec(declared)
    return Form(
        declared.row_class,
        declared.table,
        journal.names,
        journal.defaults(),
        journal.plain(),
        table.plain(),
        tuple(_make_part_form(declared, parts) for parts in declared.parts),
        journal.build(),
        table.build(),
    )


def _make_part_form(declared: RowType[Any], parts: Parts) -> PartForm:
    part_class = declared.part_type(parts)
    journal, plain = part_codec(part_class), column_part_codec(part_class).plain()

    def list_columns(row: Any) -> list[tuple[Any, ...]]:
        return [(row.id, place, *plain(part)) for place, part in enumerate(getattr(row, parts.field))]

    owner = owner_column(declared)
    return PartForm(parts.field, parts.table, owner, journal.names, journal.defaults(), list_columns)


def _make_document_form(declared: RowType[RowT]) -> Form[RowT]:
    write, read = _DOCUMENTS[declared.row_class]

    def plain(row: RowT) -> tuple[Any, ...]:
        return (row.id, write(row))

    def build(values: Sequence[Any]) -> Row:
        number, text = values
        if type(number) is not int or type(text) is not str:
            raise TypeError
        try:
            return read(text)
        except UserError as error:
            raise ValueError(str(error.message)) from error

    names = tuple(column.name for column in row_columns(declared))
    return Form(declared.row_class, declared.table, names, {}, plain, plain, (), build, build)


FORMS: tuple[Form[Any], ...] = tuple(map(_make_form, ROW_TYPES))
"""The forms of all row types, in the order of `ROW_TYPES`."""

FORM_OF: dict[type[Row], Form[Any]] = {form.row_class: form for form in FORMS}
FORM_OF_TABLE: dict[str, Form[Any]] = {form.table: form for form in FORMS}
