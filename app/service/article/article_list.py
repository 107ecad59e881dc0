"""The list of a project's articles.

Rows and counts in memory, filtered and ordered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from psygnal import Signal

from app.core.change import Change, Changed
from app.core.model import Article, Progress
from app.core.text.comparing import comparable, comparable_forms
from app.service.article.pace import Pace
from app.store.rows.counts import Counts, recount_articles

_FEW = 32
"""Up to so many articles that came or went find their places one by one."""
_FEW_PARTS = 20
"""In a long list, one of so many parts of it is few as well."""


def _by_date(article: Article, _: Counts) -> tuple[bool, int]:
    return (article.date is None, -article.date.toordinal() if article.date else 0)


class ArticleOrder(StrEnum):
    """How the articles are sorted.

    `LEFT` is by what is left to decide.
    """

    ADDED = "added"
    DATE = "date"
    TITLE = "title"
    LEFT = "left"


_Key = tuple[Any, ...]

_ORDERS: dict[ArticleOrder, Callable[[Article, Counts], _Key]] = {
    ArticleOrder.ADDED: lambda _article, _: (),
    ArticleOrder.DATE: _by_date,
    ArticleOrder.TITLE: lambda article, _: (article.title.casefold(),),
    ArticleOrder.LEFT: lambda article, counts: (-counts.proposed,),
}


class ArticleList:
    """The articles of a project, and the `shown` ids in order.

    Filters choose what is shown.
    """

    reordered = Signal()
    """`shown` is another list."""

    def __init__(self) -> None:
        self._rows: dict[int, Article] = {}
        self._counts: dict[int, Counts] = {}
        self._keys: list[_Key] = []
        self._key_of: dict[int, _Key] = {}
        self.shown: list[int] = []
        self._words: dict[int, str] = {}
        """What the filter looks at, in the articles that it has looked at."""
        self._filter_words = ""
        self.filter_text = ""
        self.filter_progress: Progress | None = None
        self.filter_flagged = False
        self.order = ArticleOrder.ADDED
        self.open_count = 0
        """How many articles of the project are not done, shown or not."""
        self.skipped_count = 0
        """How many are skipped: they count neither as done nor as open."""
        self.pace = Pace()

    def __len__(self) -> int:
        return len(self._rows)

    def load(self, articles: Iterable[Article], counts: dict[int, Counts]) -> None:
        """Hold the articles of another project."""
        self._rows = {article.id: article for article in articles}
        self._counts = counts
        self._words = {}
        self.open_count = sum(row.progress is Progress.OPEN for row in self._rows.values())
        self.skipped_count = sum(row.progress is Progress.SKIPPED for row in self._rows.values())
        self.pace.restart()
        self._rearrange_shown()

    def ids(self) -> Iterator[int]:
        """Yield the ids of all articles, as they were added."""
        return iter(sorted(self._rows))

    def get(self, article_id: int) -> Article | None:
        """Return the row of that id."""
        return self._rows.get(article_id)

    def counts(self, article_id: int) -> Counts:
        """Return how much there is in an article."""
        return self._counts.get(article_id, Counts())

    def count_proposed(self) -> tuple[int, int]:
        """Return how many annotations are still proposed.

        Those in articles that are in work, and those in skipped ones.
        """
        skipped = (
            sum(self.counts(row.id).proposed for row in self._rows.values() if row.progress is Progress.SKIPPED)
            if self.skipped_count
            else 0
        )
        return sum(count.proposed for count in self._counts.values()) - skipped, skipped

    def row(self, article_id: int) -> int | None:
        """Return the place of an article among those shown."""
        key = self._key_of.get(article_id)
        return None if key is None else bisect_left(self._keys, key)

    def show(
        self,
        *,
        text: str = "",
        progress: Progress | None = None,
        flagged: bool = False,
        order: ArticleOrder = ArticleOrder.ADDED,
    ) -> None:
        """Show the articles whose fields hold `text` and that match `progress`.

        The fields are title, date, source, key and remark. Where none holds it, what the same keys type on the other
        layout is looked for. `flagged` leaves only those with a flag.
        """
        self.filter_text, self.filter_progress, self.order = text, progress, order
        self.filter_flagged = flagged
        self._rearrange_shown()

    def show_with(self, **wish: Any) -> None:
        """Change some of what `show` takes, and leave the rest."""
        now = {
            "text": self.filter_text,
            "progress": self.filter_progress,
            "flagged": self.filter_flagged,
            "order": self.order,
        }
        self.show(**(now | wish))

    def take(self, changed: Changed) -> None:
        """Follow changes.

        Only articles that came, went or were renamed bring another order.
        """
        self._recount_articles(changed)
        moved = [Change(before, after) for before, after in changed.of(Article)]
        for change in moved:
            self._take_change(change)
        self._follow_progress(moved)
        again = [change.id for change in moved if _is_another_row(change)]
        if len(again) > max(_FEW, len(self._rows) // _FEW_PARTS):
            self._rearrange_shown()
        elif again:
            for article_id in again:
                self._put_in_order(article_id)
            self.reordered.emit()

    def after(self, article_id: int | None) -> int | None:
        """Return the article shown next, None behind the last.

        The first where `article_id` is not shown.
        """
        return self._find_neighbour(article_id, 1)

    def before(self, article_id: int | None) -> int | None:
        """Return the article shown before."""
        return self._find_neighbour(article_id, -1)

    def first_open(self, behind: int | None = None) -> int | None:
        """Return the next shown article that is not done, going round."""
        place = None if behind is None else self.row(behind)
        start = 0 if place is None else place + 1
        around = self.shown[start:] + self.shown[:start]
        return next((shown for shown in around if self._rows[shown].progress is Progress.OPEN), None)

    def _recount_articles(self, changed: Changed) -> None:
        """Count anew in the articles that changed, and in no other.

        So a key costs the same in a hundred thousand.
        """
        before = {one: self._counts.pop(one) for one in changed.articles if one in self._counts}
        self._counts |= recount_articles(before, changed.changes)

    def _follow_progress(self, changes: Sequence[Change]) -> None:
        """Count the open articles; note the pace where one was finished."""
        opened, done, skipped = (
            sum(_has_progress(change.after, progress) - _has_progress(change.before, progress) for change in changes)
            for progress in (Progress.OPEN, Progress.DONE, Progress.SKIPPED)
        )
        self.open_count += opened
        self.skipped_count += skipped
        if len(changes) == 1 and changes[0].before is not None and changes[0].after is not None:
            self.pace.note(finished=done)

    def _take_change(self, change: Change) -> None:
        self._words.pop(change.id, None)
        if isinstance(change.after, Article):
            self._rows[change.id] = change.after
        else:
            self._rows.pop(change.id, None)

    def _put_in_order(self, article_id: int) -> None:
        """Move an article to the place where it belongs now.

        It may leave the list.
        """
        old, article = self._key_of.pop(article_id, None), self._rows.get(article_id)
        if old is not None:
            place = bisect_left(self._keys, old)
            del self._keys[place], self.shown[place]
        if article is not None and self._is_shown(article):
            key = self._sort_key(article)
            place = bisect_left(self._keys, key)
            self._keys.insert(place, key)
            self.shown.insert(place, article_id)
            self._key_of[article_id] = key

    def _rearrange_shown(self) -> None:
        forms = comparable_forms(self.filter_text)
        for words in forms:
            self._filter_words = words
            self._key_of = {row.id: self._sort_key(row) for row in self._rows.values() if self._is_shown(row)}
            if self._key_of:
                break
        else:
            self._filter_words = forms[0]
        self._keys = sorted(self._key_of.values())
        self.shown = [key[-1] for key in self._keys]
        self.reordered.emit()

    def _sort_key(self, article: Article) -> _Key:
        return (*_ORDERS[self.order](article, self.counts(article.id)), article.id)

    def _is_shown(self, article: Article) -> bool:
        if self.filter_progress not in (None, article.progress) or (self.filter_flagged and not article.is_flagged):
            return False
        if not self.filter_text:
            return True
        words = self._words.get(article.id)
        if words is None:
            parts = (article.title, str(article.date or ""), article.source, article.key, article.remark)
            words = self._words[article.id] = comparable("\n".join(parts))
        return self._filter_words in words

    def _find_neighbour(self, article_id: int | None, by: int) -> int | None:
        place = None if article_id is None else self.row(article_id)
        if place is None:
            return self.shown[0] if self.shown else None
        return self.shown[place + by] if 0 <= place + by < len(self.shown) else None


def _has_progress(row: object, progress: Progress) -> bool:
    return isinstance(row, Article) and row.progress is progress


def _is_another_row(change: Change) -> bool:
    """Say whether articles came, went, or change in order or filter."""
    if not isinstance(change.before, Article) or not isinstance(change.after, Article):
        return True
    old, new = change.before, change.after
    return (old.title, old.date, old.source, old.key) != (new.title, new.date, new.source, new.key)
