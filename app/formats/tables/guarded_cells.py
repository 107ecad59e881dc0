"""Keep spreadsheets from taking the cells of a CSV file for formulas.

A cell that begins like a formula gets an apostrophe in front, which reading takes away. Numbers stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

OWN_HEADERS = ("id", "title", "date", "source", "url", "language", "text")
"""The columns of a table of articles that the program writes."""
_FORMULA = re.compile(r"'*[\t\r ]*[=+\-@]|'*[\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")
_GUARD = "'"


def guard_cell(text: str) -> str:
    """Return the text of a cell that is no formula anywhere."""
    return _GUARD + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguard_cell(text: str) -> str:
    """Return the text that a cell had before it was guarded."""
    bare = text.removeprefix(_GUARD)
    return bare if bare != text and guard_cell(bare) == text else text


def is_own_table(columns: Sequence[str]) -> bool:
    """Say whether a table has the columns that the program writes."""
    return set(OWN_HEADERS) <= set(columns)
