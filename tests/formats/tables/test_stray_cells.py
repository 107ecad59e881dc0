"""A cell far outside of its table is named.

What only looks so is read.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from app.core.message import UserError
from app.formats import registry
from app.formats.tables.stray_cells import refuse_stray_cells


def make_book(path: Path, cell: str, value: str | None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["title", "date", "text"])
    sheet.append(["Бюджет вырос", "2025-09-02", "Бюджет города вырос за год на пять процентов."])
    sheet[cell] = value
    sheet[cell].font = openpyxl.styles.Font(bold=True)
    book.save(path)
    return path


@pytest.mark.parametrize("cell", ["XFD1048576", "CZ1048576", "XFD9000"])
def test_a_cell_at_the_end_of_a_sheet_is_named(tmp_path: Path, cell: str) -> None:
    path = make_book(tmp_path / "к.xlsx", cell, "x")
    with pytest.raises(UserError) as error:
        list(registry.read_file(path))
    assert cell in str(error.value) and path.name in str(error.value)


@pytest.mark.parametrize(("cell", "value"), [("XFD1048576", None), ("XFD1000", "x"), ("C1048576", "x")])
def test_formats_without_content_and_smaller_sheets_are_read(tmp_path: Path, cell: str, value: str | None) -> None:
    refuse_stray_cells(make_book(tmp_path / "к.xlsx", cell, value))
