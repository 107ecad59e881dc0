"""Count by SQL over an index what pictures of a project show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from threading import Lock
from typing import Any

from app.core.model import Kind, Progress, Status
from app.core.query.terms import Query
from app.store.index.conditions import FINISHED_DAY, Condition, QueryConditions
from app.store.index.word_terms import WordTerms

_EVERY = Query()


class OverviewCounts:
    """Counts articles, annotations and names that fit a query.

    Days are ISO dates, months their first seven characters; "" where an article has no date. What is rejected does not
    count. One thread at a time may ask.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._conditions = QueryConditions(WordTerms(connection))
        self._closing = Lock()
        self._is_closed = False

    def close(self) -> None:
        """Close the connection."""
        with self._closing:
            self._is_closed = True
            self._connection.close()

    def interrupt(self) -> None:
        """End the question that another thread waits for, if it still does."""
        with self._closing:
            if not self._is_closed:
                self._connection.interrupt()

    def progress(self, query: Query = _EVERY) -> dict[Progress, int]:
        """Return how many articles are open, done and skipped."""
        rows = self._ask("SELECT a.progress, count(*) FROM article a WHERE {fits} GROUP BY 1", query)
        return {Progress(progress): count for progress, count in rows}

    def finished_days(self, query: Query = _EVERY) -> dict[str, int]:
        """Return how many articles were finished on which day."""
        sql = f"""SELECT {FINISHED_DAY}, count(*) FROM article a
            WHERE {{fits}} AND a.finished != '' AND a.progress = '{Progress.DONE}' GROUP BY 1"""  # noqa: S608  # ours
        return {str(day): int(count) for day, count in self._ask(sql, query)}

    def entity_months(self, query: Query = _EVERY) -> dict[tuple[str, str], int]:
        """Return how many entities there are, by (label, month).

        Of a query for annotations, those that fit it.
        """
        if query.annotation_fields:
            return self._fitting_months(query, Kind.ENTITY)
        counts: dict[tuple[str, str], int] = defaultdict(int)
        labels = dict(
            self._connection.execute(
                "SELECT id, label FROM sort WHERE kind = ? AND status != ?", (Kind.ENTITY.value, Status.REJECTED.value)
            )
        )
        sql = """SELECT a.date, r.sort, count(*) FROM article a JOIN mention_row r ON r.article = a.id
            WHERE {fits} GROUP BY 1, 2"""  # days come in the order of an index, which months do not
        for day, sort, count in self._ask(sql, query):
            if sort in labels:
                counts[str(labels[sort]), str(day)[:7]] += count
        return dict(counts)

    def claim_months(self, query: Query = _EVERY) -> dict[tuple[str, str], int]:
        """Return how many claims there are, by (label, month): see above."""
        if query.annotation_fields:
            return self._fitting_months(query, Kind.CLAIM)
        sql = f"""SELECT c.label, substr(a.date, 1, 7), count(*) FROM claim c JOIN article a ON a.id = c.article
            WHERE {{fits}} AND c.status != '{Status.REJECTED}' GROUP BY 1, 2"""  # noqa: S608  # ours
        return {(str(label), str(month)): int(count) for label, month, count in self._ask(sql, query)}

    def _fitting_months(self, query: Query, kind: Kind) -> dict[tuple[str, str], int]:
        """Return how many annotations fit a query themselves."""
        fits = self._conditions.annotation(query.annotation_fields)
        sql = f"""SELECT m.label, substr(a.date, 1, 7), count(*) FROM mention m JOIN article a ON a.id = m.article
            WHERE m.kind = ? AND m.status != ? AND {fits.sql} AND {{fits}} GROUP BY 1, 2"""  # noqa: S608  # ours
        rows = self._ask(sql, query, (kind.value, Status.REJECTED.value, *fits.values))
        return {(str(label), str(month)): int(count) for label, month, count in rows}

    def sources(self, query: Query = _EVERY) -> dict[tuple[str, Progress], int]:
        """Return how many articles there are, by (source, progress)."""
        rows = self._ask("SELECT a.source, a.progress, count(*) FROM article a WHERE {fits} GROUP BY 1, 2", query)
        return {(str(source), Progress(progress)): int(count) for source, progress, count in rows}

    def names_in(self, query: Query, labels: Sequence[str], most: int) -> list[tuple[str, str]]:
        """Return the names in most articles that fit, as (key, label)."""
        places = ", ".join("?" * len(labels))
        if query == _EVERY:  # the register has counted them already
            rows = self._connection.execute(
                f"""SELECT key, label FROM register JOIN name ON name.id = register.name
                    WHERE label IN ({places}) ORDER BY articles DESC, mentions DESC, key LIMIT ?""",  # noqa: S608
                (*labels, most),
            )
            return [(str(key), str(label)) for key, label in rows]
        live = "kind = ? AND status != ?"
        sql = f"""SELECT n.key, sort.label FROM mention_row r JOIN sort ON sort.id = r.sort JOIN name n ON n.id = r.name
            WHERE {live} AND label IN ({places}) AND r.article IN (SELECT a.id FROM article a WHERE {{fits}})
            GROUP BY r.name, sort.label ORDER BY count(DISTINCT r.article) DESC, count(*) DESC, n.key LIMIT ?"""  # noqa: S608
        found = self._ask(sql, query, (Kind.ENTITY.value, Status.REJECTED.value, *labels), (most,))
        return [(str(key), str(label)) for key, label in found]

    def articles_naming(self, keys: Sequence[str], query: Query = _EVERY) -> frozenset[int]:
        """Return the articles that fit and name one of some names."""
        places = ", ".join("?" * len(keys))
        sql = f"""SELECT r.article FROM mention_row r WHERE r.name IN (SELECT id FROM name WHERE key IN ({places}))
            AND r.sort IN (SELECT id FROM sort WHERE kind = ? AND status != ?)"""  # noqa: S608  # ours
        values = (*keys, Kind.ENTITY.value, Status.REJECTED.value)
        if query != _EVERY:
            sql += " AND r.article IN (SELECT a.id FROM article a WHERE {fits})"
        return frozenset(number for (number,) in self._ask(sql, query, values))

    def shown_names(self, keys: Iterable[str]) -> dict[str, str]:
        """Return how names are shown, by their keys."""
        asked = tuple(keys)
        places = ", ".join("?" * len(asked))
        return dict(self._connection.execute(f"SELECT key, shown FROM name WHERE key IN ({places})", asked))  # noqa: S608

    def untouched_articles(self, query: Query = _EVERY) -> list[int]:
        """Return the open articles with proposals that nobody decided anything in.

        The index has no hidden proposals: an article of a sample that hides them had some when it was drawn.
        """
        decided = f"SELECT 1 FROM mention m WHERE m.article = a.id AND m.status != '{Status.PROPOSED}'"  # noqa: S608
        proposed = f"SELECT 1 FROM mention m WHERE m.article = a.id AND m.status = '{Status.PROPOSED}'"  # noqa: S608
        sql = f"""SELECT a.id FROM article a WHERE {{fits}} AND a.progress = '{Progress.OPEN}'
            AND (EXISTS ({proposed}) OR a.id IN (SELECT member FROM sample WHERE hides)) AND NOT EXISTS ({decided})
            ORDER BY a.id"""  # noqa: S608
        return [number for (number,) in self._ask(sql, query)]

    def fitting_articles(self, query: Query) -> frozenset[int]:
        """Return the articles that fit."""
        return frozenset(number for (number,) in self._ask("SELECT a.id FROM article a WHERE {fits}", query))

    def hidden_articles(self) -> frozenset[int]:
        """Return the articles whose pre-tags are hidden now."""
        sql = f"""SELECT a.id FROM article a
            WHERE a.progress != '{Progress.DONE}' AND a.id IN (SELECT member FROM sample WHERE hides)"""  # noqa: S608
        return frozenset(number for (number,) in self._connection.execute(sql))

    def worked_articles(self, query: Query = _EVERY) -> list[int]:
        """Return the articles that are not skipped."""
        sql = f"SELECT a.id FROM article a WHERE {{fits}} AND a.progress != '{Progress.SKIPPED}' ORDER BY a.id"  # noqa: S608
        return [number for (number,) in self._ask(sql, query)]

    def _ask(
        self, sql: str, query: Query, before: tuple[object, ...] = (), after: tuple[object, ...] = ()
    ) -> list[tuple[Any, ...]]:
        fits: Condition = self._conditions.article(query)
        values = (*before, *(fits.values if "{fits}" in sql else ()), *after)
        return self._connection.execute(sql.replace("{fits}", fits.sql), values).fetchall()
