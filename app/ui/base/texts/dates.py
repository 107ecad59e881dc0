"""Dates as people read them in the window's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale


def day(value: date) -> str:
    """Return a date such as "2 Sep 2025" or "2 сент. 2025"."""
    locale = QLocale()
    form = "d MMM yyyy"
    return locale.toString(QDate(value.year, value.month, value.day), form)


def longest_days() -> tuple[str, ...]:
    """Return the longest day of each month."""
    return tuple(day(date(2028, month, 28)) for month in range(1, 13))


def moment(value: datetime) -> str:
    """Return a time of day and its date in the machine's zone."""
    local = QDateTime.fromSecsSinceEpoch(int(value.timestamp()))
    return QLocale().toString(local, "d MMM yyyy, HH:mm")
