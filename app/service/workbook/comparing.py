"""Compare a workbook with its project, article by article.

It is compared with the export and with what is there now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.formats.xlsx.reading.book_reader import Book
from app.formats.xlsx.values.row_keys import make_project_tag
from app.service.workbook.article_comparing import ArticleComparing
from app.service.workbook.cells.cell_meanings import CellMeanings
from app.service.workbook.findings import Findings
from app.service.workbook.items import Comparison
from app.service.workbook.row_placing import RowPlacing
from app.service.workbook.rows.fixed_columns import FixedColumns
from app.service.workbook.rows.row_index import RowIndex
from app.service.workbook.shown_sheets import find_shown_changes
from app.service.workbook.sides import Past

if TYPE_CHECKING:
    from app.store import Project

_ARTICLES_A_REPORT = 50


class BookComparing:
    """Find all that a workbook brings back.

    `run` yields how many articles are done of how many.
    """

    def __init__(self, project: Project, book: Book, past: Past) -> None:
        self._project, self._book, self._past = project, book, past
        stamp = book.stamp
        tag = stamp.tag if stamp is not None else make_project_tag(project.path.stem)
        is_ours = past.is_known or stamp is None
        index = RowIndex(book.rows, frozenset({tag} if is_ours else ()), project.articles())
        language = stamp.options.language if stamp is not None else ""
        meanings = CellMeanings((past.scheme, project.scheme()), language)
        fixed = FixedColumns.of(stamp, past.scheme) if stamp is not None and past.is_known else None
        self._findings = Findings(book, tag)
        self._comparing = ArticleComparing(book, index, meanings, fixed, past.is_known, self._findings)

    @property
    def comparison(self) -> Comparison:
        """What was found."""
        return self._findings.make_comparison(is_known=self._past.is_known)

    def run(self) -> Iterator[tuple[int, int]]:
        """Compare all rows; yield how far it is."""
        ids = self._past.article_ids()
        for count, sides in enumerate(self._past.sides(ids), start=1):
            self._comparing.compare_article(sides)
            if not count % _ARTICLES_A_REPORT:
                yield count, len(ids)
        project_notes = self._project.notes(None)
        base = {note.id: note for note in self._past.notes} if self._past.is_known else {}
        self._comparing.compare_project_notes(base, {note.id: note for note in project_notes})
        placing = RowPlacing(self._comparing, list(project_notes))
        pending = placing.find_articles()
        for sides in self._past.sides(sorted(pending)):
            placing.place_rows(pending.pop(sides.article_id), sides)
            yield len(ids), len(ids)
        placing.refuse_rows(pending)
        self._findings.refuse_absent_sheets()
        for left in find_shown_changes(self._project, self._book, self._past):
            self._findings.refuse(left)
