"""The columns of the sheet of notes, in the order of reading."""

from __future__ import annotations

from app.core.model import Kind
from app.formats.xlsx.columns.column import Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.shared_columns import make_authors, make_key_column
from app.formats.xlsx.rows.sheet_rows import NoteRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Vocabulary, Words


def make_note_columns(naming: Naming) -> list[Column[NoteRow]]:
    """Return the columns of notes."""
    places, words = naming.words.note_places, naming.words
    make_key = naming.key_of(RowKind.ARTICLE)
    return [
        Column(  # a link in the words below would stand in one line in LibreOffice
            "on",
            Words("On", "К чему"),
            14,
            Look.LINK,
            value=lambda row: places[row.on],
            link=lambda row: row.place,
        ),
        Column(
            "text",
            Words("Text", "Текст"),
            50,
            Look.WRAPPED,
            value=lambda row: row.words,
            max_lines=4,
            repeats=False,
        ),
        Column(
            "note",
            Words("Note", "Заметка"),
            70,
            Look.WRAPPED,
            value=lambda row: row.note.text,
            comes_back=True,
            repeats=False,
        ),
        Column("label", Words("Label", "Метка"), 16, value=lambda row: _title_of_label(row, words)),
        *make_authors(naming, lambda row: row.note.author),
        Column("changed", Words("Changed", "Изменена"), 17, Look.TIME, value=lambda row: row.note.changed),
        make_key_column(RowKind.NOTE, naming, lambda row: row.note.id),
        Column(
            "article",
            Words("Article key", "Ключ статьи"),
            16,
            value=lambda row: make_key(row.article.id) if row.article else None,
            is_folded=True,
        ),
        Column(
            "annotation",
            Words("Annotation key", "Ключ метки"),
            16,
            value=lambda row: _annotation_key(row, naming),
            is_folded=True,
            repeats=False,
        ),
        Column(
            "created",
            Words("Created", "Создана"),
            17,
            Look.TIME,
            value=lambda row: row.note.created,
            is_folded=True,
        ),
    ]


def _title_of_label(row: NoteRow, words: Vocabulary) -> str | None:
    if row.annotation is None:
        return None
    name = row.annotation.label
    return words.entity_labels.get(name) or words.claim_labels.get(name) or name


def _annotation_key(row: NoteRow, naming: Naming) -> str | None:
    if row.annotation is None:
        return None
    kind = RowKind.ENTITY if row.annotation.kind is Kind.ENTITY else RowKind.CLAIM
    return naming.key_of(kind)(row.annotation.id)
