"""Find changes on sheets that only show other data.

These are the summary, register, labels and changes. What was changed there is named.

The export is made again from the state of the project that the workbook was written from: a row that it does not write
was changed in the sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.core.message import Message
from app.core.model import Document
from app.formats.export_context import ExportContext
from app.formats.xlsx.export_stamp import ExportStamp
from app.formats.xlsx.reading.book_reader import Book, Cell, NotTaken, ShownRow, read_shown_rows
from app.formats.xlsx.summary.summary_tables import OF_THE_EXPORT
from app.formats.xlsx.values.row_keys import make_project_tag
from app.formats.xlsx.values.words import LANGUAGES, SHEETS, STEP_STATES
from app.formats.xlsx.workbook import write_workbook
from app.service.history.exported_steps import read_steps
from app.service.workbook.cells.cell_meanings import fold_blanks, say_cell
from app.service.workbook.sides import Past

if TYPE_CHECKING:
    from app.store import Project

_ONLY_SHOWS = Message("The sheet only shows what the others hold: a change in it is not taken in.")
_OF_THE_EXPORT = {words.say(language) for words in OF_THE_EXPORT for language in LANGUAGES}
_STATES = {words.say(language) for words in STEP_STATES.values() for language in LANGUAGES}
"""The state of a step changes after the export."""


def find_shown_changes(project: Project, book: Book, past: Past) -> Iterator[NotTaken]:
    """Yield each row that the export did not write so.

    Yield none if it is not known what was exported.
    """
    if book.stamp is None or not past.is_known or not book.shown:
        return
    written = _write_again(project, book, past, book.stamp)
    for sheet, rows in book.shown.items():
        find_changes = _find_changed_cells if sheet == "labels" else _find_changed_rows
        for row in find_changes(rows, written.get(sheet, [])):
            yield NotTaken(row.title, row.number, _ONLY_SHOWS)
        missing = len(written.get(sheet, [])) - len(rows)
        if sheet == "register" and missing > 0:
            reason = Message("{n} rows were removed: the sheet only shows what the others hold.", {"n": str(missing)})
            yield NotTaken(rows[0].title, 0, reason)


def _write_again(project: Project, book: Book, past: Past, stamp: ExportStamp) -> dict[str, list[ShownRow]]:
    """Return the rows that the export wrote, by sheet."""
    options = replace(stamp.options, sheets=tuple(book.shown))
    titles = {SHEETS[sheet].say(options.language): sheet for sheet in book.shown}
    steps = tuple(read_steps(project, options.language)) if "changes" in book.shown else ()
    name = _find_project_name(project, book, stamp)
    context = ExportContext(past.scheme, name, tuple(past.notes), options, steps=steps, joined=past.joined)
    with TemporaryDirectory(prefix="pometka-") as folder:
        path = write_workbook(_read_exported(past, stamp), Path(folder) / "book.xlsx", context)
        return read_shown_rows(path, titles)


def _read_exported(past: Past, stamp: ExportStamp) -> Iterator[Document]:
    """Yield the articles as they were exported."""
    options = stamp.options
    chosen = None if options.article_ids is None else set(options.article_ids)
    for sides in past.sides(past.article_ids()):
        base = sides.base
        if (
            base is not None
            and (chosen is None or sides.article_id in chosen)
            and options.includes_article(base.article)
        ):
            yield base


def _find_project_name(project: Project, book: Book, stamp: ExportStamp) -> str:
    """Return the name of the project at the export.

    Its tag is made of that name.
    """
    said = (say_cell(cell) for row in book.shown.get("summary", ()) for cell in row.cells)
    names = (project.path.stem, *said)
    return next((name for name in names if make_project_tag(name) == stamp.tag), project.path.stem)


def _find_changed_rows(rows: Sequence[ShownRow], written: Sequence[ShownRow]) -> Iterator[ShownRow]:
    """Yield the rows that the export did not write.

    It does not matter where they and their columns stand.
    """
    left = Counter(_say_row(row.cells) for row in written)
    for row in rows:
        said = _say_row(row.cells)
        if left[said]:
            left[said] -= 1
        elif not _OF_THE_EXPORT & set(said):
            yield row


def _find_changed_cells(rows: Sequence[ShownRow], written: Sequence[ShownRow]) -> Iterator[ShownRow]:
    """Yield the rows with a cell that was not written.

    Lists stand beside the table, which can be sorted alone.
    """
    known = {said for row in written for said in _say_row(row.cells)}
    return (row for row in rows if not known.issuperset(_say_row(row.cells)))


def _say_row(cells: Sequence[Cell]) -> tuple[str, ...]:
    said = (fold_blanks(say_cell(cell)) for cell in cells)
    return tuple(sorted(one for one in said if one not in _STATES))
