"""Full dates of datelines: three ways of writing them, and the days that no calendar has."""

from __future__ import annotations

from datetime import date

import pytest

from app.formats.text.written_dates import DateMark, find_date

RUSSIAN = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
KAZAKH = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
]


@pytest.mark.parametrize(
    ("name", "month"), [(name, month) for names in (RUSSIAN, KAZAKH) for month, name in enumerate(names, start=1)]
)
def test_a_month_is_known_by_its_name_in_either_language(name: str, month: int) -> None:
    for written in (name, name.upper(), name.capitalize()):
        assert find_date(f"5 {written} 2025") == DateMark(0, len(f"5 {name} 2025"), date(2025, month, 5))


@pytest.mark.parametrize(
    "written", ["2025-09-02", "2025/9/2", "2025.09.02", "02.09.2025", "2/9/2025", "2 сентября 2025"]
)
def test_a_date_is_found_where_it_stands(written: str) -> None:
    assert find_date(f"от {written} г.") == DateMark(3, 3 + len(written), date(2025, 9, 2))


def test_the_first_of_several_dates_counts() -> None:
    mark = find_date("1 мая 2024, 2025-09-02")
    assert mark is not None and mark.value == date(2024, 5, 1)


@pytest.mark.parametrize("written", ["31.02.2025", "2025-13-01", "0 мая 2025"])
def test_a_day_that_no_calendar_has_is_found_without_a_value(written: str) -> None:
    assert find_date(written) == DateMark(0, len(written), None)


@pytest.mark.parametrize("text", ["", "2025", "мая 2025", "12025-09-02", "2025-09-022", "5 мая 20255"])
def test_what_is_no_full_date_is_not_found(text: str) -> None:
    assert find_date(text) is None
