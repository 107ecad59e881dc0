"""What a comparison finds.

It is items to decide on, rows that cannot be taken, and rows that are missing.
"""

from __future__ import annotations

from dataclasses import replace

from app.core.message import Message
from app.core.model import Annotation, Document, Note
from app.formats.xlsx.reading.book_columns import RETURNING_SHEETS
from app.formats.xlsx.reading.book_reader import Book, BookRow, NotTaken
from app.formats.xlsx.values.row_keys import RowKey, RowKind
from app.formats.xlsx.values.words import SHEETS
from app.service.workbook.items import Comparison, FieldChange, Item, ItemKind, NoteEdit, Removal, RowEdit
from app.service.workbook.rows.row_index import RowId
from app.service.workbook.sides import Sides

_ROW_KINDS = {"entities": RowKind.ENTITY, "claims": RowKind.CLAIM, "notes": RowKind.NOTE, "articles": RowKind.ARTICLE}


class Findings:
    """Collect what a comparison finds.

    `tag` is in the keys of the project's rows.
    """

    def __init__(self, book: Book, tag: str) -> None:
        self._book, self._tag = book, tag
        self._items: list[Item] = []
        self._not_taken: list[NotTaken] = list(book.not_taken)
        self._missing: dict[RowId, Item] = {}
        self._note_texts: dict[int, str] = {}

    def make_comparison(self, *, is_known: bool) -> Comparison:
        """Return all that was found, in the order of sheets.

        Missing rows are last.
        """
        order = {title: place for place, title in enumerate(dict.fromkeys(row.title for row in self._book.rows))}
        found = sorted(self._items, key=lambda item: (order.get(item.title, -1), item.row))
        return Comparison((*found, *self._missing.values()), tuple(self._not_taken), is_known, len(self._book.rows))

    def add_item(self, item: Item) -> None:
        """Add an item.

        A note that changed on two sheets is taken once.
        """
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

    def add_new_row(self, item: Item) -> None:
        """Add an annotation that is in the sheet alone."""
        self._items.append(item)

    def add_notes(
        self,
        found: Message | tuple[ItemKind, FieldChange, tuple[NoteEdit, ...]] | None,
        row: BookRow,
        document: Document | None,
        remark: Message | None = None,
    ) -> None:
        """Add what the comparison of notes found.

        It is nothing, an item, or why the row cannot be taken.
        """
        if isinstance(found, Message):
            self.refuse_row(row, found)
        elif found is not None:
            kind, change, edits = found
            words = document.article.title if document is not None else ""
            item = make_item(kind, row, document, words, (change,))
            self.add_item(replace(item, edits=edits, remark=remark))

    def add_missing(self, row_id: RowId, sides: Sides | None, present: Annotation | Note, *, is_changed: bool) -> None:
        """Add the row of an annotation or note that is missing.

        The sheet does not have it any more.
        """
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
            str(RowKey(_ROW_KINDS[sheet], self._tag, number)),
            article.id if article is not None else None,
            article.title if article is not None else "",
            words,
            edits=(Removal(present),),
            remark=Message("It was changed in the program after the export.") if is_changed else None,
        )

    def drop_missing(self, row_id: RowId) -> None:
        """Forget that a row is missing: it was found without its key."""
        self._missing.pop(row_id, None)

    def refuse_row(self, row: BookRow, reason: Message) -> None:
        """Say why a row is not taken."""
        self.refuse(NotTaken(row.title, row.number, reason))

    def refuse(self, left: NotTaken) -> None:
        """Add what is not taken."""
        self._not_taken.append(left)

    def refuse_missing_article(self, sides: Sides) -> None:
        """Say that an article is not removed because its row is."""
        reason = Message(
            "The article “{title}” is not in this sheet: articles are removed in the program alone.",
            {"title": sides.document.article.title},
        )
        self._not_taken.append(NotTaken(self._book.titles["articles"], 0, reason))

    def refuse_absent_sheets(self) -> None:
        """Report the sheets that the workbook no longer has.

        Say of each one that nothing of it is changed.
        """
        stamp = self._book.stamp
        if stamp is None:
            return
        wanted = stamp.options.sheets or RETURNING_SHEETS
        for sheet in RETURNING_SHEETS:
            if sheet in wanted and sheet not in self._book.columns:
                reason = Message("The sheet is not in the workbook any more: nothing of it is changed.")
                title = SHEETS[sheet].say(stamp.options.language)
                self._not_taken.append(NotTaken(title, 0, reason))


def make_item(
    kind: ItemKind, row: BookRow, document: Document | None, words: str, fields: tuple[FieldChange, ...]
) -> Item:
    """Return the item of a row, without its edits.

    `document` is None for a note on the project.
    """
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
