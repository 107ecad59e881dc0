"""Read a project as it is at one moment.

What is on disk, with what is still queued on top.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from sqlite3 import Connection, DatabaseError
from typing import Any

from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Candidate, Kind, Note, Status, reading_key
from app.core.records import ClaimPlace
from app.core.row_types import ABOVE_ARTICLES, ROW_TYPES, RowType
from app.core.rows.row import Row
from app.core.scheme import SCHEME_ID, Scheme
from app.store.operations import Operation
from app.store.row_reader import RowReader, RowT, by_id, likeliest_first, refuse_outside
from app.store.rows.counts import Counts, recount_articles
from app.store.rows.field_reading import field_reading
from app.store.rows.forms import FORM_OF
from app.store.rows.meanings import IS_LIVE
from app.store.rows.odd_values import UnexpectedValueError, unexpected_row

Outline = tuple[int, int, str, bool]
"""Start, stop, normal form, and whether the mention has one piece."""

_BEHIND_ALL = 1 << 62
_HERE = "article_id = ? AND annotation.start >= ? AND annotation.start < ?"
_LABELLED = "kind = ? AND label = ?"
_OUTLINES = "SELECT id, start, stop, normal, pieces = '' FROM annotation WHERE article_id = ? AND kind = ?"
_TEXT = "SELECT text, length FROM article LEFT JOIN body USING (id) WHERE article.id = ?"


class Snapshot(RowReader):
    """Answers readers of one moment."""

    def __init__(self, connection: Connection, late: Sequence[Operation]) -> None:
        super().__init__(connection, late)
        self._places: dict[int, list[ClaimPlace]] | None = None

    @gc_paused()
    def articles(self, ids: Sequence[int] | None = None) -> list[Article]:
        """Return all articles, or those of some ids, in order of id.

        Those that are gone are left out.
        """
        return sorted(self.read_rows(Article) if ids is None else self.rows_of_ids(Article, ids), key=by_id)

    def readable_articles(self, ids: Sequence[int]) -> list[Article]:
        """Return those of some articles whose rows can be read."""
        try:
            return self.articles(ids)
        except (UnexpectedValueError, DatabaseError):
            damaged = set(self.damaged_articles(ids))
            return self.articles([number for number in ids if number not in damaged])

    def damaged_articles(self, ids: Sequence[int]) -> Iterator[int]:
        """Yield those of some articles whose rows cannot be read."""
        for number in ids:
            try:
                self.article(number)
            except (UnexpectedValueError, DatabaseError):
                yield number

    @gc_paused()
    def article_fields(self, names: Sequence[str], ids: Sequence[int] | None = None) -> list[tuple[Any, ...]]:
        """Return id and some fields of articles, by id.

        Of all articles, or of those of some ids.
        """
        reading, late = field_reading(Article, tuple(names)), self._late[Article]
        where = "" if ids is None else f" WHERE id IN ({', '.join(map(str, map(int, ids)))})"
        found = reading.restore(self._connection.execute(f"{reading.statement}{where} ORDER BY id").fetchall())
        wanted = late.keys() if ids is None else late.keys() & set(ids)
        if not wanted:
            return found
        changed = [reading.take(row) for number in wanted if isinstance(row := late[number], Article)]
        return sorted([values for values in found if values[0] not in late] + changed, key=itemgetter(0))

    def article(self, number: int) -> Article | None:
        """Return one article."""
        return next(iter(self.read_rows(Article, "id = ?", (number,), lambda row: row.id == number)), None)

    def text(self, number: int) -> str:
        """Return the text of an article.

        Return "" if there is no such article.
        """
        late = self._late[Body]
        if number in late:
            body = late[number]
            return body.text if isinstance(body, Body) else ""
        found = self._connection.execute(_TEXT, (number,)).fetchone()
        if found is None:
            return ""
        text, length = found
        if not isinstance(text, str) or len(text) != length:
            raise unexpected_row("body", number)
        return text

    @gc_paused()
    def annotations(self, article: int, since: int = 0, before: int | None = None) -> list[Annotation]:
        """Return the annotations of an article that start in `[since, before)`.

        In reading order.
        """
        stop = _BEHIND_ALL if before is None else before
        here = (article, since, stop)
        found = list(self.stored_rows(FORM_OF[Annotation], _HERE, here))
        length = self._connection.execute("SELECT length FROM article WHERE id = ?", (article,)).fetchone()
        if length is not None:
            refuse_outside(length[0], found)
        merged = self.merge_late(Annotation, found, lambda row: row.article_id == article and since <= row.start < stop)
        return sorted(merged, key=reading_key)

    @gc_paused()
    def annotations_over(self, article: int, start: int, stop: int) -> list[Annotation]:
        """Return the annotations of an article that touch a segment of it.

        In reading order.
        """
        where = "article_id = ? AND start < ? AND stop > ?"
        found = self.read_rows(
            Annotation,
            where,
            (article, stop, start),
            lambda row: row.article_id == article and row.start < stop and row.stop > start,
        )
        return sorted(found, key=reading_key)

    def mention_outlines(self, article: int) -> list[Outline]:
        """Return the outlines of the mentions of an article, unordered.

        It costs a fraction of the mentions themselves.
        """
        late = self._late[Annotation]
        stored = self._connection.execute(_OUTLINES, (article, Kind.ENTITY.value))
        if not late:
            return [row[1:] for row in stored]
        return [row[1:] for row in stored if row[0] not in late] + [
            (row.start, row.span.stop, row.normal, len(row.pieces) == 1)
            for row in late.values()
            if isinstance(row, Annotation) and row.article_id == article and row.kind is Kind.ENTITY
        ]

    @gc_paused()
    def found_annotations(self, ids: Sequence[int]) -> list[Annotation]:
        """Return the annotations of some ids, in order of id.

        Those that are gone are left out.
        """
        return sorted(self.rows_of_ids(Annotation, ids), key=by_id)

    def highest_annotation(self) -> int:
        """Return the highest id of a stored annotation, else 0."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM annotation").fetchone()[0])

    @gc_paused()
    def labelled(self, kind: Kind, label: str) -> list[Annotation]:
        """Return all annotations with a label, in order of id."""
        found = self.stored_rows(FORM_OF[Annotation], _LABELLED, (kind.value, label))
        merged = self.merge_late(Annotation, found, lambda row: row.kind is kind and row.label == label)
        return sorted(merged, key=by_id)

    def notes(self, article: int | None) -> list[Note]:
        """Return the notes in an article, or those on the project.

        In order of id.
        """
        return sorted(
            self.read_rows(Note, "article_id IS ?", (article,), lambda row: row.article_id == article), key=by_id
        )

    def rows(self, row_class: type[RowT]) -> list[RowT]:
        """Return all rows of a type in order of id."""
        return sorted(self.read_rows(row_class), key=by_id)

    def candidates(self, article: int) -> list[Candidate]:
        """Return the candidates of an article, the likeliest first."""
        found = self.read_rows(Candidate, "article_id = ?", (article,), lambda row: row.article_id == article)
        return sorted(found, key=likeliest_first)

    def places(self, article: int) -> list[ClaimPlace]:
        """Return the claim places in an article, in reading order.

        The places of the whole project are read once: nothing leads from an article to its own.
        """
        if self._places is None:
            self._places = defaultdict(list)
            for place in self.rows(ClaimPlace):
                self._places[place.annotation_id].append(place)
        if not self._places:
            return []
        return [place for row in self.annotations(article) for place in self._places.get(row.id, ())]

    def rows_above(self) -> Iterator[Row]:
        """Yield the rows of `ABOVE_ARTICLES`.

        Those that others refer to come first.
        """
        return chain.from_iterable(map(self.rows, ABOVE_ARTICLES.values()))

    def rows_of(self, article: int | None) -> list[Row]:
        """Return all rows of an article, or of the project itself.

        In the order of `ROW_TYPES`.
        """
        return [row for declared in ROW_TYPES for row in self.rows_in(declared, article)]

    def scheme(self) -> Scheme:
        """Return the label scheme."""
        scheme = next(iter(self.read_rows(Scheme, "id = ?", (SCHEME_ID,))), None)
        if scheme is None:
            raise UnexpectedValueError(Message("its label scheme is missing"))
        return scheme

    def counts(self, ids: Sequence[int] | None = None) -> dict[int, Counts]:
        """Return how much there is in each article, or in some."""
        chosen = "" if ids is None else f"({', '.join(map(str, map(int, ids)))})"
        here = f"WHERE article_id IN {chosen}" if chosen else ""
        entities = _count_where(f"{IS_LIVE} AND kind = '{Kind.ENTITY}'")
        claims = _count_where(f"{IS_LIVE} AND kind = '{Kind.CLAIM}'")
        proposed = _count_where(f"status = '{Status.PROPOSED}'")
        tallies = self._connection.execute(
            f"SELECT article_id, {entities}, {claims}, {proposed} FROM annotation {here} GROUP BY article_id"  # noqa: S608
        )
        noted = self._connection.execute(f"SELECT article_id, count(*) FROM note {here} GROUP BY article_id")  # noqa: S608
        notes_of = {number: count for number, count in noted if number is not None}
        articles = self._connection.execute(f"SELECT id FROM article {f'WHERE id IN {chosen}' if chosen else ''}")  # noqa: S608
        counts = {number: Counts(notes=notes_of.get(number, 0)) for (number,) in articles}
        for number, of_entities, of_claims, of_proposed in tallies:
            counts[number] = Counts(of_entities, of_claims, of_proposed, notes_of.get(number, 0))
        late = chain.from_iterable(operation.changes for operation in self._operations)
        recounted = recount_articles(counts, late)
        wanted = recounted.keys() if ids is None else recounted.keys() & set(ids)
        return {number: recounted[number] for number in wanted}

    def rows_in(self, declared: RowType[RowT], article: int | None) -> Iterable[RowT]:
        """Return rows of a type of an article or of the project.

        In order of id.
        """
        field, find_owner = declared.article_field, declared.article_of
        if not field:
            return self.read_rows(declared.row_class) if article is None else []
        rows = self.read_rows(declared.row_class, f"{field} IS ?", (article,), lambda row: find_owner(row) == article)
        return sorted(rows, key=by_id)


def _count_where(condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition})"
