"""Choose by the index which articles can hold a name, so that the others need not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from app.core.model import Article
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader


def choose_articles(index: Path, articles: Sequence[Article], keys: Iterable[str]) -> list[Article]:
    """Return those of some articles whose texts can hold a name with one of the keys, in their order.

    An article that the index does not have as it is can hold anything.
    """
    connection = open_for_reading(index)
    if connection is None:
        return list(articles)
    with closing(IndexReader(connection)) as reader:
        fitting, known = reader.articles_with_names(keys), reader.digests()
    return [article for article in articles if article.id in fitting or known.get(article.id) != article.digest]
