"""Copy hits as a table.

Its columns are date, source, title, and the line in three.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.values.period_words import say_day
from app.service.article.copied_text import CopiedText, join_rows
from app.service.concordance.hits import Hit


def make_hit_table(hits: Iterable[Hit], language: str) -> CopiedText:
    """Return hits as a table for spreadsheets, a row each."""
    rows = []
    for hit in hits:
        article = hit.article
        day = say_day(article.date, language) if article.date else ""
        rows.append((day, article.source, article.title, *(part.strip() for part in hit.line)))
    return join_rows(rows)
