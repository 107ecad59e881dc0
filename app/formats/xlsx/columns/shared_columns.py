"""Columns that several sheets have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.formats.xlsx.columns.column import Column, Look
from app.formats.xlsx.columns.naming import Naming
from app.formats.xlsx.rows.sheet_rows import ArticleRow, ClaimRow, EntityRow
from app.formats.xlsx.values.row_keys import RowKind
from app.formats.xlsx.values.words import Words

AnyRow = ArticleRow | EntityRow | ClaimRow


DATE: Column[AnyRow] = Column("date", Words("Date", "Дата"), 11, Look.DATE, value=lambda row: row.article.date)


SOURCE: Column[AnyRow] = Column("source", Words("Source", "Источник"), 15, value=lambda row: row.article.source)


URL: Column[AnyRow] = Column(
    "url",
    Words("Link", "Ссылка"),
    22,
    Look.LINK,
    value=lambda row: row.article.url,
    link=lambda row: row.article.url,
)


def make_key_column(kind: RowKind, naming: Naming, number: Callable[[Any], int]) -> Column[Any]:
    """Return the column with the key of a row.

    A workbook is read back by it.
    """
    make = naming.key_of(kind)
    return Column("key", Words("Key", "Ключ"), 16, value=lambda row: make(number(row)), repeats=False, is_plain=True)


def make_authors(naming: Naming, author_of: Callable[[Any], str], width: int = 16) -> list[Column[Any]]:
    """Return the column of authors, none where the export leaves them out."""
    if not naming.options.with_authors:
        return []
    return [Column("author", Words("Author", "Автор"), width, value=author_of)]


def fold_column(column: Column[Any]) -> Column[Any]:
    """Return the column hidden behind a button."""
    return replace(column, is_folded=True)
