"""Articles are listed only where a pair of them waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from app.core.change import Change, Changed
from app.core.model import Article
from app.core.records import Judgement, JudgementKind, JudgementValue
from app.service.similarity.near_pairs import NearPairs

ONE, OTHER = Article(1, "Один", digest="a"), Article(2, "Другой", digest="b")
WAITING = Judgement(
    3, JudgementKind.ARTICLE, "a", "b", JudgementValue.SUGGESTED, score=0.95, made=datetime(2025, 6, 1, tzinfo=UTC)
)


class Articles:
    """Articles that count how often they are listed."""

    def __init__(self, *rows: Article) -> None:
        self.rows, self.listed = {row.id: row for row in rows}, 0

    def __call__(self) -> list[tuple[int, str]]:
        self.listed += 1
        return [(row.id, row.digest) for row in self.rows.values()]


def test_a_project_without_pairs_lists_no_article() -> None:
    articles = Articles(ONE, OTHER)
    pairs = NearPairs([], articles)
    assert pairs.of(ONE) == pairs.of(OTHER) == []
    pairs.follow_changes(Changed((Change(OTHER, None),)))
    assert articles.listed == 0


def test_pairs_are_those_of_articles_that_are_there_whenever_they_are_asked_for() -> None:
    for is_asked_before in (True, False):
        articles = Articles(ONE, OTHER)
        pairs = NearPairs([WAITING], articles)
        if is_asked_before:
            assert [pair.beside(ONE.id) for pair in pairs.of(ONE)] == [OTHER.id]
        del articles.rows[OTHER.id]
        pairs.follow_changes(Changed((Change(OTHER, None),)))
        assert pairs.of(ONE) == []
        again = replace(OTHER, id=9)
        articles.rows[9] = again
        pairs.follow_changes(Changed((Change(None, again),)))
        assert [pair.beside(ONE.id) for pair in pairs.of(ONE)] == [9]
        assert articles.listed == 1
