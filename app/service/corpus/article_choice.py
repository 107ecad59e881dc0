"""Choose by the index which articles can hold a name.

The others need not be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from app.store import Project
from app.store.index.index_file import open_for_reading
from app.store.index.index_reader import IndexReader

_FIRST = 30
"""So many articles are chosen at once: a first screen need not wait for a look at all of them."""
_PART = 1_000
"""Of so many articles at a time it is looked whether they can hold the name."""


def choose_articles(
    index: Path, project: Project, articles: Sequence[int], keys: Iterable[str]
) -> Iterator[Sequence[int]]:
    """Yield the articles whose texts can hold a name, by their ids.

    They are some of the given articles, in their order, the first ones at once. The name has one of the keys.

    An article that the index does not have as it is can hold anything: those are among the others.
    """
    connection = open_for_reading(index)
    if connection is None:
        yield articles
        return
    connection.execute("BEGIN")  # one state: what is indexed meanwhile is neither known nor fitting
    with closing(IndexReader(connection)) as reader:
        fitting = reader.names.articles_with(keys)
        first = list(islice((number for number in articles if number in fitting), _FIRST))
        yield first
        taken = set(first)
        for start in range(0, len(articles), _PART):
            part = [number for number in articles[start : start + _PART] if number not in taken]
            others = [number for number in part if number not in fitting]
            known, current = reader.digests(others), dict(project.article_fields("digest", ids=others))
            yield [one for one in part if one in fitting or known.get(one) != current.get(one)]
