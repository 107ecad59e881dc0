"""A table as one sheet, or several beyond Excel's last row."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import Generic

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.core.scheme import Scheme
from app.formats.xlsx.cells import MAX_CELL_UTF16, MAX_ROWS, Value, clean_text, split_text
from app.formats.xlsx.columns import Column, Look, RowT_contra
from app.formats.xlsx.row_writers import FastRowWriter, OpenpyxlRowWriter, RowWriter, has_private_parts
from app.formats.xlsx.styles import add_header, finish_table, set_layout

_LINE_HEIGHT_POINTS, _MAX_LINES = 15, 6


class TableSheet(Generic[RowT_contra]):
    """A table that is written row by row, then closed.

    Temporary files live as long as `stack`. A table with more rows than Excel takes goes on in another sheet,
    "Entities (2)".
    """

    def __init__(
        self,
        workbook: Workbook,
        title: str,
        columns: Sequence[Column[RowT_contra]],
        scheme: Scheme,
        stack: ExitStack,
    ) -> None:
        self._workbook = workbook
        self._title = title
        self._columns = columns
        self._scheme = scheme
        self._stack = stack
        self._values = [column.value for column in columns]
        self._wraps = [(index, column.width) for index, column in enumerate(columns) if column.look is Look.WRAPPED]
        self._sheets: list[Worksheet] = []
        self._start_sheet()

    def append(self, row: RowT_contra) -> None:
        """Add a row, or several where a text is too long."""
        values = [value(row) for value in self._values]
        if _has_long_text(values):
            for part in _split_row(values):
                self._append(part)
        else:
            self._append(values)

    def extend(self, rows: Iterable[RowT_contra]) -> None:
        """Add several rows."""
        for row in rows:
            self.append(row)

    def close(self) -> None:
        """End the table."""
        finish_table(self._sheets[-1], self._columns, self._last_row, self._scheme)
        self._rows.close()

    def _append(self, values: Sequence[Value]) -> None:
        if self._last_row == MAX_ROWS:
            self.close()
            self._start_sheet()
        self._last_row += 1
        self._rows.append(self._last_row, values, self._find_height(values))

    def _start_sheet(self) -> None:
        number = len(self._sheets) + 1
        title = self._title if number == 1 else f"{self._title} ({number})"
        index = self._workbook.index(self._sheets[-1]) + 1 if self._sheets else None
        sheet = self._workbook.create_sheet(title, index)
        set_layout(sheet, self._columns)
        add_header(sheet, self._columns)
        self._sheets.append(sheet)
        self._last_row = 1
        self._rows = self._open_writer(sheet)

    def _open_writer(self, sheet: Worksheet) -> RowWriter:
        """Return the fast writer, or openpyxl's where it cannot work."""
        if has_private_parts(sheet):
            return FastRowWriter(sheet, self._columns, self._stack.enter_context(tempfile.TemporaryFile()))
        return OpenpyxlRowWriter(sheet, self._columns)

    def _find_height(self, row: Sequence[Value]) -> int:
        """Return the height of `row` in points, 0 for one line."""
        most = 1
        for index, width in self._wraps:
            text = row[index]
            if isinstance(text, str) and (len(text) > width or "\n" in text):
                most = max(most, sum(len(line) // width + 1 for line in text.split("\n")))
        return min(most, _MAX_LINES) * _LINE_HEIGHT_POINTS if most > 1 else 0


def _has_long_text(row: Sequence[Value]) -> bool:
    for value in row:  # noqa: SIM110  # every row comes by here, and a generator takes twice as long
        if type(value) is str and len(value) > MAX_CELL_UTF16 // 2:
            return True
    return False


def _split_row(row: Sequence[Value]) -> Iterator[list[Value]]:
    """Yield `row` as several rows, with long texts in parts.

    The rows after the first repeat only the ids.
    """
    columns = [list(split_text(clean_text(value))) if isinstance(value, str) else [value] for value in row]
    for number in range(max(len(values) for values in columns)):
        yield [
            values[number] if number < len(values) else values[0] if _is_id_column(index, row) else None
            for index, values in enumerate(columns)
        ]


def _is_id_column(index: int, row: Sequence[Value]) -> bool:
    """Say whether a column has an id: the first and the last."""
    return index in {0, len(row) - 1} and isinstance(row[index], int)
