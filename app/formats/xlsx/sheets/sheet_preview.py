"""Show the first rows of a sheet as text.

A user looks at them before a workbook is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from app.core.model import Document
from app.core.values.figure_words import say_exactly
from app.core.values.period_words import say_day
from app.formats.export_context import ExportContext
from app.formats.xlsx.columns.column import Column, SheetColumns
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.rows.sheet_rows import DocumentRows, join_runs
from app.formats.xlsx.values.cells import Value
from app.formats.xlsx.values.row_keys import make_project_tag
from app.formats.xlsx.values.words import SHEETS, Vocabulary

PREVIEWED = ("articles", "entities", "claims", "notes")
"""The sheets whose rows follow from single articles."""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """The headers of a sheet and its first rows as text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def list_sheets(context: ExportContext) -> dict[str, tuple[str, tuple[tuple[str, str], ...]]]:
    """Return each sheet by key.

    Its title, and the key and title of each column, none where they are fixed.

    Columns of single labels are left out: they are chosen all together.
    """
    naming = _make_naming(context)
    columns = make_sheet_columns(naming)
    language = context.options.language
    return {key: (title.say(language), _list_columns(columns.get(key), language)) for key, title in SHEETS.items()}


def preview_sheet(documents: Iterable[Document], context: ExportContext, sheet: str, rows: int) -> SheetPreview:
    """Return the first rows of a previewed sheet.

    The sheet is one of `PREVIEWED`. What is folded is left out.
    """
    columns = [column for column in make_sheet_columns(_make_naming(context))[sheet].columns if not column.is_folded]
    found = (row for document in documents for row in _make_rows(DocumentRows(document, context.options), sheet))
    language = context.options.language
    texts = (tuple(_say(column.value(row), language) for column in columns) for row in islice(found, rows))
    return SheetPreview(tuple(column.title.say(language) for column in columns), tuple(texts))


def _make_naming(context: ExportContext) -> Naming:
    words = Vocabulary.of(context.scheme, context.options.language)
    return Naming(words, make_project_tag(context.project), context.scheme, context.options)


def _list_columns(sheet: SheetColumns | None, language: str) -> tuple[tuple[str, str], ...]:
    columns: Iterable[Column[Any]] = sheet.columns if sheet is not None else ()
    return tuple((column.key, column.title.say(language)) for column in columns if column.flag is None)


def _make_rows(rows: DocumentRows, sheet: str) -> Iterator[Any]:
    if sheet == "articles":
        return iter((rows.article(),))
    if sheet == "entities":
        return rows.entities()
    return rows.claims() if sheet == "claims" else rows.notes()


def _say(value: Value, language: str) -> str:
    if isinstance(value, tuple):
        return join_runs(value)
    if isinstance(value, datetime):
        return f"{say_day(value, language)} {value:%H:%M}"
    if isinstance(value, date):
        return say_day(value, language)
    if isinstance(value, int | float):
        return say_exactly(repr(value), language)
    return value or ""
