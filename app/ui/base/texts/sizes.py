"""Sizes of files as people read them in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from app.ui.base.i18n import tr

_UNIT = 1024


def size_words(size_bytes: int) -> str:
    """Return a size such as "6 bytes", "384 KB" or "2.9 MB"."""
    if size_bytes < _UNIT:
        return tr("{n} bytes", n=size_bytes)
    if size_bytes < _UNIT**2:
        return tr("{size} KB", size=_number(size_bytes / _UNIT))
    if size_bytes < _UNIT**3:
        return tr("{size} MB", size=_number(size_bytes / _UNIT**2))
    return tr("{size} GB", size=_number(size_bytes / _UNIT**3))


def _number(value: float) -> str:
    """Return a number, with one decimal place below ten."""
    return QLocale().toString(value, "f", 1 if value < 10 else 0)
