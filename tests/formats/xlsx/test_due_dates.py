"""Due dates stand in cells as dates or in words."""

from __future__ import annotations

from datetime import date

from app.formats.xlsx.values.due_dates import say_due


def test_a_day_is_a_date_and_a_period_is_words() -> None:
    assert say_due("2025-09-02", "ru") == date(2025, 9, 2)
    assert (say_due("2025-23", "ru"), say_due("2026-34", "ru")) == ("осень 2025", "II кв. 2026")
    assert (say_due("2025-23", "en"), say_due("2025-06", "en")) == ("autumn 2025", "June 2025")
    assert say_due("2025-02-31", "ru") == "2025-02-31"
