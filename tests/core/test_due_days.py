"""What has a due date falls due on its last day."""

from __future__ import annotations

import pytest

from app.core.due_days import last_due_day

LAST_DAYS = [
    ("2025", "2025-12-31"),
    ("2025-01", "2025-01-31"),
    ("2024-02", "2024-02-29"),
    ("2025-02", "2025-02-28"),
    ("2025-12", "2025-12-31"),
    ("2025-21", "2025-05-31"),
    ("2025-22", "2025-08-31"),
    ("2025-23", "2025-11-30"),
    ("2025-24", "2025-12-31"),
    ("2026-33", "2026-03-31"),
    ("2026-34", "2026-06-30"),
    ("2026-35", "2026-09-30"),
    ("2026-36", "2026-12-31"),
    ("2025-W15", "2025-04-13"),
    ("2020-W53", "2021-01-03"),
    ("202X", "2029-12-31"),
    ("2026/2030", "2030-12-31"),
    ("2025-06-03/2025-06-04", "2025-06-04"),
    ("../2025-23", "2025-11-30"),
]


@pytest.mark.parametrize(("code", "day"), LAST_DAYS)
def test_a_period_is_due_when_it_ends(code: str, day: str) -> None:
    assert last_due_day(code) == day


@pytest.mark.parametrize(
    "value",
    [
        "2025-09-02",
        "",
        "к осени",
        "2025-00",
        "2025-13",
        "2025-37",
        "0000-05",
        "20255",
        "2025-1",
        "2025-09-02/..",
        "2025-W54",
        "P3Y",
    ],
)
def test_a_day_and_what_is_no_period_stay_as_they_are(value: str) -> None:
    assert last_due_day(value) == value
