"""Compare a workbook with its project, article by article: against the export and against what is there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.message import Message
from app.core.model import Annotation, Document, Kind, Note
from app.formats.xlsx.reading.book_columns import RETURNING_SHEETS
from app.formats.xlsx.reading.book_reader import Book, BookRow, NotTaken
from app.formats.xlsx.values.row_keys import RowKey, RowKind, make_project_tag
from app.service.workbook.cells.cell_meanings import CellMeanings, say_cell
from app.service.workbook.cells.field_values import SHEET_OF
from app.service.workbook.items import (
    Comparison,
    FieldChange,
    Item,
    ItemKind,
    NewAnnotation,
    NoteEdit,
    Removal,
    RowEdit,
)
from app.service.workbook.rows.fixed_columns import FixedColumns
from app.service.workbook.rows.new_rows import NewRowError, list_fields, make_annotation
from app.service.workbook.rows.note_rows import NoteOwner, add_note, compare_note, compare_notes_cell
from app.service.workbook.rows.row_comparing import RowComparison, Side
from app.service.workbook.rows.row_index import RowId, RowIndex
from app.service.workbook.rows.row_matching import match_annotation, match_note
from app.service.workbook.sides import Past, Sides

if TYPE_CHECKING:
    from app.store import Project

_KIND_OF = {sheet: kind for kind, sheet in SHEET_OF.items()}
_LETTER_OF = {"entities": RowKind.ENTITY, "claims": RowKind.CLAIM, "notes": RowKind.NOTE, "articles": RowKind.ARTICLE}
_BY_PLACE = Message("The row has no key: it was matched by its article, place and text.")
_KEY_TWICE = Message("The key stands twice: this row is taken for a new one.")
_SAME_STEP = 50


class BookComparing:
    """Find all that a workbook brings back; `run` yields how many articles are done of how many."""

    def __init__(self, project: Project, book: Book, past: Past) -> None:
        self._project, self._book, self._past = project, book, past
        self._tag = book.stamp.tag if book.stamp is not None else make_project_tag(project.path.stem)
        is_ours = self._past.is_known or book.stamp is None
        tags = frozenset({self._tag} if is_ours else ())
        self._index = RowIndex(book.rows, tags, project.articles())
        language = book.stamp.options.language if book.stamp is not None else ""
        schemes = (self._past.scheme, project.scheme())
        self._meanings = CellMeanings(schemes, language)
        has_fixed = book.stamp is not None and self._past.is_known
        self._fixed = FixedColumns.of(book.stamp, self._past.scheme) if has_fixed and book.stamp else None
        self._items: list[Item] = []
        self._not_taken: list[NotTaken] = list(book.not_taken)
        self._missing: dict[RowId, Item] = {}
        self._matched: set[RowId] = set()
        self._note_texts: dict[int, str] = {}
        self._placed: dict[str, int] = {}

    @property
    def comparison(self) -> Comparison:
        """What was found."""
        order = {title: place for place, title in enumerate(dict.fromkeys(row.title for row in self._book.rows))}
        found = sorted(self._items, key=lambda item: (order.get(item.title, -1), item.row))
        items = (*found, *self._missing.values())
        return Comparison(items, tuple(self._not_taken), self._past.is_known, len(self._book.rows))

    def run(self) -> Iterator[tuple[int, int]]:
        """Compare all rows; yield how far it is."""
        ids = self._past.article_ids()
        for count, sides in enumerate(self._past.sides(ids), start=1):
            self._compare_article(sides)
            if not count % _SAME_STEP:
                yield count, len(ids)
        self._compare_project_notes()
        pending = self._pending_rows()
        for sides in self._past.sides(sorted(pending)):
            rows = pending.pop(sides.article_id)
            for row, is_repeated in sorted(rows, key=lambda one: RETURNING_SHEETS.index(one[0].sheet)):
                self._place_row(row, sides, is_repeated=is_repeated)
            yield len(ids), len(ids)
        for rows in pending.values():
            self._refuse_all([row for row, _ in rows], Message("The article was removed from the project."))
        self._note_absent_sheets()

    def _compare_article(self, sides: Sides) -> None:
        here: dict[RowId, BookRow] = {}
        number = sides.article_id
        row = self._index.keyed.pop(("articles", number), None)
        if row is not None:
            here["articles", number] = row
            self._compare_article_row(row, sides)
        elif self._was_exported(sides) and "articles" in self._book.columns:
            self._refuse_missing_article(sides)
        base = {one.id: one for one in sides.base.annotations} if sides.base else {}
        now = {one.id: one for one in sides.now.annotations} if sides.now else {}
        for annotation_id in base | now:
            old, new = base.get(annotation_id), now.get(annotation_id)
            self._compare_annotation(sides, old, new, here)
        for note_id in {one.id for document in (sides.base, sides.now) if document for one in document.notes}:
            self._compare_note_row(sides, note_id, here)
        if self._fixed is not None and sides.base is not None and here:
            for changed, reason in self._fixed.find_changes(sides.base, here):
                self._refuse(changed, reason)

    def _compare_annotation(
        self, sides: Sides, old: Annotation | None, new: Annotation | None, here: dict[RowId, BookRow]
    ) -> None:
        known = new or old
        assert known is not None, "an annotation is there or was"
        row_id = (SHEET_OF[known.kind], known.id)
        row = self._index.keyed.pop(row_id, None)
        if row is not None:
            here[row_id] = row
            self._matched.add(row_id)
            self._compare_row(row, sides, old, new)
        elif old is not None and new is not None and self._is_missing(sides, old):
            self._note_missing(row_id, sides, new, is_changed=old != new)

    def _compare_row(
        self, row: BookRow, sides: Sides, old: Annotation | None, new: Annotation | None, remark: Message | None = None
    ) -> None:
        base = Side(old, sides.base) if old is not None and sides.base is not None else None
        now = Side(new, sides.now) if new is not None and sides.now is not None else None
        compared = RowComparison(row, self._book.columns[row.sheet], base, now, sides.document.text)
        compared.compare(self._meanings)
        if compared.found and sides.now is None:
            self._refuse(row, Message("The article was removed from the project."))
            return
        for problem in compared.problems:
            self._refuse(row, problem)
        words = (new or old).words(sides.document.text) if new or old else ""  # type: ignore[union-attr]
        for kind, found in compared.found.items():
            said = Message("It was removed in the program.") if now is None else remark
            item = self._item(kind, row, sides.document, words, tuple(found.fields))
            if now is not None or kind is not ItemKind.EMPTIED:
                self._add(replace(item, edits=compared.edits(kind), remark=said))

    def _compare_article_row(self, row: BookRow, sides: Sides) -> None:
        if "note" not in self._book.columns["articles"]:
            return
        found = compare_notes_cell(row, sides.base, sides.now)
        self._add_notes(found, row, sides.document)

    def _compare_note_row(self, sides: Sides, note_id: int, here: dict[RowId, BookRow]) -> None:
        old, new = _find_note(sides.base, note_id), _find_note(sides.now, note_id)
        row = self._index.keyed.pop(("notes", note_id), None)
        if row is not None:
            here["notes", note_id] = row
            self._matched.add(("notes", note_id))
            if sides.now is not None:
                self._add_notes(compare_note(row, old, new), row, sides.document)
        elif old is not None and new is not None and self._was_exported(sides) and "notes" in self._book.columns:
            self._note_missing(("notes", note_id), sides, new, is_changed=old != new)

    def _compare_project_notes(self) -> None:
        present = {note.id: note for note in self._project.notes(None)}
        base = {note.id: note for note in self._past.notes} if self._past.is_known else {}
        for note_id in base | present:
            old, new = base.get(note_id), present.get(note_id)
            row = self._index.keyed.pop(("notes", note_id), None)
            if row is not None:
                self._matched.add(("notes", note_id))
                self._add_notes(compare_note(row, old, new), row, None)
                if self._fixed is not None and old is not None:
                    for changed, reason in self._fixed.find_note_changes(old, row):
                        self._refuse(changed, reason)
            elif old is not None and new is not None and "notes" in self._book.columns:
                self._note_missing(("notes", note_id), None, new, is_changed=old != new)

    def _pending_rows(self) -> dict[int, list[tuple[BookRow, bool]]]:
        """Return the rows that no key leads to, by article; those whose article is not known are refused."""
        pending: dict[int, list[tuple[BookRow, bool]]] = defaultdict(list)
        unmatched = [(row, False) for row in (*self._index.keyed.values(), *self._index.plain)]
        for row, is_repeated in (*unmatched, *((row, True) for row in self._index.repeated)):
            article_id = self._index.article_of(row)
            if article_id is not None:
                pending[article_id].append((row, is_repeated))
            elif row.sheet == "notes" and "article" not in row.cells and "annotation" not in row.cells:
                self._add_project_note(row, is_repeated=is_repeated)
            else:
                self._refuse(row, Message("It cannot be told which article the row belongs to."))
        return pending

    def _place_row(self, row: BookRow, sides: Sides, *, is_repeated: bool) -> None:
        """Match a row without a key by place and text, else take it for a new one."""
        if sides.now is None:
            self._refuse(row, Message("The article was removed from the project."))
        elif row.sheet == "articles":
            if not is_repeated:
                self._compare_article_row(row, sides)
        elif row.sheet == "notes":
            self._place_note(row, sides.now, is_repeated=is_repeated)
        else:
            kind = _KIND_OF[row.sheet]
            free = [one for one in sides.now.annotations if (row.sheet, one.id) not in self._matched]
            match = None if is_repeated else match_annotation(row, kind, sides.now.text, free)
            if match is None:
                self._add_annotation(row, kind, sides.now, is_repeated=is_repeated)
                return
            self._matched.add((row.sheet, match.id))
            self._placed[say_cell(row.cells.get("key"))] = match.id
            self._missing.pop((row.sheet, match.id), None)
            old = next((one for one in sides.base.annotations if one.id == match.id), None) if sides.base else None
            self._compare_row(row, sides, old, match, _BY_PLACE)

    def _add_annotation(self, row: BookRow, kind: Kind, document: Document, *, is_repeated: bool) -> None:
        try:
            made: NewAnnotation = make_annotation(row, kind, document, self._meanings)
        except NewRowError as error:
            self._refuse(row, error.reason)
            return
        words = made.annotation.words(document.text)
        remark = _KEY_TWICE if is_repeated else None
        item = self._item(ItemKind.NEW, row, document, words, list_fields(row, kind))
        self._items.append(replace(item, edits=(made,), remark=remark))

    def _place_note(self, row: BookRow, document: Document, *, is_repeated: bool) -> None:
        said = say_cell(row.cells.get("annotation"))
        annotation_id = self._index.annotation_of(row) or self._placed.get(said)
        known = {one.id for one in document.annotations}
        owner = NoteOwner(document.article.id, annotation_id if annotation_id in known else None)
        free = [note for note in document.notes if ("notes", note.id) not in self._matched]
        match = None if is_repeated else match_note(row, owner, free)
        if match is not None:
            self._matched.add(("notes", match.id))
            self._missing.pop(("notes", match.id), None)
            return
        found = add_note(row, owner, document.notes)
        self._add_notes(found, row, document, _KEY_TWICE if is_repeated else None)

    def _add_project_note(self, row: BookRow, *, is_repeated: bool) -> None:
        notes = self._project.notes(None)
        owner = NoteOwner(None, None)
        match = None if is_repeated else match_note(row, owner, notes)
        if match is not None:
            self._missing.pop(("notes", match.id), None)
            return
        self._add_notes(add_note(row, owner, notes), row, None, _KEY_TWICE if is_repeated else None)

    def _add_notes(
        self,
        found: Message | tuple[ItemKind, FieldChange, tuple[NoteEdit, ...]] | None,
        row: BookRow,
        document: Document | None,
        remark: Message | None = None,
    ) -> None:
        if isinstance(found, Message):
            self._refuse(row, found)
        elif found is not None:
            kind, change, edits = found
            words = document.article.title if document is not None else ""
            item = self._item(kind, row, document, words, (change,))
            self._add(replace(item, edits=edits, remark=remark))

    def _add(self, item: Item) -> None:
        """Add an item; a note that changed on two sheets is taken once."""
        kept: list[RowEdit] = []
        for edit in item.edits:
            known = edit.before.id if isinstance(edit, NoteEdit) and edit.before is not None else None
            if known is None or not isinstance(edit, NoteEdit) or known not in self._note_texts:
                kept.append(edit)
                if known is not None and isinstance(edit, NoteEdit):
                    self._note_texts[known] = edit.text
            elif self._note_texts[known] != edit.text:
                reason = Message("The note was changed on another sheet too, to other words.")
                self._not_taken.append(NotTaken(item.title, item.row, reason))
        if not kept:
            return
        has_note = any(isinstance(edit, NoteEdit) for edit in kept)
        fields = tuple(change for change in item.fields if has_note or change.column != "note")
        self._items.append(replace(item, fields=fields, edits=tuple(kept)))

    def _is_missing(self, sides: Sides, old: Annotation) -> bool:
        stamp = self._book.stamp
        return (
            stamp is not None
            and SHEET_OF[old.kind] in self._book.columns
            and self._was_exported(sides)
            and stamp.options.takes_annotation(old)
        )

    def _was_exported(self, sides: Sides) -> bool:
        stamp = self._book.stamp
        if stamp is None or sides.base is None or sides.now is None or not self._past.is_known:
            return False
        chosen = stamp.options.article_ids
        is_chosen = chosen is None or sides.article_id in chosen
        return is_chosen and stamp.options.takes_article(sides.base.article)

    def _note_missing(
        self, row_id: RowId, sides: Sides | None, present: Annotation | Note, *, is_changed: bool
    ) -> None:
        sheet, number = row_id
        article = sides.document.article if sides is not None else None
        if isinstance(present, Note):
            words = present.text
        else:
            assert sides is not None, "an annotation is in an article"
            words = present.words(sides.document.text)
        self._missing[row_id] = Item(
            ItemKind.MISSING,
            sheet,
            self._book.titles.get(sheet, sheet),
            0,
            str(RowKey(_LETTER_OF[sheet], self._tag, number)),
            article.id if article is not None else None,
            article.title if article is not None else "",
            words,
            edits=(Removal(present),),
            remark=Message("It was changed in the program after the export.") if is_changed else None,
        )

    def _refuse_missing_article(self, sides: Sides) -> None:
        reason = Message(
            "The article “{title}” is not in this sheet: articles are removed in the program alone.",
            {"title": sides.document.article.title},
        )
        self._not_taken.append(NotTaken(self._book.titles["articles"], 0, reason))

    def _note_absent_sheets(self) -> None:
        stamp = self._book.stamp
        if stamp is None:
            return
        wanted = stamp.options.sheets or RETURNING_SHEETS
        for sheet in RETURNING_SHEETS:
            if sheet in wanted and sheet not in self._book.columns:
                reason = Message("The sheet is not in the workbook any more: nothing of it is changed.")
                self._not_taken.append(NotTaken(sheet, 0, reason))

    def _item(
        self,
        kind: ItemKind,
        row: BookRow,
        document: Document | None,
        words: str,
        fields: tuple[FieldChange, ...],
    ) -> Item:
        article = document.article if document is not None else None
        return Item(
            kind,
            row.sheet,
            row.title,
            row.number,
            str(row.cells.get("key", "")),
            article.id if article is not None else None,
            article.title if article is not None else "",
            words,
            fields,
        )

    def _refuse(self, row: BookRow, reason: Message) -> None:
        self._not_taken.append(NotTaken(row.title, row.number, reason))

    def _refuse_all(self, rows: list[BookRow], reason: Message) -> None:
        for row in rows:
            self._refuse(row, reason)


def _find_note(document: Document | None, note_id: int) -> Note | None:
    return next((note for note in document.notes if note.id == note_id), None) if document is not None else None
