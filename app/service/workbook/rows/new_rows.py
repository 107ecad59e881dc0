"""Rows that are in the sheet alone.

An annotation or a note that a colleague added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.core.message import Message
from app.core.model import Annotation, Document, Kind, Origin, Role, Status, with_attribute
from app.core.span import Pieces, Span
from app.core.values.attribute_words import read_value
from app.core.vocabulary import AttributeName, RoleName
from app.formats.xlsx.reading.book_reader import BookRow
from app.formats.xlsx.values.words import FORMS, LANGUAGES
from app.service.edits.decisions import likely_form
from app.service.wording import shorten_text
from app.service.workbook.cells.cell_meanings import CellMeanings, fold_blanks, fold_words, read_due, say_cell
from app.service.workbook.cells.field_values import COLUMNS, LABEL_COLUMNS
from app.service.workbook.cells.role_places import find_cue, find_speaker, with_role
from app.service.workbook.cells.text_places import find_pieces, find_places
from app.service.workbook.items import FieldChange, NewAnnotation


class NewRowError(Exception):
    """Tell why a row cannot be taken in."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def make_annotation(row: BookRow, kind: Kind, document: Document, meanings: CellMeanings) -> NewAnnotation:
    """Return the annotation that a row adds to an article.

    Raise NewRowError where it says none.
    """
    words, label = say_cell(row.cells.get("text")).strip(), _read_label(row, kind, meanings)
    if not words:
        raise NewRowError(Message("The new row has no text."))
    start = row.cells.get("start")
    near = (Span(int(start), int(start) + len(words)),) if isinstance(start, int | float) and start >= 0 else None
    pieces = find_pieces(document.text, words, near) if near else _find_free(document, kind, words)
    if pieces is None:
        said = shorten_text(fold_blanks(words))
        raise NewRowError(Message("“{words}” does not stand in the article.", {"words": said}))
    if kind is Kind.ENTITY and "\n" in document.text[pieces[0].start : pieces[-1].stop]:
        raise NewRowError(Message("An entity cannot cross a line end."))
    if any(_is_over(one, kind, label, pieces) for one in document.annotations):
        raise NewRowError(Message("The article has this annotation already."))
    fresh = Annotation(0, document.article.id, kind, label, pieces, _read_status(row, meanings), Origin.MANUAL)
    fresh = _with_entity(fresh, row) if kind is Kind.ENTITY else _with_claim(fresh, row, document)
    return NewAnnotation(fresh, say_cell(row.cells.get("note")).strip())


def _find_free(document: Document, kind: Kind, words: str) -> Pieces | None:
    """Return the first place of words that is free.

    A free place is not annotated yet. Return the first of all if there is none.
    """
    taken = [row.span for row in document.annotations if row.kind is kind and row.is_live]
    places = find_places(document.text, words)
    free = next((one for one in places if not any(one.overlaps(span) for span in taken)), None)
    return (free,) if free is not None else find_pieces(document.text, words, None)


def list_fields(row: BookRow, kind: Kind) -> tuple[FieldChange, ...]:
    """Return what a new row says in the columns that come back."""
    said = ((column, say_cell(row.cells.get(column))) for column in COLUMNS[kind])
    return tuple(FieldChange(column, "", "", words) for column, words in said if words)


def _read_label(row: BookRow, kind: Kind, meanings: CellMeanings) -> str:
    column = next(iter(LABEL_COLUMNS & set(COLUMNS[kind])))
    cell = row.cells.get(column)
    if cell is None:
        raise NewRowError(Message("The new row has no label."))
    label = meanings.label(kind, cell)
    if label is None:
        words = shorten_text(fold_blanks(say_cell(cell)))
        raise NewRowError(Message("There is no label “{words}” in the project.", {"words": words}))
    return label


def _read_status(row: BookRow, meanings: CellMeanings) -> Status:
    cell = row.cells.get("status")
    if cell is None:
        return Status.ACCEPTED
    status = meanings.status(cell)
    if status is None:
        words = shorten_text(fold_blanks(say_cell(cell)))
        reason = Message("“{words}” is no decision: write proposed, accepted, corrected or rejected.", {"words": words})
        raise NewRowError(reason)
    return status


def _with_entity(fresh: Annotation, row: BookRow) -> Annotation:
    """Return an entity with its normal form and its link.

    The link says who or what it is.
    """
    normal = read_value(fresh, fold_blanks(say_cell(row.cells.get("normal"))))
    referent = fold_blanks(say_cell(row.cells.get("referent")))
    attributes = with_attribute((), AttributeName.REFERENT, referent)
    return replace(fresh, normal=normal, attributes=attributes)


def _with_claim(fresh: Annotation, row: BookRow, document: Document) -> Annotation:
    """Return a claim with its form, due date, speaker and cue."""
    attributes = with_attribute((), AttributeName.FORM, _read_form(row, document.text, fresh.span))
    due = row.cells.get("due")
    if due is not None:
        code = read_due(due)
        if code is None:
            reason = Message(
                "“{words}” is no due date: write it as 2026-03-31, 2026-03, 2026 or in the words of the sheet.",
                {"words": shorten_text(fold_blanks(say_cell(due)))},
            )
            raise NewRowError(reason)
        attributes = with_attribute(attributes, AttributeName.DUE, code)
    fresh = replace(fresh, attributes=attributes)
    finders: tuple[tuple[str, Callable[[Annotation, Document, str], Role | None]], ...] = (
        (RoleName.SPEAKER, find_speaker),
        (RoleName.CUE, find_cue),
    )
    for name, find in finders:
        words = say_cell(row.cells.get(name)).strip()
        role = find(fresh, document, words) if words else None
        if words and role is None:
            said = shorten_text(fold_blanks(words))
            raise NewRowError(Message("“{words}” does not stand in the article.", {"words": said}))
        if role is not None:
            fresh = replace(fresh, roles=with_role(fresh, name, role))
    return fresh


def _read_form(row: BookRow, text: str, span: Span) -> str:
    said = fold_words(say_cell(row.cells.get("form")))
    known = (form for form, words in FORMS.items() if said in {fold_words(words.say(one)) for one in LANGUAGES})
    return next(known, "") or likely_form(text, span)


def _is_over(row: Annotation, kind: Kind, label: str, pieces: Pieces) -> bool:
    return row.is_live and row.kind is kind and row.label == label and row.pieces == pieces
