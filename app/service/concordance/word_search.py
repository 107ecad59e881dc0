"""Words through the texts of a project, as hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from app.core.model import Article
from app.core.text.comparing import find_in
from app.core.text.layouts import retyped
from app.core.text.plain_view import PlainView
from app.service.concordance.hits import Portion, hit_at

if TYPE_CHECKING:
    from app.store import Project

_MAX_HITS = 1_000
"""So many hits of one article are found at the most."""


def search_words(project: Project, articles: Sequence[Article], typed: str) -> Iterator[Portion]:
    """Yield the hits of words that somebody typed, article by article.

    Where they stand in no article, those that the same keys type on the other layout. Everything is read from the
    project, so that a thread can do it.
    """
    count = 0
    for portion in _search_articles(project, articles, typed):
        count += len(portion.hits)
        yield portion
    if not count and retyped(typed) != typed:
        for portion in _search_articles(project, articles, retyped(typed)):
            yield Portion(portion.hits)


def _search_articles(project: Project, articles: Sequence[Article], words: str) -> Iterator[Portion]:
    for article in articles:
        text = project.text(article.id)
        places = islice(find_in(PlainView(text), words), _MAX_HITS)
        yield Portion(tuple(hit_at(article, text, place) for place in places), 1)
