"""Name the members of a random sample for another project.

A project knows members by ids. A file names an article by its digest, and an annotation by that, its kind, its place
and its turn among those of the same kind and place. What is not there is `GONE`, so that the order of drawing stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.core.model import Annotation
from app.core.records import Sample, SampleUnit

if TYPE_CHECKING:
    from app.store import Project

GONE = "0"
"""The id of a member that is not there."""

FindArticle = Callable[[str], int | None]
"""Returns the id of the article with a digest, None where there is none."""


def name_members(project: Project, sample: Sample) -> Sample:
    """Return a sample whose members are words for a file."""
    if sample.unit is SampleUnit.ARTICLES:
        digests = {article.id: article.digest for article in project.articles()}
        words = [digests.get(number) or GONE for number in sample.member_ids]
    else:
        words = _name_annotations(project, sample.member_ids)
    return replace(sample, members=" ".join(words))


def find_members(project: Project, sample: Sample, find_article: FindArticle) -> Sample:
    """Return a sample of a file with ids of the project."""
    words = sample.members.split()
    if sample.unit is SampleUnit.ARTICLES:
        found = [str(find_article(word) or GONE) for word in words]
    else:
        known = _Annotations(project, find_article)
        found = [str(known.find(word) or GONE) for word in words]
    return replace(sample, members=" ".join(found))


def count_gone(sample: Sample) -> int:
    """Return how many members of a sample are not in the project."""
    return sample.members.split().count(GONE)


def _name_annotations(project: Project, ids: Sequence[int]) -> list[str]:
    by_article: dict[int, list[int]] = defaultdict(list)
    for row in project.found_annotations(ids):
        by_article[row.article_id].append(row.id)
    names: dict[int, str] = {}
    for article_id in by_article:
        article = project.article(article_id)
        if article is not None:
            names |= {number: word for word, number in _words_of(article.digest, project.annotations(article_id))}
    return [names.get(number, GONE) for number in ids]


class _Annotations:
    """Finds annotations by their words in a file, article by article."""

    def __init__(self, project: Project, find_article: FindArticle) -> None:
        self._project, self._find_article = project, find_article
        self._known: dict[str, dict[str, int]] = {}

    def find(self, word: str) -> int | None:
        """Return the id of an annotation, None where there is none."""
        digest = word.partition(":")[0]
        if digest not in self._known:
            number = self._find_article(digest)
            rows = self._project.annotations(number) if number is not None else []
            self._known[digest] = dict(_words_of(digest, rows))
        return self._known[digest].get(word)


def _words_of(digest: str, rows: Sequence[Annotation]) -> Iterator[tuple[str, int]]:
    """Yield the word and the id of each annotation of an article."""
    turns = Counter[str]()
    for row in sorted(rows, key=lambda row: row.id):
        place = f"{digest}:{row.kind}:{'+'.join(f'{piece.start}-{piece.stop}' for piece in row.pieces)}"
        turns[place] += 1
        yield f"{place}:{turns[place]}", row.id
