"""Ask an index for names: their counts, places and company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from app.core.labelled_names import join_label
from app.core.model import Status
from app.core.query.words import split_words
from app.store.index.name_articles import articles_with_names

_IS_NAMED = "EXISTS (SELECT 1 FROM register WHERE register.name = name.id)"
_SPEAKS = f"EXISTS (SELECT 1 FROM claim WHERE claim.name = name.id AND claim.status != '{Status.REJECTED.value}')"  # noqa: S608


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
        return join_label(self.label, self.key)


class NameReader:
    """Answers what names an index has.

    A name is known by its key; what is rejected does not count. One thread at a time may ask.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self, labels: Sequence[str]) -> list[NameEntry]:
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

    def entries_of(self, names: Iterable[tuple[str, str]]) -> list[NameEntry]:
        """Return what is known of names, which are (label, key).

        Those with most mentions come first; those without any are left out.
        """
        found = list[NameEntry]()
        for label, key in names:
            rows = self._connection.execute(
                """SELECT key, shown, label, mentions, articles, first, last
                    FROM register JOIN name ON name.id = register.name WHERE key = ? AND label = ?""",
                (key, label),
            )
            found += [NameEntry(*row) for row in rows]
        return sorted(found, key=lambda name: (-name.mentions, name.key))

    def speaker_called(self, key: str) -> str:
        """Return what the register calls a speaker of a name.

        Return "" where it is not joined or renamed.
        """
        found = self._connection.execute(
            "SELECT joined.shown FROM joined JOIN name ON name.id = joined.name WHERE name.key = ? AND speaks", (key,)
        ).fetchone()
        return str(found[0]) if found else ""

    def beginning_with(self, said: str, most: int, *, speaks: bool = False) -> list[str]:
        """Return names, or speakers, with words that begin as given.

        Names that begin so come first, then those with such words further on.
        """
        wanted, is_live = " ".join(split_words(said)), _SPEAKS if speaks else _IS_NAMED
        rows = self._connection.execute(
            f"""SELECT shown FROM name WHERE key >= ?1 AND key < ?1 || char(1114111) AND {is_live}
                UNION ALL SELECT shown FROM name WHERE instr(key, ' ' || ?1) AND {is_live} LIMIT ?2""",  # noqa: S608
            (wanted, most),
        )
        return list(dict.fromkeys(shown for (shown,) in rows))

    def mentions_of(self, names: Iterable[tuple[str, str]]) -> Iterator[tuple[int, int]]:
        """Yield (article, annotation) of the live mentions of names.

        Names are (key, label). Mentions are as dated, the newest first.
        """
        of_names, values = _mentions_of(names)
        rows = self._connection.execute(
            f"""SELECT m.article, m.id FROM mention m JOIN article a ON a.id = m.article
                WHERE {of_names} AND m.status != ? ORDER BY a.date DESC, m.article, m.start""",  # noqa: S608
            (*values, Status.REJECTED.value),
        )
        return iter(rows)

    def count_articles(self, names: Iterable[tuple[str, str]]) -> int:
        """Return in how many articles live mentions of names stand.

        Names are (key, label).
        """
        of_names, values = _mentions_of(names)
        found = self._connection.execute(
            f"SELECT count(DISTINCT m.article) FROM mention m WHERE {of_names} AND m.status != ?",  # noqa: S608
            (*values, Status.REJECTED.value),
        )
        return int(found.fetchone()[0])

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

    def articles_with(self, keys: Iterable[str]) -> set[int]:
        """Return the articles whose texts can hold given names.

        The names have one of some keys. Others may be among the articles.
        """
        return articles_with_names(self._connection, keys)


def _mentions_of(names: Iterable[tuple[str, str]]) -> tuple[str, list[str]]:
    """Return the condition of mentions `m` of names, and its values.

    Names are (key, label): one key may stand under several labels.
    """
    by_label: dict[str, list[str]] = {}
    for key, label in names:
        by_label.setdefault(label, []).append(key)
    parts = [
        f"(m.name IN (SELECT id FROM name WHERE key IN ({', '.join('?' * len(keys))})) AND m.label = ?)"  # noqa: S608
        for keys in by_label.values()
    ]
    return f"({' OR '.join(parts)})", [value for label, keys in by_label.items() for value in (*keys, label)]
