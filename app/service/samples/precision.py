"""Measure the tagger's precision by a random sample.

What was drawn counts in the order of drawing, as far as all of it is decided: that is a random sample as well, whatever
was decided first. Decisions in any other order, such as those on the most uncertain, would tell of another population.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from app.core.model import Annotation, Origin, Progress, Status
from app.core.records import Sample, SampleUnit
from app.store import Project

MIN_JUDGED = 30
"""Fewer decisions say too little of a label."""

_Z = 1.959964
"""Of an interval that holds the true share in 95 of 100 samples."""

LabelKey = tuple[str, str]
"""Kind and name of a label."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the judged pre-tags were right.

    An interval tells the share of all.

    `low` and `high` are those of Wilson (1927), 95 %. Tags of one article are alike: those of a sample of articles
    count as fewer (`effective`).
    """

    kind: str
    label: str
    right: int
    judged: int
    effective: float
    low: float
    high: float

    @property
    def share(self) -> float:
        return self.right / self.judged if self.judged else 0.0

    @property
    def is_enough(self) -> bool:
        """Whether so many were judged that the share says something."""
        return self.effective >= MIN_JUDGED


@dataclass(frozen=True, slots=True)
class Measured:
    """What a sample tells of the tagger.

    `number` is its place among the samples, by which a query knows it. `counted` members are decided without a gap from
    the first drawn on, and `decided` in all; `gone` have left the project or are skipped. `fitting` is how many of the
    drawn belong to the articles that were asked for.
    """

    sample: Sample
    number: int = 1
    counted: int = 0
    decided: int = 0
    gone: int = 0
    fitting: int = 0
    rates: tuple[Rate, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Judged:
    """A pre-tag that was judged.

    It has the tagger's label, and whether that and its span were right.
    """

    kind: str
    label: str
    is_right: bool


def measure_sample(project: Project, sample: Sample, number: int = 1, within: frozenset[int] | None = None) -> Measured:
    """Return what the decisions on a sample tell of the tagger.

    Of the articles `within` alone, where they are given: those drawn of them are a random sample of them.
    """
    read = _judge_article if sample.unit is SampleUnit.ARTICLES else _judge_annotation
    first_state = FirstStates(project)
    units: list[list[Judged]] = []
    decided = gone = 0
    is_unbroken = True
    members = sample.member_ids if within is None else _members_within(project, sample, within)
    for member in members:
        found = read(project, member, first_state)
        gone += found is None
        decided += bool(found is not None and found is not _UNDECIDED)
        if found is _UNDECIDED:
            is_unbroken = False
        elif found is not None and is_unbroken:
            units.append(found)
    return Measured(sample, number, len(units), decided, gone, len(members), tuple(rate_units(units)))


def _members_within(project: Project, sample: Sample, within: frozenset[int]) -> Sequence[int]:
    """Return the members of some articles, in the order of drawing."""
    if sample.unit is SampleUnit.ARTICLES:
        return [number for number in sample.member_ids if number in within]
    rows = project.found_annotations(sample.member_ids)
    fitting = {row.id for row in rows if row.article_id in within}
    return [number for number in sample.member_ids if number in fitting]


def rate_units(units: Sequence[Sequence[Judged]]) -> Iterator[Rate]:
    """Yield the rate of each label, the most frequent first."""
    by_label: dict[LabelKey, list[tuple[int, int]]] = defaultdict(list)
    for unit in units:
        counts: dict[LabelKey, list[int]] = defaultdict(lambda: [0, 0])
        for one in unit:
            counts[one.kind, one.label][0] += one.is_right
            counts[one.kind, one.label][1] += 1
        for key, (right, judged) in counts.items():
            by_label[key].append((right, judged))
    totals = {key: sum(judged for _, judged in pairs) for key, pairs in by_label.items()}
    for key in sorted(by_label, key=lambda key: (-totals[key], key)):
        yield make_rate(*key, by_label[key])


def make_rate(kind: str, label: str, clusters: Sequence[tuple[int, int]]) -> Rate:
    """Return the rate of a label from (right, judged) of each article."""
    right, judged = sum(one for one, _ in clusters), sum(count for _, count in clusters)
    effective = _effective_size(clusters, right, judged)
    low, high = wilson(right / judged if judged else 0.0, effective)
    return Rate(kind, label, right, judged, effective, low, high)


def wilson(share: float, count: float) -> tuple[float, float]:
    """Return Wilson's 95 % interval for a share of `count` cases."""
    if not count:
        return 0.0, 1.0
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z / (1 + _Z**2 / count) * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def _effective_size(clusters: Sequence[tuple[int, int]], right: int, judged: int) -> float:
    """Return how many independent cases those of articles are worth.

    Source: Kish 1965, the ratio estimator.

    Never as more than they are, nor as fewer than there are articles.
    """
    many = len(clusters)
    if many < 2 or right in (0, judged):
        return float(judged if many == judged else many)
    share = right / judged
    spread = sum((hits - share * count) ** 2 for hits, count in clusters) * many / (many - 1)
    return min(float(judged), max(float(many), share * (1 - share) * judged**2 / spread)) if spread else float(judged)


class FirstStates:
    """Finds in the history what the tagger had said first."""

    def __init__(self, project: Project) -> None:
        self._history = project.history()
        self._known: dict[int, Annotation] = {}
        self._read = set[int]()

    def find(self, row: Annotation) -> Annotation | None:
        """Return an annotation as it came into the project.

        None where no step tells.
        """
        if row.id not in self._known and row.article_id not in self._read:
            self._read.add(row.article_id)
            came = dict[int, Annotation]()
            for changes in self._history.changes(self._history.touching(row.article_id)):
                for change in reversed(changes):
                    if change.before is None and isinstance(change.after, Annotation):
                        came[change.after.id] = change.after
            self._known = came | self._known
        return self._known.get(row.id)


_UNDECIDED: list[Judged] = []
"""Stands for a member that waits for a decision; known by identity."""


def _judge_article(project: Project, number: int, first: FirstStates) -> list[Judged] | None:
    article = project.article(number)
    if article is None or article.progress is Progress.SKIPPED:
        return None
    rows = list(pre_tags(project.annotations(number)))
    if article.progress is not Progress.DONE or any(row.status is Status.PROPOSED for row in rows):
        return _UNDECIDED
    return [_judge(row, first.find) for row in rows]


def _judge_annotation(project: Project, number: int, first: FirstStates) -> list[Judged] | None:
    found = project.found_annotations([number])
    if not found:
        return None
    return _UNDECIDED if found[0].status is Status.PROPOSED else [_judge(found[0], first.find)]


def pre_tags(rows: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield the annotations that the tagger made."""
    return (row for row in rows if row.origin is Origin.PRETAG)


def _judge(row: Annotation, first_state: Callable[[Annotation], Annotation | None]) -> Judged:
    """Judge a decided pre-tag.

    It is right where its first label and span were kept.
    """
    before = (first_state(row) or row) if row.status is Status.CORRECTED else row
    is_kept = row.is_live and (before.label, before.pieces) == (row.label, row.pieces)
    return Judged(before.kind.value, before.label, is_kept)
