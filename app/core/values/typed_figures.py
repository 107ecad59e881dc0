"""Read a sum, a share or a number that someone typed.

What `figure_words` says is read too, and its codes: "12 млрд ₸", "4,6 %", "30–40 %", "60 000", "30/40 %".
"""

from __future__ import annotations

import re
from decimal import Decimal

from app.core.text.word_lists import read_table
from app.core.values.figure_words import AMOUNT

_NUMBER = r"[-−]?\d[\d ]*(?:[.,]\d+)*"
_UNITS = tuple((re.compile(names, re.IGNORECASE), code) for code, names in read_table("figures/currencies").items())
_SCALES = tuple(
    (re.compile(names, re.IGNORECASE), int(factor)) for factor, names in read_table("figures/scales").items()
)
_SHARE = re.compile(r"%|процент\w*|per ?cent|пайыз\w*", re.IGNORECASE)
"""Words and sign for per cent."""
_CODE = re.compile(r"[A-Z]{3}")
_PREFIX = re.compile(r"[$€₸₽£₴] ?")
_TYPED = re.compile(rf"(?P<first>{_NUMBER})(?: ?[–/-] ?(?P<last>{_NUMBER}))?(?P<words>.*)")
"""One figure or two, then the words for scale and unit."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{2,3},\d{3}(?:\.\d+)?|\d{1,3},\d{3}\.\d+")
"""A figure with commas between its thousands: «1,234.5»."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_SEPARATOR = ";"


def read_typed_figures(text: str) -> str | None:
    """Return the code of a text that is one or more figures.

    Return None for other texts.
    """
    codes = [_read_figure(" ".join(one.split())) for one in text.split(_SEPARATOR)]
    return f"{_SEPARATOR} ".join(filter(None, codes)) if all(codes) else None


def _read_figure(text: str) -> str | None:
    if (sign := _PREFIX.match(text)) is not None:
        text = f"{text[sign.end() :]} {sign[0]}".strip()
    typed = _TYPED.fullmatch(text)
    if typed is None:
        return None
    factor, unit = _read_words(typed["words"].strip())
    has_groups = not _CYRILLIC.search(text) and unit != "%"
    numbers = [_read_number(number, factor, has_groups) for number in (typed["first"], typed["last"]) if number]
    if unit is None or not all(numbers):
        return None
    code = " ".join(filter(None, ("/".join(filter(None, numbers)), unit)))
    return code if AMOUNT.fullmatch(code) else None


def _read_words(words: str) -> tuple[int, str | None]:
    """Return the factor and the unit that words behind a number name.

    The unit is None where they name something else.
    """
    factor = 1
    for pattern, power in _SCALES:
        if (match := pattern.match(words)) is not None:
            factor, words = power, words[match.end() :].lstrip(" .")
            break
    if not words:
        return factor, ""
    if _SHARE.fullmatch(words):
        return factor, "%"
    named = next((code for pattern, code in _UNITS if pattern.fullmatch(words)), None)
    return factor, named or (words if _CODE.fullmatch(words) else None)


def _read_number(typed: str, factor: int, has_groups: bool) -> str | None:
    """Return a number in plain digits, None where its signs are unclear."""
    plain = typed.replace("−", "-").replace(" ", "")
    if has_groups and _GROUPED.fullmatch(plain.lstrip("-")):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    if plain.count(".") > 1:
        return None
    amount = f"{Decimal(plain) * factor:f}"
    return amount.rstrip("0").rstrip(".") if "." in amount else amount
