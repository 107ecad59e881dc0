"""Encode rows of a sheet as XML with a compiled function.

The function is compiled for the columns of the sheet.

A row has some twenty cells, and a workbook a million rows: the function has the fixed XML of each column in it, and
encodes values that repeat once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from app.formats.xlsx.columns.column import VALUE_LOOKS, WRAPPED_LOOKS, Column, Look
from app.formats.xlsx.values.cells import (
    FIRST_INEXACT_INTEGER,
    MAX_CELL_UTF16,
    Value,
    clean_text,
    to_cell_value,
    to_day_number,
    to_time_number,
)

_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x")
"""What must not stand in XML as it is, and what may be one of Excel's own escapes."""
_MAX_REMEMBERED = 4_000
_LONG_TEXT = MAX_CELL_UTF16 // 2
"""A longer text may not fit a cell: an emoji counts twice."""
_INDENT_CHARS = 2
"""So much of a column's width is left free at both sides of its text."""
_LINE_POINTS, _PADDING_POINTS = 15, 3
FONT_NAME, FONT_SIZE = "Calibri", 11
_FONT = f'<sz val="{FONT_SIZE}"/><rFont val="{FONT_NAME}"/>'
_PLAIN = f'<r><rPr>{_FONT}</rPr><t xml:space="preserve">'
_BOLD = f'<r><rPr><b/>{_FONT}</rPr><t xml:space="preserve">'
_END = "</t></r>"
_ROW_HEAD = '<row r="{number}" ht="{height}" customHeight="1">'

EncodeRow = Callable[[int, Any], str]
"""Takes the number of a row and the row; raises LongTextError."""


class LongTextError(Exception):
    """Tell that a text of a row may not fit a cell."""


def compile_rows(columns: Sequence[Column[Any]], styles: Sequence[int], *, is_split: bool = False) -> EncodeRow:
    """Return a function that encodes rows with these columns.

    `styles` are the numbers of their styles.

    Texts of rows that are split fit a cell, and are cleaned.
    """
    names: dict[str, Any] = {
        "escape_text": _make_part if is_split else escape_text,
        "encode_runs": encode_runs,
        "encode_value": encode_value,
        "remember": _remember,
        "count_lines": count_lines,
    }
    lines = ["def encode_row(place, row):", "    number, lines = str(place), 1"]
    flags: list[int] = []
    for index, (column, style) in enumerate(zip(columns, styles, strict=True)):
        names[f"value_of_{index}"] = column.value
        names[f"known_{index}"] = {}
        if column.flag is None:
            lines += _encode_column(index, column, style)
        else:
            flags.append(index)
    lines += _encode_flags(flags, columns, styles, names)
    cells = "".join(f"{{cell_{index}}}" for index in range(len(columns)) if index not in flags[1:])
    lines += [f"    height = lines * {_LINE_POINTS} + {_PADDING_POINTS}", f"    return f'{_ROW_HEAD}{cells}</row>'"]
    exec("\n".join(lines), names)  # noqa: S102  # our own lines: no text of a user is in them
    encode: EncodeRow = names["encode_row"]
    return encode


def _encode_column(index: int, column: Column[Any], style: int) -> list[str]:
    """Return the lines that put one cell's XML into `cell_N`."""
    head = f'<c r="{get_column_letter(index + 1)}{{number}}" s="{style}"'
    value = f"value = value_of_{index}(row)"
    if column.look in VALUE_LOOKS:
        return [
            f"    {value}",
            f"    cell = known_{index}.get(value) if value is not None else ''",
            f"    if cell is None: cell = remember(known_{index}, value, encode_value(value))",
            f"    cell_{index} = f'{head}{{cell}}</c>' if cell else ''",
            *(["    if type(value) is str:", *_count_wrapped(column)] if column.look in WRAPPED_LOOKS else []),
        ]
    lines = [f"    {value}", f"    cell_{index} = ''", "    if value:"]
    if column.look is Look.RICH:
        lines += ["        runs, value = value, ''.join(value)", "        cell = encode_runs(runs, value)"]
    elif column.repeats:
        lines += [
            f"        cell = known_{index}.get(value)",
            f"        if cell is None: cell = remember(known_{index}, value, escape_text(value))",
        ]
    else:
        lines += ["        cell = f'<t>{value}</t>'" if column.is_plain else "        cell = escape_text(value)"]
    lines += [f"        cell_{index} = f'{head} t=\"inlineStr\"><is>{{cell}}</is></c>' if cell else ''"]
    return [*lines, *_count_wrapped(column)] if column.look in WRAPPED_LOOKS and not column.is_folded else lines


