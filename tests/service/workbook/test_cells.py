"""What cells of a workbook mean, and which columns come back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.core.model import Kind
from app.service.workbook.cells.cell_meanings import read_due
from app.service.workbook.cells.field_values import COLUMNS

DAY_0 = date(1899, 12, 30)
"""Spreadsheet programs count days from here."""


@pytest.mark.parametrize(
    ("number", "is_year"), [(1_899, False), (1_900, True), (2_028, True), (2_199, True), (2_200, False)]
)
def test_a_year_in_a_cell_of_dates_is_a_year_and_any_other_day_a_day(number: int, is_year: bool) -> None:
    day = DAY_0 + timedelta(days=number)
    expected = str(number) if is_year else day.isoformat()
    assert read_due(day) == read_due(datetime(day.year, day.month, day.day, 12)) == expected  # noqa: DTZ001  # as cells have it


def test_changes_are_shown_in_the_order_of_the_columns() -> None:
    assert COLUMNS == {
        Kind.ENTITY: ("text", "label", "normal", "referent", "status", "note"),
        Kind.CLAIM: ("text", "kind", "speaker", "cue", "due", "status", "note"),
    }
