"""Read the values of dates, sums and shares as numbers.

A value is ISO 8601 for a date ("2025-09-02", "2025-09"), else an amount or a range of two with its unit ("30 %",
"12000000/15000000 USD", "1.5").
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.core.model import Annotation
from app.core.values.figure_words import AMOUNT, say_exactly
from app.core.vocabulary import AttributeName, EntityLabel

_ISO_DAY_CHARS = len("2025-09-02")


class Figures(NamedTuple):
    """A day, or an amount or range with its unit.

    What the value does not say is None; `amount_to` is the other end of a range.
    """

    day: date | None = None
    amount: float | None = None
    amount_to: float | None = None
    unit: str | None = None


NO_FIGURES = Figures()


def read_figures(annotation: Annotation) -> Figures:
    """Return the figures of an annotation's value.

    A month or a year has none.
    """
    value = annotation.attribute(AttributeName.VALUE)
    if not value:
        return NO_FIGURES
    if annotation.label == EntityLabel.DATE or annotation.attribute(AttributeName.PRECISION):
        return Figures(day=read_day(value))
    return _parse_amount(value)


def read_first_figure(text: str) -> Figures:
    """Return the first figure of a list of values.

    "5000000000000 USD; 30 %".
    """
    return _parse_amount(text.partition(";")[0].strip()) if text else NO_FIGURES


def _parse_amount(value: str) -> Figures:
    match = AMOUNT.fullmatch(value)
    if match is None:
        return NO_FIGURES
    amount, amount_to, unit = match.groups()
    return Figures(None, _parse_number(amount), None if amount_to is None else _parse_number(amount_to), unit)


def say_figures(text: str, language: str) -> str | float | None:
    """Return a list of values in words, or one number.

    One number without a unit stays a number.
    """
    figures = read_first_figure(text)
    if figures.amount is not None and figures.unit is None and figures.amount_to is None and ";" not in text:
        return figures.amount
    return say_exactly(text, language) or None


def read_day(value: str) -> date | None:
    """Return the day that a value says in full.

    None for a month or a year.
    """
    try:
        return date.fromisoformat(value) if len(value) == _ISO_DAY_CHARS else None
    except ValueError:
        return None


def _parse_number(digits: str) -> float:
    """Return a number, rounded where Excel would round it."""
    return float(digits) if "." in digits or len(digits) > 15 else int(digits)