def _count_wrapped(column: Column[Any]) -> list[str]:
    """Return the lines of code that make room for a text."""
    width, most = column.width - _INDENT_CHARS, column.max_lines
    return [
        f"        if len(value) > {width} or '\\n' in value:",
        f"            lines = max(lines, count_lines(value, {width}, {most}))",
    ]


def _encode_flags(
    flags: list[int], columns: Sequence[Column[Any]], styles: Sequence[int], names: dict[str, Any]
) -> list[str]:
    """Return the code lines that write the XML of all flags.

    The flags stand side by side. Their XML goes into the cell of the first.
    """
    if not flags:
        return []
    first = flags[0]
    cells = [(columns[index].flag, f'<c r="{get_column_letter(index + 1)}#" s="{styles[index]}">') for index in flags]
    names["make_flags"] = lambda value: "".join(f"{head}<v>{int(flag == value)}</v></c>" for flag, head in cells)
    return [
        f"    value = value_of_{first}(row)",
        f"    cell = known_{first}.get(value)",
        f"    if cell is None: cell = remember(known_{first}, value, make_flags(value))",
        f"    cell_{first} = cell.replace('#', number)",
    ]


def _remember(known: dict[Any, str], value: Any, cell: str) -> str:
    if len(known) >= _MAX_REMEMBERED:
        known.clear()
    known[value] = cell
    return cell


def escape_text(value: Value) -> str:
    """Return the element of a text.

    Return "" for no text. A value of another type is written as text too.
    """
    if type(value) is not str:
        kept = to_cell_value(value)
        value = kept.isoformat() if isinstance(kept, date) else str(kept or "")
    if len(value) > _LONG_TEXT:
        raise LongTextError
    if not value.isprintable() or "&" in value or "<" in value or ">" in value or "_x" in value:
        value = escape(clean_text(value)) if _SPECIAL.search(value) else value
    if not value:
        return ""
    return f'<t xml:space="preserve">{value}</t>' if value[0].isspace() or value[-1].isspace() else f"<t>{value}</t>"


def _make_part(value: Value) -> str:
    return f'<t xml:space="preserve">{escape(str(value))}</t>' if value else ""


def encode_runs(runs: tuple[str, ...] | str, text: str) -> str:
    """Return the runs of a text, every second one bold.

    Each run has its font.

    A run without a font comes back from LibreOffice in another one.
    """
    if isinstance(runs, str):
        return escape_text(runs)
    if not text.isprintable() or "_x" in text:
        runs = tuple(map(clean_text, runs))
    if "&" in text or "<" in text or ">" in text:
        runs = tuple(map(escape, runs))
    if len(runs) == 3 and runs[0] and runs[2]:
        return f"{_PLAIN}{runs[0]}{_END}{_BOLD}{runs[1]}{_END}{_PLAIN}{runs[2]}{_END}"
    return _join_runs(runs)


def _join_runs(runs: Sequence[str]) -> str:
    return "".join(f"{_BOLD if index % 2 else _PLAIN}{run}{_END}" for index, run in enumerate(runs) if run)


def encode_value(value: Value) -> str:
    """Return the end of a cell that holds a value.

    The value is a number, a day or a time, or a text if it is none of these. Return "" for an empty value.
    """
    if type(value) is int and -FIRST_INEXACT_INTEGER < value < FIRST_INEXACT_INTEGER:
        return f"><v>{value}</v>"
    kept = to_cell_value(value)
    if kept is None:
        return ""
    if isinstance(kept, datetime):
        return f"><v>{to_time_number(kept)!r}</v>"
    if isinstance(kept, date):
        return f"><v>{to_day_number(kept)}</v>"
    if isinstance(kept, str):
        return f' t="inlineStr"><is>{escape_text(kept)}</is>'
    return f"><v>{kept!r}</v>"


def count_lines(text: str, width: int, most: int) -> int:
    """Return how many lines a text takes in a column.

    The result is at most `most`.
    """
    if "\n" not in text:
        return min(most, len(text) // width + 1) if len(text) > width else 1
    return min(most, sum(len(line) // width + 1 for line in text.split("\n")))
