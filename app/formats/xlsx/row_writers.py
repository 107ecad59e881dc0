"""Two writers of rows: our own bytes, and openpyxl's slower one.

Our bytes go into a temporary file; when the sheet is closed they are put into the file that openpyxl has made for it.
Where that one is (`_writer.out`) and where links are kept (`_hyperlinks`) are private names of openpyxl: its version
is pinned, and without these names the rows go the other way, to the same cells.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.cells import MAX_LINKS, Value, make_link_target, to_cell_value
from app.formats.xlsx.columns import Column, Look
from app.formats.xlsx.row_bytes import RowEncoder
from app.formats.xlsx.styles import find_style_id, make_cell

_END_OF_ROWS = b"</sheetData>"


class RowWriter(Protocol):
    """A writer of rows to a sheet that has its header."""

    def append(self, number: int, values: Sequence[Value], height: int) -> None:
        """Add row `number`, `height` points high, 0 for the usual height."""

    def close(self) -> None:
        """End the sheet."""


def has_private_parts(sheet: Worksheet) -> bool:
    """Say whether a sheet has what `FastRowWriter` needs."""
    out = getattr(getattr(sheet, "_writer", None), "out", None)
    return isinstance(out, str) and Path(out).is_file() and isinstance(getattr(sheet, "_hyperlinks", None), list)


class LinkColumn:
    """The links of a column, one for equal addresses in sequence.

    Excel limits the number of links.
    """

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        self.column = next((index for index, column in enumerate(columns) if column.look is Look.LINK), None)
        self._letter = "" if self.column is None else get_column_letter(self.column + 1)
        self._url: Value = None
        self._link: Hyperlink | None = None
        self._first = 0
        self._count = 0

    def start_link(self, number: int, values: Sequence[Value]) -> Hyperlink | None:
        """Return the link that starts at row `number`, if any."""
        url = None if self.column is None else values[self.column]
        if url != self._url:
            self._url = url
            self._first = number
            self._link = self._make_link(url)
            return self._link
        if self._link is not None:
            self._link.ref = f"{self._letter}{self._first}:{self._letter}{number}"
        return None

    def _make_link(self, url: Value) -> Hyperlink | None:
        target = make_link_target(url) if isinstance(url, str) and self._count < MAX_LINKS else None
        if target is None:
            return None
        self._count += 1
        return Hyperlink(ref=f"{self._letter}{self._first}", target=target)


class FastRowWriter:
    """Write rows as our own bytes.

    They stay in `spool` until the sheet is closed.
    """

    def __init__(self, sheet: Worksheet, columns: Sequence[Column[Any]], spool: BinaryIO) -> None:
        self._sheet = sheet
        self._spool = spool
        self._links = LinkColumn(columns)
        letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
        self._encoder = RowEncoder(letters, [find_style_id(sheet, column.look) for column in columns])

    def append(self, number: int, values: Sequence[Value], height: int) -> None:
        """Add row `number`."""
        self._spool.write(self._encoder.encode_row(number, values, height))
        link = self._links.start_link(number, values)
        if link is not None:
            self._sheet._hyperlinks.append(link)  # type: ignore[attr-defined]  # noqa: SLF001  # see `has_private_parts`

    def close(self) -> None:
        """Let openpyxl end the sheet, and put the rows into it."""
        self._sheet.close()  # type: ignore[attr-defined]  # write-only sheets have it
        path = Path(self._sheet._writer.out)  # type: ignore[attr-defined]  # noqa: SLF001  # see `has_private_parts`
        head, end, tail = path.read_bytes().partition(_END_OF_ROWS)
        assert end, "the header is a row"
        self._spool.seek(0)
        with path.open("wb") as file:
            file.write(head)
            shutil.copyfileobj(self._spool, file, 1 << 20)
            file.write(end + tail)


class OpenpyxlRowWriter:
    """Write rows with openpyxl."""

    def __init__(self, sheet: Worksheet, columns: Sequence[Column[Any]]) -> None:
        self._sheet = sheet
        self._looks = [column.look for column in columns]
        self._links = LinkColumn(columns)

    def append(self, number: int, values: Sequence[Value], height: int) -> None:
        """Add row `number`."""
        cells = [self._make_cell(value, look) for value, look in zip(values, self._looks, strict=True)]
        link = self._links.start_link(number, values)
        if link is not None:
            self._link_cell(cells).hyperlink = link
        if height:
            self._sheet.row_dimensions[number].height = height
        self._sheet.append(cells)

    def close(self) -> None:
        """End the sheet."""
        self._sheet.close()  # type: ignore[attr-defined]  # write-only sheets have it

    def _link_cell(self, cells: Sequence[Cell | None]) -> Cell:
        cell = None if self._links.column is None else cells[self._links.column]
        assert cell is not None, "a link begins at a cell with an address"
        return cell

    def _make_cell(self, value: Value, look: Look) -> Cell | None:
        kept = to_cell_value(value)
        return None if kept is None else make_cell(self._sheet, kept, look)
