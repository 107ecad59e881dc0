"""The formats of article tables, recognised by their start."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.core.message import Message
from app.formats.file_format import FileFormat, TableReading
from app.formats.source.file_sample import FileSample
from app.formats.table_choices import ArticleField, TableChoices
from app.formats.tables import delimited, json_rows, sheets
from app.formats.tables.column_words import match_header
from app.formats.tables.table import Table
from app.formats.tables.table_reader import TableOpener, preview_table, read_table

_JSON_ENDS = (".json", ".jsonl", ".ndjson")
_DELIMITED_ENDS = (".csv", ".tsv", ".tab")
_SURE_COST = 100
"""The cost of a header that is one of the words of a field."""
_ODS_KIND = b"application/vnd.oasis.opendocument.spreadsheet"


def is_xlsx(sample: FileSample) -> bool:
    """Say whether a file is a workbook of Excel."""
    return sample.has_member("xl/workbook.xml")


def make_table_format(
    name: str, title: Message, extensions: tuple[str, ...], opener: TableOpener, matches: Callable[[FileSample], bool]
) -> FileFormat:
    """Return a format that is read by what opens its tables."""
    table = TableReading(partial(read_table, open_table=opener), partial(preview_table, open_table=opener))
    return FileFormat(
        name,
        title,
        extensions,
        read=partial(read_table, open_table=opener),
        matches=matches,
        table=table,
        is_mended=True,
    )


def _is_ods(sample: FileSample) -> bool:
    return bool(sample.names) and _ODS_KIND in sample.head[:200]


def _is_json(sample: FileSample) -> bool:
    """Say whether a file is JSON with fields.

    A text that only begins like it is none.
    """
    if not sample.json_places:
        return False
    return sample.suffix in _JSON_ENDS or _begins_with_object(sample.text)


def _begins_with_object(text: str) -> bool:
    try:
        tree, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(tree, dict) or (isinstance(tree, list) and bool(tree) and isinstance(tree[0], dict))


def _open_json(path: Path, choices: TableChoices) -> Table:
    """Open JSON of one object a line, or of one text."""
    is_lines = json_rows.has_object_lines(path)
    return json_rows.open_json_lines(path, choices) if is_lines else json_rows.open_json(path, choices)


def _is_delimited(sample: FileSample) -> bool:
    """Say whether a file is a table.

    By its extension, else by headers of a text and more over rows of that width.
    """
    if sample.suffix in _DELIMITED_ENDS:
        return bool(sample.text) and sample.text[:1] not in "<{["
    records = delimited.read_records(sample.text, delimited.find_separator(sample.text))
    if len(records) < 2 or any(len(cells) != len(records[0]) for cells in records):
        return False
    fields = {match[0].field for cell in records[0] if (match := match_header(cell)) and match[0].cost < _SURE_COST}
    return len(fields) > 1 and ArticleField.TEXT in fields


XLSX = make_table_format("xlsx", Message("Excel workbook"), (".xlsx",), sheets.open_sheet, is_xlsx)
ODS = make_table_format("ods", Message("Table of articles, OpenDocument"), (".ods",), sheets.open_sheet, _is_ods)
JSON = make_table_format("json", Message("JSON of other programs"), _JSON_ENDS, _open_json, _is_json)
CSV = make_table_format(
    "csv", Message("Table of articles, CSV"), _DELIMITED_ENDS, delimited.open_delimited, _is_delimited
)
