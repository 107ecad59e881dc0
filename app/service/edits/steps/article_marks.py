"""Change progress, flag, tags or priority of several articles at once.

What would change is known before anything does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Article, Priority, Progress


class ArticleMark(StrEnum):
    """What can be done to several articles."""

    DONE = "done"
    OPEN = "open"
    SKIP = "skip"
    FLAG = "flag"
    UNFLAG = "unflag"
    ADD_TAGS = "add_tags"
    REMOVE_TAGS = "remove_tags"
    URGENT = "urgent"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"

    @property
    def takes_reason(self) -> bool:
        """Whether a reason may be given with it."""
        return self in (ArticleMark.SKIP, ArticleMark.FLAG)

    @property
    def needs_tags(self) -> bool:
        """Whether it says nothing without tags."""
        return self in (ArticleMark.ADD_TAGS, ArticleMark.REMOVE_TAGS)


@dataclass(frozen=True, slots=True)
class MarkPlan:
    """What a mark would change.

    `chosen` counts the articles that were asked for; those that are so already do not change. `left_open` counts
    annotations that nobody decided in articles that would be done or skipped.
    """

    mark: ArticleMark
    words: str
    chosen: int
    changes: tuple[Change, ...]
    left_open: int = 0

    @property
    def step(self) -> Step:
        """The one step that makes the changes."""
        count = {"n": str(len(self.changes)), "words": self.words}
        return Step(replace(_TITLES[self.mark], args=count), self.changes)


class MarkPlanner:
    """Finds what a mark changes, in parts.

    A project may have a hundred thousand articles. `words` are the tags, separated by commas, or the reason.
    `count_open` returns how many annotations of an article are not decided.
    """

    def __init__(
        self, articles: Iterable[Article], mark: ArticleMark, words: str, count_open: Callable[[int], int]
    ) -> None:
        self.mark, self.words = mark, " ".join(words.split())
        self._articles, self._count_open = iter(articles), count_open
        self._make = _maker(mark, self.words)
        self._changes: list[Change] = []
        self.read = 0
        """How many articles were looked at."""

    def read_on(self, most: int = 2_000) -> bool:
        """Look at more articles; return whether there may be others."""
        count = 0
        for article in islice(self._articles, most):
            count += 1
            after = self._make(article)
            if after != article:
                self._changes.append(Change(article, after))
        self.read += count
        return count == most

    @property
    def plan(self) -> MarkPlan:
        """What was found so far."""
        is_closing = self.mark in (ArticleMark.DONE, ArticleMark.SKIP)
        left = sum(self._count_open(change.id) for change in self._changes) if is_closing else 0
        return MarkPlan(self.mark, self.words, self.read, tuple(self._changes), left)


def read_tags(words: str) -> tuple[str, ...]:
    """Return the tags in words that commas separate, sorted, each once."""
    tags = {" ".join(part.split()) for part in words.split(",")}
    return tuple(sorted(tags - {""}))


def _maker(mark: ArticleMark, words: str) -> Callable[[Article], Article]:
    """Return what a mark makes of an article."""
    tags = read_tags(words)
    folded = {tag.casefold() for tag in tags}
    makers: dict[ArticleMark, Callable[[Article], Article]] = {
        ArticleMark.DONE: lambda article: replace(article, progress=Progress.DONE),
        ArticleMark.OPEN: lambda article: replace(article, progress=Progress.OPEN),
        ArticleMark.SKIP: lambda article: replace(article, progress=Progress.SKIPPED, remark=words or article.remark),
        ArticleMark.FLAG: lambda article: replace(article, is_flagged=True, remark=words or article.remark),
        ArticleMark.UNFLAG: lambda article: (
            replace(article, is_flagged=False, remark="") if article.is_flagged else article
        ),
        ArticleMark.ADD_TAGS: lambda article: _with_tags(article, tags),
        ArticleMark.REMOVE_TAGS: lambda article: _without_tags(article, folded),
    }
    if mark in makers:
        return makers[mark]
    priority = Priority(mark.value)
    return lambda article: replace(article, priority=priority)


def _without_tags(article: Article, folded: Collection[str]) -> Article:
    return replace(article, tags=tuple(tag for tag in article.tags if tag.casefold() not in folded))


def _with_tags(article: Article, tags: tuple[str, ...]) -> Article:
    """Return an article with more tags, each once in any case."""
    here = {tag.casefold() for tag in article.tags}
    added = [tag for tag in tags if tag.casefold() not in here]
    return replace(article, tags=tuple(sorted((*article.tags, *added)))) if added else article


_TITLES = {
    ArticleMark.DONE: Message("mark {n} articles done"),
    ArticleMark.OPEN: Message("open {n} articles again"),
    ArticleMark.SKIP: Message("skip {n} articles"),
    ArticleMark.FLAG: Message("flag {n} articles"),
    ArticleMark.UNFLAG: Message("take the flag off {n} articles"),
    ArticleMark.ADD_TAGS: Message("tag {n} articles: {words}"),
    ArticleMark.REMOVE_TAGS: Message("remove tags of {n} articles: {words}"),
    ArticleMark.URGENT: Message("set {n} articles to urgent"),
    ArticleMark.HIGH: Message("set {n} articles to high priority"),
    ArticleMark.NORMAL: Message("set {n} articles to normal priority"),
    ArticleMark.LOW: Message("set {n} articles to low priority"),
}
