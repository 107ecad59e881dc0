"""The counts of a project's articles, read when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence

from app.core.change import Changed
from app.core.model import Article
from app.store.rows.counts import Counts, recount_articles

ReadCounts = Callable[[Sequence[int]], dict[int, Counts]]
"""Returns the counts of some articles as the project has them."""

_NO_ARTICLES: frozenset[int] = frozenset()


class ArticleCounts:
    """Holds how much there is in each article."""

    def __init__(self, ids: Iterable[int] = (), read: ReadCounts | None = None) -> None:
        """Hold the counts of articles.

        `read` returns them, once they are asked for.
        """
        self._counts: dict[int, Counts] = {}
        self._read = read
        self._uncounted = list(ids)
        """Articles whose counts are to be read, the last ones first."""
        self.find_reread: Callable[[], Collection[int]] = lambda: _NO_ARTICLES
        """Returns the articles whose counts are read anew with each change, and not followed."""

    def find(self, article_id: int) -> Counts:
        """Return how much there is in an article of the project."""
        found = self._counts.get(article_id)
        if found is None and self._read is not None:
            self._counts |= self._read([article_id])
            found = self._counts.get(article_id)
        return found or Counts()

    def find_read(self, article_id: int) -> Counts:
        """Return the counts of an article, none where not read."""
        return self._counts.get(article_id) or Counts()

    def read_more(self, known: Container[int], most: int | None = None) -> bool:
        """Read the counts of more `known` articles; return whether any are left."""
        if self._read is None:
            return False
        part = pop_unknown(self._uncounted, self._counts, most)
        self._counts |= self._read([number for number in part if number in known]) if part else {}
        return bool(self._uncounted)

    def count_proposed(self) -> int:
        """Return how many annotations are proposed in the counted articles."""
        return sum(count.proposed for count in self._counts.values())

    def follow_changes(self, changed: Changed) -> None:
        """Count anew in the articles that changed, and in no other.

        So a key costs the same in a hundred thousand.
        """
        reread = self.find_reread()
        self.forget([number for number in changed.articles if number in reread])
        before = {one: self._counts.pop(one) for one in changed.articles if one in self._counts}
        recounted = recount_articles(before, changed.changes)
        if self._read is not None:
            known = before.keys() | {row.id for old, row in changed.of(Article) if old is None and row is not None}
            recounted = {number: counts for number, counts in recounted.items() if number in known}
        self._counts |= recounted

    def forget(self, ids: Collection[int]) -> None:
        """Read the counts of some articles anew when they are asked for."""
        if self._read is not None:
            forgotten = [number for number in ids if self._counts.pop(number, None) is not None]
            self._uncounted += forgotten


def pop_unknown(waiting: list[int], known: Container[int], most: int | None) -> list[int]:
    """Take numbers off the end of a list, without known ones."""
    count = len(waiting) if most is None else min(most, len(waiting))
    part = waiting[len(waiting) - count :]
    del waiting[len(waiting) - count :]
    return [number for number in part if number not in known]
