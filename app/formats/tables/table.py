"""A table as its readers give it.

Columns, and rows one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.core.message import Message


class TableRow(NamedTuple):
    """One row: its number in the file, and values by column.

    The number is counted from 1.

    `fault` says why it cannot be read, None where it can.
    """

    number: int
    values: Mapping[str, Any] = {}  # never written to
    fault: Message | None = None


@dataclass(slots=True)
class Table:
    """A table that is open for reading, its rows still to come.

    `sample` are its first rows, which come again in `rows`. `line_word` is how its rows are counted. `messages` grow
    while the rows are read. `is_own` says that the program wrote it, so that its cells are the texts exactly.
    """

    columns: tuple[str, ...]
    sample: tuple[TableRow, ...]
    rows: Iterator[TableRow]
    messages: list[Message] = field(default_factory=list)
    separator: str = ""
    encoding: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    is_own: bool = False


SAMPLE_ROWS = 50
"""How many rows are looked at to find out what the columns hold."""


def name_columns(headers: list[str]) -> tuple[str, ...]:
    """Return headers as names of columns, each once.

    An empty one is its number, a second one has it behind it.
    """
    names: list[str] = []
    for number, header in enumerate(headers, start=1):
        name = " ".join(header.split()) or str(number)
        names.append(name if name not in names else f"{name} ({number})")
    return tuple(names)
