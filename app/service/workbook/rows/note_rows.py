"""Compare the notes of articles and the sheet of notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.core.message import Message
from app.core.model import Document, Note
from app.formats.xlsx.reading.book_reader import BookRow
from app.service.workbook.cells.cell_meanings import fold_note, say_cell
from app.service.workbook.cells.field_values import join_notes, notes_on
from app.service.workbook.items import FieldChange, ItemKind, NoteEdit
from app.service.workbook.rows.note_comparing import find_changed_note

FoundNote = tuple[ItemKind, FieldChange, tuple[NoteEdit, ...]]


class NoteOwner(NamedTuple):
    """What a note is on.

    An annotation, an article (`annotation_id` None), or the project (both None).
    """

    article_id: int | None
    annotation_id: int | None

    @classmethod
    def of(cls, note: Note) -> NoteOwner:
        """Return what a note is on."""
        return cls(note.article_id, note.annotation_id)


def compare_note(row: BookRow, old: Note | None, new: Note | None) -> FoundNote | None:
    """Compare the row of a note with the note.

    It is compared as it was at the export and as it is now.
    """
    known = new or old
    assert known is not None, "a note is there or was"
    wanted = fold_note(say_cell(row.cells.get("note")))
    before, present = fold_note(old.text) if old else None, fold_note(new.text) if new else None
    if not wanted:
        change = FieldChange("note", before or "", present or "", "")
        return (ItemKind.EMPTIED, change, (NoteEdit(new, "", *NoteOwner.of(new)),)) if new is not None else None
    if wanted in (before, present):
        return None
    is_free = present is not None and before in (None, present)
    edit = NoteEdit(new, wanted, *NoteOwner.of(known))
    kind = ItemKind.CHANGE if is_free else ItemKind.CONFLICT
    return kind, FieldChange("note", before or "", present or "", wanted), (edit,)


def compare_notes_cell(row: BookRow, base: Document | None, now: Document | None) -> FoundNote | Message | None:
    """Compare the cell with the notes on an article."""
    if now is None:
        return None
    old = notes_on(base, None) if base is not None else None
    present = notes_on(now, None)
    wanted = fold_note(say_cell(row.cells.get("note")))
    number = now.article.id
    if not wanted:
        if not present or old == []:
            return None
        edits = tuple(NoteEdit(note, "", number) for note in present)
        return ItemKind.EMPTIED, FieldChange("note", join_notes(old or []), join_notes(present), ""), edits
    if wanted in (fold_note(join_notes(old)) if old is not None else None, fold_note(join_notes(present))):
        return None
    return _compare_one_of_several(old, present, wanted, number)


def _compare_one_of_several(
    old: Sequence[Note] | None, present: Sequence[Note], wanted: str, article_id: int
) -> FoundNote | Message | None:
    """Compare the note that differs in a cell with several notes."""
    changed = find_changed_note(old if old is not None else present, wanted)
    if isinstance(changed, Message):
        return changed
    before = changed.note
    here = next((note for note in present if before is not None and note.id == before.id), None)
    if here is not None and fold_note(here.text) == fold_note(changed.text):
        return None
    is_free = before is None or (here is not None and here.text == before.text)
    shown = FieldChange("note", before.text if before else "", here.text if here else "", changed.text)
    kind = ItemKind.CHANGE if is_free else ItemKind.CONFLICT
    return kind, shown, (NoteEdit(here, changed.text, article_id),)


def add_note(row: BookRow, owner: NoteOwner, notes: Sequence[Note]) -> FoundNote | Message:
    """Return the note that a row adds.

    Otherwise return why it is not taken.
    """
    text = fold_note(say_cell(row.cells.get("note")))
    if not text:
        return Message("The new row has no note.")
    if any(NoteOwner.of(note) == owner and fold_note(note.text) == text for note in notes):
        return Message("This note is there already.")
    return ItemKind.NEW, FieldChange("note", "", "", text), (NoteEdit(None, text, *owner),)
