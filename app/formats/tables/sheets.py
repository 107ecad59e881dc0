"""Read a sheet of a workbook, xlsx or ods, as a table."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.core.message import Message, UserError
from app.formats.source.damage import explain_damage
from app.formats.source.file_sample import ZIP_ERRORS
from app.formats.source.file_text import check_file, refuse_empty, unreadable_error
from app.formats.table_choices import ArticleField, TableChoices
from app.formats.tables.cell_values import cell_text, is_empty
from app.formats.tables.column_guess import MAX_HEADER_ROWS, find_header, guess_columns, join_headers
from app.formats.tables.column_words import match_header
from app.formats.tables.own_workbook import is_own_workbook
from app.formats.tables.sheet_links import Links, read_sheet_links
from app.formats.tables.stray_cells import refuse_stray_cells
from app.formats.tables.table import SAMPLE_ROWS, Table, TableRow, name_columns

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_UNPACKED_BYTES = 512 << 20
"""What the parts of a workbook may come to: a million rows of short cells."""

_KNOWN_ENDS = (".xlsx", ".xlsm", ".ods")

_LINK_COLUMN = "url"
"""The column of addresses that other cells lead to."""

_PANIC = "PanicException"
"""The name of the error of a panic, which no module exports."""

_Cells = list[Any]
_Numbered = tuple[int, _Cells]


def open_sheet(path: Path, choices: TableChoices) -> Table:
    """Open the named sheet, or the first with texts.

    A sheet has texts if it has a column of them.

    Raise UserError where the workbook cannot be read, is one of our own, or has no such sheet.
    """
    refuse_bomb(path)
    book = open_workbook(path)
    names = worksheet_names(book)
    if is_own_workbook(path):
        raise UserError(
            "“{name}” is a workbook that Pometka wrote: it holds annotations, not articles.",
            hint="Import it alone, into its project, to take in what was changed there.",
            name=path.name,
        )
    if choices.sheet and choices.sheet not in names:
        raise UserError(
            "“{name}” has no sheet “{sheet}”.",
            hint="Its sheets are: {sheets}.",
            name=path.name,
            sheet=choices.sheet,
            sheets=", ".join(names),
        )
    return _choose_table(path, book, (choices.sheet,) if choices.sheet else names, names)


def refuse_bomb(path: Path, most: int | None = None) -> None:
    """Raise UserError for a file that is no workbook or too large.

    It is too large if its parts come to more than the memory for it.
    """
    try:
        check_file(path)
        refuse_empty(path)
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except ZIP_ERRORS as fault:
        raise damaged_book_error(path, fault) from fault
    except OSError as fault:
        raise unreadable_error(path, fault) from fault
    if size > (most or MAX_UNPACKED_BYTES):
        raise UserError(
            "“{name}” comes to {size} MB unpacked, which is too much.",
            hint="Split it into several workbooks, or save it as CSV.",
            name=path.name,
            size=size >> 20,
        )


def open_workbook(path: Path) -> CalamineWorkbook:
    """Open a workbook; raise UserError where it cannot be read."""
    refuse_stray_cells(path)
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415  # an extra, loaded when needed
    except ImportError as fault:
        raise UserError(
            "“{name}” cannot be read: the library python-calamine is missing.",
            hint="Install it with: pip install 'pometka[documents]'.",
            name=path.name,
        ) from fault
    with _reporting_damage(path):
        if path.suffix.lower() in _KNOWN_ENDS:
            return CalamineWorkbook.from_path(path)
        with path.open("rb") as file:  # which is then known by its content
            return CalamineWorkbook.from_filelike(file)


@contextmanager
def _reporting_damage(path: Path) -> Iterator[None]:
    """Raise UserError for what the library raises.

    This includes a panic of its Rust code, which is no `Exception`.
    """
    from python_calamine import CalamineError  # noqa: PLC0415

    try:
        yield
    except (CalamineError, OSError, ValueError) as fault:
        raise damaged_book_error(path, fault) from fault
    except BaseException as fault:
        if type(fault).__name__ != _PANIC:
            raise
        raise damaged_book_error(path, Message("it is damaged")) from fault


def damaged_book_error(path: Path, reason: object) -> UserError:
    """Return the error for a workbook that is damaged or is none."""
    return UserError(
        "“{name}” cannot be read as a workbook: {reason}.",
        hint="Open it in a spreadsheet program and save it again as .xlsx, without a password.",
        name=path.name,
        reason=explain_damage(reason),
    )


def worksheet_names(book: CalamineWorkbook) -> tuple[str, ...]:
    """Return the names of the sheets with cells; hidden ones come last."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415

    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return tuple(sheet.name for sheet in sorted(sheets, key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible))


