"""The format xlsx, which loads openpyxl when it writes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.export_context import ExportContext
from app.formats.file_format import FileFormat
from app.formats.tables import table_formats


def _write(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    from app.formats.xlsx.workbook import write_workbook  # noqa: PLC0415  # openpyxl loads as slowly as the window

    return write_workbook(documents, path, context)


FORMAT = FileFormat(
    "xlsx",
    Message("Excel workbook"),
    (".xlsx",),
    read=table_formats.XLSX.read,
    write=_write,
    matches=table_formats.XLSX.matches,
    table=table_formats.XLSX.table,
    loses=(
        Message("the texts of the articles, but for what is annotated and its sentence"),
        Message("attributes that the label scheme does not name"),
        Message("likely missed mentions"),
    ),
)
