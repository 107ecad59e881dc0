"""Resolve the words of a query by those of an index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection

from app.core.query.terms import Match, Query, WordPattern, WordsTerm
from app.core.query.words import lemma_key, split_words

_MAX_FORMS = 200
_LAST_SIGN = "\U0010ffff"
MAX_START_CHARS = 2
"""So few letters begin words of most texts; a stem has as many at least."""

Matches = tuple[str, str]
"""What FTS5 is to find, and what it is not: "" for nothing."""


class WordTerms:
    """Turns terms of words into what FTS5 is asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def matches(self, terms: Sequence[WordsTerm], table: str = "words") -> Matches:
        """Return what FTS5 is to find, and what not.

        Each is "" where there is nothing of it.
        """
        known = [self._resolve_term(term, table) for term in terms]
        wanted = [found for term in known if not term.is_excluded and (found := self._match(term))]
        excluded = [found for term in known if term.is_excluded and (found := self._match(term))]
        return " AND ".join(wanted), " OR ".join(excluded)

    def resolve(self, query: Query, table: str = "words") -> Query:
        """Return a query with its last word as a table has it.

        One that is being typed is a whole word if it stands there, or if no word begins so.
        """
        terms = (self._resolve_term(term, table) if isinstance(term, WordsTerm) else term for term in query.terms)
        return replace(query, terms=tuple(terms))

    def _resolve_term(self, term: WordsTerm, table: str) -> WordsTerm:
        choices = tuple(tuple(self._resolve_word(word, table) for word in words) for words in term.choices)
        return WordsTerm.of(choices, term.distance, is_excluded=term.is_excluded)

    def _resolve_word(self, word: WordPattern, table: str) -> WordPattern:
        if word.match is not Match.TYPED:
            return word
        sql = "SELECT form FROM form WHERE form >= ? AND form < ? ORDER BY form LIMIT 1"
        found = self._connection.execute(sql, (word.text, word.text + _LAST_SIGN)).fetchone()
        if found is None or (found[0] == word.text and self._stands_in(table, word.text)):
            return replace(word, match=Match.LEMMA)
        return replace(word, match=Match.START) if len(word.text) <= MAX_START_CHARS else word

    def _stands_in(self, table: str, form: str) -> bool:
        rows = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"  # noqa: S608  # ours
        return self._connection.execute(rows, (f'form:"{form}"',)).fetchone() is not None

    def _match(self, term: WordsTerm) -> str:
        """Return the FTS5 expression for a term.

        Return "" if the text itself must be searched.
        """
        found = [self._match_words(words, term) for words in term.choices]
        if len(found) == 1:
            return found[0]
        return f"({' OR '.join(found)})" if all(found) else ""

    def _match_words(self, side: tuple[WordPattern, ...], term: WordsTerm) -> str:
        """Return the FTS5 expression for words of a term, "" for none."""
        columns = {_column(word) for word in side}
        words = [self._term_word(word) for word in side]
        if None in columns:
            known = [self._word_match(word) for word in side if _column(word)]
            return "" if term.is_excluded else " AND ".join(known)
        if len(columns) > 1 or side[-1].match is Match.TYPED:
            # the two columns hold the same words in order, but FTS5 compares no places across them
            return " AND ".join(map(self._word_match, side))
        column = columns.pop()
        if term.distance is not None:
            sides = f'"{words[0]}"{_star(side[0])} "{words[-1]}"{_star(side[-1])}'
            return f"{column}:NEAR({sides}, {term.distance})"
        return f'{column}:"{" ".join(words)}"{_star(side[-1])}'

    def _word_match(self, word: WordPattern) -> str:
        """Return the FTS5 expression for one word."""
        if word.match is Match.TYPED:
            return f'(lemma:"{self.lemma_of(word.text)}" OR form:"{word.text}"*)'
        return f'{_column(word)}:"{self._term_word(word)}"{_star(word)}'

    def _term_word(self, word: WordPattern) -> str:
        return self.lemma_of(word.text) if word.match is Match.LEMMA else word.text

    def lemma_of(self, form: str) -> str:
        """Return the lemma under which the index has a form.

        That of its stem where the form stands in no article.
        """
        found = self._connection.execute("SELECT lemma FROM form WHERE form = ?", (form,)).fetchone()
        return str(found[0]) if found else "_".join(split_words(lemma_key(form))) or form

    def find_forms(self, form: str) -> frozenset[str]:
        """Return the forms of a word that articles have."""
        rows = self._connection.execute(
            "SELECT form FROM form WHERE lemma = ? LIMIT ?", (self.lemma_of(form), _MAX_FORMS)
        )
        return frozenset(found for (found,) in rows)


def _column(word: WordPattern) -> str | None:
    """Return the columns of words where a word is looked up.

    None for what the index cannot look up.
    """
    return {Match.LEMMA: "lemma", Match.FORM: "form", Match.START: "form", Match.TYPED: "{form lemma}"}.get(word.match)


def _star(word: WordPattern) -> str:
    return "*" if word.match is Match.START else ""
