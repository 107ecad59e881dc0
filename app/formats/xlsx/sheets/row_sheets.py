"""All sheets of rows together.

They take documents, and fill the register and the counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from app.core.model import Document, Note
from app.formats.export_context import ExportContext, ExportedStep
from app.formats.xlsx.columns.column import SheetColumns
from app.formats.xlsx.rows.register import RegisterTally, say_why_empty
from app.formats.xlsx.rows.sheet_rows import DocumentRows, NoteRow
from app.formats.xlsx.rows.summary_tally import SummaryTally
from app.formats.xlsx.sheets.table_sheet import TablePlace, TableSheet


class NoTable:
    """A table that is not wanted."""

    def next_place(self) -> str:
        """Return that there is no place."""
        return ""

    def append(self, row: object) -> None:
        """Take a row for nothing."""

    def explain_empty(self, words: str) -> None:
        """Say nothing."""

    def close(self) -> None:
        """End."""


class RowSheets:
    """The tables of a workbook, those that are wanted."""

    def __init__(
        self, place: TablePlace, columns: dict[str, SheetColumns], context: ExportContext, *, has_summary: bool
    ) -> None:
        self._options = context.options
        self._why_empty = say_why_empty(context.scheme.registered, place.words)
        self._tables: dict[str, TableSheet[Any]] = {key: TableSheet(place, found) for key, found in columns.items()}
        self.tally = SummaryTally(context.scheme.registered)
        self._register = RegisterTally(context.scheme.registered, context.joined)
        self._has_register = "register" in columns
        self._has_summary = has_summary

    def add_project_notes(self, notes: Iterable[Note]) -> None:
        """Add the notes on the project."""
        for note in notes:
            self._table("notes").append(NoteRow(note))

    def add_document(self, document: Document) -> None:
        """Add an article with its entities, claims and notes."""
        rows = DocumentRows(document, self._options)
        articles, entities, claims = map(self._table, ("articles", "entities", "claims"))
        article_place = articles.next_place()
        self.tally.add_article(document)
        articles.append(
            rows.article(
                entities.next_place() if rows.has_entities else "", claims.next_place() if rows.has_claims else ""
            )
        )
        noted = {note.annotation_id for note in document.notes if note.annotation_id is not None}
        places = self._add_entities(rows, article_place, noted)
        places.update(self._add_claims(rows, article_place, noted))
        for note in rows.notes(article_place, places):
            self._table("notes").append(note)

    def add_steps(self, steps: Iterable[ExportedStep]) -> None:
        """Add the steps of the project."""
        for step in steps:
            self._table("changes").append(step)

    def close(self) -> None:
        """Write the register and end all tables."""
        register, rows = self._table("register"), list(self._register.rows())
        for row in rows:
            register.append(row)
        if not rows:
            register.explain_empty(self._why_empty)
        for table in self._tables.values():
            table.close()

    def _add_entities(self, rows: DocumentRows, article_place: str, noted: Collection[int]) -> dict[int, str]:
        """Add the entities of an article.

        Return the places of those that have notes.
        """
        table, tally, has_summary = self._table("entities"), self.tally, self._has_summary
        register = self._register if self._has_register else None
        places = {}
        for row in rows.entities(article_place):
            if noted and row.annotation.id in noted:
                places[row.annotation.id] = table.next_place()
            if register is not None:
                register.add(row, table.next_place)
            if has_summary:
                tally.add_entity(row)
            table.append(row)
        return places

    def _add_claims(self, rows: DocumentRows, article_place: str, noted: Collection[int]) -> dict[int, str]:
        """Add the claims of an article.

        Return the places of those that have notes.
        """
        table, tally = self._table("claims"), self.tally
        places = {}
        for row in rows.claims(article_place):
            if noted and row.annotation.id in noted:
                places[row.annotation.id] = table.next_place()
            tally.add_claim(row, table.next_place)
            table.append(row)
        return places

    def _table(self, key: str) -> TableSheet[Any] | NoTable:
        return self._tables.get(key) or NoTable()
