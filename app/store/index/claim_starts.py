"""The first letters of the words of claims.

One or two letters begin words of most claims. FTS5 would merge the places of every word that begins so, which takes
ten times as long as to read who has such a word: the table `claim_starts` holds that, without places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.query.terms import Match, WordsTerm
from app.store.index.word_terms import MAX_START_CHARS, Matches

ADD_STARTS = "INSERT INTO claim_starts (rowid, start) VALUES (?, ?)"


def list_starts(forms: Iterable[str]) -> str:
    """Return the first one and two letters of words, each once."""
    return " ".join(sorted({form[:count] for form in forms for count in range(1, MAX_START_CHARS + 1)}))


def split_starts(terms: Sequence[WordsTerm]) -> tuple[list[WordsTerm], list[WordsTerm]]:
    """Return the terms of first letters, and the others."""
    return [term for term in terms if _is_start(term)], [term for term in terms if not _is_start(term)]


def match_starts(starts: Sequence[WordsTerm]) -> Matches:
    """Return what FTS5 is to find for terms of first letters."""
    wanted = [f'"{term.words[0].text}"' for term in starts if not term.is_excluded]
    excluded = [f'"{term.words[0].text}"' for term in starts if term.is_excluded]
    return " AND ".join(wanted), " OR ".join(excluded)


def _is_start(term: WordsTerm) -> bool:
    word = term.words[0]
    return (
        len(term.words) == 1 and not term.others and word.match is Match.START and 0 < len(word.text) <= MAX_START_CHARS
    )
