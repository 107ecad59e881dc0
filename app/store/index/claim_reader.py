"""Ask an index for claims: in an order, by group, alike."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from sqlite3 import Connection

from app.core.model import Kind
from app.core.query.terms import Query
from app.core.query.topic_words import is_topic_word
from app.core.query.words import split_words
from app.store.index.claim_columns import Ids, are_among, leave_among, read_ids
from app.store.index.claim_orders import GROUPS_OF_ALL, SPEAKER, ClaimGroup, ClaimOrder, group_column
from app.store.index.claim_sorting import ClaimSorting
from app.store.index.claim_starts import match_starts, split_starts
from app.store.index.conditions import Condition, QueryConditions, all_of, entry_condition
from app.store.index.word_terms import Matches, WordTerms

_CLAIM = f"(SELECT *, '{Kind.CLAIM}' AS kind FROM claim) m"  # noqa: S608  # ours
_JOINED = {
    "a": " LEFT JOIN article a ON a.id = m.article",
    "n": " LEFT JOIN name n ON n.id = m.name",
    "j": " LEFT JOIN joined j ON j.name = m.name AND j.speaks",
}
_CLAIMS = _CLAIM + "".join(_JOINED.values())
_SAME_SPEAKER = """SELECT ? UNION SELECT name FROM joined
    WHERE speaks AND record = (SELECT record FROM joined WHERE name = ? AND speaks)"""
_SPOKEN_BY = """m.name IN (SELECT id FROM name LEFT JOIN joined ON joined.name = id AND speaks
    WHERE coalesce(joined.shown, name.shown) = ?)"""
_MIN_LEMMA_CHARS = 3
"""Shorter words are mostly prepositions and conjunctions."""
_WORDS_FROM_CLAIMS, _MAX_WORDS = 4_000, 40


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


class ClaimReader:
    """Answers what claims an index has.

    Claims are given by their ids. One thread at a time may ask.
    """

    def __init__(self, connection: Connection, words: WordTerms, conditions: QueryConditions) -> None:
        self._connection, self._words, self._conditions = connection, words, conditions
        self._sorting = ClaimSorting(connection)

    def sort_ahead(self) -> None:
        """Begin to sort what takes longest, in a thread."""
        self._sorting.sort_ahead()

    def close(self) -> None:
        """End what is being sorted."""
        self._sorting.close()

    def ordered_ids(
        self, query: Query, order: ClaimOrder, *, is_descending: bool = False, group: ClaimGroup | None = None
    ) -> Ids:
        """Return the claims that fit, in an order.

        What has no due date, date or speaker comes last. With a `group`, return those of it alone.
        """
        ids = self._sorting.sorted_ids(order, is_descending=is_descending)
        return leave_among(ids, self.ids(query, group)) if query.terms or group is not None else ids

    def ids(self, query: Query, group: ClaimGroup | None = None) -> Ids:
        """Return the claims that fit, in no order.

        Words are looked up once for all claims: an index asked for each claim takes longer.
        """
        if group is not None and group[0] is ClaimOrder.WORD:
            lemma = f'lemma:"{self._words.lemma_of(group[1])}"'
            return leave_among(self.ids(query), self._with_words(lemma))
        ids = self._with_fields(query, group)
        for table, (wanted, excluded) in self._matches(query).items():
            if wanted:
                ids = leave_among(ids, self._with_words(wanted, table))
            if excluded:
                ids = ids[~are_among(ids, self._with_words(excluded, table))]
        return ids

    def _matches(self, query: Query) -> dict[str, Matches]:
        """Return what is asked of the tables of words."""
        starts, others = split_starts(self._words.resolve(query, "claim_words").words)
        return {"claim_words": self._words.matches(others, "claim_words"), "claim_starts": match_starts(starts)}

    def _with_words(self, match: str, table: str = "claim_words") -> Ids:
        """Return the claims whose words FTS5 finds in a table of words."""
        rows = f"SELECT rowid AS id FROM {table} WHERE {table} MATCH ?"  # noqa: S608  # ours
        found = read_ids(self._connection, rows, (match,))
        texts = self._sorting.texts()
        return texts.claims[are_among(texts.entries, found)]

    def _with_fields(self, query: Query, group: ClaimGroup | None) -> Ids:
        """Return the claims whose fields fit.

        Only what the condition speaks of is joined.
        """
        if group is None and not (query.annotation_fields or query.article_fields):
            return self._sorting.texts().claims
        where = self._field_condition(query, group)
        joined = "".join(join for name, join in _JOINED.items() if f"{name}." in where.sql)
        return read_ids(self._connection, f"SELECT m.id FROM {_CLAIM}{joined} WHERE {where.sql}", where.values)  # noqa: S608

    def groups(self, query: Query, order: ClaimOrder, among: Ids | None = None) -> list[tuple[str, int]]:
        """Return how many claims fit, by group.

        Groups are of speaker, kind, status, month or source, the most first. Only claims `among` some are counted.
        """
        if order is ClaimOrder.WORD:
            return self.words(query, among)
        if not query.terms and among is None and order in GROUPS_OF_ALL:
            rows = self._connection.execute(GROUPS_OF_ALL[order])
            return sorted(((str(name), int(count)) for name, count in rows), key=lambda pair: (-pair[1], pair[0]))
        if among is not None and 2 * len(among) > len(every := self.ids(query)):
            others = self.groups(query, order, every[~are_among(every, among)])  # few are counted faster than many
            counts = Counter(dict(self.groups(query, order))) - Counter(dict(others))
            return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        column = group_column(order)
        where = self._condition(query, among)
        rows = self._connection.execute(
            f"SELECT {column}, count(*) FROM {_CLAIMS} WHERE {where.sql} GROUP BY 1 ORDER BY 2 DESC, 1",  # noqa: S608
            where.values,
        )
        return [(str(name), int(count)) for name, count in rows]

    def words(self, query: Query, among: Ids | None = None) -> list[tuple[str, int]]:
        """Return the words that most of the claims that fit share.

        They are chosen from the newest claims, and counted in all; the most frequent comes first. Each is given in its
        shortest form. Where most of the claims are `among`, the newest of any tell the words as well.
        """
        every = self.ids(query)
        fitting = every if among is None else leave_among(every, among)
        where = self._condition(query, among if 2 * len(fitting) < len(every) else None)
        claims = _CLAIMS if query.terms else "claim m"
        newest = self._connection.execute(
            f"SELECT m.said FROM {claims} WHERE {where.sql} ORDER BY m.date DESC, m.id LIMIT ?",  # noqa: S608
            (*where.values, _WORDS_FROM_CLAIMS),
        )
        lemma_of = lru_cache(None)(self._words.lemma_of)
        found = Counter[str]()
        for (said,) in newest:
            found.update({lemma_of(word) for word in split_words(said) if is_topic_word(word)})
        likely = [lemma for lemma, count in found.most_common(_MAX_WORDS) if count > 1]
        counted = [
            (self._shortest_form(lemma), len(leave_among(self._with_words(f'lemma:"{lemma}"'), fitting)))
            for lemma in likely
        ]
        return sorted(counted, key=lambda pair: (-pair[1], pair[0]))

    def _shortest_form(self, lemma: str) -> str:
        sql = "SELECT form FROM form WHERE lemma = ? ORDER BY length(form), form LIMIT 1"
        found = self._connection.execute(sql, (lemma,)).fetchone()
        return str(found[0]) if found else lemma

    def due_before(self, day: str, labels: Sequence[str]) -> Ids:
        """Return the claims that are due before a day.

        They have one of some labels.
        """
        places = ", ".join("?" * len(labels))
        rows = f"SELECT id FROM claim WHERE due > '' AND due < ? AND +label IN ({places})"  # noqa: S608
        return read_ids(self._connection, rows, (day, *labels))

    def due_dates(self, query: Query, labels: Sequence[str]) -> list[tuple[str, int]]:
        """Return (due date, claim) of the due claims that fit.

        They have one of some labels and fall due; the first due comes first.
        """
        places = ", ".join("?" * len(labels))
        where = self._condition(query)
        rows = self._connection.execute(
            f"""SELECT m.due, m.id FROM {_CLAIMS} WHERE {where.sql} AND m.due > '' AND +m.label IN ({places})
                ORDER BY m.due, m.date, m.id""",  # noqa: S608
            (*where.values, *labels),
        )
        return [(str(due), int(number)) for due, number in rows]

    def like(self, claim_id: int, most: int) -> list[int]:
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
            f"""SELECT id FROM claim WHERE name IN ({_SAME_SPEAKER}) AND id != ? AND (
                (figures != '' AND figures = ?) OR (due != '' AND due = ?)
                OR entry IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ? ORDER BY rank LIMIT 5000)
            ) ORDER BY date DESC, id LIMIT ?""",  # noqa: S608
            (name, name, claim_id, figures, due, f"lemma:({lemmas})" if lemmas else '""', most),
        )
        return [number for (number,) in rows]

    def find_speaker_record(self, claim_id: int) -> str:
        """Return what judgements know the speaker of a claim by.

        Of a name under several labels, it is the record with most mentions. Return "" for none.
        """
        found = self._connection.execute(
            """SELECT coalesce(
                    (SELECT record FROM joined WHERE name = n.id AND speaks LIMIT 1),
                    (SELECT label || ' ' || n.key FROM register WHERE name = n.id
                        ORDER BY mentions DESC, label LIMIT 1),
                    '')
                FROM claim c JOIN name n ON n.id = c.name WHERE c.id = ?""",
            (claim_id,),
        ).fetchone()
        return str(found[0]) if found else ""

    def made_by(self, keys: Sequence[str]) -> list[int]:
        """Return the claims that names make, the newest first."""
        places = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"""SELECT id FROM claim WHERE name IN (SELECT id FROM name WHERE key IN ({places}))
                ORDER BY date DESC, id""",  # noqa: S608
            tuple(keys),
        )
        return [number for (number,) in rows]

    def about(self, keys: Sequence[str]) -> list[int]:
        """Return the claims by others about names.

        They hold a mention of the names, and come newest first.
        """
        places = ", ".join("?" * len(keys))
        rows = self._connection.execute(
            f"""WITH own AS (SELECT id FROM name WHERE key IN ({places}))
                SELECT DISTINCT c.id FROM mention m JOIN mention c ON c.article = m.article AND c.kind = ?
                AND c.start <= m.start AND m.stop <= c.stop AND c.name NOT IN own JOIN article a ON a.id = c.article
                WHERE m.name IN own AND m.kind = ?
                ORDER BY a.date DESC, c.id""",  # noqa: S608
            (*keys, Kind.CLAIM.value, Kind.ENTITY.value),
        )
        return [number for (number,) in rows]

    def lemmas_of(self, said: str) -> frozenset[str]:
        """Return the lemmas of the words of a text.

        The shortest words are left out.
        """
        return frozenset(self._words.lemma_of(word) for word in split_words(said) if len(word) >= _MIN_LEMMA_CHARS)

    def rows(self, ids: Sequence[int]) -> list[ClaimEntry]:
        """Return what the index holds of some claims.

        They come in their order; those that are gone are left out.
        """
        places = ", ".join("?" * len(ids))
        rows = self._connection.execute(
            f"""SELECT m.id, m.article, m.start, m.label, m.status, {SPEAKER}, m.form, m.figures,
                coalesce(s.said, m.due), m.date, a.source, m.said
                FROM {_CLAIMS} LEFT JOIN set_due s ON s.claim = m.id WHERE m.id IN ({places})""",  # noqa: S608
            ids,
        )
        found = {row[0]: ClaimEntry(*row) for row in rows}
        return [found[number] for number in ids if number in found]

    def _condition(self, query: Query, among: Ids | None = None) -> Condition:
        """Return the condition that a claim fits.

        Words are those of the claim, and the fields its own.
        """
        parts = [entry_condition(asked, "m.entry", table) for table, asked in self._matches(query).items()]
        if among is not None:
            parts.append(Condition("m.id IN (SELECT value FROM json_each(?))", (json.dumps(among.tolist()),)))
        return all_of([*parts, self._field_condition(query, None)])

    def _field_condition(self, query: Query, group: ClaimGroup | None) -> Condition:
        """Return the condition that the fields of a claim fit."""
        parts = [self._conditions.annotation(query.annotation_fields)]
        parts += [self._conditions.article_field(term) for term in query.article_fields]
        if group is not None and group[0] is ClaimOrder.SPEAKER:
            parts.append(Condition(_SPOKEN_BY if group[1] else "m.name = 0", group[1:] if group[1] else ()))
        elif group is not None:
            parts.append(Condition(f"{group_column(group[0])} = ?", (group[1],)))
        return all_of(parts)
