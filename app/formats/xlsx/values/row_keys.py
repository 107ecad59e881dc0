"""Row keys that people can quote and that spreadsheets leave alone.

A key is a letter for the kind of row, four letters for the project, and the number of the row: "C-KTRB-118". No
spreadsheet takes it for a date, a number or a formula: the first letter begins no English or Russian month, and no
digit stands before an E. The second and later parts of a text that is too long for a cell are "C-KTRB-118.2" and so on.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum

_TAG_LETTERS = "BCDFGHKLMNPRTVWX"
_TAG_LENGTH = 4
_KEY = re.compile(r"([A-Z])-([A-Z]{4})-([1-9]\d{0,17})(?:\.([1-9]\d{0,5}))?")
"""The key of a row: «C-KTRB-118», «R-KTRB-5.2»."""


class RowKind(StrEnum):
    """What a row of a sheet is.

    The value is the first letter of its key.
    """

    ARTICLE = "P"
    ENTITY = "E"
    CLAIM = "C"
    NOTE = "R"
    REGISTER = "G"
    LABEL = "L"
    STEP = "H"


@dataclass(frozen=True, slots=True)
class RowKey:
    """A key in its parts.

    `part` is 1, or more for the later parts of a split text.
    """

    kind: RowKind
    tag: str
    number: int
    part: int = 1

    def __str__(self) -> str:
        return f"{self.kind.value}-{self.tag}-{self.number}{'' if self.part == 1 else f'.{self.part}'}"


def make_project_tag(project: str) -> str:
    """Return the four letters that stand for a project.

    They are made of its name.
    """
    number = zlib.crc32(project.encode("utf-8", "surrogatepass"))
    return "".join(_TAG_LETTERS[number >> 4 * place & 15] for place in range(_TAG_LENGTH))


def parse_row_key(text: str) -> RowKey | None:
    """Return the parts of a key.

    The key may be in any case and have blanks around it. Return None for any other text.
    """
    match = _KEY.fullmatch(text.strip().upper())
    if match is None or match[1] not in tuple(RowKind):
        return None
    return RowKey(RowKind(match[1]), match[2], int(match[3]), int(match[4] or 1))
