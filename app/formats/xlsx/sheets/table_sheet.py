"""A table as one sheet, or several beyond Excel's last row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, Generic

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.columns.column import VALUE_LOOKS, Column, RowT_contra, SheetColumns
from app.formats.xlsx.parts.hyperlinks import make_place
from app.formats.xlsx.parts.package import Package
from app.formats.xlsx.parts.row_encoder import LongTextError, compile_rows
from app.formats.xlsx.parts.styles import MUTED, find_style_numbers, set_cell
from app.formats.xlsx.sheets.sheet_layout import TableLook, finish_table, lay_out_table
from app.formats.xlsx.values.cells import MAX_ROWS, Value, clean_text, split_text
from app.formats.xlsx.values.words import Vocabulary

_BUFFERED_ROWS = 64
_BELOW_AN_EMPTY_TABLE = 3
"""The first row below a table without rows, which has its header and one blank row."""


@dataclass(frozen=True, slots=True)
class TablePlace:
    """What a table needs of its workbook."""

    package: Package
    words: Vocabulary
    look: TableLook


class TableSheet(Generic[RowT_contra]):
    """A table that is written row by row, then closed.

    A table with more rows than Excel takes goes on in another sheet, "Entities (2)".
    """

    def __init__(self, place: TablePlace, columns: SheetColumns) -> None:
        self._place = place
        self._key = columns.sheet
        self._columns: Sequence[Column[RowT_contra]] = columns.columns
        self._language = place.words.language
        styles = find_style_numbers(place.package.workbook, [column.look for column in self._columns])
        self._encode = compile_rows(self._columns, styles)
        self._encode_part = compile_rows(_value_columns(self._columns), styles, is_split=True)
        self._linked = [
            (get_column_letter(index), column.link)
            for index, column in enumerate(self._columns, start=1)
            if column.link is not None
        ]
        self._linked_places = [place for place, column in enumerate(self._columns) if column.link is not None]
        self._sheets: list[Worksheet] = []
        self._last_row = 1
        self._add_sheet()

    def next_place(self) -> str:
        """Return the place of the row that is added next."""
        if self._last_row == MAX_ROWS:
            return make_place(self._title(len(self._sheets) + 1), 2)
        return make_place(self._sheets[-1].title, self._last_row + 1)

    def append(self, row: RowT_contra) -> None:
        """Add a row, or several where a text is too long."""
        if self._last_row == MAX_ROWS:
            self._continue()
        if self._last_row == 1:
            self._open_rows()
        number = self._last_row + 1
        try:
            encoded = self._encode(number, row)
        except LongTextError:
            self._append_parts(row)
            return
        self._last_row = number
        self._buffer.append(encoded)
        if len(self._buffer) == _BUFFERED_ROWS:
            self._flush_rows()
        for column, link in self._links:
            column.add(number, link(row))

    def extend(self, rows: Iterable[RowT_contra]) -> None:
        """Add several rows."""
        for row in rows:
            self.append(row)

    def explain_empty(self, words: str) -> None:
        """Say below the table why it has no rows."""
        set_cell(self._sheets[-1], (_BELOW_AN_EMPTY_TABLE, 1), words, MUTED)

    def close(self) -> None:
        """End the table."""
        self._flush_rows()
        number = len(self._sheets)
        finish_table(self._sheets[-1], self._key_of(number), self._columns, self._last_row, self._place.look)

    def _append_parts(self, row: RowT_contra) -> None:
        for values in _split_row(self._columns, row):
            if self._last_row == MAX_ROWS:
                self._continue()
                self._open_rows()
            number = self._last_row + 1
            self._add_row(self._encode_part(number, values))
            for (column, link), place in zip(self._links, self._linked_places, strict=True):
                column.add(number, link(row) if values[place] is not None else "")

    def _add_row(self, encoded: str) -> None:
        self._last_row += 1
        self._buffer.append(encoded)
        if len(self._buffer) == _BUFFERED_ROWS:
            self._flush_rows()

    def _flush_rows(self) -> None:
        if self._buffer:
            self._part.write("".join(self._buffer).encode())
            self._buffer.clear()

    def _open_rows(self) -> None:
        self._part, links = self._place.package.open_rows(self._sheets[-1])
        self._links = [(links.add_column(letter), link) for letter, link in self._linked]

    def _continue(self) -> None:
        self.close()
        self._add_sheet()

    def _add_sheet(self) -> None:
        number = len(self._sheets) + 1
        after = self._sheets[-1] if self._sheets else None
        sheet = self._place.package.add_sheet(self._title(number), after)
        lay_out_table(sheet, self._key_of(number), self._columns, self._language)
        self._sheets.append(sheet)
        self._buffer: list[str] = []
        self._last_row = 1

    def _title(self, number: int) -> str:
        title = self._place.words.sheet(self._key)
        return title if number == 1 else f"{title} ({number})"

    def _key_of(self, number: int) -> str:
        return self._key if number == 1 else f"{self._key}_{number}"


def _value_columns(columns: Sequence[Column[Any]]) -> list[Column[Any]]:
    """Return columns that take their values from a list of them."""
    return [replace(column, value=itemgetter(index), repeats=False) for index, column in enumerate(columns)]


def _split_row(columns: Sequence[Column[RowT_contra]], row: RowT_contra) -> Iterator[list[Value]]:
    """Yield a row as several, with long texts in parts.

    The rows after the first repeat only the keys, each with the number of its part.
    """
    cells: list[list[Value]] = []
    for column in columns:
        value = column.value(row)
        if isinstance(value, str) and column.look not in VALUE_LOOKS:
            cells.append(list(split_text(clean_text(value))))
        else:
            cells.append([value])
    for number in range(max(map(len, cells))):
        yield [
            values[number]
            if number < len(values)
            else f"{values[0]}.{number + 1}"
            if column.key == "key"
            else values[0]
            if column.key == "article"
            else None
            for column, values in zip(columns, cells, strict=True)
        ]
