"""Counts over the rows of a workbook, for its summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date
from itertools import combinations
from typing import NamedTuple

from app.core.model import Article, Document, Progress, Status
from app.core.vocabulary import AttributeName, ClaimLabel
from app.formats.xlsx.rows.sheet_rows import ClaimRow, EntityRow

_DUE_KINDS: frozenset[str] = frozenset({ClaimLabel.PROMISE, ClaimLabel.FORECAST, ClaimLabel.DEMAND})
_MAX_DUE = 10_000


class DueClaim(NamedTuple):
    """A claim with a due date.

    `place` is its row.
    """

    due: str
    kind: str
    speaker: str
    text: str
    place: str


class SummaryTally:
    """Count what has rows.

    Articles, annotations by label, status and month, speakers, sources. The names of `labels` are counted as pairs.
    """

    def __init__(self, labels: Collection[str]) -> None:
        self._labels = labels
        self.articles = self.done = self.notes = 0
        self.first: date | None = None
        self.last: date | None = None
        self.sources: Counter[str] = Counter()
        self.entities: Counter[tuple[str, Status]] = Counter()
        self.claims: Counter[tuple[str, Status]] = Counter()
        self.entity_months: Counter[tuple[str, str]] = Counter()
        self.claim_months: Counter[tuple[str, str]] = Counter()
        self.article_months: Counter[str] = Counter()
        self.forms: Counter[tuple[str, str]] = Counter()
        self.speakers: Counter[tuple[str, str]] = Counter()
        self.due: list[DueClaim] = []
        self.done_months: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}
        self._named: list[set[int]] = []
        """The names in each article, by number."""
        self._month = ""

    def add_article(self, document: Document) -> None:
        """Count an article, and its annotations from now on under its month."""
        article = document.article
        self.articles += 1
        self.done += article.progress is Progress.DONE
        self.notes += len(document.notes)
        self.sources[article.source] += 1
        self._month = _month_of(article)
        self.article_months[self._month] += 1
        self._named.append(set())
        if article.finished is not None and article.progress is Progress.DONE:
            self.done_months[f"{article.finished.astimezone():%Y-%m}"] += 1
        if article.date is not None:
            self.first = min(self.first or article.date, article.date)
            self.last = max(self.last or article.date, article.date)

    def add_entity(self, row: EntityRow) -> None:
        """Count an entity of the last article."""
        annotation = row.annotation
        self.entities[annotation.label, annotation.status] += 1
        self.entity_months[annotation.label, self._month] += 1
        if annotation.label in self._labels and annotation.is_live:
            name = annotation.entity_name or row.words
            self._named[-1].add(self._numbers.setdefault(name, len(self._numbers)))

    def pairs(self, names: int, most: int) -> list[tuple[str, str, int]]:
        """Return how many articles the most frequent names share."""
        counts = Counter(number for named in self._named for number in named)
        shown = list(self._numbers)
        ranked = sorted(counts, key=lambda number: (-counts[number], shown[number]))[:names]
        places = {number: place for place, number in enumerate(ranked)}
        pairs: Counter[tuple[int, int]] = Counter()
        for named in self._named:
            pairs.update(combinations(sorted(places[number] for number in named if number in places), 2))
        found = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return [(shown[ranked[left]], shown[ranked[right]], count) for (left, right), count in found]

    def add_claim(self, row: ClaimRow, place: Callable[[], str]) -> None:
        """Count a claim of the last article, whose row is at `place()`."""
        annotation = row.annotation
        self.claims[annotation.label, annotation.status] += 1
        self.claim_months[annotation.label, self._month] += 1
        if not annotation.is_live:
            return
        self.forms[annotation.label, row.attributes.get(AttributeName.FORM, "")] += 1
        speaker = row.speaker_name
        if speaker:
            self.speakers[speaker, annotation.label] += 1
        due = row.attributes.get(AttributeName.DUE, "")
        if due and annotation.label in _DUE_KINDS and len(self.due) < _MAX_DUE:
            self.due.append(DueClaim(due, annotation.label, speaker, row.words, place()))


def _month_of(article: Article) -> str:
    """Return the month of an article, "2025-09".

    "" where it has no date.
    """
    return "" if article.date is None else article.date.isoformat()[:7]
