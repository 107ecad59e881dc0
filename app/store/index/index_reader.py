"""Ask an index which articles and annotations fit a query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from app.core.model import Kind, Progress
from app.core.query.terms import Query
from app.store.index.claim_reader import ClaimReader
from app.store.index.conditions import QueryConditions
from app.store.index.name_reader import NameReader
from app.store.index.word_terms import WordTerms

_FREQUENT = 2_000
"""Words that stand in so many articles are met soon on the way through all."""


@dataclass(frozen=True, slots=True)
class UncertainEntry:
    """A proposal as the index knows it.

    `name` is the number that equal names share, 0 where it has none.
    """

    article_id: int
    annotation_id: int
    label: str
    name: int


class IndexReader:
    """Answers from an index as it is at each question.

    Any one thread at a time may ask.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._words = WordTerms(connection)
        self._conditions = QueryConditions(self._words)
        self.claims = ClaimReader(connection, self._words, self._conditions)
        self.names = NameReader(connection)
        self.forms_of = lru_cache(1024)(self._words.find_forms)

    def close(self) -> None:
        """Close the connection."""
        self.claims.close()
        self._connection.close()

    def interrupt(self) -> None:
        """End the question that another thread waits for."""
        self._connection.interrupt()

    def resolve(self, query: Query) -> Query:
        """Return a query with its last word as the index knows it."""
        return self._words.resolve(query)

    def article_ids(self, query: Query, *, newest_first: bool = True, fitting: int | None = None) -> Iterator[int]:
        """Yield the articles that fit, as dated, the undated last.

        `fitting` is how many fit, where that is known: it need not be looked up.
        """
        where = self._conditions.article(query)
        order = "a.date DESC, a.id" if newest_first else "a.date, a.id"
        walked = "INDEXED BY article_by_date" if self._is_frequent(query, fitting) else ""
        rows = self._connection.execute(
            f"SELECT a.id FROM article a {walked} WHERE {where.sql} ORDER BY {order}",  # noqa: S608
            where.values,
        )
        return (number for (number,) in rows)

    def _is_frequent(self, query: Query, fitting: int | None) -> bool:
        """Say whether words stand in very many articles: they are soon met.

        Then it is quicker to go through all by date than to sort those that fit.
        """
        wanted, _ = self._words.matches(query.words)
        if not wanted or query.article_fields or query.annotation_fields:
            return False
        if fitting is not None:
            return fitting >= _FREQUENT
        some = "SELECT 1 FROM words WHERE words MATCH ? LIMIT ?"
        found = self._connection.execute(f"SELECT count(*) FROM ({some})", (wanted, _FREQUENT)).fetchone()  # noqa: S608
        return bool(found[0] == _FREQUENT)

    def count_articles(self, query: Query) -> int:
        """Return how many articles fit."""
        where = self._conditions.article(query)
        found = self._connection.execute(f"SELECT count(*) FROM article a WHERE {where.sql}", where.values)  # noqa: S608
        return int(found.fetchone()[0])

    def annotation_ids(self, query: Query, article_id: int) -> list[int]:
        """Return the annotations of an article that fit the query.

        They fit the query's fields, and come in reading order.
        """
        where = self._conditions.annotation(query.annotation_fields)
        rows = self._connection.execute(
            f"SELECT m.id FROM mention m WHERE m.article = ? AND {where.sql} ORDER BY m.start, -m.stop, m.id",  # noqa: S608
            (article_id, *where.values),
        )
        return [number for (number,) in rows]

    def digests(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the digests of some articles, by id.

        It is that of the text that the index knows.
        """
        listed = ", ".join(map(str, map(int, ids)))
        return dict(self._connection.execute(f"SELECT id, digest FROM article WHERE id IN ({listed})"))  # noqa: S608

    def sources(self) -> list[str]:
        """Return the sources of the articles, those of most articles first."""
        rows = self._connection.execute(
            "SELECT source FROM article WHERE source != '' GROUP BY source ORDER BY count(*) DESC"
        )
        return [source for (source,) in rows]

    def find_most_uncertain(self, most: int) -> list[UncertainEntry]:
        """Return the least certain proposals, the most uncertain first.

        Those in skipped articles are left out. They are all in as many articles, those with the most uncertain ones.
        """
        rows = self._connection.execute(
            """SELECT r.article, r.id, sort.label, CASE sort.kind WHEN ? THEN 0 ELSE r.name END
                FROM (SELECT id FROM article WHERE worst IS NOT NULL AND progress != ?
                    ORDER BY worst DESC, id LIMIT ?) a
                CROSS JOIN mention_row r ON r.article = a.id JOIN sort ON sort.id = r.sort
                WHERE r.doubt IS NOT NULL ORDER BY r.doubt DESC, r.article, r.start, r.id LIMIT ?""",
            (Kind.CLAIM.value, Progress.SKIPPED.value, most, most),
        )
        return [UncertainEntry(*row) for row in rows]

    def article_uncertainties(self) -> dict[int, int]:
        """Return how uncertain the proposals of articles are, per mille.

        The mean of each article, by its id; those without proposals are left out.
        """
        return dict(self._connection.execute("SELECT id, doubt FROM article WHERE doubt IS NOT NULL").fetchall())

    def proposals(self, most: int) -> list[int]:
        """Return the annotations that are still proposed, at most so many."""
        rows = self._connection.execute(
            """SELECT r.id FROM article a CROSS JOIN mention_row r ON r.article = a.id
                WHERE a.worst IS NOT NULL AND r.doubt IS NOT NULL LIMIT ?""",
            (most,),
        )
        return [number for (number,) in rows]
