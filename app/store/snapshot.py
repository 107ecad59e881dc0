"""Read a project as it is at one moment.

What is on disk, with what is still queued on top.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from operator import itemgetter
from sqlite3 import Connection, DatabaseError
from typing import Any, TypeVar

from app.core.gc_pause import gc_paused
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Document, Hint, Kind, Note, Status, reading_key
from app.core.records import ClaimPlace
from app.core.row_types import ABOVE_ARTICLES, DECLARED, DOCUMENT_FIELDS, ROW_TYPES, RowType
from app.core.rows.row import Row
from app.core.scheme import SCHEME_ID, Scheme
from app.core.span import Span
from app.store.operations import Operation
from app.store.rows.counts import Counts, recount_articles
from app.store.rows.field_reading import field_reading
from app.store.rows.forms import FORM_OF, Form
from app.store.rows.meanings import IS_LIVE
from app.store.rows.odd_values import UnexpectedValueError, unexpected_row
from app.store.rows.row_states import later_states
from app.store.schema.statements import select_parts, select_statement

RowT = TypeVar("RowT", bound=Row)

Outline = tuple[int, int, str, bool]
"""Start, stop, normal form, and whether the mention has one piece."""

_ARTICLES_AT_ONCE, _CHARACTERS_AT_ONCE = 32, 200_000
"""So many articles are read together, unless their texts are longer."""
_BEHIND_ALL = 1 << 62
_HERE = "article_id = ? AND annotation.start >= ? AND annotation.start < ?"
_LABELLED = "kind = ? AND label = ?"
_OUTLINES = "SELECT id, start, stop, normal, pieces = '' FROM annotation WHERE article_id = ? AND kind = ?"
_TEXT = "SELECT text, length FROM article LEFT JOIN body USING (id) WHERE article.id = ?"


def _admit_every(_: Row) -> bool:
    return True


class Snapshot:
    """Answer readers over a connection and the queued operations.

    The connection is in a transaction that does not hold the operations.
    """

    def __init__(self, connection: Connection, late: Sequence[Operation]) -> None:
        self._connection = connection
        self._operations = late
        self._late = later_states([operation.states for operation in late])
        self._places: dict[int, list[ClaimPlace]] | None = None

    @gc_paused()
    def articles(self, ids: Sequence[int] | None = None) -> list[Article]:
        """Return all articles, or those of some ids, in order of id.

        Those that are gone are left out.
        """
        return sorted(self._read_rows(Article) if ids is None else self._rows_of_ids(Article, ids), key=_by_id)

    def damaged_articles(self, ids: Sequence[int]) -> Iterator[int]:
        """Yield those of some articles whose rows cannot be read."""
        for number in ids:
            try:
                self.article(number)
            except (UnexpectedValueError, DatabaseError):
                yield number

    @gc_paused()
    def article_fields(self, names: Sequence[str]) -> list[tuple[Any, ...]]:
        """Return id and some fields of each article, by id."""
        reading, late = field_reading(Article, tuple(names)), self._late[Article]
        found = reading.restore(self._connection.execute(f"{reading.statement} ORDER BY id").fetchall())
        if not late:
            return found
        changed = [reading.take(row) for row in late.values() if isinstance(row, Article)]
        return sorted([values for values in found if values[0] not in late] + changed, key=itemgetter(0))

    def article(self, number: int) -> Article | None:
        """Return one article."""
        return next(iter(self._read_rows(Article, "id = ?", (number,), lambda row: row.id == number)), None)

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
        found = list(self._stored_rows(FORM_OF[Annotation], _HERE, here))
        length = self._connection.execute("SELECT length FROM article WHERE id = ?", (article,)).fetchone()
        if length is not None:
            _refuse_outside(length[0], found)
        merged = self._merge_late(
            Annotation, found, lambda row: row.article_id == article and since <= row.start < stop
        )
        return sorted(merged, key=reading_key)

    @gc_paused()
    def annotations_over(self, article: int, start: int, stop: int) -> list[Annotation]:
        """Return the annotations of an article that touch a segment of it.

        In reading order.
        """
        where = "article_id = ? AND start < ? AND stop > ?"
        found = self._read_rows(
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
        return sorted(self._rows_of_ids(Annotation, ids), key=_by_id)

    def highest_annotation(self) -> int:
        """Return the highest id of a stored annotation, else 0."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM annotation").fetchone()[0])

    @gc_paused()
    def labelled(self, kind: Kind, label: str) -> list[Annotation]:
        """Return all annotations with a label, in order of id."""
        found = self._stored_rows(FORM_OF[Annotation], _LABELLED, (kind.value, label))
        merged = self._merge_late(Annotation, found, lambda row: row.kind is kind and row.label == label)
        return sorted(merged, key=_by_id)

    def notes(self, article: int | None) -> list[Note]:
        """Return the notes in an article, or those on the project.

        In order of id.
        """
        return sorted(
            self._read_rows(Note, "article_id IS ?", (article,), lambda row: row.article_id == article), key=_by_id
        )

    def rows(self, row_class: type[RowT]) -> list[RowT]:
        """Return all rows of a type in order of id."""
        return sorted(self._read_rows(row_class), key=_by_id)

    def hints(self, article: int) -> list[Hint]:
        """Return the hints of an article, the likeliest first."""
        found = self._read_rows(Hint, "article_id = ?", (article,), lambda row: row.article_id == article)
        return sorted(found, key=_likeliest_first)

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
        return [row for declared in ROW_TYPES for row in self._rows_in(declared, article)]

    def scheme(self) -> Scheme:
        """Return the label scheme."""
        scheme = next(iter(self._read_rows(Scheme, "id = ?", (SCHEME_ID,))), None)
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

    def documents(self, ids: Iterable[int] | None) -> Iterator[Document]:
        """Yield articles with all that belongs to them.

        A few at a time are read: a question for each table costs as much as its rows.
        """
        wanted = iter([article.id for article in self.articles()] if ids is None else ids)
        while portion := list(islice(wanted, _ARTICLES_AT_ONCE)):
            yield from self._documents_of(portion)

    def _documents_of(self, ids: Sequence[int]) -> Iterator[Document]:
        """Yield a few articles, read together.

        Where they are long or damaged, they are read one at a time: so those before a damaged one are yielded.
        """
        try:
            found = self._read_documents(ids)
        except (UnexpectedValueError, DatabaseError):
            found = None
        if found is not None:
            yield from found
            return
        for number in ids:
            article = self.article(number)
            if article is not None:
                yield Document(article, self.text(number), **self._listed_rows(number))

    @gc_paused()
    def _read_documents(self, ids: Sequence[int]) -> list[Document] | None:
        """Return a few articles, None where they are too long together."""
        articles = {article.id: article for article in self.articles(ids)}
        if sum(article.length for article in articles.values()) > _CHARACTERS_AT_ONCE or len(ids) == 1:
            return None
        rows = {name: self._rows_by_article(row_class, articles) for row_class, name in DOCUMENT_FIELDS.items()}
        bodies = {body.id: body.text for body in self._rows_of_ids(Body, list(articles))}
        documents = []
        for number in ids:
            if number in articles:
                text = bodies.get(number, "")
                if len(text) != articles[number].length:
                    raise unexpected_row("body", number)
                listed = {name: tuple(found.get(number, ())) for name, found in rows.items()}
                documents.append(Document(articles[number], text, **listed))
        return documents

    def _rows_by_article(self, row_class: type[Any], articles: Mapping[int, Article]) -> dict[int, list[Any]]:
        """Return the rows of one type of some articles, by article.

        They are in the order of `_listed_rows`.
        """
        if row_class is ClaimPlace:
            return {number: self.places(number) for number in articles}
        declared = DECLARED[row_class]
        where = f"{declared.article_field} IN ({', '.join(map(str, articles))})"
        find_owner = declared.article_of
        found: dict[int, list[Any]] = defaultdict(list)
        for row in self._read_rows(row_class, where, (), lambda row: find_owner(row) in articles):
            found[find_owner(row)].append(row)  # type: ignore[index]  # the condition asks for it
        for number, rows in found.items():
            rows.sort(key=_ORDERS.get(row_class, _by_id))
            if row_class is Annotation:
                _refuse_outside(articles[number].length, rows)
        return found

    def _listed_rows(self, article: int) -> dict[str, Any]:
        """Return the rows that a document lists, by its fields.

        Rows without an order of their own come by id.
        """
        ordered: dict[type[Row], Callable[[int], Sequence[Row]]] = {
            Annotation: self.annotations,
            Hint: self.hints,
            ClaimPlace: self.places,
        }
        return {
            name: tuple(
                ordered[row_class](article) if row_class in ordered else self._rows_in(DECLARED[row_class], article)
            )
            for row_class, name in DOCUMENT_FIELDS.items()
        }

    def _rows_in(self, declared: RowType[RowT], article: int | None) -> Iterable[RowT]:
        """Return rows of a type of an article or of the project.

        In order of id.
        """
        field, find_owner = declared.article_field, declared.article_of
        if not field:
            return self._read_rows(declared.row_class) if article is None else []
        rows = self._read_rows(declared.row_class, f"{field} IS ?", (article,), lambda row: find_owner(row) == article)
        return sorted(rows, key=_by_id)

    def _read_rows(
        self,
        row_class: type[RowT],
        where: str = "1",
        values: tuple[Any, ...] = (),
        belongs: Callable[[RowT], bool] = _admit_every,
    ) -> Iterable[RowT]:
        """Return the rows of a type that a condition admits."""
        return self._merge_late(row_class, self._stored_rows(FORM_OF[row_class], where, values), belongs)

    def _rows_of_ids(self, row_class: type[RowT], ids: Sequence[int]) -> Iterable[RowT]:
        """Return the rows of some ids."""
        wanted = frozenset(ids)
        where = f"id IN ({', '.join(map(str, map(int, ids)))})"
        return self._read_rows(row_class, where, (), lambda row: row.id in wanted)

    def _stored_rows(self, form: Form[RowT], where: str, values: tuple[Any, ...]) -> Iterator[RowT]:
        """Yield the stored rows that a condition admits, with their parts."""
        stored = self._connection.execute(f"{select_statement(form.table)} WHERE {where}", values)
        if not form.parts:
            return map(form.restore_columns, stored)
        rows = stored.fetchall()
        parts_of = [
            self._read_parts(select_parts(form.table, parts.table, parts.owner, where), values) for parts in form.parts
        ]
        return map(form.restore_columns, rows, *([found.get(row[0], ()) for row in rows] for found in parts_of))

    def _read_parts(self, statement: str, values: tuple[Any, ...]) -> dict[int, list[tuple[Any, ...]]]:
        """Return the values of parts in order, by the row's id."""
        found = groupby(self._connection.execute(statement, values), key=itemgetter(0))
        return {number: [tuple(part[2:]) for part in parts] for number, parts in found}

    def _merge_late(self, kind: type[RowT], stored: Iterable[RowT], belongs: Callable[[RowT], bool]) -> Iterable[RowT]:
        """Replace stored rows by the queued ones that match the question."""
        late = self._late[kind]
        if not late:
            return stored
        kept = [row for row in stored if row.id not in late]
        return kept + [row for row in late.values() if isinstance(row, kind) and belongs(row)]


def _refuse_outside(length: int, annotations: Iterable[Annotation]) -> None:
    """Raise UnexpectedValueError for annotations outside a text of a length.

    The parts of an annotation count too.
    """
    for row in annotations:
        if row.pieces[-1].stop > length or (row.roles and any(role.span.stop > length for role in row.roles)):
            raise unexpected_row("annotation", row.id)


def _count_where(condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition})"


def _by_id(row: Row) -> int:
    return row.id


def _likeliest_first(hint: Hint) -> tuple[float, Span, int]:
    return (-hint.score, hint.span, hint.id)


_ORDERS: dict[type[Row], Callable[[Any], Any]] = {Annotation: reading_key, Hint: _likeliest_first}
"""How the rows of an article are sorted where not by id."""
