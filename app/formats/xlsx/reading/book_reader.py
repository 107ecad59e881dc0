"""Read a workbook that Pometka wrote, even if it was changed.

It may be sorted or filtered, its columns moved or renamed.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from app.core.message import Message
from app.core.scheme import Scheme
from app.formats.tables.sheets import open_workbook, read_sheet_rows, refuse_bomb, worksheet_names
from app.formats.xlsx.export_stamp import ExportStamp, read_stamp
from app.formats.xlsx.reading.book_columns import (
    NUMBERED_TITLE,
    SHOWING_SHEETS,
    FoundColumns,
    find_columns,
    find_header_row,
    find_sheet_key,
    know_headers,
)
from app.formats.xlsx.reading.book_parts import BookParts, read_parts
from app.formats.xlsx.values.row_keys import RowKey, parse_row_key

Cell = str | int | float | bool | date | datetime | time | timedelta
MAX_BOOK_BYTES = 4 << 30
"""What the parts of our own workbook may come to: a million rows with their contexts."""
_TOP_ROWS = 12
_NOT_KEPT = re.compile(r"is_.*|changed|created|confidence")
"""Columns that follow from others, or from the clock of the machine that exported: nobody corrects them."""
_CONTEXT = "context"
_NO_LETTER = re.compile(r"\W+")
_MARK = re.compile(r" ?\[\d+/\d+\]\s*\Z")
_MARK_CHARS = len(" [1000/1000]") + 20
_SHORT = 64


@dataclass(frozen=True, slots=True)
class BookRow:
    """One row of a workbook.

    It holds the key of its sheet, the sheet's title, its number there, and its cells by the key of their column. Empty
    cells are left out.
    """

    sheet: str
    title: str
    number: int
    cells: dict[str, Cell]

    @property
    def key(self) -> RowKey | None:
        """The key of the row in its parts.

        It is None if the row has no key.
        """
        return parse_row_key(str(self.cells.get("key", "")))


class ShownRow(NamedTuple):
    """A row of a sheet that repeats what others hold.

    It holds the sheet's title, its number there, and its cells.
    """

    title: str
    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What is not taken in, and why.

    It also holds the sheet, and the row, which is 0 for the whole sheet.
    """

    sheet: str
    row: int
    reason: Message


