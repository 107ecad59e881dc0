"""Copy claims of the ledger with their sources."""

from __future__ import annotations

from collections.abc import Iterable

from app.service.article.copied_text import join_quotes, quote_words
from app.service.corpus.ledger.ledger_row import LedgerRow
from app.service.session.session import Session
from app.service.wording import shorten_text
from app.ui.base.copying import put_on_clipboard
from app.ui.base.i18n import tr


def copy_claims(rows: Iterable[LedgerRow], session: Session, language: str) -> str:
    """Put claims with speaker and source on the clipboard.

    Return what to say of it.
    """
    quotes = [
        quote_words(row.entry.said, article, language, row.entry.speaker)
        for row in rows
        if (article := session.articles.get(row.entry.article_id)) is not None
    ]
    copied = join_quotes(quotes)
    put_on_clipboard(copied)
    return tr("Copied with its source: {text}", text=shorten_text(copied.plain))
