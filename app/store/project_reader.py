"""Answer what readers ask of a project.

As it is at one moment, with what is still to be saved.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from sqlite3 import Connection
from typing import Any, TypeVar

from app.core.model import Annotation, Article, Candidate, Document, Kind, Note
from app.core.records import ClaimPlace
from app.core.row_types import DOCUMENT_FIELDS
from app.core.rows.row import Row
from app.core.scheme import Scheme
from app.store.document_reader import DocumentReader
from app.store.operations import Operation
from app.store.rows.counts import Counts
from app.store.snapshot import Snapshot

T = TypeVar("T")
RowT = TypeVar("RowT", bound=Row)


class ProjectReader(ABC):
    """Reads see every step that was handed in before."""

    @abstractmethod
    def _moment(self) -> AbstractContextManager[tuple[Connection, Sequence[Operation]]]:
        """Give a connection to one state of the file.

        The operations that are not in the file come with it.
        """

    @contextmanager
    def open_snapshot(self) -> Iterator[Snapshot]:
        """Give a view of one moment, for several questions."""
        with self._moment() as (connection, waiting):
            yield Snapshot(connection, waiting)

    def articles(self, ids: Sequence[int] | None = None) -> list[Article]:
        """Return all articles, or those of some ids, in order of id.

        Those that are gone are left out.
        """
        return self._read(lambda snapshot: snapshot.articles(ids))

    def damaged_articles(self, ids: Sequence[int]) -> list[int]:
        """Return those of some articles whose rows cannot be read."""
        return self._read(lambda snapshot: list(snapshot.damaged_articles(ids)))

    def article_fields(self, *names: str, ids: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
        """Return id and some fields of articles, by id.

        Of all articles, or of those of some ids.
        """
        return self._read(lambda snapshot: snapshot.article_fields(names, ids))

    def article(self, article_id: int) -> Article | None:
        """Return one article."""
        return self._read(lambda snapshot: snapshot.article(article_id))

    def text(self, article_id: int) -> str:
        """Return the text of an article."""
        return self._read(lambda snapshot: snapshot.text(article_id))

    def annotations(self, article_id: int, *, since: int = 0, before: int | None = None) -> list[Annotation]:
        """Return the annotations of an article in reading order.

        By start, the longer first, then by id. Of a long one, those that start at `since` or later, and `before` a code
        point, can be asked for alone.
        """
        return self._read(lambda snapshot: snapshot.annotations(article_id, since, before))

    def annotations_over(self, article_id: int, start: int, stop: int) -> list[Annotation]:
        """Return the annotations that touch `[start, stop)` of an article.

        In reading order.
        """
        return self._read(lambda snapshot: snapshot.annotations_over(article_id, start, stop))

    def found_annotations(self, ids: Sequence[int]) -> list[Annotation]:
        """Return the annotations of some ids, in order of id."""
        return self._read(lambda snapshot: snapshot.found_annotations(ids))

    def highest_annotation(self) -> int:
        """Return the highest id of a stored annotation, else 0."""
        return self._read(Snapshot.highest_annotation)

    def labelled(self, kind: Kind, label: str) -> list[Annotation]:
        """Return all annotations with a label, in order of id."""
        return self._read(lambda snapshot: snapshot.labelled(kind, label))

    def notes(self, article_id: int | None = None) -> list[Note]:
        """Return the notes in an article, or those on the project."""
        return self._read(lambda snapshot: snapshot.notes(article_id))

    def rows(self, row_class: type[RowT]) -> list[RowT]:
        """Return all rows of a type in order of id."""
        return self._read(lambda snapshot: snapshot.rows(row_class))

    def places(self, article_id: int) -> list[ClaimPlace]:
        """Return the places of claim records in an article."""
        return self._read(lambda snapshot: snapshot.places(article_id))

    def rows_above(self) -> list[Row]:
        """Return the rows that belong to no article.

        They are judgements, records, verdicts, queries: those that others refer to come first.
        """
        return self._read(lambda snapshot: list(snapshot.rows_above()))

    def candidates(self, article_id: int) -> list[Candidate]:
        """Return the candidates of an article, the likeliest first."""
        return self._read(lambda snapshot: snapshot.candidates(article_id))

    def rows_of(self, article_id: int | None) -> list[Row]:
        """Return all rows of an article, or of the project itself.

        Those that others refer to come first.
        """
        return self._read(lambda snapshot: snapshot.rows_of(article_id))

    def scheme(self) -> Scheme:
        """Return the label scheme."""
        return self._read(Snapshot.scheme)

    def counts(self, ids: Sequence[int] | None = None) -> dict[int, Counts]:
        """Return how much there is in each article, or in some."""
        return self._read(lambda snapshot: snapshot.counts(ids))

    def documents(
        self, ids: Iterable[int] | None = None, listed: Collection[type[Row]] = DOCUMENT_FIELDS
    ) -> Iterator[Document]:
        """Yield articles with all that belongs to them.

        All of them or those of `ids`, as they are at the first one; of their rows those of the types `listed`.
        A few articles are in memory at a time.
        """
        with self.open_snapshot() as snapshot:
            wanted = [article.id for article in snapshot.articles()] if ids is None else ids
            yield from DocumentReader(snapshot, listed).read(wanted)

    def _read(self, question: Callable[[Snapshot], T]) -> T:
        with self.open_snapshot() as snapshot:
            return question(snapshot)
