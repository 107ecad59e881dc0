"""Find which of several notes in a cell changed.

A cell holds all of them one below the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.core.message import Message
from app.core.model import Note
from app.service.workbook.cells.cell_meanings import fold_note


class ChangedNote(NamedTuple):
    """A note and the text that it has in the sheet.

    `note` is None for a new one.
    """

    note: Note | None
    text: str


def find_changed_note(notes: Sequence[Note], wanted: str) -> ChangedNote | Message:
    """Return the one note that differs in a cell.

    Otherwise return why it cannot be told.
    """
    left, rest = list(notes), fold_note(wanted)
    while left and (shorter := _without_head(rest, fold_note(left[0].text))) is not None:
        rest, _ = shorter, left.pop(0)
    while left and (shorter := _without_tail(rest, fold_note(left[-1].text))) is not None:
        rest, _ = shorter, left.pop()
    if len(left) <= 1:
        return ChangedNote(left[0] if left else None, rest)
    return Message("Several notes changed in one cell: change them on the sheet of the notes.")


def _without_head(text: str, head: str) -> str | None:
    return text[len(head) + 1 :] if text.startswith(f"{head}\n") else None


def _without_tail(text: str, tail: str) -> str | None:
    return text[: -len(tail) - 1] if text.endswith(f"\n{tail}") else None
