"""Read many articles, each with all that belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sqlite3 import DatabaseError
from typing import Any

from app.core.gc_pause import gc_paused
from app.core.model import Annotation, Article, Body, Candidate, Document
from app.core.records import ClaimPlace
from app.core.row_types import DECLARED, DOCUMENT_FIELDS
from app.core.rows.row import Row
from app.store.row_reader import ORDERS, by_id, refuse_outside
from app.store.rows.odd_values import UnexpectedValueError, unexpected_row
from app.store.snapshot import Snapshot

_ARTICLES_AT_ONCE, _CHARACTERS_AT_ONCE = 64, 200_000
"""So many articles, or so much text, are read together: a question for each table costs as much as its rows."""


class DocumentReader:
    """Reads articles of one moment with rows of the types `listed`."""

    def __init__(self, snapshot: Snapshot, listed: Collection[type[Row]]) -> None:
        self._snapshot = snapshot
        self._listed = {row_class: name for row_class, name in DOCUMENT_FIELDS.items() if row_class in listed}

    def read(self, ids: Iterable[int]) -> Iterator[Document]:
        """Yield articles in the order of `ids`, without those that are gone.

        Where one is damaged, those before it are yielded.
        """
        wanted = iter(ids)
        while portion := list(islice(wanted, _ARTICLES_AT_ONCE)):
            try:
                articles = {article.id: article for article in self._snapshot.articles(portion)}
            except (UnexpectedValueError, DatabaseError):
                yield from self._read_each(portion)
                continue
            for run in _split_runs([articles[number] for number in portion if number in articles]):
                try:
                    found = self._read_run(run)
                except (UnexpectedValueError, DatabaseError):
                    found = self._read_each(article.id for article in run)
                yield from found

    def _read_each(self, ids: Iterable[int]) -> Iterator[Document]:
        """Yield articles that are read one at a time."""
        for number in ids:
            article = self._snapshot.article(number)
            if article is not None:
                yield Document(article, self._snapshot.text(number), **self._listed_rows(number))

    @gc_paused()
    def _read_run(self, run: Sequence[Article]) -> Iterable[Document]:
        """Return articles that are read together."""
        articles = {article.id: article for article in run}
        rows = {name: self._rows_by_article(row_class, articles) for row_class, name in self._listed.items()}
        bodies = {body.id: body.text for body in self._snapshot.rows_of_ids(Body, list(articles))}
        documents = []
        for number, article in articles.items():
            text = bodies.get(number, "")
            if len(text) != article.length:
                raise unexpected_row("body", number)
            listed = {name: tuple(found.get(number, ())) for name, found in rows.items()}
            documents.append(Document(article, text, **listed))
        return documents

    def _rows_by_article(self, row_class: type[Any], articles: Mapping[int, Article]) -> Mapping[int, Sequence[Any]]:
        """Return the rows of one type of some articles, by article.

        They are in the order of `_listed_rows`.
        """
        if row_class is ClaimPlace:
            return {number: self._snapshot.places(number) for number in articles}
        declared = DECLARED[row_class]
        where = f"{declared.article_field} IN ({', '.join(map(str, articles))})"
        find_owner = declared.article_of
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self._snapshot.read_rows(row_class, where, (), lambda row: find_owner(row) in articles):
            found[find_owner(row)].append(row)  # type: ignore[index]  # the condition asks for it
        for number, rows in found.items():
            rows.sort(key=ORDERS.get(row_class, by_id))
            if row_class is Annotation:
                refuse_outside(articles[number].length, rows)
        return found

    def _listed_rows(self, article: int) -> dict[str, Any]:
        """Return the rows that a document lists, by its fields.

        Rows without an order of their own come by id.
        """
        snapshot = self._snapshot
        ordered: dict[type[Row], Callable[[int], Sequence[Row]]] = {
            Annotation: snapshot.annotations,
            Candidate: snapshot.candidates,
            ClaimPlace: snapshot.places,
        }
        return {
            name: tuple(
                ordered[row_class](article) if row_class in ordered else snapshot.rows_in(DECLARED[row_class], article)
            )
            for row_class, name in self._listed.items()
        }


def _split_runs(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield runs of articles that are short together, or one long article."""
    run, characters = list[Article](), 0
    for article in articles:
        if run and characters + article.length > _CHARACTERS_AT_ONCE:
            yield run
            run, characters = [], 0
        run.append(article)
        characters += article.length
    if run:
        yield run
