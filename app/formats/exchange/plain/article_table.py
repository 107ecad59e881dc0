"""Write articles as a table of comma-separated values, one article a row.

UTF-8 with a byte order mark, which Excel needs to see, and the headers that the reader of tables knows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.core.message import Message
from app.core.model import Document
from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext
from app.formats.features import Feature
from app.formats.tables import table_formats
from app.formats.tables.guarded_cells import OWN_HEADERS, guard_cell

_TABBED = frozenset({".tsv", ".tab"})
_HELD = frozenset(
    {
        Feature.EXACT_TEXT,
        Feature.CONTROL_CHARACTERS,
        Feature.OVERLAPS,
        Feature.SPLITS,
        Feature.KINDS,
        Feature.ARTICLE_FIELDS,
    }
)


def write_article_table(documents: Iterable[Document], path: Path, context: ExportContext) -> Path:
    """Write one row for each article."""
    with replace_file(path) as pending, pending.draft.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter="\t" if path.suffix.lower() in _TABBED else ",")
        rows.writerow(OWN_HEADERS)
        for number, document in enumerate(documents, start=1):
            rows.writerow(_cells(document))
            if context.progress is not None:
                context.progress(number)
    return pending.written


def _cells(document: Document) -> tuple[str, ...]:
    article = document.article
    day = article.date.isoformat() if article.date else ""
    fields = (article.key, article.title, day, article.source, article.url, article.language, document.text)
    return tuple(map(guard_cell, fields))


CSV = replace(
    table_formats.CSV,
    write=write_article_table,
    holds=_HELD,
    loses=(
        Message(
            "texts that begin with =, +, - or @ as they are: each gets an apostrophe in front, so that no spreadsheet "
            "takes it for a formula; import takes it away"
        ),
    ),
)
