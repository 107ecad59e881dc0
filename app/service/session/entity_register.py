"""The register of the entities of a project, with counts.

An entity is no row of its own: it is there as long as a mention stands for it. It is counted from the annotations when
it is first asked for, a piece at a time, and follows every change from then on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from typing import NamedTuple

from app.core.change import Changed
from app.core.model import Annotation
from app.service.article.mentions import mention_key
from app.service.edits.entity_links import is_in_register
from app.service.session.state import SessionState

_PORTION = 20_000
"""Code points of an article that are read at a time, so that a piece takes no longer than a frame."""


class Entity(NamedTuple):
    """Somebody or something that mentions stand for.

    Namesakes with different labels are different entities.
    """

    label: str
    name: str


def entity_of(row: Annotation) -> Entity | None:
    """Return what a mention stands for.

    None for a claim, a rejected mention, and a day or a sum, which is no name.
    """
    return Entity(row.label, row.entity_name) if is_in_register(row) and row.entity_name else None


class EntityRegister:
    """The entities of a project, with counts of mentions and articles."""

    def __init__(self, session: SessionState) -> None:
        self._session = session
        self._has_begun = False
        self._unread: dict[int, None] = {}
        self._now: int | None = None
        self._pieces: Iterator[bool] = iter(())
        self._by_article: dict[int, Counter[Entity]] = {}
        self._mentions: Counter[Entity] = Counter()
        self._articles: Counter[Entity] = Counter()
        session.project_changed.connect(self._forget_counts)
        session.changed.connect(self._follow_changes)

    @property
    def is_whole(self) -> bool:
        """Whether all articles have been read."""
        return self._has_begun and not self._unread

    def knows(self, article_id: int) -> bool:
        """Say whether an article has been read."""
        return self._has_begun and article_id not in self._unread

    def mentions(self, entity: Entity) -> int:
        """Return how many mentions stand for an entity."""
        return self._mentions[entity]

    def articles(self, entity: Entity) -> int:
        """Return in how many articles an entity is meant."""
        return self._articles[entity]

    def entities(self) -> Iterable[Entity]:
        """Return all entities read so far, in no order."""
        return self._mentions.keys()

    def first(self, label: str, most: int, keys: frozenset[str] = frozenset()) -> list[Entity]:
        """Return the likeliest entities for a mention, each name once.

        Those of its own label come first: those whose name has the mention's words, given by their `keys`, the fullest
        name first; then those of the open article, then the most frequent ones.
        """
        open_article = self._session.open_article
        here: Counter[Entity] = (
            self._by_article.get(open_article.article.id, Counter()) if open_article is not None else Counter()
        )

        def rank(entity: Entity) -> tuple[int, int, int, str]:
            fullness = -len(mention_key(entity.name).split()) if fits_words(entity.name, keys) else 0
            return fullness, -here[entity], 0 if here[entity] else -self._mentions[entity], entity.name

        own = [entity for entity in self._mentions if entity.label == label]
        found = nsmallest(most, own, key=rank)
        if len(found) < most:
            others = (entity for entity in self._mentions if entity.label != label)
            found += nsmallest(most - len(found), others, key=rank)
        by_name: dict[str, Entity] = {}
        for entity in found:
            by_name.setdefault(entity.name, entity)
        return list(by_name.values())

    def read(self) -> bool:
        """Read a piece more, the open article first.

        Return whether anything is left.
        """
        if not self._has_begun:
            self._has_begun = True
            self._unread.update(dict.fromkeys(self._session.articles.ids()))
            self._pieces = self._read_articles()
        return next(self._pieces, False)

    def _forget_counts(self) -> None:
        self._has_begun, self._now, self._pieces = False, None, iter(())
        for known in (self._unread, self._by_article, self._mentions, self._articles):
            known.clear()

    def _read_articles(self) -> Iterator[bool]:
        while self._unread:
            open_article = self._session.open_article
            is_open_next = open_article is not None and open_article.article.id in self._unread
            yield from self._read_article(
                open_article.article.id if open_article and is_open_next else next(iter(self._unread))
            )

    def _read_article(self, article_id: int) -> Iterator[bool]:
        """Count an article in portions; where it changes meanwhile, it stays unread."""
        project, article = self._session.project, self._session.articles.get(article_id)
        if project is None or article is None:
            del self._unread[article_id]
            return
        self._now = article_id
        counts: Counter[Entity] = Counter()
        for start in range(0, max(1, article.length), _PORTION):
            if start:
                yield True
                if self._now != article_id:
                    return
            rows = project.annotations(article_id, since=start, before=start + _PORTION)
            counts.update(entity for entity in map(entity_of, rows) if entity is not None)
        del self._unread[article_id]
        self._by_article[article_id] = counts
        self._mentions.update(counts)
        self._articles.update(counts.keys())
        yield True

    def _follow_changes(self, changed: Changed) -> None:
        """Follow changes in the articles that have been read."""
        if not self._has_begun:
            return
        for before, after in changed.of(Annotation):
            row = after or before
            assert row is not None, "a change has a row on one side at least"
            if row.article_id in self._unread:
                self._now = None if self._now == row.article_id else self._now
                continue
            for one, sign in ((before, -1), (after, 1)):
                entity = None if one is None else entity_of(one)
                if entity is not None:
                    self._count_mention(row.article_id, entity, sign)

    def _count_mention(self, article_id: int, entity: Entity, sign: int) -> None:
        here = self._by_article.setdefault(article_id, Counter())
        was_here = entity in here
        _add_count(here, entity, sign)
        _add_count(self._mentions, entity, sign)
        _add_count(self._articles, entity, (entity in here) - was_here)


def fits_words(name: str, keys: frozenset[str]) -> bool:
    """Say whether a name has all words of a mention.

    The mention is given by its keys.
    """
    words = frozenset(mention_key(name).split()) if keys else frozenset()
    return any(frozenset(key.split()) <= words for key in keys)


def _add_count(counts: Counter[Entity], entity: Entity, by: int) -> None:
    """Count up or down.

    What is not there any more leaves nothing behind.
    """
    counts[entity] += by
    if not counts[entity]:
        del counts[entity]
