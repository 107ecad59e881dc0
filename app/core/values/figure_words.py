"""Write sums, shares and numbers as people write them.

Examples are "5 трлн $", "30–40 %", "60 000".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from app.core.model import Annotation
from app.core.vocabulary import AttributeName, EntityLabel, LanguageCode

AMOUNT = re.compile(r"(-?\d{1,18}(?:\.\d{1,9})?)(?:/(-?\d{1,18}(?:\.\d{1,9})?))?(?: (\S{1,12}))?")
"""A figure or a range of two, with a unit: «5/7 KZT»."""
_SIGNS = {"USD": "$", "EUR": "€", "KZT": "₸", "RUB": "₽", "GBP": "£", "UAH": "₴"}
"""Of currencies that have a sign of their own; others are told by their codes."""
_SCALES = {
    LanguageCode.RU: ((12, "трлн"), (9, "млрд"), (6, "млн"), (3, "тыс.")),
    LanguageCode.EN: ((12, "trillion"), (9, "billion"), (6, "million")),
}
_FIGURE_LABELS = (EntityLabel.MONEY, EntityLabel.PERCENT, EntityLabel.NUMBER)
_MAX_DECIMALS = 3
"""A sum that needs more in its scale is written in full."""
_THOUSANDS, _LARGEST = 3, 12
_LEAST_IN_SCALE = {_THOUSANDS: 10}
"""Of thousands: fewer are written in figures, for they may be a year."""
_MOST_DIGITS, _ROUND_DIGITS = 6, 3
"""A number of more digits that has no short exact form is rounded to the latter."""
_NBSP = "\N{NO-BREAK SPACE}"


def is_figure(annotation: Annotation, attribute: str) -> bool:
    """Say whether an attribute of an annotation holds figures."""
    return attribute == AttributeName.FIGURES or (
        attribute == AttributeName.VALUE and annotation.label in _FIGURE_LABELS
    )


def say_figures(value: str, language: str) -> str:
    """Return values as people write them.

    What is no figure stays as it is.
    """
    return "; ".join(_say_figure(one.strip(), language) for one in value.split(";"))


@lru_cache(maxsize=4_000)
def say_briefly(value: str, language: str) -> str:
    """Return values as short as a narrow column wants them.

    A long number without a short exact form is rounded and marked: "≈ 1,23 млрд ₸".
    """
    return "; ".join(_say_brief_figure(one.strip(), language) for one in value.split(";"))


@lru_cache(maxsize=4_000)
def say_exactly(value: str, language: str) -> str:
    """Return values in full, with digits in groups.

    An example is "5 000 000 000 000 USD".
    """
    return "; ".join(_say_exact_figure(one.strip(), language) for one in value.split(";"))


def _say_figure(value: str, language: str) -> str:
    match = AMOUNT.fullmatch(value)
    return value if match is None else _join_amounts(_read_amounts(match), match[3] or "", language)


def _say_brief_figure(value: str, language: str) -> str:
    match = AMOUNT.fullmatch(value)
    if match is None:
        return value
    amounts, unit = _read_amounts(match), match[3] or ""
    is_short = _find_scale(amounts, language)[0] or max(map(abs, amounts)) < Decimal(10) ** _MOST_DIGITS
    if is_short:
        return _join_amounts(amounts, unit, language)
    return f"≈{_NBSP}{_join_amounts([_round_amount(one) for one in amounts], unit, language)}"


def _read_amounts(match: re.Match[str]) -> list[Decimal]:
    return [Decimal(number) for number in match.groups()[:2] if number is not None]


def _round_amount(amount: Decimal) -> Decimal:
    """Return an amount of a few leading digits."""
    return amount.quantize(Decimal(1).scaleb(amount.adjusted() - _ROUND_DIGITS + 1))


def _join_amounts(amounts: list[Decimal], unit: str, language: str) -> str:
    power, word = _find_scale(amounts, language)
    numbers = "–".join(_write_number(amount.scaleb(-power), language) for amount in dict.fromkeys(amounts))
    return _NBSP.join(part for part in (numbers, word, _SIGNS.get(unit, unit)) if part)


def _say_exact_figure(value: str, language: str) -> str:
    match = AMOUNT.fullmatch(value)
    if match is None:
        return value
    numbers = "–".join(_write_number(Decimal(number), language) for number in match.groups()[:2] if number is not None)
    return _NBSP.join(part for part in (numbers, match[3] or "") if part)


def _find_scale(amounts: list[Decimal], language: str) -> tuple[int, str]:
    """Return the largest scale in which all amounts are short and exact.

    It is the power of ten, and its word; (0, "") where there is none.
    """
    for power, word in _SCALES.get(LanguageCode(language), _SCALES[LanguageCode.EN]):
        scaled = [abs(amount.scaleb(-power)) for amount in amounts]
        decimals = _MAX_DECIMALS if power > _THOUSANDS else 0
        least, most = _LEAST_IN_SCALE.get(power, 1), 1_000_000 if power == _LARGEST else 999
        if all(least <= amount <= most and _count_decimals(amount) <= decimals for amount in scaled):
            return power, word
    return 0, ""


def _count_decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _write_number(amount: Decimal, language: str) -> str:
    """Write a number as a language does.

    It has groups of digits (from five digits on) and the decimal sign of the language.
    """
    whole, _, decimals = f"{abs(amount):f}".partition(".")
    decimals = decimals.rstrip("0")
    is_russian = language == LanguageCode.RU
    grouped = f"{int(whole):,}".replace(",", _NBSP if is_russian else ",") if len(whole) > 4 else whole
    sign = "−" if amount < 0 else ""
    return sign + grouped + ((("," if is_russian else ".") + decimals) if decimals else "")
