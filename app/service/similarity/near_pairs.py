"""Articles that share nearly all of their texts, and are not decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.core.change import Changed
from app.core.model import Article
from app.core.records import Judgement, JudgementKind, JudgementValue


@dataclass(frozen=True, slots=True)
class NearPair:
    """An imported article, another with most of its text, the share."""

    article_id: int
    other_id: int
    share: float

    @property
    def percent(self) -> int:
        """The share in percent; all of it only where nothing lacks."""
        return 100 if self.share >= 1 else min(99, round(100 * self.share))

    def beside(self, article_id: int) -> int:
        """Return the article that stands beside one of the two."""
        return self.other_id if article_id == self.article_id else self.article_id


class NearPairs:
    """The pairs of a project that nobody has decided, by article.

    A judgement names its articles by their digests, which never change. The one that came later is the new one.
    """

    def __init__(
        self, judgements: Iterable[Judgement] = (), list_digests: Callable[[], Iterable[tuple[int, str]]] = tuple
    ) -> None:
        """Hold judgements.

        Ids with digests are listed once a pair is asked for.
        """
        self._judged: dict[str, dict[int, Judgement]] = defaultdict(dict)
        for judgement in judgements:
            self._follow_judgement(None, judgement)
        self._list_digests = list_digests
        self._ids: dict[str, int] | None = None

    def follow_changes(self, changed: Changed) -> None:
        """Follow articles that came or went, and decisions."""
        if self._ids is not None:
            self._follow_articles(self._ids, changed)
        for old, new in changed.of(Judgement):
            self._follow_judgement(old, new)

    def of(self, article: Article) -> list[NearPair]:
        """Return the pairs of an article with others that are there.

        The nearest first.
        """
        found = self._judged.get(article.digest)
        if not found:
            return []
        if self._ids is None:
            self._ids = {digest: number for number, digest in self._list_digests()}
        pairs = [
            NearPair(max(article.id, other), min(article.id, other), one.score or 0.0)
            for one in found.values()
            if (other := self._ids.get(one.right if one.left == article.digest else one.left)) is not None
        ]
        return sorted(pairs, key=lambda pair: -pair.share)

    def find_judgement(self, one: Article, other: Article) -> Judgement | None:
        """Return the judgement that waits for a decision on two articles."""
        found = self._judged.get(one.digest, {}).values()
        return next((row for row in found if other.digest in (row.left, row.right)), None)

    def _follow_articles(self, ids: dict[str, int], changed: Changed) -> None:
        for before, after in changed.of(Article):
            if after is None and before is not None:
                ids.pop(before.digest, None)
            elif after is not None:
                ids[after.digest] = after.id

    def _follow_judgement(self, before: Judgement | None, after: Judgement | None) -> None:
        if before is not None and _is_waiting(before):
            for digest in (before.left, before.right):
                self._judged[digest].pop(before.id, None)
        if after is not None and _is_waiting(after):
            for digest in (after.left, after.right):
                self._judged[digest][after.id] = after


def _is_waiting(row: Judgement) -> bool:
    return row.kind is JudgementKind.ARTICLE and row.is_live and row.value is JudgementValue.SUGGESTED
