"""Find changes in columns that do not come back.

They are named, never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.core.message import Message
from app.core.model import Document, Note
from app.core.scheme import Scheme
from app.formats.xlsx.columns.column import Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.export_stamp import ExportStamp
from app.formats.xlsx.reading.book_reader import BookRow, Cell, is_kept, sum_context
from app.formats.xlsx.rows.sheet_rows import ClaimRow, DocumentRows, EntityRow, NoteRow, join_runs
from app.formats.xlsx.values.cells import to_cell_value
from app.formats.xlsx.values.words import Vocabulary
from app.service.workbook.cells.cell_meanings import fold_blanks, read_typed_day, say_cell

_ESCAPED = re.compile("_x[0-9A-Fa-f]{4}_")
"""Looks like a character that Excel escapes: openpyxl turns it into one in a cell with bold words."""


@dataclass(frozen=True, slots=True)
class FixedColumns:
    """The columns of each sheet that do not come back.

    They are kept as the export wrote them.
    """

    columns: dict[str, list[Column[Any]]]
    stamp: ExportStamp

    @classmethod
    def of(cls, stamp: ExportStamp, scheme: Scheme) -> FixedColumns:
        """Return the columns of an export."""
        language = stamp.options.language
        naming = Naming(Vocabulary.of(scheme, language), stamp.tag, scheme, stamp.options)
        fixed = {
            sheet: [column for column in found.columns if _is_fixed(column)]
            for sheet, found in make_sheet_columns(naming).items()
        }
        return cls(fixed, stamp)

    def find_changes(
        self, document: Document, rows: dict[tuple[str, int], BookRow]
    ) -> Iterator[tuple[BookRow, Message]]:
        """Yield what differs in an article's rows from the export.

        Rows are known by sheet and id.
        """
        made = DocumentRows(document, self.stamp.options)
        article = rows.get(("articles", document.article.id))
        if article is not None:
            yield from self._compare("articles", article, made.article())
        if not any(sheet != "articles" for sheet, _ in rows):
            return
        for sheet, found in (("entities", made.entities()), ("claims", made.claims())):
            for written in found:
                row = rows.get((sheet, written.annotation.id))
                if row is not None:
                    yield from self._compare(sheet, row, written)
        for note in made.notes():
            row = rows.get(("notes", note.note.id))
            if row is not None:
                yield from self._compare("notes", row, note)

    def find_note_changes(self, note: Note, row: BookRow) -> Iterator[tuple[BookRow, Message]]:
        """Yield what differs in the row of a note on the project."""
        yield from self._compare("notes", row, NoteRow(note))

    def _compare(self, sheet: str, row: BookRow, written: Any) -> Iterator[tuple[BookRow, Message]]:
        for column in self.columns[sheet]:
            cell = row.cells.get(column.key)
            if cell is not None and not (
                _is_as_written(cell, column.value(written)) or _is_code(cell, column, written)
            ):
                title = column.title.say(self.stamp.options.language)
                yield row, Message("The column “{column}” is not taken in.", {"column": title})


def _is_fixed(column: Column[Any]) -> bool:
    return not column.comes_back and column.key != "key" and column.look is not Look.TIME and is_kept(column.key)


def _is_code(cell: Cell, column: Column[Any], written: Any) -> bool:
    """Say whether a cell holds the stored value of a column.

    Workbooks of earlier versions show some values as they are stored.
    """
    code = written.attributes.get(column.key, "") if isinstance(written, EntityRow | ClaimRow) else ""
    return bool(code) and fold_blanks(say_cell(cell)) == fold_blanks(code)


def _is_as_written(cell: Cell, value: Any) -> bool:
    """Say whether a cell holds what was written.

    A day may have become text.
    """
    if isinstance(value, tuple):  # the runs of a context, of which the reader keeps a checksum
        words = join_runs(value)
        return cell == sum_context(words) or _ESCAPED.search(words) is not None
    kept = value if isinstance(value, str) else to_cell_value(value)
    said, wanted = fold_blanks(say_cell(cell)), fold_blanks(say_cell(kept))
    return said == wanted or (isinstance(kept, date) and read_typed_day(said) == wanted)
