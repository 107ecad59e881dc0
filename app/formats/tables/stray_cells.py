"""Find cells far outside the tables of a workbook.

All that lies between would have to be held in memory.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from app.core.message import UserError
from app.formats.source.file_sample import PART_ERRORS

_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml")
_DIMENSION = re.compile(rb'<dimension ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
"""The area that a sheet says it has."""
_FILLED = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>/]*>\s*<(?:v|is|f)\b')
"""A cell that holds something."""
_HEAD_BYTES, _CHUNK_BYTES, _LONGEST_MATCH = 4096, 1 << 20, 256
_MAX_CELLS = 60_000_000
"""A sheet with more places than that, from its first cell to its last, is not read."""


def refuse_stray_cells(path: Path) -> None:
    """Raise UserError for a cell far outside of its table.

    The sheet cannot be read with it.

    What a sheet says of its own size is looked at first; only where that is too much, all cells are.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for name in filter(_SHEET_PART.fullmatch, archive.namelist()):
                cell = _find_stray_cell(archive, name) if _is_huge(archive, name) else ""
                if cell:
                    raise _stray_error(path, cell)
    except (OSError, *PART_ERRORS):
        return  # what is damaged is named by the one who reads it


def _stray_error(path: Path, cell: str) -> UserError:
    return UserError(
        "“{name}” has something in cell {cell}, far outside of its table, and cannot be read.",
        hint="Empty that cell, or delete all rows and columns behind the table, and save the workbook again.",
        name=path.name,
        cell=cell,
    )


def _is_huge(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        found = _DIMENSION.search(part.read(_HEAD_BYTES))
    if found is None:
        return False
    first, first_row, last, last_row = found.groups()
    return _count_places(_column(first), int(first_row), _column(last), int(last_row)) > _MAX_CELLS


def _find_stray_cell(archive: zipfile.ZipFile, name: str) -> str:
    """Return the last filled cell of a sheet that is too large.

    Such a sheet spans too much. Return "" for other sheets.
    """
    cells = _filled_cells(archive, name)
    first = next(cells, None)
    if first is None:
        return ""
    left, top = right, bottom = first
    last = first
    for column, row in cells:
        left, top = min(left, column), min(top, row)
        if column > right or row > bottom:
            right, bottom, last = max(right, column), max(bottom, row), (column, row)
    return _say_cell(*last) if _count_places(left, top, right, bottom) > _MAX_CELLS else ""


def _filled_cells(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int]]:
    """Yield the columns and rows of cells with something in them."""
    rest = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK_BYTES):
            content = rest + chunk
            stop = 0
            for match in _FILLED.finditer(content):
                yield _column(match[1]), int(match[2])
                stop = match.end()
            rest = content[max(stop, len(content) - _LONGEST_MATCH) :]


def _count_places(left: int, top: int, right: int, bottom: int) -> int:
    return (right - left + 1) * (bottom - top + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _say_cell(column: int, row: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
