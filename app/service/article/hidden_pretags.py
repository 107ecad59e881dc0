"""Say which pre-tags are hidden.

The articles of some random samples are annotated without them, until they are done.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from app.core.model import Annotation, Article, Origin, Progress, Status
from app.core.records import Sample


def hidden_members(samples: Iterable[Sample]) -> frozenset[int]:
    """Return the articles that samples hide the pre-tags of, done or not."""
    return frozenset(number for one in samples if one.is_hidden for number in one.member_ids)


def hides_pretags(article: Article, members: Container[int]) -> bool:
    """Say whether the pre-tags of an article are hidden now."""
    return article.progress is not Progress.DONE and article.id in members


def is_hidden_pretag(row: Annotation) -> bool:
    """Say whether an annotation is left out where pre-tags are hidden."""
    return row.origin is Origin.PRETAG and row.status is Status.PROPOSED


def seen_annotations(rows: Iterable[Annotation], article: Article, members: Container[int]) -> list[Annotation]:
    """Return the annotations of an article that are not hidden."""
    is_hiding = hides_pretags(article, members)
    return [row for row in rows if not (is_hiding and is_hidden_pretag(row))]
