"""What cells of a workbook mean, and which columns come back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.core.model import Kind, Status
from app.formats.xlsx.values.due_dates import say_due
from app.service.workbook.cells.cell_meanings import CellMeanings, read_due
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


@pytest.mark.parametrize("words", ["принято", "Принята", "приняты", "принят", "accepted"])
def test_a_decision_is_read_in_any_gender(words: str) -> None:
    meanings = CellMeanings((), "ru")
    assert meanings.status(words) is Status.ACCEPTED
    assert meanings.status("отклонён") is meanings.status("отклонена") is Status.REJECTED
    assert meanings.status("принимаю") is None


def test_changes_are_shown_in_the_order_of_the_columns() -> None:
    assert COLUMNS == {
        Kind.ENTITY: ("text", "label", "normal", "referent", "status", "note"),
        Kind.CLAIM: ("text", "kind", "speaker", "cue", "due", "status", "note"),
    }


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("март 2027", "2027-03"),
        ("Март 2027 г.", "2027-03"),
        ("в марте 2027 года", "2027-03"),
        ("май 2027", "2027-05"),
        ("к маю 2027", "2027-05"),
        ("2027 наурыз", "2027-03"),
        ("Mar 2027", "2027-03"),
        ("March, 2027", "2027-03"),
        ("03.2027", "2027-03"),
        ("3/2027", "2027-03"),
        ("I квартал 2027", "2027-33"),
        ("1-й квартал 2027 года", "2027-33"),
        ("во II квартале 2027", "2027-34"),
        ("III кв. 2027", "2027-35"),
        ("4 кв 2027", "2027-36"),
        ("Q4 2027", "2027-36"),
        ("2027 Q1", "2027-33"),
        ("2-тоқсан 2027", "2027-34"),
        ("лето 2027", "2027-22"),
        ("Летом 2027 года", "2027-22"),
        ("к осени 2027", "2027-23"),
        ("зима 2027", "2027-24"),
        ("spring 2027", "2027-21"),
        ("2027", "2027"),
        ("2027 год", "2027"),
        ("2027 г.", "2027"),
        (2027, "2027"),
        (2027.0, "2027"),
        ("31 марта 2027", "2027-03-31"),
        ("2027-03", "2027-03"),
        ("скоро", None),
        ("март", None),
        ("V квартал 2027", None),
        ("март 2027 или позже", None),
        ("13.2027", None),
    ],
)
def test_due_date_is_read_at_the_precision_at_which_it_was_typed(typed: str | float, code: str | None) -> None:
    assert read_due(typed) == code


@pytest.mark.parametrize(
    "code", ["2027", "2027-03", "2027-22", "2027-33", "2027-03-31", "2027-36", "2027-W03", "2025-09-02/.."]
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_stored_due_date_comes_back_from_its_cell(code: str, language: str) -> None:
    assert read_due(say_due(code, language)) == code
