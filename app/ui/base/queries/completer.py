"""Find what can complete a query in the open project.

It is fields, values, labels, names and sources.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.core.query.completion import Completion, complete_query
from app.core.query.terms import FieldName
from app.core.vocabulary import LanguageCode
from app.service.corpus.corpus_search import label_words
from app.service.session.session import Session
from app.ui.base.queries.index_keeper import IndexKeeper

_MAX_NAMES = 8


class Completer:
    """Completes queries; names and sources come from the index."""

    def __init__(self, session: Session, keeper: IndexKeeper, language: str) -> None:
        self._session, self._keeper, self._language = session, keeper, language

    def complete(self, query: str) -> list[Completion]:
        """Return what can complete the last word of a query."""
        labels = label_words(self._session.scheme)
        return complete_query(query, labels, self._find_values, in_russian=self._language == LanguageCode.RU)

    def _find_values(self, field: FieldName, typed: str) -> Iterable[str]:
        if field is FieldName.TAG:
            return self._session.articles.known_tags()
        reader = self._keeper.reader
        if reader is None:
            return ()
        if field in (FieldName.NAME, FieldName.SPEAKER):
            return reader.names.beginning_with(typed, _MAX_NAMES, speaks=field is FieldName.SPEAKER)
        return reader.sources() if field is FieldName.SOURCE else ()
