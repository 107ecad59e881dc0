"""Compare one row of a workbook with its annotation.

It is compared as it was at the export and as it is now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.core.message import Message
from app.core.model import Annotation, Document, Kind
from app.core.values.attribute_words import read_value
from app.formats.xlsx.reading.book_reader import BookRow, Cell
from app.service.wording import shorten_text
from app.service.workbook.cells.cell_meanings import CellMeanings, fold_blanks, fold_note, read_due, say_cell
from app.service.workbook.cells.field_values import (
    COLUMNS,
    EMPTIED_COLUMNS,
    LABEL_COLUMNS,
    find_said_value,
    is_same,
    notes_on,
    values_of,
)
from app.service.workbook.cells.role_places import find_cue, find_speaker
from app.service.workbook.cells.text_places import find_pieces
from app.service.workbook.items import AnnotationEdit, FieldChange, ItemKind, NoteEdit, RowEdit
from app.service.workbook.rows.note_comparing import find_changed_note

Update = tuple[str, Any]


@dataclass
class Found:
    """What one kind of item gets of a row.

    The fields that differ, updates of the annotation, edits of notes.
    """

    fields: list[FieldChange] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    notes: list[NoteEdit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Side:
    """An annotation in its article at one time."""

    row: Annotation
    document: Document

    @property
    def values(self) -> dict[str, str]:
        """What it has in the columns that come back."""
        return values_of(self.row, self.document)


class RowComparison:
    """The differences of one row.

    Fields by kind of item, and reasons for what is not taken.

    `base` is None where it is not known what was exported, `now` where the annotation is gone from the project.
    """

    def __init__(self, book_row: BookRow, columns: set[str], base: Side | None, now: Side | None, text: str) -> None:
        side = now or base
        assert side is not None, "a row is compared with what is or was"
        self._side, self._base, self._now, self._text = side, base, now, text
        self._cells, self._columns = book_row.cells, columns
        self.found: dict[ItemKind, Found] = {}
        self.problems: list[Message] = []

    def compare(self, meanings: CellMeanings) -> None:
        """Compare all columns that come back."""
        exported = self._base.values if self._base else None
        present = self._now.values if self._now else None
        for column in COLUMNS[self._side.row.kind]:
            if column not in self._columns:
                continue
            old = exported[column] if exported is not None else None
            new = present[column] if present is not None else None
            cell = self._cells.get(column)
            if cell is None:
                self._note_emptied(column, old, new)
                continue
            wanted = self._find_said(column, cell) or _read(column, cell, self._side.row, meanings)
            if wanted is None:
                if not is_same(column, say_cell(cell), old if old is not None else new or ""):
                    self.problems.append(_not_understood(column, cell))
            elif not (old is not None and is_same(column, wanted, old)) and not (
                new is not None and is_same(column, wanted, new)
            ):
                self._note_change(column, old, new, wanted)

    @property
    def count(self) -> int:
        """How many cells differ."""
        return len(self.problems) + sum(len(found.fields) for found in self.found.values())

    def edits(self, kind: ItemKind) -> tuple[RowEdit, ...]:
        """Return the edits of an item of a kind."""
        found = self.found[kind]
        row = self._side.row
        restored = None if self._now else row
        updates = tuple(found.updates)
        edits: list[RowEdit] = []
        if updates or restored:
            edits.append(AnnotationEdit(self._now.row if self._now else None, updates, restored))
        return (*edits, *found.notes)

    def _find_said(self, column: str, cell: Cell) -> str | None:
        """Return the value, then or now, that a cell says in words."""
        sides = (side for side in (self._base, self._now) if side is not None)
        found = (find_said_value(column, say_cell(cell), side.row, side.values[column]) for side in sides)
        return next(filter(None, found), None)

    def _note_change(self, column: str, old: str | None, new: str | None, wanted: str) -> None:
        is_conflict = new is None or (old is not None and not is_same(column, old, new))
        kind = ItemKind.CONFLICT if is_conflict else ItemKind.CHANGE
        shown = FieldChange(column, old or "", new or "", wanted)
        if column == "note":
            self._note_note(kind, shown)
            return
        update = self._make_update(column, wanted)
        if isinstance(update, Message):
            self.problems.append(update)
        elif update is not None:
            found = self.found.setdefault(kind, Found())
            found.fields.append(shown)
            found.updates.append(update)

    def _note_emptied(self, column: str, old: str | None, new: str | None) -> None:
        """Note a cell that was emptied.

        That changes nothing unless it is asked for.
        """
        held = old if old is not None else new
        row = self._side.row
        if column not in EMPTIED_COLUMNS or not held or not new or (column == "normal" and not row.normal):
            return
        found = self.found.setdefault(ItemKind.EMPTIED, Found())
        found.fields.append(FieldChange(column, old or "", new, ""))
        if column == "note":
            notes = notes_on(self._side.document, row.id)
            found.notes += [NoteEdit(note, "", row.article_id, row.id) for note in notes]
        else:
            found.updates.append((column, None if column in {"speaker", "cue"} else ""))

    def _note_note(self, kind: ItemKind, shown: FieldChange) -> None:
        """Note a cell of notes that changed.

        One note of it, which may be another than the one that changed here.
        """
        row = self._side.row
        known = notes_on((self._base or self._side).document, row.id)
        changed = find_changed_note(known, shown.wanted)
        if isinstance(changed, Message):
            self.problems.append(changed)
            return
        old = changed.note
        now = None
        if old is not None and self._now is not None:
            now = next((one for one in notes_on(self._now.document, row.id) if one.id == old.id), None)
            kind = ItemKind.CHANGE if now is not None and now.text == old.text else ItemKind.CONFLICT
            if now is not None and fold_note(now.text) == fold_note(changed.text):
                return
        elif self._now is not None:
            kind = ItemKind.CHANGE
        found = self.found.setdefault(kind, Found())
        present = now.text if now is not None else ""
        found.fields.append(FieldChange("note", old.text if old else "", present, changed.text))
        found.notes.append(NoteEdit(now, changed.text, row.article_id, row.id))

    def _make_update(self, column: str, wanted: str) -> Update | Message | None:
        """Return the update of a field, or why there is none.

        None where it says the same.
        """
        row, document = self._side.row, self._side.document
        match column:
            case "text":
                return _move(row, self._text, wanted)
            case "speaker":
                speaker = find_speaker(row, document, wanted)
                return (column, speaker) if speaker else _not_in_article(wanted)
            case "cue":
                cue = find_cue(row, document, wanted)
                return (column, cue) if cue else _not_in_article(wanted)
            case "normal" | "referent":
                return column, fold_blanks(wanted)
        return ("label" if column in LABEL_COLUMNS else column), wanted


def _read(column: str, cell: Cell, row: Annotation, meanings: CellMeanings) -> str | None:
    """Return what a cell of a column says.

    None where it cannot be understood.
    """
    if column in LABEL_COLUMNS:
        return meanings.label(row.kind, cell)
    if column == "status":
        return meanings.status(cell)
    if column == "normal":
        return read_value(row, say_cell(cell))
    return read_due(cell) if column == "due" else say_cell(cell)


def _move(row: Annotation, text: str, words: str) -> Update | Message | None:
    pieces = find_pieces(text, words, row.pieces)
    if pieces is None:
        return _not_in_article(words)
    if row.kind is Kind.ENTITY and "\n" in text[pieces[0].start : pieces[-1].stop]:
        return Message("An entity cannot cross a line end.")
    return None if pieces == row.pieces else ("pieces", pieces)


def _not_in_article(words: str) -> Message:
    return Message("“{words}” does not stand in the article.", {"words": shorten_text(fold_blanks(words))})


def _not_understood(column: str, cell: Cell) -> Message:
    words = {"words": shorten_text(fold_blanks(say_cell(cell)))}
    if column in LABEL_COLUMNS:
        return Message("There is no label “{words}” in the project.", words)
    if column == "status":
        return Message("“{words}” is no decision: write proposed, accepted, corrected or rejected.", words)
    return Message(
        "“{words}” is no due date: write a day (2026-03-31), a month (March 2026), a quarter (Q2 2026), a season or "
        "a year.",
        words,
    )
