"""Place the rows that no key leads to.

By article, place and text, else as new ones.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from app.core.message import Message
from app.core.model import Document, Kind, Note
from app.formats.xlsx.reading.book_columns import RETURNING_SHEETS
from app.formats.xlsx.reading.book_reader import BookRow
from app.service.workbook.article_comparing import ArticleComparing
from app.service.workbook.cells.cell_meanings import say_cell
from app.service.workbook.cells.field_values import SHEET_OF
from app.service.workbook.findings import make_item
from app.service.workbook.items import ItemKind, NewAnnotation
from app.service.workbook.rows.new_rows import NewRowError, list_fields, make_annotation
from app.service.workbook.rows.note_rows import NoteOwner, add_note
from app.service.workbook.rows.row_matching import match_annotation, match_note
from app.service.workbook.sides import Sides

_KIND_OF = {sheet: kind for kind, sheet in SHEET_OF.items()}
_BY_PLACE = Message("The row has no key: it was matched by its article, place and text.")
_KEY_TWICE = Message("The key stands twice: this row is taken for a new one.")
_ARTICLE_GONE = Message("The article was removed from the project.")

Pending = dict[int, list[tuple[BookRow, bool]]]
"""Rows by article, each with whether its key stood twice."""


class RowPlacing:
    """Place rows in the articles that they belong to.

    This follows after those with keys were compared.
    """

    def __init__(self, comparing: ArticleComparing, project_notes: list[Note]) -> None:
        self._comparing, self._project_notes = comparing, project_notes
        self._findings, self._index = comparing.findings, comparing.index
        self._placed: dict[str, int] = {}

    def find_articles(self) -> Pending:
        """Return the rows that no key leads to, by article.

        Those whose article is not known are refused.
        """
        pending: Pending = defaultdict(list)
        unmatched = [(row, False) for row in (*self._index.keyed.values(), *self._index.plain)]
        for row, is_repeated in (*unmatched, *((row, True) for row in self._index.repeated)):
            article_id = self._index.article_of(row)
            if article_id is not None:
                pending[article_id].append((row, is_repeated))
            elif row.sheet == "notes" and "article" not in row.cells and "annotation" not in row.cells:
                self._add_project_note(row, is_repeated=is_repeated)
            else:
                self._findings.refuse_row(row, Message("It cannot be told which article the row belongs to."))
        return pending

    def place_rows(self, rows: list[tuple[BookRow, bool]], sides: Sides) -> None:
        """Place the rows of one article, annotations before the notes on them."""
        for row, is_repeated in sorted(rows, key=lambda one: RETURNING_SHEETS.index(one[0].sheet)):
            self._place_row(row, sides, is_repeated=is_repeated)

    def refuse_rows(self, pending: Pending) -> None:
        """Refuse rows whose article is gone."""
        for rows in pending.values():
            for row, _ in rows:
                self._findings.refuse_row(row, _ARTICLE_GONE)

    def _place_row(self, row: BookRow, sides: Sides, *, is_repeated: bool) -> None:
        if sides.now is None:
            self._findings.refuse_row(row, _ARTICLE_GONE)
        elif row.sheet == "articles":
            if not is_repeated:
                self._comparing.compare_article_row(row, sides)
        elif row.sheet == "notes":
            self._place_note(row, sides.now, is_repeated=is_repeated)
        else:
            self._place_annotation(row, sides, sides.now, is_repeated=is_repeated)

    def _place_annotation(self, row: BookRow, sides: Sides, now: Document, *, is_repeated: bool) -> None:
        kind, matched = _KIND_OF[row.sheet], self._comparing.matched
        free = [one for one in now.annotations if (row.sheet, one.id) not in matched]
        match = None if is_repeated else match_annotation(row, kind, now.text, free)
        if match is None:
            self._add_annotation(row, kind, now, is_repeated=is_repeated)
            return
        matched.add((row.sheet, match.id))
        self._placed[say_cell(row.cells.get("key"))] = match.id
        self._findings.drop_missing((row.sheet, match.id))
        old = next((one for one in sides.base.annotations if one.id == match.id), None) if sides.base else None
        self._comparing.compare_row(row, sides, old, match, _BY_PLACE)

    def _add_annotation(self, row: BookRow, kind: Kind, document: Document, *, is_repeated: bool) -> None:
        try:
            made: NewAnnotation = make_annotation(row, kind, document, self._comparing.meanings)
        except NewRowError as error:
            self._findings.refuse_row(row, error.reason)
            return
        words = made.annotation.words(document.text)
        item = make_item(ItemKind.NEW, row, document, words, list_fields(row, kind))
        self._findings.add_new_row(replace(item, edits=(made,), remark=_remark_on(is_repeated)))

    def _place_note(self, row: BookRow, document: Document, *, is_repeated: bool) -> None:
        said = say_cell(row.cells.get("annotation"))
        annotation_id = self._index.annotation_of(row) or self._placed.get(said)
        known = {one.id for one in document.annotations}
        owner = NoteOwner(document.article.id, annotation_id if annotation_id in known else None)
        free = [note for note in document.notes if ("notes", note.id) not in self._comparing.matched]
        match = None if is_repeated else match_note(row, owner, free)
        if match is not None:
            self._comparing.matched.add(("notes", match.id))
            self._findings.drop_missing(("notes", match.id))
            return
        self._findings.add_notes(add_note(row, owner, document.notes), row, document, _remark_on(is_repeated))

    def _add_project_note(self, row: BookRow, *, is_repeated: bool) -> None:
        owner = NoteOwner(None, None)
        match = None if is_repeated else match_note(row, owner, self._project_notes)
        if match is not None:
            self._findings.drop_missing(("notes", match.id))
            return
        self._findings.add_notes(add_note(row, owner, self._project_notes), row, None, _remark_on(is_repeated))


def _remark_on(is_repeated: bool) -> Message | None:  # says itself
    return _KEY_TWICE if is_repeated else None
