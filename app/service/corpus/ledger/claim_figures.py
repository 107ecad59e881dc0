"""Compare the figures that two places of a claim name."""

from __future__ import annotations

import re

from app.core.text.comparing import comparable
from app.core.text.word_lists import read_alternatives
from app.store.index.claim_reader import ClaimEntry

_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)(?:/(-?\d+(?:\.\d+)?))?(?: (.+))?")
_ROUGH = re.compile(rf"\b(?:{read_alternatives('figures/about_words')})\b")
"""What makes a figure a rough one."""


def do_figures_disagree(one: ClaimEntry, other: ClaimEntry) -> bool:
    """Say whether two claims name different amounts of the same unit.

    Rough figures ("about", "more than") and those for another date disagree with none.
    """
    if one.due != other.due or _is_rough(one.said) or _is_rough(other.said):
        return False
    left, right = _read_amounts(one.figures), _read_amounts(other.figures)
    return any(
        not any(
            low <= other_high and other_low <= high for low, high in left[unit] for other_low, other_high in right[unit]
        )
        for unit in left.keys() & right.keys()
    )


def _is_rough(said: str) -> bool:
    return _ROUGH.search(comparable(said)) is not None


def _read_amounts(figures: str) -> dict[str, list[tuple[float, float]]]:
    """Return the ranges that a list of values names, by their units."""
    found: dict[str, list[tuple[float, float]]] = {}
    for value in figures.split(";"):
        match = _AMOUNT.fullmatch(value.strip())
        if match is not None:
            low = float(match[1])
            found.setdefault(match[3] or "", []).append((low, float(match[2] or low)))
    return found
