"""Match a row without a key with what its article has.

By place and text.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.core.model import Annotation, Kind, Note
from app.formats.xlsx.reading.book_reader import BookRow
from app.service.workbook.cells.cell_meanings import fold_blanks, fold_note, say_cell
from app.service.workbook.rows.note_rows import NoteOwner


def match_annotation(row: BookRow, kind: Kind, text: str, free: Sequence[Annotation]) -> Annotation | None:
    """Return the annotation that a row is about.

    With its text at its place, at its place, else the one of its text.
    """
    rows = [one for one in free if one.kind is kind]
    start, stop = row.cells.get("start"), row.cells.get("stop")
    here = [one for one in rows if one.start == start and one.stop == stop]
    words = fold_blanks(say_cell(row.cells.get("text")))
    same = [one for one in rows if fold_blanks(one.words(text)) == words]
    both = [one for one in here if one in same]
    if both or len(here) == 1:
        return (both or here)[0]
    if isinstance(start, int | float) and same:
        return min(same, key=lambda one: abs(one.start - start))
    return same[0] if len(same) == 1 else None


def match_note(row: BookRow, owner: NoteOwner, free: Sequence[Note]) -> Note | None:
    """Return the note with the text of a row.

    It must be on the same thing.
    """
    text = fold_note(say_cell(row.cells.get("note")))
    return next((note for note in free if NoteOwner.of(note) == owner and fold_note(note.text) == text), None)
