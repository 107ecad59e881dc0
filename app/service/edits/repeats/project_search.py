"""Search the project for places of equal words.

Everything is read from the project, so that a thread can do it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.core.change import Change
from app.core.model import Annotation, Article, Kind
from app.core.span import Span
from app.core.text.boundary import fitted
from app.core.text.plain_view import PlainView
from app.service.article.annotation_index import AnnotationIndex
from app.service.article.mentions import keys_of_words
from app.service.article.open_article import OpenArticle, read_open_article
from app.service.concordance.hits import Hit, MakeChange, Portion, ReadLine, line_of
from app.service.edits.edit_place import ChooseArticles

if TYPE_CHECKING:
    from app.store import Project
    from app.store.snapshot import Snapshot

_SHORT = 20_000
"""Code points: an article up to that is read at once."""
_AT_ONCE = 20
"""So many articles are read from one moment of the project."""
_LINES = 256
"""So many lines are kept: those on the screen are painted again and again."""
_KEPT = 16_384
"""Of so many words it is kept whether they are equal."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a search is about.

    `make_change` says what is made of it. `before` is the annotation that stands there. One that is not `is_open` was
    decided or has another label.
    """

    span: Span
    before: Annotation | None
    make_change: MakeChange
    is_open: bool = True

    def change_in(self, article: int) -> Change | None:
        """Return what is made of it in its article."""
        return self.make_change(article, self.span, self.before)


FindRow = Callable[[int], Article | None]
"""Returns the row of an article where it is in memory already."""
FindTargets = Callable[[OpenArticle, Sequence[Span]], Iterator[Target]]
"""Yields the targets in an article, given the places of the words."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a search looks for in each article.

    `find_targets` looks at mentions with one of the `keys`, and at what touches them or the places, and at no others.
    """

    keys: frozenset[str]
    find_places: Callable[[PlainView], Iterator[Span]]
    find_targets: FindTargets


def search_articles(
    project: Project, articles: Sequence[int], choose: ChooseArticles, find_row: FindRow, sought: Sought
) -> Iterator[Portion]:
    """Yield the hits of equal words, article by article, by their ids.

    `choose` leaves out articles that cannot hold the words. Of the others, one without the words costs its text alone.
    A long one is read in pieces.
    """
    chosen = choose(articles, sought.keys)
    first = next(chosen, ())
    search = _Search(project, find_row, sought)
    yield from search.find_in(first)
    others = list[int]()
    for some in chosen:
        others += some
        yield Portion()
    yield Portion(articles=len(articles) - len(first) - len(others))
    yield from search.find_in(others)


class _Search:
    """Looks through articles of a project."""

    def __init__(self, project: Project, find_row: FindRow, sought: Sought) -> None:
        self._project, self._find_row, self._sought = project, find_row, sought
        self._read_line: ReadLine = lru_cache(_LINES)(lambda article, span: line_of(project.text(article), span))
        self._are_equal = lru_cache(_KEPT)(lambda *words: not sought.keys.isdisjoint(keys_of_words(*words)))
        """Says of words and their normal form whether they have one of the keys."""

    def find_in(self, articles: Sequence[int]) -> Iterator[Portion]:
        """Yield the hits in articles, in their order."""
        for start in range(0, len(articles), _AT_ONCE):
            some = articles[start : start + _AT_ONCE]
            with self._project.open_snapshot() as snapshot:
                rows = {number: row for number in some if (row := self._find_row(number)) is not None}
                missing = [number for number in some if number not in rows]
                rows |= {row.id: row for row in snapshot.readable_articles(missing)}
                yield Portion(articles=len(some) - len(rows))
                for article in (rows[number] for number in some if number in rows):
                    yield from self._find_in_article(snapshot, article)

    def _find_in_article(self, snapshot: Snapshot, article: Article) -> Iterator[Portion]:
        text = snapshot.text(article.id)
        places = list(self._sought.find_places(PlainView(text)))
        if not places:
            yield Portion(articles=1)
            return
        if article.length <= _SHORT:
            open_article = self._read_mentions_near(snapshot, article, text, places)
        else:
            open_article = read_open_article(self._project, article)
        while not open_article.is_ready:
            open_article.read_on()
            yield Portion()
        targets = self._sought.find_targets(open_article, places)
        yield Portion(tuple(sorted((self._hit_at(article, target) for target in targets), key=_place_of)), 1)

    def _hit_at(self, article: Article, target: Target) -> Hit:
        return Hit(article, target.span, self._read_line, target.before, target.make_change, target.is_open)

    def _read_mentions_near(
        self, snapshot: Snapshot, article: Article, text: str, places: Iterable[Span]
    ) -> OpenArticle:
        """Return an article with no more than the search looks at.

        These are its mentions with one of the keys, and those that touch them or the places. All others need not be
        made: most of what a short article costs.
        """
        mentions = snapshot.mention_outlines(article.id)
        spans = [fitted(text, place) for place in places]
        spans += [
            Span(start, stop)
            for start, stop, normal, is_whole in mentions
            if not is_whole or self._are_equal(text[start:stop], normal)
        ]
        near: dict[int, Annotation] = {}
        for span in spans:
            if any(start < span.stop and stop > span.start for start, stop, *_ in mentions):
                near |= {row.id: row for row in snapshot.annotations_over(article.id, span.start, span.stop)}
        return OpenArticle(article, text, AnnotationIndex(row for row in near.values() if row.kind is Kind.ENTITY))


def _place_of(hit: Hit) -> tuple[bool, Span]:
    return not hit.is_open, hit.span
