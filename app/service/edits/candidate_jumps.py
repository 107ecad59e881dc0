"""Going to candidates: likely missed mentions on screen, and the next one."""

from __future__ import annotations

from itertools import islice

from app.core.message import Message
from app.core.model import Candidate
from app.core.span import Span
from app.core.text.boundary import word_at
from app.service.article.candidates import Marked, candidates_in, find_next_candidate
from app.service.edits.edit_place import ArticlePlace

MAX_COUNTED = 200
"""So many candidates of an article are counted, so that a key stays quick."""

_LONGEST = 200


class CandidateJumps:
    """Brings the caret to candidates.

    One of several words arrives selected, ready for its label's key.
    """

    def __init__(self, place: ArticlePlace) -> None:
        self._place = place
        self._seen: dict[int, set[int]] = {}
        """Ids of the candidates that the caret has been on, by article."""

    def count_unseen(self) -> int:
        """Return how many candidates nobody has looked at.

        Candidates are likely missed mentions of the open article.

        What the caret is on, and what is marked, was looked at.
        """
        open_article, caret = self._place.open_article, self._place.cursor.caret
        if open_article is None:
            return 0
        seen = self._seen.setdefault(open_article.article.id, set())
        if caret is not None:
            around = Span(max(0, caret.start - _LONGEST), caret.stop)
            seen.update(one.id for one in open_article.candidates_in(around) if one.span.overlaps(caret))
        everything = islice(open_article.candidates_in(Span(0, len(open_article.text))), MAX_COUNTED)
        return sum(one.id not in seen and not Marked(open_article, one.span).holds(one.span) for one in everything)

    def find_in(self, visible: Span) -> list[Candidate]:
        """Return the candidates in a range of the article, the likeliest first."""
        return [] if self._place.open_article is None else candidates_in(self._place.open_article, visible)

    def go_to_next(self) -> None:
        """Go to the next candidate; past the last one, to the first."""
        open_article, cursor = self._place.open_article, self._place.cursor
        if open_article is None or cursor.caret is None:
            return
        behind = max(cursor.caret.stop, cursor.selection.stop if cursor.selection else 0)
        found = find_next_candidate(open_article, behind) or find_next_candidate(open_article, 0)
        if found is None:
            self._place.notified.emit(Message("No likely missed mention here."))
        else:
            self.go_to(found)

    def go_to(self, candidate: Candidate) -> None:
        """Put the caret on a candidate, or select several words."""
        open_article, cursor = self._place.open_article, self._place.cursor
        if open_article is None:
            return
        if word_at(open_article.text, candidate.span.start) == candidate.span:
            cursor.move_to(candidate.span)
        else:
            cursor.select(candidate.span, snap=False)
