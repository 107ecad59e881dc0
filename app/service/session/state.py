"""What is open in memory.

The project, the article, and where the analyst is in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.core.change import Changed
from app.core.model import Article
from app.core.records import Judgement, Sample
from app.core.scheme import Scheme
from app.service.article.cursor import Cursor
from app.service.article.hidden_pretags import hidden_members, hides_pretags, seen_annotations
from app.service.article.navigation import Navigation
from app.service.article.open_article import OpenArticle
from app.service.article_list.article_list import ArticleList
from app.service.edits.edit_place import ChooseArticles
from app.service.project.schemes import default_scheme
from app.service.session.signals import SessionSignals
from app.service.similarity.near_pairs import NearPairs
from app.store.rows.counts import Counts, count_rows

if TYPE_CHECKING:
    from app.store import Project


def _choose_all(articles: Sequence[int], _: frozenset[str]) -> Iterator[Sequence[int]]:
    yield articles


class SessionState(SessionSignals):
    """The open project and article, each None where none is."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.open_article: OpenArticle | None = None
        self.articles = ArticleList()
        self.cursor = Cursor()
        self.navigation = Navigation(self.cursor)
        self.navigation.moved.connect(self._emit_moved)
        self.choose_articles: ChooseArticles = _choose_all
        """Leaves out articles that cannot hold a name; what keeps an index knows them."""
        self._scheme: Scheme | None = None
        self._hidden: frozenset[int] | None = None
        self._near: NearPairs | None = None

    @property
    def scheme(self) -> Scheme:
        """The label scheme of the project, or the default one."""
        if self._scheme is None:
            self._scheme = self.project.scheme() if self.project is not None else default_scheme()
        return self._scheme

    def set_project(self, project: Project | None, scheme: Scheme | None = None) -> None:
        """Take another project, with its scheme, or none."""
        self.project, self._scheme = project, scheme
        self._hidden = self._near = None

    def hides_pretags(self, article: Article) -> bool:
        """Say whether an article is annotated without its pre-tags, for a sample."""
        return hides_pretags(article, self.hidden_articles)

    def read_counts(self, ids: Sequence[int]) -> dict[int, Counts]:
        """Return how much is seen in some articles of the project."""
        assert self.project is not None, "only an open project has articles"
        counts = self.project.counts(ids)
        for number in self.hidden_articles.intersection(ids):
            article = self.project.article(number)
            if article is not None and self.hides_pretags(article):
                seen = seen_annotations(self.project.annotations(number), article, self.hidden_articles)
                counts[number] = count_rows([*seen, *self.project.notes(number)])[number]
        return counts

    @property
    def hidden_articles(self) -> frozenset[int]:
        """The articles of samples whose pre-tags are hidden until they are done."""
        if self._hidden is None:
            samples = self.project.rows(Sample) if self.project is not None else []
            self._hidden = hidden_members(samples)
        return self._hidden

    @property
    def near_pairs(self) -> NearPairs:
        """The articles that are nearly the same, and not decided."""
        if self._near is None:
            judged = self.project.rows(Judgement) if self.project is not None else []
            self._near = NearPairs(judged, lambda: self.articles.fields("digest"))
        return self._near

    def follow_changes(self, changed: Changed) -> None:
        """Let scheme, list of articles and open article follow."""
        if changed.touches(Scheme):
            self._scheme = None
        if changed.touches(Sample):
            self._hidden = None
            drawn = [row for pair in changed.of(Sample) for row in pair if row is not None]
            self.articles.recount(hidden_members(drawn))
        self.articles.follow_changes(changed)
        if self._near is not None:
            self._near.follow_changes(changed)
        if self.open_article is not None:
            self.open_article.follow_changes(changed)

    def _emit_moved(self) -> None:
        self.moved.emit()
