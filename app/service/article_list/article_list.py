"""The list of a project's articles.

Rows and counts in memory, filtered and ordered.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any

from psygnal import Signal

from app.core.change import Change, Changed
from app.core.model import Article, Progress
from app.service.article.article_fields import source_words
from app.service.article.hidden_pretags import hides_pretags
from app.service.article_list.article_counts import ArticleCounts, ReadCounts, take_some
from app.service.article_list.list_filter import ListFilter, parse_filter, searched_words
from app.service.article_list.pace import Pace
from app.store.rows.counts import Counts

_FEW = 32
"""Up to so many articles that came or went find their places one by one."""
_COUNTED_AT_ONCE = 2_000
"""So many articles are counted while the list waits to be sorted by counts, some 40 ms."""
_FEW_PARTS = 20
"""In a long list, one of so many parts of it is few as well."""


class ArticleOrder(StrEnum):
    """How the articles are sorted.

    `LEFT` is by what is left to decide.
    """

    ADDED = "added"
    DATE = "date"
    TITLE = "title"
    LEFT = "left"
    SOURCE = "source"
    STATUS = "status"
    UNCERTAINTY = "uncertainty"
    NOTES = "notes"
    FLAG = "flag"
    TAGS = "tags"
    PRIORITY = "priority"


_Key = tuple[Any, ...]
_PROGRESS_RANK = {Progress.OPEN: 0, Progress.DONE: 1, Progress.SKIPPED: 2}


def _by_date(article: Article, _: Counts) -> _Key:
    return (article.date is None, -article.date.toordinal() if article.date else 0)


def _by_source(article: Article, _: Counts) -> _Key:
    source = source_words(article).casefold()
    return (not source, source)


def _by_tags(article: Article, _: Counts) -> _Key:
    return (not article.tags, tuple(tag.casefold() for tag in article.tags))


_ORDERS: dict[ArticleOrder, Callable[[Article, Counts], _Key]] = {
    ArticleOrder.ADDED: lambda _article, _: (),
    ArticleOrder.DATE: _by_date,
    ArticleOrder.TITLE: lambda article, _: (article.title.casefold(),),
    ArticleOrder.LEFT: lambda _, counts: (-counts.proposed,),
    ArticleOrder.SOURCE: _by_source,
    ArticleOrder.STATUS: lambda article, _: (_PROGRESS_RANK[article.progress],),
    ArticleOrder.NOTES: lambda _, counts: (-counts.notes,),
    ArticleOrder.FLAG: lambda article, _: (not article.is_flagged,),
    ArticleOrder.TAGS: _by_tags,
    ArticleOrder.PRIORITY: lambda article, _: (-article.priority.rank,),
}
"""What comes first: the newest, the most left to decide, the open, the flagged, the most urgent."""
_BY_COUNTS = frozenset({ArticleOrder.LEFT, ArticleOrder.NOTES, ArticleOrder.UNCERTAINTY})
"""Orders by what changes without the row of an article: sorted anew each time."""


_NO_COUNTS = Counts()


class ArticleList:
    """The articles of a project, and the `shown` ids in order.

    Filters choose what is shown.
    """

    reordered = Signal()
    """`shown` is another list."""

    def __init__(self) -> None:
        self._rows: dict[int, Article] = {}
        self._counts = ArticleCounts()
        self._is_sorted_in_part = False
        """Whether the order is by counts that are still being read."""
        self._keys: list[_Key] = []
        """Of all articles, sorted. Typing in the filter sorts nothing."""
        self._key_of: dict[int, _Key] = {}
        self.shown: list[int] = []
        self._words: dict[int, str] = {}
        """What the filter looks at, in the articles that it has looked at."""
        self._filter = ListFilter(("",))
        self._filter_words = ""
        self.filter_text = ""
        self.filter_progress: Progress | None = None
        self.filter_flagged = False
        self._unread: list[int] = []
        """Articles whose words are to be prepared for the filter, the last ones first."""
        self.read_doubts: Callable[[], Mapping[int, int]] = dict
        """Returns the mean doubt of the proposals of articles, per mille; what keeps an index knows it."""
        self.doubts: Mapping[int, int] = {}
        self.order = ArticleOrder.ADDED
        self.is_reversed = False
        self.open_count = 0
        """How many articles of the project are not done, shown or not."""
        self.skipped_count = 0
        """How many are skipped: they count neither as done nor as open."""
        self.pace = Pace()

    def __len__(self) -> int:
        return len(self._rows)

    def load(
        self, articles: Iterable[Article], counts: dict[int, Counts], read_counts: ReadCounts | None = None
    ) -> None:
        """Hold the articles of another project.

        `read_counts` returns the counts of articles that are not in `counts`, once they are asked for.
        """
        rows = list(articles)
        self._unread = [row.id for row in reversed(rows)]
        self._rows = {article.id: article for article in rows}
        self._counts = ArticleCounts(self._unread, counts, read_counts)
        self._words = {}
        self.doubts = {}
        self.open_count = sum(row.progress is Progress.OPEN for row in self._rows.values())
        self.skipped_count = sum(row.progress is Progress.SKIPPED for row in self._rows.values())
        self.pace.restart()
        self._sort()
        self._rearrange_shown()

    @property
    def hidden_count(self) -> int:
        """How many articles the filter hides."""
        return len(self._rows) - len(self.shown)

    def ids(self) -> Iterator[int]:
        """Yield the ids of all articles, as they were added."""
        return iter(sorted(self._rows))

    def rows(self) -> Collection[Article]:
        """Return the rows of all articles, in no order."""
        return self._rows.values()

    def get(self, article_id: int) -> Article | None:
        """Return the row of that id."""
        return self._rows.get(article_id)

    def counts(self, article_id: int) -> Counts:
        """Return how much there is in an article."""
        return self._counts.find(article_id) if article_id in self._rows else Counts()

    def read_more_counts(self, most: int | None = None) -> bool:
        """Read the counts of more articles; return whether any are left.

        A list that is sorted by them is sorted anew once all are read.
        """
        is_more = self._counts.read_more(self._rows, most)
        if self._is_sorted_in_part and not is_more:
            self._sort()
            self._rearrange_shown()
        return is_more

    def hide_pretags(self, find_hidden: Callable[[], Collection[int]]) -> None:
        """Leave out the hidden pre-tags of some articles from now on.

        Their counts are read anew with each change.
        """
        self._counts.find_reread = find_hidden

    def hides_pretags(self, article_id: int) -> bool:
        """Say whether the pre-tags of an article are hidden now."""
        article = self._rows.get(article_id)
        return article is not None and hides_pretags(article, self._counts.find_reread())

    def count_hiding(self) -> int:
        """Return how many articles in work have hidden pre-tags."""
        hiding = (self._rows[number] for number in self._counts.find_reread() if self.hides_pretags(number))
        return sum(row.progress is not Progress.SKIPPED for row in hiding)

    def recount(self, ids: Collection[int]) -> None:
        """Count anew in some articles."""
        self._counts.forget(ids)

    def count_proposed(self) -> tuple[int, int]:
        """Return how many annotations are still proposed.

        Those in articles that are in work, and those in skipped ones.
        """
        self.read_more_counts()
        skipped = (
            sum(self.counts(row.id).proposed for row in self._rows.values() if row.progress is Progress.SKIPPED)
            if self.skipped_count
            else 0
        )
        return self._counts.count_proposed() - skipped, skipped

    def row(self, article_id: int) -> int | None:
        """Return the place of an article among those shown."""
        key = self._key_of.get(article_id)
        place = None if key is None else self._find_place(key)
        is_there = place is not None and place < len(self.shown) and self.shown[place] == article_id
        return place if is_there else None

    def read_words(self, most: int | None = None) -> bool:
        """Prepare more articles for the filter; return whether any are left.

        So the first key typed into it need not wait for a hundred thousand.
        """
        for number in take_some(self._unread, self._words, most):
            if number in self._rows:
                self._words[number] = searched_words(self._rows[number])
        return bool(self._unread)

    def known_tags(self) -> list[str]:
        """Return the tags of the project, those of most articles first."""
        counts = Counter(chain.from_iterable(row.tags for row in self._rows.values() if row.tags))
        return sorted(counts, key=lambda tag: (-counts[tag], tag.casefold()))

    def show(
        self,
        *,
        text: str = "",
        progress: Progress | None = None,
        flagged: bool = False,
        order: ArticleOrder = ArticleOrder.ADDED,
        is_reversed: bool = False,
    ) -> None:
        """Show the articles whose fields hold `text` and that match `progress`.

        The fields are title, date, source, key, remark and tags. Where none holds it, what the same keys type on the
        other layout is looked for. `tag:`, `priority:` and other fields of articles limit what is shown: see
        `parse_filter`. `flagged` leaves only those with a flag. `is_reversed` turns the order round.
        """
        if text != self.filter_text:
            self._filter = parse_filter(text)
        self.filter_text, self.filter_progress, self.filter_flagged = text, progress, flagged
        is_sorted = order == self.order and order not in _BY_COUNTS
        self.order, self.is_reversed = order, is_reversed
        if not is_sorted:
            self._sort()
        self._rearrange_shown()

    def show_with(self, **wish: Any) -> None:
        """Change some of what `show` takes, and leave the rest."""
        now = {
            "text": self.filter_text,
            "progress": self.filter_progress,
            "flagged": self.filter_flagged,
            "order": self.order,
            "is_reversed": self.is_reversed,
        }
        self.show(**(now | wish))

    @property
    def order_words(self) -> str:
        """The order as one word, with "-" for the other way round."""
        return f"{'-' if self.is_reversed else ''}{self.order}"

    def sort_by_words(self, said: str) -> None:
        """Sort as `order_words` said; what is no order changes nothing."""
        word = said.removeprefix("-")
        if word in set(ArticleOrder) and said != self.order_words:
            self.show_with(order=ArticleOrder(word), is_reversed=said != word)

    def take(self, changed: Changed) -> None:
        """Follow changes.

        Only articles that came, went or were renamed bring another order.
        """
        self._counts.take(changed)
        moved = [Change(before, after) for before, after in changed.of(Article)]
        for change in moved:
            self._take_change(change)
        self._follow_progress(moved)
        again = [change.id for change in moved if _is_another_row(change)]
        if len(again) > max(_FEW, len(self._rows) // _FEW_PARTS):
            self._sort()
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
        self._unread.append(change.id)
        if isinstance(change.after, Article):
            self._rows[change.id] = change.after
        else:
            self._rows.pop(change.id, None)

    def _put_in_order(self, article_id: int) -> None:
        """Move an article to the place where it belongs now.

        It may leave the list.
        """
        row = self.row(article_id)
        if row is not None:
            del self.shown[row]
        old, article = self._key_of.pop(article_id, None), self._rows.get(article_id)
        if old is not None:
            del self._keys[bisect_left(self._keys, old)]
        if article is None:
            return
        key = self._key_of[article_id] = self._sort_key(article)
        insort(self._keys, key)
        if self._is_shown(article):
            self.shown.insert(self._find_place(key), article_id)

    def _find_place(self, key: _Key) -> int:
        """Return where an article of that key stands, or would."""
        low, high = 0, len(self.shown)
        while low < high:
            middle = (low + high) // 2
            other = self._key_of[self.shown[middle]]
            if other > key if self.is_reversed else other < key:
                low = middle + 1
            else:
                high = middle
        return low

    def refresh_doubts(self) -> None:
        """Take in how doubtful the proposals are by now."""
        self.doubts = self.read_doubts()

    def sort_by_first_doubts(self) -> None:
        """Sort anew where the order waits for what an index knows."""
        if self.order is ArticleOrder.UNCERTAINTY and not self.doubts:
            self.show_with()

    def _sort(self) -> None:
        if self.order is ArticleOrder.UNCERTAINTY:
            self.refresh_doubts()
        is_by_counts = self.order in (ArticleOrder.LEFT, ArticleOrder.NOTES)
        self._is_sorted_in_part = is_by_counts and self._counts.read_more(self._rows, _COUNTED_AT_ONCE)
        if self.order is ArticleOrder.ADDED:
            self._key_of = {number: (number,) for number in self._rows}
        else:
            self._key_of = {row.id: self._sort_key(row) for row in self._rows.values()}
        self._keys = sorted(self._key_of.values())

    def _rearrange_shown(self) -> None:
        ids = [key[-1] for key in (reversed(self._keys) if self.is_reversed else self._keys)]
        rows, progress, wanted = self._rows, self.filter_progress, self._filter
        if progress is not None:
            ids = [number for number in ids if rows[number].progress is progress]
        if self.filter_flagged:
            ids = [number for number in ids if rows[number].is_flagged]
        for fits in wanted.fits:
            ids = [number for number in ids if fits(rows[number])]
        self.shown, self._filter_words = self._find_words(ids)
        self.reordered.emit()

    def _find_words(self, ids: list[int]) -> tuple[list[int], str]:
        """Return the articles that hold the words looked for."""
        first = self._filter.forms[0]
        if not first:
            return ids, first
        self.read_words()
        words = self._words
        for form in self._filter.forms:
            found = [number for number in ids if form in words[number]]
            if found:
                return found, form
        return [], first

    def _sort_key(self, article: Article) -> _Key:
        if self.order is ArticleOrder.UNCERTAINTY:
            return (-self.doubts.get(article.id, -1), article.id)
        counts = self._counts.find_read(article.id) if self.order in _BY_COUNTS else _NO_COUNTS
        return (*_ORDERS[self.order](article, counts), article.id)

    def _is_shown(self, article: Article) -> bool:
        if self.filter_progress not in (None, article.progress) or (self.filter_flagged and not article.is_flagged):
            return False
        if not self._filter.fits_fields(article):
            return False
        if not self._filter_words:
            return True
        words = self._words.get(article.id)
        if words is None:
            words = self._words[article.id] = searched_words(article)
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
