"""Due dates are said in words and come back as their codes."""

from __future__ import annotations

from datetime import date

import pytest

from app.formats.xlsx.values.due_dates import parse_due, say_due

CODES = ["2025-21", "2025-22", "2025-23", "2025-24", "2026-33", "2026-34", "2026-35", "2026-36"]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("code", [*CODES, "2033", "2025-06", "2025-09-02/..", "к осени"])
def test_a_due_date_comes_back_from_its_words(code: str, language: str) -> None:
    assert parse_due(str(say_due(code, language))) == code


def test_a_day_is_a_date_and_a_period_is_words() -> None:
    assert say_due("2025-09-02", "ru") == date(2025, 9, 2)
    assert (say_due("2025-23", "ru"), say_due("2026-34", "ru")) == ("осень 2025", "II кв. 2026")
    assert (say_due("2025-23", "en"), say_due("2026-34", "en")) == ("autumn 2025", "Q2 2026")
    assert say_due("2025-02-31", "ru") == "2025-02-31"
