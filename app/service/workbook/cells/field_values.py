"""Read annotation values by column, and compare them.

They have the form that a workbook shows.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.core.model import Annotation, Document, Kind, Note
from app.core.values.attribute_words import say_normal
from app.core.values.period_words import say_period
from app.core.vocabulary import AttributeName
from app.formats.xlsx.values.words import LANGUAGES
from app.service.workbook.cells.cell_meanings import fold_blanks, fold_note

COLUMNS: Mapping[Kind, tuple[str, ...]] = {
    Kind.ENTITY: ("text", "label", "normal", "referent", "status", "note"),
    Kind.CLAIM: ("text", "kind", "speaker", "cue", "due", "status", "note"),
}
"""The columns that come back, in the order in which their changes are shown."""
SHEET_OF = {Kind.ENTITY: "entities", Kind.CLAIM: "claims"}
LABEL_COLUMNS = frozenset({"label", "kind"})
EMPTIED_COLUMNS = frozenset({"normal", "referent", "speaker", "cue", "due", "note"})
"""What may be empty: an annotation has words, a label and a status."""


def values_of(row: Annotation, document: Document) -> dict[str, str]:
    """Return what an annotation has in the columns that come back."""
    words = row.words(document.text)
    values = {"text": words, "status": str(row.status), "note": join_notes(notes_on(document, row.id))}
    if row.kind is Kind.ENTITY:
        return {
            **values,
            "label": row.label,
            "normal": row.normal or words,
            "referent": row.attribute(AttributeName.REFERENT),
        }
    speaker, cue = row.speaker, row.cue
    return {
        **values,
        "kind": row.label,
        "speaker": speaker.shown_name(document.text) if speaker else "",
        "cue": cue.words(document.text) if cue else "",
        "due": row.attribute(AttributeName.DUE),
    }


def notes_on(document: Document, annotation_id: int | None) -> list[Note]:
    """Return the notes on an annotation, or on the article itself."""
    return [note for note in document.notes if note.annotation_id == annotation_id]


def join_notes(notes: list[Note]) -> str:
    """Return notes as one cell holds them."""
    return "\n".join(note.text for note in notes)


def find_said_value(column: str, words: str, row: Annotation, held: str) -> str | None:
    """Return the value of an annotation where a cell says it.

    A cell says dates and figures in the words of its language. Return None where it says something else.
    """
    says_value = column == "due" or (column == "normal" and row.normal == held)
    if not says_value or not held:
        return None
    said = (say_period(held, one) if column == "due" else say_normal(row, one) for one in LANGUAGES)
    return held if fold_blanks(words) in map(fold_blanks, said) else None


def is_same(column: str, one: str, other: str) -> bool:
    """Say whether two values of a column say the same."""
    if column == "note":
        return fold_note(one) == fold_note(other)
    return one == other or fold_blanks(one) == fold_blanks(other)
