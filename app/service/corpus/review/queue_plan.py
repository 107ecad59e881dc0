"""Choose the annotations that a review queue shows.

The least certain ones of the project, and one in ten at random. What is read grows with the queue, not with the
project.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from app.core.model import Progress, Status
from app.service.article_list.article_list import ArticleList
from app.store import Project
from app.store.index.index_reader import IndexReader, UncertainEntry

QUEUE_SIZE = 200
RANDOM_EVERY = 10
"""One in so many is drawn at random."""
FEW_PROPOSALS = 5_000
"""Up to so many proposals are listed and shuffled; of more, ids are drawn until enough are proposals."""
_DRAWN_AT_ONCE, MAX_DRAWS = 200, 10_000


@dataclass(frozen=True, slots=True)
class QueueItem:
    """An annotation to decide.

    Items in a row with the same `group` have equal names under one label.
    """

    article_id: int
    annotation_id: int
    group: int
    is_random: bool = False


@dataclass(frozen=True, slots=True)
class QueuePlan:
    """The items of a queue, and what is not in it.

    `left_out` counts other proposals, `in_skipped` those of skipped articles. `seed` chose the random ones. `hiding`
    articles keep their pre-tags back until they are done.
    """

    items: tuple[QueueItem, ...]
    seed: int
    left_out: int
    in_skipped: int
    hiding: int = 0

    @property
    def random_count(self) -> int:
        return sum(item.is_random for item in self.items)


class QueuePlanner:
    """Chooses queues over one state of a project and its index."""

    def __init__(self, project: Project, reader: IndexReader, articles: ArticleList) -> None:
        self._project, self._reader, self._articles = project, reader, articles

    def plan(self, *, size: int = QUEUE_SIZE, seed: int = 1, without: Collection[int] = ()) -> QueuePlan:
        """Choose a queue; annotations `without` are passed over.

        The same state and seed give the same queue.
        """
        worst = self._find_worst(size - size // RANDOM_EVERY, frozenset(without))
        taken = frozenset(without) | {entry.annotation_id for entry in worst}
        drawn = self._draw_random(size // RANDOM_EVERY, Random(seed), taken)  # noqa: S311  # no secret
        items = tuple(_mix_in(list(_group_equal(worst)), drawn))
        in_work, in_skipped = self._articles.count_proposed()
        return QueuePlan(items, seed, max(0, in_work - len(items)), in_skipped, self._articles.count_hiding())

    def _find_worst(self, most: int, without: frozenset[int]) -> list[UncertainEntry]:
        """Return the least certain proposals as the project stands now.

        The index may be behind: what was decided since is left out, and more is read in its place.
        """
        limit = most + len(without)
        while True:
            entries = self._reader.find_most_uncertain(limit)
            standing = self._find_proposed([entry.annotation_id for entry in entries])
            found = [one for one in entries if one.annotation_id in standing and one.annotation_id not in without]
            if len(found) >= most or len(entries) < limit:
                return found[:most]
            limit *= 2

    def _draw_random(self, wanted: int, random: Random, taken: frozenset[int]) -> list[QueueItem]:
        """Return proposals drawn at random, each as likely as any other."""
        found: dict[int, QueueItem] = {}
        for ids in _in_parts(self._candidates(random)):
            standing = self._find_proposed([number for number in ids if number not in taken])
            for number in ids:
                if number in standing and len(found) < wanted:
                    found.setdefault(number, QueueItem(standing[number], number, -number, is_random=True))
            if len(found) >= wanted:
                break
        return list(found.values())

    def _candidates(self, random: Random) -> Iterator[int]:
        """Yield ids of annotations in random order.

        Few proposals are shuffled. Of many, numbers are drawn; where those are mostly something else, all are shuffled.
        """
        few = self._reader.proposals(FEW_PROPOSALS + 1)
        if len(few) > FEW_PROPOSALS:
            highest = self._project.highest_annotation()
            yield from (random.randint(1, highest) for _ in range(MAX_DRAWS))
            few = self._reader.proposals(-1)
        few.sort()
        random.shuffle(few)
        yield from few

    def _find_proposed(self, ids: Sequence[int]) -> dict[int, int]:
        """Return the articles of those that are proposals, by their ids.

        Those in skipped articles, and hidden ones, are none.
        """
        return {
            row.id: row.article_id
            for row in self._project.found_annotations(ids)
            if row.status is Status.PROPOSED and self._is_in_work(row.article_id)
        }

    def _is_in_work(self, article_id: int) -> bool:
        article = self._articles.get(article_id)
        is_hiding = self._articles.hides_pretags(article_id)
        return article is not None and article.progress is not Progress.SKIPPED and not is_hiding


def _group_equal(entries: Iterable[UncertainEntry]) -> Iterator[list[QueueItem]]:
    """Yield the items of each name under its label.

    The most uncertain come first. What has no name stands alone.
    """
    groups: dict[tuple[str, int, int], list[QueueItem]] = {}
    for entry in entries:
        key = (entry.label, entry.name, 0 if entry.name else entry.annotation_id)
        number = groups[key][0].group if key in groups else len(groups)
        groups.setdefault(key, []).append(QueueItem(entry.article_id, entry.annotation_id, number))
    yield from groups.values()


def _mix_in(groups: Iterable[list[QueueItem]], drawn: list[QueueItem]) -> Iterator[QueueItem]:
    """Yield the groups with a random item after every nine items.

    Equal names stay together.
    """
    waiting, since = iter(drawn), 0
    for group in groups:
        yield from group
        since += len(group)
        due, since = divmod(since, RANDOM_EVERY - 1)
        yield from islice(waiting, due)
    yield from waiting


def _in_parts(numbers: Iterator[int]) -> Iterator[list[int]]:
    while part := list(islice(numbers, _DRAWN_AT_ONCE)):
        yield part
