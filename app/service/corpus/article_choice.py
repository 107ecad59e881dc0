"""Choose by the index which articles can hold a name.

The others need not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from app.core.model import Article
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader


def choose_articles(index: Path, articles: Sequence[Article], keys: Iterable[str]) -> list[Article]:
    """Return the articles whose texts can hold a name.

    They are some of the given articles, in their order. The name has one of the keys.

    An article that the index does not have as it is can hold anything.
    """
    connection = open_for_reading(index)
    if connection is None:
        return list(articles)
    with closing(IndexReader(connection)) as reader:
        fitting, known = reader.names.articles_with(keys), reader.digests()
    return [article for article in articles if article.id in fitting or known.get(article.id) != article.digest]