def _choose_table(path: Path, book: CalamineWorkbook, names: Sequence[str], all_names: tuple[str, ...]) -> Table:
    """Return the first table with texts.

    A table whose texts are known by the header comes before one that only seems to have some.
    """
    best: tuple[int, Table] | None = None
    for name in names:
        table = _open_table(path, book, name, all_names)
        if table is None:
            continue
        guess = guess_columns(table.columns, table.sample)
        rank = 2 * guess.is_certain + guess.has_text
        if best is None or rank > best[0]:
            best = (rank, table)
        if guess.is_certain:
            break
    if best is None:
        raise UserError("“{name}” is empty.", hint="Remove it, or save the articles into it again.", name=path.name)
    return best[1]


def _open_table(path: Path, book: CalamineWorkbook, name: str, all_names: tuple[str, ...]) -> Table | None:
    """Return a sheet as a table, None where it is empty."""
    rows = read_sheet_rows(path, book, name)
    top = list(islice(rows, MAX_HEADER_ROWS))
    if not top:
        return None
    place = find_header([cells for _, cells in top])
    cells = [row for _, row in top]
    place, headers = join_headers(cells, place) if place >= 0 else (place, [""] * len(cells[0]))
    columns = name_columns(headers)
    links = read_sheet_links(path, name)
    columns = _add_link_column(columns) if links else columns
    shown = ((number, _show_links(number, row, columns, links)) for number, row in chain(top[place + 1 :], rows))
    below = (TableRow(number, dict(zip(columns, row, strict=False))) for number, row in shown)
    sample = tuple(islice(below, SAMPLE_ROWS))
    used = tuple(column for column in columns if _is_used(column, sample))
    return Table(used, sample, chain(sample, below), sheet=name, sheets=all_names)


def _holds_addresses(column: str) -> bool:
    return any(match.field is ArticleField.URL for match in match_header(column)[:1])


def _add_link_column(columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return columns with one for the addresses of links.

    Other cells lead to these addresses. Nothing is added if such a column is there.
    """
    return columns if any(map(_holds_addresses, columns)) else name_columns([*columns, _LINK_COLUMN])


def _show_links(number: int, row: _Cells, columns: tuple[str, ...], links: Links) -> _Cells:
    """Return a row with the addresses of its links.

    They stand in the column of addresses.
    """
    place = next((place for place, column in enumerate(columns) if _holds_addresses(column)), -1) if links else -1
    if place < 0:
        return row
    shown = [*row, *[""] * (place + 1 - len(row))]
    found = [links[number, place]] if (number, place) in links else []
    found += [links[number, other] for other in range(len(row)) if (number, other) in links]
    if found and "://" not in cell_text(shown[place]):
        shown[place] = found[0]
    return shown


def _is_used(column: str, sample: Sequence[TableRow]) -> bool:
    """Say whether a column has a header or a value.

    Sheets have empty columns at the right.
    """
    return not column.isdigit() or any(not is_empty(row.values.get(column)) for row in sample)


def read_sheet_rows(path: Path, book: CalamineWorkbook, name: str) -> Iterator[_Numbered]:
    """Yield the rows of a sheet with their numbers.

    Empty rows are left out.
    """
    with _reporting_damage(path):
        sheet = book.get_sheet_by_name(name)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if not all(map(is_empty, cells)):
            yield number, cells
