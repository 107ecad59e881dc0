"""Read a workbook as tests look at it.

Sheets by key, rows by the keys in the comments of the header.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.xlsx.values.words import SHEETS


def sheet(book: openpyxl.Workbook, key: str) -> Worksheet:
    """Return the sheet of a key, whatever language it is in."""
    words = SHEETS[key]
    title = words.en if words.en in book.sheetnames else words.ru
    found: Worksheet = book[title]
    return found


def keys(worksheet: Worksheet) -> list[str]:
    """Return the keys of the columns."""
    return [cell.comment.text for cell in worksheet[1] if cell.comment is not None]


def rows(worksheet: Worksheet) -> list[dict[str, Any]]:
    """Return the rows of a table by key.

    The empty one that a table without rows has is left out, and so is what stands below the table.
    """
    names = keys(worksheet)
    last_row = max(int(table.ref.rpartition(":")[2].lstrip(ascii_uppercase)) for table in worksheet.tables.values())
    found = worksheet.iter_rows(min_row=2, max_row=last_row, max_col=len(names), values_only=True)
    return [dict(zip(names, values, strict=True)) for values in found if any(value is not None for value in values)]


def letter(worksheet: Worksheet, key: str) -> str:
    """Return the letter of a column."""
    return str(worksheet[1][keys(worksheet).index(key)].column_letter)
