"""The first rows are shown as the sheet writes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx.sheets.sheet_preview import preview_sheet

from .test_workbook import SCHEME, annotated


@pytest.mark.parametrize(("language", "day", "amount"), [("ru", "02.09.2025", "10,4"), ("en", "2025-09-02", "10.4")])
def test_days_and_numbers_are_shown_as_the_language_writes_them(language: str, day: str, amount: str) -> None:
    row = replace(annotated().annotations[0], label="PERCENT", attributes=(("value", "10.4 %"),))
    found = [replace(annotated(), annotations=(row,), notes=())]
    context = ExportContext(SCHEME, options=ExportOptions(language=language))
    (cells,) = preview_sheet(found, context, "entities", 5).rows
    assert day in cells and amount in cells
