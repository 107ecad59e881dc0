"""Copying with the source: words, a claim, or the list of annotations."""

# ruff: noqa: PLC0415  # the start has no time for what copying needs

from __future__ import annotations

from app.core.message import Message
from app.service.session.session import Session
from app.service.wording import shorten_text
from app.ui.base.copying import put_on_clipboard
from app.ui.panels.panes import Panes


class Clipboard:
    """Put what is current on the clipboard.

    It is put there as plain text and as HTML. Say what was copied.
    """

    def __init__(self, session: Session, panes: Panes, language: str) -> None:
        self._session, self._panes, self._language = session, panes, language

    def copy_source(self) -> None:
        """Copy the selection, else the current annotation, with its source.

        Of a claim also the speaker.
        """
        from app.service.article.copied_text import quote_annotation, quote_words

        open_article, cursor = self._session.open_article, self._session.cursor
        span = cursor.selection or cursor.caret
        if open_article is None:
            return
        text, article, current = open_article.text, open_article.article, self._session.navigation.current
        if cursor.selection is None and current is not None:
            copied = quote_annotation(current, text, article, self._language)
        elif span is not None:
            copied = quote_words(text[span.start : span.stop], article, self._language)
        else:
            return
        put_on_clipboard(copied)
        self._session.notified.emit(Message("Copied with its source: {text}", {"text": shorten_text(copied.plain)}))

    def copy_list(self) -> None:
        """Copy the annotations that the list shows, as a table."""
        from app.formats.xlsx.values.words import Vocabulary
        from app.service.article.copied_text import make_table

        open_article = self._session.open_article
        if open_article is None:
            return
        shown = self._panes.annotations.shown
        notes = {one.id: open_article.notes_on(one.id) for one in shown}
        vocabulary = Vocabulary.of(self._session.scheme, self._language)
        put_on_clipboard(make_table(shown, open_article.text, open_article.article, notes, vocabulary))
        self._session.notified.emit(Message("{n} annotations copied, as a table for Excel", {"n": str(len(shown))}))