@dataclass
class Book:
    """What was read from a workbook.

    It holds the stamp of the export, the rows, the keys of the columns by sheet, and what was not understood.

    `shown` are the rows of sheets that only show what the others hold, by the key of the sheet.
    """

    stamp: ExportStamp | None
    rows: list[BookRow] = field(default_factory=list)
    columns: dict[str, set[str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    not_taken: list[NotTaken] = field(default_factory=list)
    shown: dict[str, list[ShownRow]] = field(default_factory=dict)


def read_book_parts(path: Path) -> tuple[BookParts, ExportStamp | None]:
    """Return what stands around a workbook's rows, and its stamp.

    Raise UserError if it cannot be read.
    """
    refuse_bomb(path, MAX_BOOK_BYTES)
    parts = read_parts(path)
    return parts, read_stamp(parts.properties)


def read_rows(path: Path, book: Book, parts: BookParts, schemes: Sequence[Scheme]) -> Iterator[int]:
    """Read the rows of a workbook into `book`.

    Yield how many there are so far.

    `schemes` are the label schemes that its headers may be from.
    """
    workbook, known = open_workbook(path), know_headers(schemes)
    words: dict[str, str] = {}
    for title in worksheet_names(workbook):
        rows = read_sheet_rows(path, workbook, title)
        top = list(islice(rows, _TOP_ROWS))
        key = find_sheet_key(title, [_texts(cells) for _, cells in top], parts, known)
        if not top:
            continue
        if key in SHOWING_SHEETS:
            book.shown.setdefault(key, []).extend(_show_rows(title, chain(top, rows)))
            yield len(book.rows)
            continue
        if not key:
            reason = Message("The sheet is none that Pometka wrote.")
            book.not_taken.append(NotTaken(title, 0, reason))
            continue
        place = find_header_row(title, _by_number(top), parts, known[key])
        found = next((cells for number, cells in top if number == place + 1), [])
        columns = find_columns(key, (title, place + 1), _texts(found), parts, known[key])
        _note_columns(book, key, title, columns, place + 1)
        below = ((number, cells) for number, cells in chain(top, rows) if number > place + 1)
        for number, cells in below:
            kept = _cells(cells, columns, words)
            if kept:
                book.rows.append(BookRow(key, title, number, kept))
            if not number % 1000:
                yield len(book.rows)
    book.rows = _join_parts(book)


def read_shown_rows(path: Path, titles: Mapping[str, str]) -> dict[str, list[ShownRow]]:
    """Return the rows of the sheets of a workbook by key.

    The workbook was just written. `titles` are keys by title.
    """
    workbook = open_workbook(path)
    found: dict[str, list[ShownRow]] = {}
    for title in worksheet_names(workbook):
        key = titles.get(NUMBERED_TITLE.sub(r"\1", title))
        if key is not None:
            found.setdefault(key, []).extend(_show_rows(title, read_sheet_rows(path, workbook, title)))
    return found


def _show_rows(title: str, rows: Iterable[tuple[int, list[Any]]]) -> Iterator[ShownRow]:
    for number, cells in rows:
        yield ShownRow(title, number, tuple(cell for cell in cells if cell is not None and str(cell).strip()))


def sum_context(words: str) -> int:
    """Return a checksum of the letters of a context.

    A million sentences are not held in memory to be compared.
    """
    return zlib.crc32(_NO_LETTER.sub("", words).encode("utf-8", "surrogatepass"))


def is_kept(key: str) -> bool:
    """Say whether the cells of a column are kept.

    What follows from other cells is not.
    """
    return _NOT_KEPT.fullmatch(key) is None


def _by_number(top: Sequence[tuple[int, list[Any]]]) -> list[list[str]]:
    """Return the texts of the first rows, each at its number.

    Empty rows are not read.
    """
    texts: list[list[str]] = [[] for _ in range(top[-1][0])]
    for number, cells in top:
        texts[number - 1] = _texts(cells)
    return texts


def _note_columns(book: Book, key: str, title: str, columns: FoundColumns, row: int) -> None:
    book.columns.setdefault(key, set()).update(columns.keys.values())
    book.titles.setdefault(key, title)
    for header in columns.unknown.values():
        reason = Message("The column “{column}” is none that Pometka wrote.", {"column": header})
        book.not_taken.append(NotTaken(title, row, reason))


def _texts(cells: Sequence[Any]) -> list[str]:
    return [cell if isinstance(cell, str) else "" for cell in cells]


def _cells(cells: Sequence[Any], columns: FoundColumns, words: dict[str, str]) -> dict[str, Cell]:
    """Return the cells of a row by column.

    Short texts that repeat are held once.
    """
    found: dict[str, Cell] = {}
    for place, key in columns.keys.items():
        value = cells[place] if place < len(cells) else ""
        if value is None or (isinstance(value, str) and not value.strip()) or not is_kept(key):
            continue
        if key == _CONTEXT:
            found[key] = sum_context(str(value))
            continue
        found[key] = words.setdefault(value, value) if isinstance(value, str) and len(value) < _SHORT else value
    return found


def _join_parts(book: Book) -> list[BookRow]:
    """Return the rows with those joined that hold one text in parts."""
    parts: dict[tuple[str, RowKey], list[tuple[int, BookRow]]] = defaultdict(list)
    whole: list[BookRow] = []
    for row in book.rows:
        key = row.key
        if key is not None and key.part > 1:
            parts[row.sheet, replace(key, part=1)].append((key.part, row))
        else:
            whole.append(row)
    if not parts:
        return whole
    joined = []
    for row in whole:
        key = row.key
        more = parts.pop((row.sheet, key), []) if key is not None else []
        joined.append(_join(row, [part for _, part in sorted(more, key=lambda one: one[0])]) if more else row)
    for left in chain.from_iterable(parts.values()):
        row = left[1]
        book.not_taken.append(NotTaken(row.title, row.number, Message("The first part of this text has no row.")))
    return joined


def _join(row: BookRow, parts: Sequence[BookRow]) -> BookRow:
    cells = dict(row.cells)
    for part in parts:
        for key, value in part.cells.items():
            head = cells.get(key, "")
            if _is_marked(head) or _is_marked(value):
                cells[key] = _without_mark(head) + _without_mark(value)
    return replace(row, cells=cells)


def _is_marked(value: Cell) -> bool:
    return isinstance(value, str) and _without_mark(value) != value


def _without_mark(value: Cell) -> str:
    """Return the part of a text without its number, "[1/3]"."""
    text = str(value)
    mark = _MARK.search(text, max(0, len(text) - _MARK_CHARS))
    return text[: mark.start()] if mark is not None else text
