"""The list of a project's articles.

Rows and counts in memory, filtered and ordered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from psygnal import Signal

from app.core.change import Change, Changed
from app.core.model import Article, Progress
from app.service.article.hidden_pretags import hides_pretags
from app.service.article_list.article_counts import ArticleCounts, ReadCounts
from app.service.article_list.article_orders import CHANGING_ORDERS, COUNT_ORDERS, FIELD_ORDERS, ArticleOrder, Key
from app.service.article_list.filter_words import FilterWords
from app.service.article_list.list_filter import ListFilter, parse_filter
from app.service.article_list.listed_articles import ListedArticles
from app.service.article_list.pace import Pace
from app.service.article_list.sorted_ids import SortedIds
from app.store.rows.counts import Counts

_FEW = 32
"""Up to so many articles that came or went find their places one by one."""
_FEW_PARTS = 20
"""In a long list, one of so many parts of it is few as well."""
_COUNTED_AT_ONCE = 2_000
"""So many articles are counted while the list waits to be sorted by counts, some 40 ms."""
_FILTERED_AT_ONCE = 500
"""So many more articles are looked at with each filter, some 5 ms: a short list is filtered whole."""
_GROWTH = 1.5
"""A filter that waits for articles is shown again when so many times as many have been looked at."""
_PAGE = 64
"""So many rows are read with the first of them that is asked for, those that stand beside it: some 0.4 ms."""


class ArticleList:
    """The articles of a project, and the `shown` ids in order.

    Filters choose what is shown.
    """

    reordered = Signal()
    """`shown` is another list."""
    unreadable = Signal(Exception)
    """A row cannot be read, for this reason. It is emitted once a project."""
    completed = Signal()
    """The rows of the project have been read. It is emitted once a project."""

    def __init__(self) -> None:
        self.read_uncertainties: Callable[[], Mapping[int, int]] = dict
        """Returns the mean uncertainty of the proposals of articles, per mille; what keeps an index knows it."""
        self.uncertainties: Mapping[int, int] = {}
        self.filter_text = ""
        self.filter_progress: Progress | None = None
        self.filter_flagged = False
        self._filter = ListFilter(("",))
        self._filter_words = ""
        self.order = ArticleOrder.ADDED
        self.is_reversed = False
        self.pace = Pace()
        self.shown: list[int] = []
        self._sorted = SortedIds()
        """All articles. Typing in the filter sorts nothing."""
        self._is_sorted_in_part = False
        """Whether the order is by counts that are still being read."""
        self.load(ListedArticles())

    def __len__(self) -> int:
        return len(self._articles)

    def load(self, articles: ListedArticles, read_counts: ReadCounts | None = None) -> None:
        """Hold the articles of another project.

        `read_counts` returns their counts, once they are asked for.
        """
        self._articles = articles
        self._counts = ArticleCounts(reversed(articles.progress), read_counts)
        self._words = FilterWords(articles)
        self._is_completed = False
        self._filtered_count = 0
        """Among how many articles was filtered the last time."""
        articles.unreadable.connect(self._emit_unreadable)
        articles.left.connect(self._forget_articles)
        self.uncertainties = {}
        self.pace.restart()
        self._sort()
        self._rearrange_shown()

    @property
    def open_count(self) -> int:
        """How many articles of the project are not done, shown or not."""
        return self._articles.count(Progress.OPEN)

    @property
    def skipped_count(self) -> int:
        """How many are skipped: they count neither as done nor as open."""
        return self._articles.count(Progress.SKIPPED)

    @property
    def hidden_count(self) -> int:
        """How many articles the filter hides."""
        return len(self) - len(self.shown)

    def ids(self) -> Iterator[int]:
        """Yield the ids of all articles, as they were added."""
        return iter(sorted(self._articles.progress))

    def fields(self, *names: str) -> Iterable[tuple[Any, ...]]:
        """Return the id and some fields of all articles."""
        return self._articles.fields(*names)

    def get(self, article_id: int) -> Article | None:
        """Return the row of that id, None where it cannot be read."""
        found = self._articles.get(article_id)
        if found is None and article_id in self._articles.progress:
            self._articles.read(self._page_of(article_id))
            found = self._articles.get(article_id)
        return found

    def held_row(self, article_id: int) -> Article | None:
        """Return a row that has been read, None for another one.

        Any thread may ask.
        """
        return self._articles.get(article_id)

    def counts(self, article_id: int) -> Counts:
        """Return how much there is in an article."""
        return self._counts.find(article_id) if article_id in self._articles.progress else Counts()

    def read_more_counts(self, most: int | None = None) -> bool:
        """Read the counts of more articles; return whether any are left.

        A list that is sorted by them is sorted anew once all are read.
        """
        is_more = self._counts.read_more(self._articles.progress, most)
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
        article = self.get(article_id)
        return article is not None and hides_pretags(article, self._counts.find_reread())

    def count_hiding(self) -> int:
        """Return how many articles in work have hidden pre-tags."""
        progress = self._articles.progress
        hiding = (progress[number] for number in self._counts.find_reread() if self.hides_pretags(number))
        return sum(one is not Progress.SKIPPED for one in hiding)

    def recount(self, ids: Collection[int]) -> None:
        """Count anew in some articles."""
        self._counts.forget(ids)

    def count_proposed(self) -> tuple[int, int]:
        """Return how many annotations are still proposed.

        Those in articles that are in work, and those in skipped ones.
        """
        self.read_more_counts()
        progress = self._articles.progress.items() if self.skipped_count else ()
        skipped = sum(self.counts(number).proposed for number, one in progress if one is Progress.SKIPPED)
        return self._counts.count_proposed() - skipped, skipped

    @property
    def is_filtering(self) -> bool:
        """Whether the filter has not looked at all articles yet."""
        return (self._filter.is_wanted or self.filter_flagged) and not self._words.is_whole

    def row(self, article_id: int) -> int | None:
        """Return the place of an article among those shown."""
        place = self._sorted.find_place(article_id, self.shown, is_reversed=self.is_reversed)
        return place if self.shown[place : place + 1] == [article_id] else None

    def read_words(self, most: int | None = None) -> bool:
        """Read more articles and prepare them for the filter.

        Return whether any are left. A filter that waits for them shows those that it found by and by.
        """
        is_filtering = self.is_filtering
        is_more = self._words.read_more(most)
        if is_filtering and (not is_more or len(self._words) >= self._filtered_count * _GROWTH):
            self._rearrange_shown()
        if not is_more and not self._is_completed:
            self._is_completed = True
            self.completed.emit()
        return is_more

    def known_tags(self) -> list[str]:
        """Return the tags of the project, those of most articles first."""
        counts = Counter(chain.from_iterable(tags for _, tags in self.fields("tags")))
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
        `parse_filter`. `flagged` leaves only those with a flag. `is_reversed` turns the order round. Articles that are
        not read yet follow: see `read_words`.
        """
        if text != self.filter_text:
            self._filter = parse_filter(text)
        self.filter_text, self.filter_progress, self.filter_flagged = text, progress, flagged
        is_sorted = order == self.order and order not in CHANGING_ORDERS
        self.order, self.is_reversed = order, is_reversed
        if not is_sorted:
            self._sort()
        if self.is_filtering:
            self._words.read_more(_FILTERED_AT_ONCE)
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

    def follow_changes(self, changed: Changed) -> None:
        """Follow changes.

        Only articles that came, went or were renamed bring another order.
        """
        self._counts.follow_changes(changed)
        moved = [Change(before, after) for before, after in changed.of(Article)]
        for change in moved:
            self._words.forget(change.id)
            self._articles.follow_change(change.id, change.after if isinstance(change.after, Article) else None)
        self.pace.note_changes(moved)
        again = [change.id for change in moved if _is_another_row(change)]
        if len(again) > max(_FEW, len(self) // _FEW_PARTS):
            self._sort()
            self._rearrange_shown()
        elif again:
            for article_id in again:
                self._move_to_place(article_id)
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
        return next((shown for shown in around if self._articles.progress[shown] is Progress.OPEN), None)

    def refresh_uncertainties(self) -> None:
        """Take in how uncertain the proposals are by now."""
        self.uncertainties = self.read_uncertainties()

    def sort_by_first_uncertainties(self) -> None:
        """Sort anew where the order waits for what an index knows."""
        if self.order is ArticleOrder.UNCERTAINTY and not self.uncertainties:
            self.show_with()

    def _emit_unreadable(self, error: Exception) -> None:
        self.unreadable.emit(error)

    def _forget_articles(self, gone: Iterable[int]) -> None:
        """Take articles out that another process removed."""
        for number in gone:
            self._remove_from_list(number)
        self.reordered.emit()

    def _page_of(self, article_id: int) -> Sequence[int]:
        """Return the articles that are read with one: those shown beside it."""
        row = self.row(article_id)
        first = None if row is None else row // _PAGE * _PAGE
        return [article_id] if first is None else self.shown[first : first + _PAGE]

    def _move_to_place(self, article_id: int) -> None:
        """Move an article to the place where it belongs now.

        It may leave the list.
        """
        self._remove_from_list(article_id)
        article = self._articles.get(article_id)
        if article is None:
            return
        self._sorted.insert(article_id, self._make_key(article))
        if self._is_shown(article):
            self.shown.insert(self._sorted.find_place(article_id, self.shown, is_reversed=self.is_reversed), article_id)

    def _remove_from_list(self, article_id: int) -> None:
        row = self.row(article_id)
        if row is not None:
            del self.shown[row]
        self._sorted.remove(article_id)

    def _sort(self) -> None:
        if self.order is ArticleOrder.UNCERTAINTY:
            self.refresh_uncertainties()
        is_by_counts = self.order in COUNT_ORDERS
        self._is_sorted_in_part = is_by_counts and self._counts.read_more(self._articles.progress, _COUNTED_AT_ONCE)
        self._sorted.sort(self._articles.progress, self._make_keys())

    def _make_keys(self) -> dict[int, Key]:
        """Return what the articles are sorted by, beside their ids."""
        by_fields = FIELD_ORDERS.get(self.order)
        if by_fields is not None:
            found = self._articles.fields(*by_fields.fields)
            return {number: by_fields.make_key(*values) for number, *values in found}
        if self.order in CHANGING_ORDERS:
            return {number: self._changing_key(number) for number in self._articles.progress}
        return {}

    def _make_key(self, article: Article) -> Key | None:
        by_fields = FIELD_ORDERS.get(self.order)
        if by_fields is not None:
            return by_fields.key(article)
        return self._changing_key(article.id) if self.order in CHANGING_ORDERS else None

    def _changing_key(self, number: int) -> Key:
        if self.order is ArticleOrder.UNCERTAINTY:
            return (-self.uncertainties.get(number, -1),)
        return (COUNT_ORDERS[self.order](self._counts.find_read(number)),)

    def _rearrange_shown(self) -> None:
        progress, wanted = self.filter_progress, self._filter
        rows = self._articles.rows
        self._filtered_count = len(self._words)
        ids = self._sorted.listed(is_reversed=self.is_reversed)
        if progress is not None:
            ids = [number for number in ids if self._articles.progress[number] is progress]
        if self.filter_flagged:
            ids = [number for number in ids if number in rows and rows[number].is_flagged]
        for fits in wanted.fits:
            ids = [number for number in ids if number in rows and fits(rows[number])]
        self.shown, self._filter_words = self._words.find(ids, self._filter.forms)
        self.reordered.emit()

    def _is_shown(self, article: Article) -> bool:
        if self.filter_progress not in (None, article.progress) or (self.filter_flagged and not article.is_flagged):
            return False
        if not self._filter.fits_fields(article):
            return False
        return not self._filter_words or self._words.holds(article, self._filter_words)

    def _find_neighbour(self, article_id: int | None, by: int) -> int | None:
        place = None if article_id is None else self.row(article_id)
        if place is None:
            return self.shown[0] if self.shown else None
        return self.shown[place + by] if 0 <= place + by < len(self.shown) else None


def _is_another_row(change: Change) -> bool:
    """Say whether articles came, went, or change in order or filter."""
    if not isinstance(change.before, Article) or not isinstance(change.after, Article):
        return True
    old, new = change.before, change.after
    return (old.title, old.date, old.source, old.key) != (new.title, new.date, new.source, new.key)
