"""Read JSON and JSONL of other programs as tables.

Nested fields are columns with dots in their names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from app.core.json.errors import explain_json_error
from app.core.message import Message, UserError
from app.formats.source.file_text import read_text
from app.formats.source.lines import Line, read_lines
from app.formats.table_choices import TableChoices
from app.formats.tables.table import SAMPLE_ROWS, Table, TableRow

_LINE_ENDS = (".jsonl", ".ndjson")
_MAX_DEPTH = 8
"""Fields that lie deeper are no columns."""
_MAX_COLUMNS = 500
_MAX_LIST_DEPTH = 4
"""How deep the list of articles may lie in a JSON file."""


def open_json(path: Path, choices: TableChoices) -> Table:
    """Open a JSON file as a table.

    It holds a list of objects, one that lies in an object, objects by id, or one object.
    """
    text = read_text(path).text
    try:
        tree = json.loads(text)
    except (RecursionError, ValueError) as fault:  # ValueError: no JSON, or a number of 5,000 digits
        raise UserError(
            "“{name}” is not JSON ({reason}).",
            hint="Check it where that is, or save it again.",
            name=path.name,
            reason=explain_json_error(fault),
        ) from fault
    del text
    items = _find_items(tree)
    if not items:
        raise UserError(
            "“{name}” holds no list of articles.",
            hint="Save the articles as a list of objects, or one object a line as .jsonl.",
            name=path.name,
        )
    return _make_table(_make_row(number, item) for number, item in enumerate(items, start=1))


def open_json_lines(path: Path, choices: TableChoices) -> Table:
    """Open a file of one JSON object a line."""
    table = _make_table(map(_parse_line, read_lines(path)))
    if not table.sample:
        raise UserError("“{name}” is empty.", hint="Remove it, or save the articles into it again.", name=path.name)
    return table


def flatten_object(item: dict[str, Any]) -> dict[str, Any]:
    """Return the nested fields of an object by dotted names.

    Lists are values.
    """
    found: dict[str, Any] = {}
    waiting: list[tuple[str, int, dict[str, Any]]] = [("", 0, item)]
    while waiting:
        prefix, depth, holder = waiting.pop()
        for key, value in holder.items():
            name = f"{prefix}{key}"
            if isinstance(value, dict) and value and depth < _MAX_DEPTH:
                waiting.append((f"{name}.", depth + 1, value))
            else:
                found[name] = value
    return found


def _parse_line(line: Line) -> TableRow:
    if line.fault:
        return TableRow(line.number, fault=line.fault)
    try:
        item = json.loads(line.text.removeprefix("\ufeff"))
    except (RecursionError, ValueError) as fault:
        return TableRow(
            line.number,
            fault=Message("this is not JSON ({reason})", {"reason": explain_json_error(fault, is_line=True)}),
        )
    return _make_row(line.number, item)


def _make_row(number: int, item: Any) -> TableRow:
    if isinstance(item, str):
        return TableRow(number, {"text": item})
    if not isinstance(item, dict):
        return TableRow(number, fault=Message("this is not a JSON object"))
    return TableRow(number, flatten_object(item))


def _make_table(rows: Iterator[TableRow]) -> Table:
    sample = tuple(islice(rows, SAMPLE_ROWS))
    names = dict.fromkeys(name for row in sample for name in _in_order(row))
    return Table(tuple(islice(names, _MAX_COLUMNS)), sample, chain(sample, rows))


def _in_order(row: TableRow) -> list[str]:
    """Return the columns of a row, the outer fields first."""
    return sorted(row.values, key=lambda name: name.count("."))


def _find_items(tree: Any) -> list[Any]:
    """Return the likely articles of a JSON text.

    They are objects.
    """
    if isinstance(tree, list):
        return tree
    if not isinstance(tree, dict):
        return []
    lists = [found for found in _lists_of_objects(tree, 0) if found]
    if lists and not any(isinstance(value, str) for value in _text_values(tree)):
        return max(lists, key=len)
    if tree and all(isinstance(value, dict) for value in tree.values()):
        return list(tree.values())
    return [tree]


def _text_values(tree: dict[str, Any]) -> Iterator[str]:
    """Yield the long texts of an object.

    An object with a text of its own is an article.
    """
    return (value for value in flatten_object(tree).values() if isinstance(value, str) and len(value) > 500)


def _lists_of_objects(tree: dict[str, Any], depth: int) -> Iterator[list[Any]]:
    for value in tree.values():
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            yield value
        elif isinstance(value, dict) and depth < _MAX_LIST_DEPTH:
            yield from _lists_of_objects(value, depth + 1)


def has_object_lines(path: Path) -> bool:
    """Say whether the first line of a file is an object.

    Another object must follow it, or nothing.
    """
    lines = read_lines(path)
    first = next(lines, None)
    if first is None or first.fault or not first.text.lstrip("\ufeff \t").startswith("{"):
        return False
    try:
        json.loads(first.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return path.suffix.lower() in _LINE_ENDS
    return next(lines, None) is not None or path.suffix.lower() in _LINE_ENDS
