"""Due dates as cells hold them.

A day is a date, a period is in words.
"""

from __future__ import annotations

from datetime import date

from app.core.values.period_words import say_period


def say_due(value: str, language: str) -> date | str:
    """Return a due date as a cell holds it.

    A day as a date, else words ("autumn 2025", "June 2026", "2033").
    """
    try:
        return date.fromisoformat(value) if len(value) == len("2025-09-02") else say_period(value, language)
    except ValueError:
        return value
