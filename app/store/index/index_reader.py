"""Ask an index which articles and annotations fit a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from sqlite3 import Connection

from app.core.model import Kind, Progress, Status
from app.core.query.terms import Query
from app.core.query.topic_words import is_topic_word
from app.core.query.words import split_words
from app.store.index.conditions import Condition, QueryConditions, all_of
from app.store.index.name_articles import articles_with_names

_CLAIMS = f"""(SELECT *, '{Kind.CLAIM}' AS kind FROM claim) m LEFT JOIN article a ON a.id = m.article
    LEFT JOIN name n ON n.id = m.name"""  # noqa: S608  # ours


class ClaimOrder(StrEnum):
    """What claims are sorted or grouped by."""

    DUE = "due"
    DATE = "date"
    SPEAKER = "speaker"
    KIND = "kind"
    STATUS = "status"
    SOURCE = "source"
    SAID = "said"
    FIGURES = "figures"
    TOPIC = "topic"
    WORD = "word"


_MIN_LEMMA_CHARS = 3
"""Shorter words are mostly prepositions and conjunctions."""

ClaimGroup = tuple[ClaimOrder, str]
"""Claims that are equal in an order, as `claim_groups` names them."""

_ORDERS = {
    ClaimOrder.DUE: "m.due",
    ClaimOrder.DATE: "m.date",
    ClaimOrder.SPEAKER: "n.key",
    ClaimOrder.KIND: "m.label",
    ClaimOrder.STATUS: "m.status",
    ClaimOrder.SOURCE: "a.source",
    ClaimOrder.SAID: "m.said",
    ClaimOrder.FIGURES: "m.figures",
}
_ALL_GROUPS = {
    ClaimOrder.SPEAKER: """SELECT coalesce(n.shown, ''), c.number
        FROM (SELECT name, count(*) AS number FROM claim GROUP BY name) c LEFT JOIN name n ON n.id = c.name""",
    ClaimOrder.KIND: "SELECT label, count(*) FROM claim GROUP BY label",
    ClaimOrder.DATE: "SELECT substr(date, 1, 7), count(*) FROM claim GROUP BY 1",
}
"""Groups of all claims, by indexes alone."""
_WITH_LEMMA = "m.entry IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)"
_WORDS_FROM_CLAIMS, _MAX_WORDS = 4_000, 40
_GROUPS = {
    ClaimOrder.SPEAKER: "coalesce(n.shown, '')",
    ClaimOrder.DUE: "substr(m.due, 1, 7)",
    ClaimOrder.DATE: "substr(m.date, 1, 7)",
}


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim as the index knows it.

    `due` is what its article says. `due` and `date` are ISO dates or "", `speaker` is "" where nobody is named.
    """

    id: int
    article_id: int
    start: int
    label: str
    status: str
    speaker: str
    form: str
    figures: str
    due: str
    date: str
    source: str
    said: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name under a label, with its counts and places.

    They say how often it stands where. `first` and `last` are ISO dates or "".
    """

    key: str
    shown: str
    label: str
    mentions: int
    articles: int
    first: str
    last: str

    @property
    def record_key(self) -> str:
        """What judgements know it by."""
        return f"{self.label} {self.key}"


@dataclass(frozen=True, slots=True)
class DoubtEntry:
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
        self._conditions = QueryConditions(connection)
        self.forms_of = lru_cache(1024)(self._conditions.find_forms)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def interrupt(self) -> None:
        """End the question that another thread waits for."""
        self._connection.interrupt()

    def article_ids(self, query: Query, *, newest_first: bool = True) -> Iterator[int]:
        """Yield the articles that fit, as dated, the undated last."""
        where = self._conditions.article(query)
        order = "a.date DESC, a.id" if newest_first else "a.date, a.id"
        rows = self._connection.execute(f"SELECT a.id FROM article a WHERE {where.sql} ORDER BY {order}", where.values)  # noqa: S608
        return (number for (number,) in rows)

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

    def articles_with_names(self, keys: Iterable[str]) -> set[int]:
        """Return the articles whose texts can hold given names.

        The names have one of some keys. Others may be among the articles.
        """
        return articles_with_names(self._connection, keys)

    def digests(self) -> dict[int, str]:
        """Return the digest of each article, by its id.

        It is that of the text that the index knows.
        """
        return dict(self._connection.execute("SELECT id, digest FROM article"))

    def names_with(self, said: str, most: int) -> list[str]:
        """Return names with words that begin as given.

        Names that begin so come first, then those with such words further on.
        """
        wanted = " ".join(split_words(said))
        rows = self._connection.execute(
            """SELECT shown FROM name WHERE key >= ?1 AND key < ?1 || char(1114111)
               UNION ALL SELECT shown FROM name WHERE instr(key, ' ' || ?1) LIMIT ?2""",
            (wanted, most),
        )
        return list(dict.fromkeys(shown for (shown,) in rows))

    def sources(self) -> list[str]:
        """Return the sources of the articles, those of most articles first."""
        rows = self._connection.execute(
            "SELECT source FROM article WHERE source != '' GROUP BY source ORDER BY count(*) DESC"
        )
        return [source for (source,) in rows]

    def claims(
        self, query: Query, order: ClaimOrder, *, is_descending: bool = False, group: ClaimGroup | None = None
    ) -> list[int]:
        """Return the claims that fit, in an order.

        What has no due date, date or speaker comes last.

        With a `group`, return those of it alone.
        """
        if not query.terms and group is None and order in (ClaimOrder.SPEAKER, ClaimOrder.SOURCE):
            return self._claims_by_owner(order, is_descending=is_descending)
        column = _ORDERS[order]
        direction = "DESC" if is_descending else "ASC"
        where = self._claim_condition(query, group)
        found = list[int]()
        for is_known in (
            f"{column} > ''",
            f"ifnull({column}, '') = ''",
        ):  # two questions, so that an index gives their order
            rows = self._connection.execute(
                f"""SELECT m.id FROM {_CLAIMS} WHERE {where.sql} AND {is_known}
                    ORDER BY {column} {direction}, m.date {direction}, m.id {direction}""",  # noqa: S608
                where.values,
            )
            found += [number for (number,) in rows]
        return found

    def _claims_by_owner(self, order: ClaimOrder, *, is_descending: bool) -> list[int]:
        """Return all claims by speaker or source, then by date.

        Claims are read once in the order of an index, and handed out owner by owner: that spares sorting them.
        """
        if order is ClaimOrder.SPEAKER:
            claims = self._connection.execute("SELECT name, id FROM claim ORDER BY name, date, id")
            owners = self._connection.execute("SELECT id, key FROM name ORDER BY key")
        else:
            claims = self._connection.execute("SELECT article, id FROM claim ORDER BY article, start, id")
            owners = self._connection.execute("SELECT id, source FROM article ORDER BY source, date, id")
        of_owner = {owner: [number for _, number in rows] for owner, rows in groupby(claims, lambda row: row[0])}
        known, unknown = list[int](), list[int]()
        for owner, name in owners:
            (known if name else unknown).extend(of_owner.pop(owner, ()))
        for numbers in of_owner.values():
            unknown += numbers
        return [*known[::-1], *unknown[::-1]] if is_descending else [*known, *unknown]

    def claim_ids(self, query: Query, group: ClaimGroup | None = None) -> frozenset[int]:
        """Return the claims that fit, in no order: that costs less."""
        where = self._claim_condition(query, group)
        rows = self._connection.execute(f"SELECT m.id FROM {_CLAIMS} WHERE {where.sql}", where.values)  # noqa: S608
        return frozenset(number for (number,) in rows)

    def claim_groups(self, query: Query, order: ClaimOrder) -> list[tuple[str, int]]:
        """Return how many claims fit, by group.

        Groups are of speaker, kind, status, month or source, the most first.
        """
        if order is ClaimOrder.WORD:
            return self.claim_words(query)
        if not query.terms and order in _ALL_GROUPS:
            rows = self._connection.execute(_ALL_GROUPS[order])
            return sorted(((str(name), int(count)) for name, count in rows), key=lambda pair: (-pair[1], pair[0]))
        column = _GROUPS.get(order) or _ORDERS[order]
        where = self._claim_condition(query)
        rows = self._connection.execute(
            f"SELECT {column}, count(*) FROM {_CLAIMS} WHERE {where.sql} GROUP BY 1 ORDER BY 2 DESC, 1",  # noqa: S608
            where.values,
        )
        return [(str(name), int(count)) for name, count in rows]

    def claim_words(self, query: Query) -> list[tuple[str, int]]:
        """Return the words that most of the claims that fit share.

        They are chosen from the newest claims, and counted in all; the most frequent comes first. Each is given in its
        shortest form.
        """
        where = self._claim_condition(query)
        claims = _CLAIMS if query.terms else "claim m"
        newest = self._connection.execute(
            f"SELECT m.said FROM {claims} WHERE {where.sql} ORDER BY m.date DESC, m.id LIMIT ?",  # noqa: S608
            (*where.values, _WORDS_FROM_CLAIMS),
        )
        lemma_of = lru_cache(None)(self._conditions.lemma_of)
        found = Counter[str]()
        for (said,) in newest:
            found.update({lemma_of(word) for word in split_words(said) if is_topic_word(word)})
        likely = [lemma for lemma, count in found.most_common(_MAX_WORDS) if count > 1]
        counted = [(self._shortest_form(lemma), self._count_claims(where, lemma)) for lemma in likely]
        return sorted(counted, key=lambda pair: (-pair[1], pair[0]))

    def _shortest_form(self, lemma: str) -> str:
        sql = "SELECT form FROM form WHERE lemma = ? ORDER BY length(form), form LIMIT 1"
        found = self._connection.execute(sql, (lemma,)).fetchone()
        return str(found[0]) if found else lemma

    def _count_claims(self, where: Condition, lemma: str) -> int:
        claims = _CLAIMS if where.values else "claim m"
        sql = f"SELECT count(*) FROM {claims} WHERE {_WITH_LEMMA} AND {where.sql}"  # noqa: S608
        return int(self._connection.execute(sql, (f'lemma:"{lemma}"', *where.values)).fetchone()[0])

    def claims_due_before(self, day: str, labels: Sequence[str]) -> frozenset[int]:
        """Return the claims that are due before a day.

        They have one of some labels.
        """
        places = ", ".join("?" * len(labels))
        rows = self._connection.execute(
            f"SELECT id FROM claim WHERE due > '' AND due < ? AND +label IN ({places})",  # noqa: S608
            (day, *labels),
        )
        return frozenset(number for (number,) in rows)

    def due_claims(self, query: Query, labels: Sequence[str]) -> list[tuple[str, int]]:
        """Return (due date, claim) of the due claims that fit.

        They have one of some labels and fall due; the first due comes first.
        """
        places = ", ".join("?" * len(labels))
        where = self._claim_condition(query)
        rows = self._connection.execute(
            f"""SELECT m.due, m.id FROM {_CLAIMS} WHERE {where.sql} AND m.due > '' AND +m.label IN ({places})
                ORDER BY m.due, m.date, m.id""",  # noqa: S608
            (*where.values, *labels),
        )
        return [(str(due), int(number)) for due, number in rows]

    def like_claims(self, claim_id: int, most: int) -> list[int]:
        """Return claims of a speaker that are like a claim.

        They have equal figures, an equal due date or words in common.

        None where nobody is named. The words decide which of many are given.
        """
        found = self._connection.execute(
            "SELECT name, figures, due, said FROM claim WHERE id = ?", (claim_id,)
        ).fetchone()
        if found is None or not found[0]:
            return []
        name, figures, due, said = found
        lemmas = " OR ".join(f'"{lemma}"' for lemma in sorted(self.lemmas_of(said)))
        rows = self._connection.execute(
            """SELECT id FROM claim WHERE name = ? AND id != ? AND (
                (figures != '' AND figures = ?) OR (due != '' AND due = ?)
                OR entry IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ? ORDER BY rank LIMIT 5000)
            ) ORDER BY date DESC, id LIMIT ?""",
            (name, claim_id, figures, due, f"lemma:({lemmas})" if lemmas else '""', most),
        )
        return [number for (number,) in rows]

    def lemmas_of(self, said: str) -> frozenset[str]:
        """Return the lemmas of the words of a text.

        The shortest words are left out.
        """
        return frozenset(self._conditions.lemma_of(word) for word in split_words(said) if len(word) >= _MIN_LEMMA_CHARS)

    def claim_rows(self, ids: Sequence[int]) -> list[ClaimEntry]:
        """Return what the index holds of some claims.

        They come in their order; those that are gone are left out.
        """
        places = ", ".join("?" * len(ids))
        rows = self._connection.execute(
            f"""SELECT m.id, m.article, m.start, m.label, m.status, coalesce(n.shown, ''), m.form, m.figures,
                coalesce(s.said, m.due), m.date, a.source, m.said
                FROM {_CLAIMS} LEFT JOIN set_due s ON s.claim = m.id WHERE m.id IN ({places})""",  # noqa: S608
            ids,
        )
        found = {row[0]: ClaimEntry(*row) for row in rows}
        return [found[number] for number in ids if number in found]

    def _claim_condition(self, query: Query, group: ClaimGroup | None = None) -> Condition:
        """Return the condition that a claim fits.

        Words are those of the claim, and the fields its own.
        """
        parts = [self._conditions.words(query.words, "m.entry", "claim_words")]
        parts += [self._conditions.annotation(query.annotation_fields)]
        parts += [self._conditions.article_field(term) for term in query.article_fields]
        if group is not None and group[0] is ClaimOrder.WORD:
            parts.append(Condition(_WITH_LEMMA, (f'lemma:"{self._conditions.lemma_of(group[1])}"',)))
        elif group is not None:
            parts.append(Condition(f"{_GROUPS.get(group[0]) or _ORDERS[group[0]]} = ?", (group[1],)))
        return all_of(parts)

    def names(self, labels: Sequence[str]) -> list[NameEntry]:
        """Return the names of mentions with some labels.

        Those with most mentions come first.
        """
        places = ", ".join("?" * len(labels))
        rows = self._connection.execute(
            f"""SELECT key, shown, label, mentions, articles, first, last
                FROM register JOIN name ON name.id = register.name
                WHERE label IN ({places}) ORDER BY mentions DESC, key""",  # noqa: S608
            tuple(labels),
        )
        return [NameEntry(*row) for row in rows]

    def mentions_of(self, keys: Sequence[str], label: str) -> Iterator[tuple[int, int]]:
        """Yield (article, annotation) of the live mentions of names.

        They are as dated, the newest first.
        """
        places = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"""SELECT m.article, m.id FROM mention m JOIN article a ON a.id = m.article
                WHERE m.name IN (SELECT id FROM name WHERE key IN ({places})) AND m.label = ? AND m.status != ?
                ORDER BY a.date DESC, m.article, m.start""",  # noqa: S608
            (*keys, label, Status.REJECTED.value),
        )
        return iter(rows)

    def count_articles_naming(self, keys: Sequence[str], label: str) -> int:
        """Return in how many articles live mentions of names stand."""
        places = ", ".join("?" * len(keys))
        found = self._connection.execute(
            f"""SELECT count(DISTINCT article) FROM mention
                WHERE name IN (SELECT id FROM name WHERE key IN ({places})) AND label = ? AND status != ?""",  # noqa: S608
            (*keys, label, Status.REJECTED.value),
        )
        return int(found.fetchone()[0])

    def doubtful(self, most: int) -> list[DoubtEntry]:
        """Return the least certain proposals, the most doubtful first.

        Those in skipped articles are left out.
        """
        rows = self._connection.execute(
            """SELECT r.article, r.id, sort.label, CASE sort.kind WHEN ? THEN 0 ELSE r.name END
                FROM mention_row r JOIN article a ON a.id = r.article JOIN sort ON sort.id = r.sort
                WHERE r.doubt IS NOT NULL AND a.progress != ?
                ORDER BY r.doubt DESC, r.article, r.start, r.id LIMIT ?""",
            (Kind.CLAIM.value, Progress.SKIPPED.value, most),
        )
        return [DoubtEntry(*row) for row in rows]

    def article_doubts(self) -> dict[int, int]:
        """Return how doubtful the proposals of articles are, per mille.

        The mean of each article, by its id; those without proposals are left out.
        """
        return dict(self._connection.execute("SELECT id, doubt FROM article WHERE doubt IS NOT NULL").fetchall())

    def proposals(self, most: int) -> list[int]:
        """Return the annotations that are still proposed, at most so many."""
        rows = self._connection.execute("SELECT id FROM mention_row WHERE doubt IS NOT NULL LIMIT ?", (most,))
        return [number for (number,) in rows]

    def claims_by(self, keys: Sequence[str]) -> list[int]:
        """Return the claims that names make, the newest first."""
        places = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"""SELECT id FROM claim WHERE name IN (SELECT id FROM name WHERE key IN ({places}))
                ORDER BY date DESC, id""",  # noqa: S608
            tuple(keys),
        )
        return [number for (number,) in rows]

    def claims_about(self, keys: Sequence[str]) -> list[int]:
        """Return the claims by others about names.

        They hold a mention of the names, and come newest first.
        """
        places = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"""SELECT DISTINCT c.id FROM mention m JOIN mention c ON c.article = m.article AND c.kind = ?
                AND c.start <= m.start AND m.stop <= c.stop AND c.name != m.name JOIN article a ON a.id = c.article
                WHERE m.name IN (SELECT id FROM name WHERE key IN ({places})) AND m.kind = ?
                ORDER BY a.date DESC, c.id""",  # noqa: S608
            (Kind.CLAIM.value, *keys, Kind.ENTITY.value),
        )
        return [number for (number,) in rows]

    def named_with(self, keys: Sequence[str], labels: Sequence[str], most: int) -> list[tuple[str, str, int]]:
        """Return the names found most often in the same articles.

        They are (name, label, articles).
        """
        places, marks = ", ".join("?" * len(keys)), ", ".join("?" * len(labels))
        rows = self._connection.execute(
            f"""WITH own AS (SELECT id FROM name WHERE key IN ({places}))
                SELECT n.shown, o.label, count(DISTINCT o.article) FROM mention o JOIN name n ON n.id = o.name
                WHERE o.article IN (SELECT article FROM mention WHERE name IN own) AND o.name NOT IN own
                AND o.label IN ({marks}) AND o.status != ? GROUP BY o.name, o.label ORDER BY 3 DESC, 1 LIMIT ?""",  # noqa: S608
            (*keys, *labels, Status.REJECTED.value, most),
        )
        return [(str(name), str(label), int(count)) for name, label, count in rows]
