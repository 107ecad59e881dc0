"""Write articles as a table of comma-separated values, one article a row.

UTF-8 with a byte order mark, which Excel needs to see, and the headers that the reader of tables knows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.core.model import Document
from app.formats.atomic_file import replace_file
from app.formats.export_context import ExportContext
from app.formats.features import Feature
from app.formats.tables import table_formats

_HEADERS = ("id", "title", "date", "source", "url", "language", "text")
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
        rows.writerow(_HEADERS)
        for number, document in enumerate(documents, start=1):
            rows.writerow(_cells(document))
            if context.progress is not None:
                context.progress(number)
    return pending.written


def _cells(document: Document) -> tuple[str, ...]:
    article = document.article
    day = article.date.isoformat() if article.date else ""
    return (article.key, article.title, day, article.source, article.url, article.language, document.text)


CSV = replace(table_formats.CSV, write=write_article_table, holds=_HELD)
