"""Edits of articles as a whole.

Their fields, how far they have come, what leaves the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Progress
from app.core.records import JudgementValue
from app.service.edits.edit_helpers import apply_step, edited_project
from app.service.edits.edit_place import ProjectPlace
from app.service.edits.steps import step_builders
from app.service.edits.steps.article_marks import ArticleMark, MarkPlan, MarkPlanner
from app.service.similarity.near_pairs import NearPair
from app.service.wording import shorten_text


class ArticleEdits:
    """Edits, marks and removes articles."""

    def __init__(self, place: ProjectPlace) -> None:
        self._place = place

    def edit(self, article: Article) -> None:
        """Write other fields of an article."""
        before = self._place.articles.get(article.id)
        if before is not None:
            apply_step(self._place, step_builders.edit_article(before, article))

    def set_progress(self, article_id: int, progress: Progress) -> None:
        """Mark an article done, or open again."""
        article = self._place.articles.get(article_id)
        if article is not None:
            self.edit(replace(article, progress=progress))

    def flag(self, article_id: int, *, is_flagged: bool, remark: str = "") -> None:
        """Flag an article and say why, or take the flag off."""
        article = self._place.articles.get(article_id)
        if article is not None:
            self.edit(replace(article, is_flagged=is_flagged, remark=_one_line(remark)))

    def skip(self, article_id: int, remark: str = "") -> None:
        """Skip an article and say why: it needs no work."""
        article = self._place.articles.get(article_id)
        if article is not None:
            self.edit(replace(article, progress=Progress.SKIPPED, remark=_one_line(remark)))

    def make_mark_planner(self, article_ids: Iterable[int], mark: ArticleMark, words: str = "") -> MarkPlanner:
        """Return what finds out what a mark would change."""
        articles = self._place.articles
        rows = (article for article in map(articles.get, article_ids) if article is not None)
        return MarkPlanner(rows, mark, words, lambda number: articles.counts(number).proposed)

    def apply_mark(self, plan: MarkPlan) -> bool:
        """Make the changes of a plan as one step."""
        if not plan.changes:
            return False
        self._place.apply(plan.step)
        self._place.notified.emit(
            Message("{n} articles changed. One undo takes all back.", {"n": str(len(plan.changes))})
        )
        return True

    def remove(self, article_ids: Iterable[int]) -> None:
        """Remove articles with all that is on them.

        One undo brings them back.
        """
        rows = [article for article in map(self._place.articles.get, article_ids) if article is not None]
        if not rows:
            return
        title = Message("remove {n} articles", {"n": str(len(rows))})
        if len(rows) == 1:
            title = Message("remove the article “{title}”", {"title": shorten_text(rows[0].title)})
        self._place.apply(Step(title, tuple(change for row in rows for change in self._removal_changes(row))))
        self._place.notified.emit(Message("{n} articles removed. One undo brings them back.", {"n": str(len(rows))}))

    def keep_both(self, pair: NearPair) -> None:
        """Decide that two articles that are nearly the same both stay."""
        articles = [self._place.articles.get(number) for number in (pair.article_id, pair.other_id)]
        one, other = articles
        judgement = None if one is None or other is None else self._place.near_pairs.find_judgement(one, other)
        if judgement is None or one is None:
            return
        context = self._place.edit_context
        number, value = edited_project(self._place).next_id(), JudgementValue.DIFFERENT
        kept = replace(judgement, id=number, value=value, author=context.author, made=context.now)
        title = Message("keep “{title}” beside the article that is nearly the same", {"title": shorten_text(one.title)})
        self._place.apply(Step(title, (Change(judgement, replace(judgement, ended=context.now)), Change(None, kept))))

    def _removal_changes(self, article: Article) -> Iterator[Change]:
        """Yield the changes that remove an article, its dependent rows first."""
        for row in reversed(edited_project(self._place).rows_of(article.id)):
            yield Change(row, None)


def _one_line(remark: str) -> str:
    return " ".join(remark.split())
