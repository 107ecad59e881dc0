"""The Excel workbook: sheets Articles, Entities, Claims, Notes and Summary, made document by document."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

from app.core.model import Document, Kind
from app.formats.atomic_file import replacing
from app.formats.export_context import ExportContext
from app.formats.tally import Tally
from app.formats.xlsx.cells import clean
from app.formats.xlsx.columns import ARTICLES, NOTES, claim_columns, entity_columns
from app.formats.xlsx.rows import DocumentRows, note_row
from app.formats.xlsx.styles import add_styles
from app.formats.xlsx.summary_sheet import write_summary
from app.formats.xlsx.table_sheet import TableSheet


def write_workbook(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write the workbook and return where it is; an old file at `path` stays until the new one is whole."""
    with replacing(path) as target, ExitStack() as stack:
        workbook = Workbook(write_only=True)
        stack.callback(_end_sheets, workbook)
        workbook.properties.creator = clean(context.author) or "Pometka"
        workbook.properties.title = clean(context.project)
        add_styles(workbook)
        _fill(workbook, documents, context, stack)
        workbook.save(target.beside)
    return target.written


def _fill(workbook: Workbook, documents: Iterable[Document], context: ExportContext, stack: ExitStack) -> None:
    """Write all sheets, reading the documents once."""
    scheme = context.scheme
    articles = TableSheet(workbook, "Articles", ARTICLES, scheme, stack)
    kinds = {
        Kind.ENTITY: TableSheet(workbook, "Entities", entity_columns(scheme), scheme, stack),
        Kind.CLAIM: TableSheet(workbook, "Claims", claim_columns(scheme), scheme, stack),
    }
    notes = TableSheet(workbook, "Notes", NOTES, scheme, stack)
    tally = Tally()
    for note in context.project_notes:
        notes.append(note_row(note))
    for count, document in enumerate(documents, start=1):
        rows = DocumentRows(document, scheme, include_rejected=context.include_rejected)
        articles.append(rows.article())
        for annotation, row in rows.annotations():
            kinds[annotation.kind].append(row)
        for row in rows.notes():
            notes.append(row)
        tally.add(document)
        if context.progress is not None:
            context.progress(count)
    for table in (articles, *kinds.values(), notes):
        table.close()
    write_summary(workbook.create_sheet("Summary"), tally, context, datetime.now(UTC))


def _end_sheets(workbook: Workbook) -> None:
    """Close sheets that a failure has left open: openpyxl cannot have them thrown away half written."""
    for sheet in workbook.worksheets:
        if not sheet.closed:
            sheet.close()
