"""Write the Excel workbook.

The sheets that the options choose, in one language.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from app.core.message import UserError
from app.core.model import Document
from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.export_stamp import stamp_workbook
from app.formats.xlsx.parts.package import Package
from app.formats.xlsx.sheets.label_sheet import make_lists, write_labels
from app.formats.xlsx.sheets.row_sheets import RowSheets
from app.formats.xlsx.sheets.sheet_layout import TableLook, make_colours
from app.formats.xlsx.sheets.table_sheet import TablePlace
from app.formats.xlsx.summary.summary_sheet import write_summary
from app.formats.xlsx.summary.summary_tables import make_tables
from app.formats.xlsx.values.cells import clean_text
from app.formats.xlsx.values.row_keys import make_project_tag
from app.formats.xlsx.values.words import SHEETS, Vocabulary

_ON_REQUEST = "changes"


def write_workbook(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write the workbook and return its path.

    An old file at `path` stays until the new one is whole.
    """
    sheets = choose_sheets(context.options.sheets)
    refuse_unknown_columns(context)
    with replace_file(path) as pending, ExitStack() as stack:
        package = Package(stack, context.options.language)
        properties = package.workbook.properties
        options = context.options
        properties.creator = clean_text(options.author if options.with_authors else "") or "Pometka"
        properties.title = clean_text(context.project)
        stamp_workbook(package.workbook, context)
        _write_sheets(package, sheets, documents, context)
        package.save(pending.draft)
    return pending.written


def choose_sheets(wanted: tuple[str, ...]) -> list[str]:
    """Return the keys of the wanted sheets in their order.

    Raise UserError where one is not known.
    """
    for key in wanted:
        if key not in SHEETS:
            raise UserError(
                "There is no sheet “{name}”.", hint="Choose one of: {names}.", name=key, names=", ".join(SHEETS)
            )
    return [key for key in SHEETS if key in wanted or (not wanted and key != _ON_REQUEST)]


def refuse_unknown_columns(context: ExportContext) -> None:
    """Raise UserError where the options name a column that no sheet has."""
    plain = replace(context, options=replace(context.options, columns=()))
    known = [
        f"{key}.{one.key}" for key, found in make_sheet_columns(make_naming(plain)).items() for one in found.columns
    ]
    for name in context.options.columns:
        if name not in known:
            sheet = name.partition(".")[0]
            near = [one for one in known if one.startswith(f"{sheet}.")] or known
            raise UserError(
                "There is no column “{name}”.", hint="Choose one of: {names}.", name=name, names=", ".join(near)
            )


def make_naming(context: ExportContext) -> Naming:
    """Return what values are called in a workbook."""
    words = Vocabulary.of(context.scheme, context.options.language)
    return Naming(words, make_project_tag(context.project), context.scheme, context.options)


def _write_sheets(package: Package, sheets: list[str], documents: Iterable[Document], context: ExportContext) -> None:
    """Write all sheets, reading the documents once."""
    naming = make_naming(context)
    words = naming.words
    lists = make_lists(context.scheme, words) if "labels" in sheets else {}
    look = TableLook(words.language, frozenset(lists), make_colours(context.scheme, words))
    fixed: dict[str, Worksheet] = {}
    columns = make_sheet_columns(naming)
    if "summary" in sheets:
        fixed["summary"] = package.add_sheet(words.sheet("summary"))
    chosen = {key: columns[key] for key in sheets if key in columns}
    rows = RowSheets(TablePlace(package, words, look), chosen, context, has_summary="summary" in sheets)
    if "labels" in sheets:
        fixed["labels"] = package.add_sheet(words.sheet("labels"))
        write_labels(fixed["labels"], naming, look, lists)
    rows.add_project_notes(context.project_notes)
    for count, document in enumerate(documents, start=1):
        rows.add_document(document)
        if context.progress is not None:
            context.progress(count)
    rows.add_steps(context.steps)
    rows.close()
    if "summary" in fixed:
        tables = make_tables(rows.tally, context, naming, datetime.now(UTC))
        write_summary(fixed["summary"], context.project, tables, words)
