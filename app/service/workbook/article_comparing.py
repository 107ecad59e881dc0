"""Compare the rows of an article with the article.

Rows are found by key. They are compared with the article at the export and as it is now.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.core.message import Message
from app.core.model import Annotation, Document, Note
from app.formats.xlsx.reading.book_reader import Book, BookRow
from app.service.workbook.cells.cell_meanings import CellMeanings
from app.service.workbook.cells.field_values import SHEET_OF
from app.service.workbook.findings import Findings, make_item
from app.service.workbook.items import ItemKind
from app.service.workbook.rows.fixed_columns import FixedColumns
from app.service.workbook.rows.note_rows import compare_note, compare_notes_cell
from app.service.workbook.rows.row_comparing import RowComparison, Side
from app.service.workbook.rows.row_index import RowId, RowIndex
from app.service.workbook.sides import Sides


@dataclass(frozen=True, slots=True)
class ArticleComparing:
    """Compare articles of one workbook.

    `fixed` is None where the export is not known, as `is_known` says. `matched` grows: the rows of the project that
    have a row in the workbook.
    """

    book: Book
    index: RowIndex
    meanings: CellMeanings
    fixed: FixedColumns | None
    is_known: bool
    findings: Findings
    matched: set[RowId] = field(default_factory=set)

    def compare_article(self, sides: Sides) -> None:
        """Compare an article, its annotations and its notes."""
        here: dict[RowId, BookRow] = {}
        number = sides.article_id
        row = self.index.keyed.pop(("articles", number), None)
        if row is not None:
            here["articles", number] = row
            self.compare_article_row(row, sides)
        elif self._was_exported(sides) and "articles" in self.book.columns:
            self.findings.refuse_missing_article(sides)
        base = {one.id: one for one in sides.base.annotations} if sides.base else {}
        now = {one.id: one for one in sides.now.annotations} if sides.now else {}
        for annotation_id in base | now:
            self._compare_annotation(sides, base.get(annotation_id), now.get(annotation_id), here)
        for note_id in {one.id for document in (sides.base, sides.now) if document for one in document.notes}:
            self._compare_note_row(sides, note_id, here)
        if self.fixed is not None and sides.base is not None and here:
            for changed, reason in self.fixed.find_changes(sides.base, here):
                self.findings.refuse_row(changed, reason)

    def compare_article_row(self, row: BookRow, sides: Sides) -> None:
        """Compare the notes of an article with the cell of its row."""
        if "note" in self.book.columns["articles"]:
            found = compare_notes_cell(row, sides.base, sides.now)
            self.findings.add_notes(found, row, sides.document)

    def compare_row(
        self, row: BookRow, sides: Sides, old: Annotation | None, new: Annotation | None, remark: Message | None = None
    ) -> None:
        """Compare a row with its annotation.

        `old` at the export, `new` as it is now.
        """
        compared = self._compare_cells(row, sides, old, new)
        if compared.found and sides.now is None:
            self.findings.refuse_row(row, Message("The article was removed from the project."))
            return
        for problem in compared.problems:
            self.findings.refuse_row(row, problem)
        words = (new or old).words(sides.document.text) if new or old else ""  # type: ignore[union-attr]
        for kind, found in compared.found.items():
            said = Message("It was removed in the program.") if new is None else remark
            item = make_item(kind, row, sides.document, words, tuple(found.fields))
            if new is not None or kind is not ItemKind.EMPTIED:
                self.findings.add_item(replace(item, edits=compared.edits(kind), remark=said))

    def compare_project_notes(self, base: dict[int, Note], present: dict[int, Note]) -> None:
        """Compare the notes on the project, by id."""
        for note_id in base | present:
            old, new = base.get(note_id), present.get(note_id)
            row = self.index.keyed.pop(("notes", note_id), None)
            if row is not None:
                self.matched.add(("notes", note_id))
                self.findings.add_notes(compare_note(row, old, new), row, None)
                if self.fixed is not None and old is not None:
                    for changed, reason in self.fixed.find_note_changes(old, row):
                        self.findings.refuse_row(changed, reason)
            elif old is not None and new is not None and "notes" in self.book.columns:
                self.findings.add_missing(("notes", note_id), None, new, is_changed=old != new)

    def _compare_annotation(
        self, sides: Sides, old: Annotation | None, new: Annotation | None, here: dict[RowId, BookRow]
    ) -> None:
        known = new or old
        assert known is not None, "an annotation is there or was"
        row_id = (SHEET_OF[known.kind], known.id)
        row = self.index.pop_row(row_id, lambda one: self._compare_cells(one, sides, old, new).count)
        if row is not None:
            here[row_id] = row
            self.matched.add(row_id)
            self.compare_row(row, sides, old, new)
        elif old is not None and new is not None and self._is_missing(sides, old):
            self.findings.add_missing(row_id, sides, new, is_changed=old != new)

    def _compare_cells(
        self, row: BookRow, sides: Sides, old: Annotation | None, new: Annotation | None
    ) -> RowComparison:
        base = Side(old, sides.base) if old is not None and sides.base is not None else None
        now = Side(new, sides.now) if new is not None and sides.now is not None else None
        compared = RowComparison(row, self.book.columns[row.sheet], base, now, sides.document.text)
        compared.compare(self.meanings)
        return compared

    def _compare_note_row(self, sides: Sides, note_id: int, here: dict[RowId, BookRow]) -> None:
        old, new = _find_note(sides.base, note_id), _find_note(sides.now, note_id)
        row = self.index.keyed.pop(("notes", note_id), None)
        if row is not None:
            here["notes", note_id] = row
            self.matched.add(("notes", note_id))
            if sides.now is not None:
                self.findings.add_notes(compare_note(row, old, new), row, sides.document)
        elif old is not None and new is not None and self._was_exported(sides) and "notes" in self.book.columns:
            self.findings.add_missing(("notes", note_id), sides, new, is_changed=old != new)

    def _is_missing(self, sides: Sides, old: Annotation) -> bool:
        stamp = self.book.stamp
        return (
            stamp is not None
            and SHEET_OF[old.kind] in self.book.columns
            and self._was_exported(sides)
            and stamp.options.includes_annotation(old)
        )

    def _was_exported(self, sides: Sides) -> bool:
        stamp = self.book.stamp
        if stamp is None or sides.base is None or sides.now is None or not self.is_known:
            return False
        chosen = stamp.options.article_ids
        is_chosen = chosen is None or sides.article_id in chosen
        return is_chosen and stamp.options.includes_article(sides.base.article)


def _find_note(document: Document | None, note_id: int) -> Note | None:
    return next((note for note in document.notes if note.id == note_id), None) if document is not None else None
