"""Read CSV and TSV: any separator and encoding, quoted line ends."""

from __future__ import annotations

import csv
import io
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from app.core.message import Message, UserError
from app.formats.source.damage import explain_damage
from app.formats.source.encodings import NotTextError, find_encoding
from app.formats.source.file_text import MAX_FILE_BYTES, check_file, no_text_error, unreadable_error
from app.formats.table_choices import TableChoices
from app.formats.tables.column_guess import MAX_HEADER_ROWS, find_header, join_headers
from app.formats.tables.guarded_cells import is_own_table, unguard_cell
from app.formats.tables.table import SAMPLE_ROWS, Table, TableRow, name_columns

SEPARATORS = (",", ";", "\t", "|")
_HEAD_BYTES = 1 << 18
_MAX_CHAR_BYTES = 4
_BROKEN_CHARACTER = "\ufffd"
_Record = tuple[int, list[str]]


def open_delimited(path: Path, choices: TableChoices) -> Table:
    """Open a CSV or TSV file.

    Raise UserError if it is no text, is empty or cannot be read.
    """
    head = _read_head(path)
    encoding = choices.encoding or _find_encoding(head, path)
    sample_text = head.decode(encoding, "ignore")
    separator = choices.separator or find_separator(sample_text)
    messages: list[Message] = []
    records = _read_records(path, encoding, separator, messages)
    top = list(islice(records, MAX_HEADER_ROWS))
    if not top:
        raise UserError("“{name}” is empty.", hint="Remove it, or save the articles into it again.", name=path.name)
    place = find_header([cells for _, cells in top])
    width = max(map(len, [top[0][1], *read_records(sample_text, separator)]))
    place, headers = join_headers([cells for _, cells in top], place) if place >= 0 else (place, [""] * width)
    columns = name_columns(headers)
    below: Iterator[_Record] = chain(top[place + 1 :], records)
    is_own = is_own_table(columns)
    if is_own:
        below = ((number, list(map(unguard_cell, cells))) for number, cells in below)
    rows = (_make_row(columns, record) for record in below)
    sample = tuple(islice(rows, SAMPLE_ROWS))
    return Table(columns, sample, chain(sample, rows), messages, separator, encoding, is_own=is_own)


def find_separator(text: str) -> str:
    """Return the likeliest separator of a text.

    It gives the most rows the same number of cells, and many cells.
    """
    declared = text.lstrip("\ufeff").partition("\n")[0].strip().lower()
    if declared.startswith("sep=") and len(declared) == len("sep=") + 1:
        return declared[-1]
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator))


def read_records(text: str, separator: str) -> list[list[str]]:
    """Return the cells of the first rows of a text.

    The text may be cut.
    """
    return [cells for _, cells in _sample_records(text, separator)]


def _regularity(text: str, separator: str) -> tuple[float, int]:
    """Return the share of the commonest row length, and the length.

    The length is a number of cells. The share is 0 if it is one.
    """
    widths = Counter(map(len, read_records(text, separator)))
    if not widths:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0]))
    return (count / widths.total() if width > 1 else 0.0), width


def _sample_records(text: str, separator: str) -> list[_Record]:
    """Return the first records of a text.

    The text may be cut in the last one.
    """
    records = list(islice(_parse(io.StringIO(text, newline=""), separator), SAMPLE_ROWS + 1))
    may_be_cut = len(text) >= _HEAD_BYTES // _MAX_CHAR_BYTES
    return records[:-1] if may_be_cut and 1 < len(records) <= SAMPLE_ROWS else records


def _read_head(path: Path) -> bytes:
    try:
        check_file(path)
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as fault:
        raise unreadable_error(path, fault) from fault


def _find_encoding(head: bytes, path: Path) -> str:
    try:
        return find_encoding(head, is_whole=len(head) < _HEAD_BYTES)
    except NotTextError as fault:
        raise no_text_error(path.name, fault) from fault


def _read_records(path: Path, encoding: str, separator: str, messages: list[Message]) -> Iterator[_Record]:
    """Yield the records that are not blank; say afterwards what was broken."""
    broken, number, last_lines = 0, 0, list[str]()
    pending: list[str] = []
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            for number, cells in _parse(_remember_lines(file, pending), separator):
                broken += sum(cell.count(_BROKEN_CHARACTER) for cell in cells)
                last_lines = pending.copy()
                pending.clear()
                yield number, cells
    except OSError as fault:
        raise unreadable_error(path, fault) from fault
    except csv.Error as fault:
        raise UserError(
            "“{name}”, after row {row}: {reason}.",
            hint="Check the quotation marks and the separator there.",
            name=path.name,
            row=number,
            reason=explain_damage(fault),
        ) from fault
    fields = {"name": path.name, "n": str(broken), "row": str(number)}
    if broken:
        messages.append(Message("“{name}” has {n} broken characters, shown as “\ufffd”.", fields))
    if number and _is_open_at_end(last_lines, separator):
        messages.append(
            Message("“{name}”, row {row}: a quotation mark is not closed; the row takes all to the end.", fields)
        )


def _parse(lines: Iterable[str], separator: str) -> Iterator[_Record]:
    """Yield the records of a text with their numbers.

    A line that declares the separator is passed over.
    """
    csv.field_size_limit(MAX_FILE_BYTES)
    for number, cells in enumerate(csv.reader(_without_mark(lines), delimiter=separator), start=1):
        is_declaration = number == 1 and "".join(cells).lower() in ("sep=", f"sep={separator}")
        if any(cell.strip() for cell in cells) and not is_declaration:
            yield number, cells


def _remember_lines(lines: Iterable[str], pending: list[str]) -> Iterator[str]:
    """Pass lines on, and keep the current record in `pending`.

    It holds the lines of the record that is being read.
    """
    for line in lines:
        pending.append(line)
        yield line


def _is_open_at_end(lines: list[str], separator: str) -> bool:
    """Say whether a quotation mark is open at a record's end.

    The record has several lines.
    """
    if len(lines) < 2:
        return False
    try:
        deque(csv.reader(lines, delimiter=separator, strict=True), maxlen=0)
    except csv.Error as fault:
        return "unexpected end" in str(fault)
    return False


def _without_mark(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text without a byte order mark."""
    waiting = iter(lines)
    for line in islice(waiting, 1):
        yield line.removeprefix("\ufeff")
    yield from waiting


def _make_row(columns: tuple[str, ...], record: _Record) -> TableRow:
    """Return a record as a row.

    It cannot be read if it has cells beyond the columns.
    """
    number, cells = record
    has_more = any(cell.strip() for cell in cells[len(columns) :])
    fault = Message("it has more cells than there are columns") if has_more else None
    return TableRow(number, dict(zip(columns, cells, strict=False)), fault)
