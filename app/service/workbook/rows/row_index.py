"""The rows of a workbook by what they belong to.

A row of the project by key, else an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from app.core.model import Article
from app.formats.xlsx.reading.book_reader import BookRow, Cell
from app.formats.xlsx.values.row_keys import RowKind, parse_row_key
from app.service.workbook.cells.cell_meanings import fold_words, say_cell

_KINDS = {
    "articles": RowKind.ARTICLE,
    "entities": RowKind.ENTITY,
    "claims": RowKind.CLAIM,
    "notes": RowKind.NOTE,
}
RowId = tuple[str, int]
"""A sheet and the id of the row of the project that a row of it holds."""


class RowIndex:
    """Find rows by key, and the article of a row.

    A key twice: one of the rows stands among those that are `repeated`. Keys of another project are none.
    """

    def __init__(self, rows: Iterable[BookRow], tags: frozenset[str], articles: Iterable[Article]) -> None:
        self._tags = tags
        self.keyed: dict[RowId, BookRow] = {}
        self.repeated: list[BookRow] = []
        self._twins: dict[RowId, list[BookRow]] = defaultdict(list)
        self.plain: list[BookRow] = []
        self._by_title: dict[str, list[Article]] = defaultdict(list)
        self._by_url: dict[str, list[Article]] = defaultdict(list)
        self._ids: set[int] = set()
        self._foreign: dict[str, int] | None = None
        for article in articles:
            self._ids.add(article.id)
            self._by_title[fold_words(article.title)].append(article)
            if article.url:
                self._by_url[article.url.strip()].append(article)
        for row in rows:
            self._add(row)

    def pop_row(self, row_id: RowId, weigh_row: Callable[[BookRow], int]) -> BookRow | None:
        """Remove and return the row with the key of `row_id`.

        A key twice: the row that weighs least; the others stay among those that are `repeated`. A copy may stand
        above its original once the sheet was sorted.
        """
        first = self.keyed.pop(row_id, None)
        twins = self._twins.get(row_id)
        if first is None or not twins:
            return first
        own = min((first, *twins), key=weigh_row)
        self.repeated = [first if row is own else row for row in self.repeated]
        return own

    def article_of(self, row: BookRow) -> int | None:
        """Return the article that a row says it belongs to.

        By key, else by title, link, date and source.
        """
        cell = say_cell(row.cells.get("article"))
        number = self._read_key(cell, RowKind.ARTICLE) or self._read_foreign(cell)
        if number in self._ids:
            return number
        found = self._by_title.get(fold_words(say_cell(row.cells.get("title"))), [])
        if len(found) != 1:
            by_url = self._by_url.get(say_cell(row.cells.get("url")).strip(), [])
            found = [one for one in found if one in by_url] if found and by_url else found or by_url
        if len(found) > 1:
            day = say_cell(row.cells.get("date"))
            source = fold_words(say_cell(row.cells.get("source")))
            found = [
                one
                for one in found
                if (not day or (one.date is not None and one.date.isoformat() == day))
                and (not source or fold_words(one.source) == source)
            ]
        return found[0].id if len(found) == 1 else None

    def annotation_of(self, row: BookRow) -> int | None:
        """Return the annotation that a note's row refers to."""
        cell = row.cells.get("annotation")
        return self._read_key(cell, RowKind.ENTITY) or self._read_key(cell, RowKind.CLAIM)

    def _read_foreign(self, cell: str) -> int | None:
        """Return the article that the key of another project stands for.

        The sheet of articles says its title.
        """
        if self._foreign is None:
            self._foreign = {}
            for row in self.plain:
                if row.sheet == "articles" and "key" in row.cells:
                    known = self.article_of(row)
                    if known is not None:
                        self._foreign[say_cell(row.cells["key"])] = known
        return self._foreign.get(cell)

    def _add(self, row: BookRow) -> None:
        number = self._read_key(row.cells.get("key"), _KINDS[row.sheet])
        if number is None:
            self.plain.append(row)
        elif (row.sheet, number) in self.keyed:
            self.repeated.append(row)
            self._twins[row.sheet, number].append(row)
        else:
            self.keyed[row.sheet, number] = row

    def _read_key(self, cell: Cell | None, kind: RowKind) -> int | None:
        key = parse_row_key(say_cell(cell))
        return key.number if key is not None and key.kind is kind and key.tag in self._tags else None
