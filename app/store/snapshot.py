"""Read a project as it is at one moment: what is on disk, with what is still queued on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from app.core.change import Change, Row
from app.core.model import Annotation, Article, Body, Document, Hint, Note
from app.core.scheme import SCHEME_ID, Scheme
from app.core.span import reading_order
from app.store.counts import Counts, recount
from app.store.garbage import uncollected
from app.store.rows import ARTICLE, HINT, NOTE, SCHEME, Form, last_states, stored_annotation
from app.store.tables import table

RowT = TypeVar("RowT", bound=Row)


class Snapshot:
    """Answer what readers ask, over a connection in a transaction and the `changes` that are not yet in it."""

    def __init__(self, connection: Connection, changes: tuple[Change, ...]) -> None:
        self._connection = connection
        self._changes = changes
        self._late = last_states(changes)

    def articles(self) -> list[Article]:
        """Return all articles in order of id."""
        return sorted(self._rows(ARTICLE, _all("article")), key=_by_id)

    def article(self, number: int) -> Article | None:
        """Return one article."""
        wanted = _all("article").where(table("article").c.id == number)
        return next(iter(self._rows(ARTICLE, wanted, lambda row: row.id == number)), None)

    def text(self, number: int) -> str:
        """Return the text of an article, "" where there is none."""
        late = self._late[Body]
        if number in late:
            body = late[number]
            return body.text if isinstance(body, Body) else ""
        body_table = table("body")
        found = self._connection.execute(select(body_table.c.text).where(body_table.c.id == number)).scalar()
        return found or ""

    @uncollected()
    def annotations(self, article: int) -> list[Annotation]:
        """Return the annotations of an article in reading order."""
        rows = table("annotation")
        stored = self._connection.execute(_all("annotation").where(rows.c.article_id == article)).all()
        roles = self._roles(article)
        found = (stored_annotation(row, roles.get(row[0], ())) for row in stored)
        merged = self._merged(Annotation, found, lambda row: row.article_id == article)
        return sorted(merged, key=_in_reading_order)

    def notes(self, article: int | None) -> list[Note]:
        """Return the notes on an article and its annotations, or those on the project, in order of id."""
        wanted = _all("note").where(table("note").c.article_id.is_not_distinct_from(article))
        return sorted(self._rows(NOTE, wanted, lambda row: row.article_id == article), key=_by_id)

    def all_notes(self) -> list[Note]:
        """Return all notes in order of id."""
        return sorted(self._rows(NOTE, _all("note")), key=_by_id)

    def hints(self, article: int) -> list[Hint]:
        """Return the hints of an article, the likeliest first."""
        wanted = _all("hint").where(table("hint").c.article_id == article)
        found = self._rows(HINT, wanted, lambda row: row.article_id == article)
        return sorted(found, key=lambda hint: (-hint.score, hint.span, hint.id))

    def scheme(self) -> Scheme:
        """Return the label scheme."""
        wanted = _all("label_scheme").where(table("label_scheme").c.id == SCHEME_ID)
        return next(iter(self._rows(SCHEME, wanted)))

    def counts(self) -> dict[int, Counts]:
        """Return how much there is in each article."""
        entities = _counted("status <> 'rejected' AND kind = 'entity'")
        claims = _counted("status <> 'rejected' AND kind = 'claim'")
        proposed = _counted("status = 'proposed'")
        tallies = self._connection.exec_driver_sql(
            f"SELECT article_id, {entities}, {claims}, {proposed} FROM annotation GROUP BY article_id"  # noqa: S608
        )
        notes = table("note")
        noted = self._connection.execute(select(notes.c.article_id, func.count()).group_by(notes.c.article_id))
        notes_of = {number: count for number, count in noted if number is not None}
        articles = self._connection.execute(select(table("article").c.id)).scalars()
        counts = {number: Counts(notes=notes_of.get(number, 0)) for number in articles}
        for number, of_entities, of_claims, of_proposed in tallies:
            counts[number] = Counts(of_entities, of_claims, of_proposed, notes_of.get(number, 0))
        return recount(counts, self._changes)

    def documents(self, ids: Iterable[int] | None) -> Iterator[Document]:
        """Yield articles with all that belongs to them, one at a time."""
        for number in [article.id for article in self.articles()] if ids is None else ids:
            article = self.article(number)
            if article is not None:
                yield Document(
                    article,
                    self.text(number),
                    tuple(self.annotations(number)),
                    tuple(self.notes(number)),
                    tuple(self.hints(number)),
                )

    def _rows(
        self, form: Form[RowT], wanted: Select[Any], belongs: Callable[[RowT], bool] = lambda _: True
    ) -> Iterable[RowT]:
        return self._merged(form.type, map(form.restore, self._connection.execute(wanted)), belongs)

    def _merged(self, kind: type[RowT], stored: Iterable[RowT], belongs: Callable[[RowT], bool]) -> Iterable[RowT]:
        """Put the queued rows of a type, as far as they belong to what is asked, in the place of the stored ones."""
        late = self._late[kind]
        if not late:
            return stored
        kept = [row for row in stored if row.id not in late]
        return kept + [row for row in late.values() if isinstance(row, kind) and belongs(row)]

    def _roles(self, article: int) -> dict[int, list[tuple[Any, ...]]]:
        """Return the (name, start, stop, normal) of each claim's roles, by the claim's id."""
        roles, claims = table("claim_role"), table("annotation")
        columns = (roles.c.annotation_id, roles.c.name, roles.c.start, roles.c.stop, roles.c.normal)
        joined = select(*columns).join(claims, claims.c.id == roles.c.annotation_id)
        wanted = joined.where(claims.c.article_id == article).order_by(roles.c.annotation_id, roles.c.position)
        found = groupby(self._connection.execute(wanted), key=itemgetter(0))
        return {number: [tuple(row[1:]) for row in rows] for number, rows in found}


def _all(name: str) -> Select[Any]:
    return select(*table(name).columns)


def _counted(condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition})"


def _by_id(row: Row) -> int:
    return row.id


def _in_reading_order(annotation: Annotation) -> tuple[tuple[int, int], int]:
    return reading_order(annotation.span), annotation.id
