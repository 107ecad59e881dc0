"""Write the Excel workbook: Articles, Entities, Claims, Notes and Summary."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

from app.core.model import Document
from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext
from app.formats.tally import Tally
from app.formats.xlsx.cells import clean_text
from app.formats.xlsx.columns import ARTICLE_COLUMNS, NOTE_COLUMNS, claim_columns, entity_columns
from app.formats.xlsx.rows import DocumentRows, NoteRow
from app.formats.xlsx.styles import add_styles
from app.formats.xlsx.summary_sheet import write_summary
from app.formats.xlsx.table_sheet import TableSheet


def write_workbook(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write the workbook and return its path.

    An old file at `path` stays until the new one is whole.
    """
    with replace_file(path) as pending, ExitStack() as stack:
        workbook = Workbook(write_only=True)
        stack.callback(_close_open_sheets, workbook)
        workbook.properties.creator = clean_text(context.options.author) or "Pometka"
        workbook.properties.title = clean_text(context.project)
        add_styles(workbook)
        _write_sheets(workbook, documents, context, stack)
        workbook.save(pending.draft)
    return pending.written


def _write_sheets(workbook: Workbook, documents: Iterable[Document], context: ExportContext, stack: ExitStack) -> None:
    """Write all sheets, reading the documents once."""
    scheme = context.scheme
    articles = TableSheet(workbook, "Articles", ARTICLE_COLUMNS, scheme, stack)
    entities = TableSheet(workbook, "Entities", entity_columns(scheme), scheme, stack)
    claims = TableSheet(workbook, "Claims", claim_columns(scheme), scheme, stack)
    notes = TableSheet(workbook, "Notes", NOTE_COLUMNS, scheme, stack)
    tally = Tally()
    for note in context.project_notes:
        notes.append(NoteRow(note))
    for count, document in enumerate(documents, start=1):
        rows = DocumentRows(document, context.options)
        articles.append(rows.article())
        entities.extend(rows.entities())
        claims.extend(rows.claims())
        notes.extend(rows.notes())
        tally.add(document)
        if context.progress is not None:
            context.progress(count)
    for close in (articles.close, entities.close, claims.close, notes.close):
        close()
    write_summary(workbook.create_sheet("Summary"), tally, context, datetime.now(UTC))


def _close_open_sheets(workbook: Workbook) -> None:
    """Close sheets that a failure left open.

    openpyxl cannot throw them away half written.
    """
    for sheet in workbook.worksheets:
        if not sheet.closed:
            sheet.close()
