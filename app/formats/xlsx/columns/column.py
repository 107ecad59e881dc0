"""What a column is, declared once.

Key, titles, width, look, value, and whether it comes back.

A workbook that comes back is read by the keys, titles and `comes_back` of these columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from app.formats.xlsx.values.cells import Value
from app.formats.xlsx.values.words import Words

RowT_contra = TypeVar("RowT_contra", contravariant=True)


class Look(StrEnum):
    """The look of a column's cells; each is a style."""

    TEXT = "text"
    WRAPPED = "wrapped"
    RICH = "rich"
    DATE = "date"
    TIME = "time"
    NUMBER = "number"
    AMOUNT = "amount"
    SHARE = "share"
    LINK = "link"
    WRAPPED_LINK = "wrapped link"
    NUMBER_LINK = "number link"
    FLAG = "flag"
    FIGURES = "figures"
    DUE = "due"


NUMERIC_LOOKS = frozenset({Look.NUMBER, Look.NUMBER_LINK, Look.AMOUNT, Look.SHARE, Look.FLAG, Look.TIME, Look.DATE})
VALUE_LOOKS = NUMERIC_LOOKS | {Look.FIGURES, Look.DUE}
"""What may hold a number, a day or a time."""
WRAPPED_LOOKS = frozenset({Look.WRAPPED, Look.WRAPPED_LINK, Look.RICH, Look.FIGURES})


class ChoiceList(StrEnum):
    """The lists of allowed values on the sheet "Labels"."""

    ENTITY_LABELS = "label"
    CLAIM_LABELS = "kind"
    STATUSES = "status"
    FORMS = "form"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT_contra]):
    """One column of a sheet.

    `key` is English and never changes. `width` is in characters, `max_lines` how many lines a wrapped text may make
    its row high. `value` takes a row. `link` gives the place in the workbook, or the address, that a cell leads to.
    `comes_back` says whether a change in the sheet is taken in. A column that is `folded` is hidden behind a button.
    Values of one that `repeats` are encoded once. One that is `plain` holds nothing that XML must escape. A column with
    a `flag` is 1 where its value is the flag, else 0; such columns side by side have the same `value`.
    """

    key: str
    title: Words
    width: int
    look: Look = Look.TEXT
    choices: ChoiceList | None = None
    value: Callable[[RowT_contra], Value] = field(kw_only=True)
    link: Callable[[RowT_contra], str] | None = None
    max_lines: int = 6
    comes_back: bool = False
    is_folded: bool = False
    repeats: bool = True
    is_plain: bool = False
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class SheetColumns:
    """The columns of a sheet, known by its key."""

    sheet: str
    columns: tuple[Column[Any], ...]

    def choose(self, chosen: tuple[str, ...]) -> SheetColumns:
        """Return the sheet with the chosen columns.

        `chosen` names them as "sheet.column". All columns are kept if it names none of this sheet.
        """
        prefix = f"{self.sheet}."
        keys = {name.removeprefix(prefix) for name in chosen if name.startswith(prefix)}
        if not keys:
            return self
        return SheetColumns(self.sheet, tuple(column for column in self.columns if column.key in keys | {"key"}))
