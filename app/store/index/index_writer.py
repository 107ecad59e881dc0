"""Write what articles say into an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from sqlite3 import Connection
from statistics import fmean

from app.core.due_days import last_due_day
from app.core.model import Annotation, Article, Kind, Note, Status, uncertainty
from app.core.query.words import lemma_key, split_words
from app.core.records import Sample
from app.core.text.comparing import comparable
from app.core.text.plain_view import plain_words
from app.core.vocabulary import AttributeName
from app.store.files.connections import transaction
from app.store.index.claim_starts import ADD_STARTS, list_starts
from app.store.index.joined_names import JoinedName
from app.store.index.marks import Mark

NameKey = Callable[[str], str]
"""Returns what equal names share: see `mention_key`."""

_ADD_ARTICLE = "INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_COUNT_NAME = """
INSERT INTO register
SELECT name, label, count(*), count(DISTINCT article), coalesce(min(nullif(date, '')), ''), max(date)
FROM mention JOIN article ON article.id = article WHERE name = ? AND kind = ? AND status != ? GROUP BY name, label
"""
_ADD_CLAIM = "INSERT OR REPLACE INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_JOINED = "INSERT INTO joined SELECT id, ?, ?, ?, ?, ? FROM name WHERE key = ?"
_ADD_MENTION = "INSERT OR REPLACE INTO mention_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_NOTE = "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)"
_ADD_FORM = "INSERT OR IGNORE INTO form VALUES (?, ?)"
_ADD_SORT = "INSERT INTO sort VALUES (?, ?, ?, ?)"
_ADD_NAME = "INSERT INTO name VALUES (?, ?, ?)"
_ADD_WORDS = "INSERT INTO words (rowid, form, lemma) VALUES (?, ?, ?)"
_ADD_CLAIM_WORDS = "INSERT INTO claim_words (rowid, form, lemma) VALUES (?, ?, ?)"
_OF_ROWS = (_ADD_ARTICLE, _ADD_MENTION, _ADD_CLAIM, _ADD_NOTE, _ADD_FORM, _ADD_SORT, _ADD_NAME)
_OF_WORDS = (_ADD_WORDS, _ADD_CLAIM_WORDS, ADD_STARTS)


class _Waiting:
    """The rows of a transaction, which wait for its end.

    The tables of words come last: FTS5 writes out what it holds before each statement that may replace a row, which
    between two texts takes longer than all else.
    """

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[object, ...]]] = {statement: [] for statement in (*_OF_ROWS, *_OF_WORDS)}

    def add(self, statement: str, row: tuple[object, ...]) -> None:
        """Have a row written by a statement."""
        self._rows[statement].append(row)

    def extend(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Have rows written by a statement."""
        self._rows[statement].extend(rows)

    def write(self, connection: Connection) -> None:
        """Write the rows that wait."""
        for statement, rows in self._rows.items():
            if rows:
                connection.executemany(statement, rows)
                rows.clear()


class _Lemmas(dict[str, str]):
    """The lemmas of forms; one that is missing is found and kept."""

    def __init__(self, find_lemma: Callable[[str], str]) -> None:
        super().__init__()
        self._find_lemma = find_lemma

    def __missing__(self, form: str) -> str:
        self[form] = lemma = self._find_lemma(form)
        return lemma


class _WordTable:
    """A table of words as they stand and by lemma.

    Each text is an entry of its own.
    """

    def __init__(self, connection: Connection, table: str, lemmas: _Lemmas) -> None:
        self._lemmas = lemmas
        highest = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]  # noqa: S608  # ours
        self._next = 1 + (highest or 0)

    def make_row(self, forms: list[str]) -> tuple[int, str, str]:
        """Return the row of a text, whose first value is its entry."""
        self._next += 1
        return self._next - 1, " ".join(forms), " ".join(map(self._lemmas.__getitem__, forms))


class IndexWriter:
    """Writes an index in transactions; one object writes at a time.

    `find_lemma` returns the dictionary form of a folded word, `name_key` what equal names share.
    """

    def __init__(self, connection: Connection, find_lemma: Callable[[str], str], name_key: NameKey) -> None:
        self._connection, self._waiting = connection, _Waiting()
        self._find_lemma = find_lemma
        self._name_key = name_key
        self._lemmas = _Lemmas(self._add_form)
        self._lemmas.update(connection.execute("SELECT form, lemma FROM form"))
        self._names: dict[str, int] = {key: number for number, key in connection.execute("SELECT id, key FROM name")}
        self._shown_names: dict[str, int] = {"": 0}
        """Names as they were met in this run, with their numbers."""
        self._sorts: dict[tuple[Kind, str, Status], int] = {
            (Kind(kind), label, Status(status)): number
            for number, kind, label, status in connection.execute("SELECT id, kind, label, status FROM sort")
        }
        self._counted_again = set[int]()
        """The names whose counts in the register may have changed."""
        self._entries = dict[int, tuple[int, str]]()
        for number, entry, digest in connection.execute("SELECT id, entry, digest FROM article"):
            self._entries[number] = (entry, digest)
        self._words = _WordTable(connection, "words", self._lemmas)
        self._claim_words = _WordTable(connection, "claim_words", self._lemmas)

    @property
    def articles(self) -> frozenset[int]:
        """The articles that the index holds."""
        return frozenset(self._entries)

    @property
    def hidden_members(self) -> frozenset[int]:
        """The articles whose pre-tags the index leaves out until they are done."""
        rows = self._connection.execute("SELECT member FROM sample WHERE hides")
        return frozenset(number for (number,) in rows)

    def read_mark(self) -> Mark:
        """Return how far the index has followed its project."""
        found = self._connection.execute("SELECT version, step, time, undone FROM mark WHERE id = 1").fetchone()
        return Mark(*found) if found else Mark()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Commit what the block writes, or nothing where it raises."""
        with transaction(self._connection):
            yield
            self._waiting.write(self._connection)

    def write_register(self) -> None:
        """Count the live mentions of the names that were written.

        Their articles and days are counted too.
        """
        names = [(number,) for number in self._counted_again if number]
        self._connection.executemany("DELETE FROM register WHERE name = ?", names)
        counted = [(number, Kind.ENTITY.value, Status.REJECTED.value) for (number,) in names]
        self._connection.executemany(_COUNT_NAME, counted)
        self._counted_again.clear()

    def write_joined(self, names: Iterable[JoinedName]) -> bool:
        """Write which names are joined or renamed; return whether any changed."""
        question = "SELECT joined.*, name.key FROM joined JOIN name ON name.id = joined.name"
        rows = {
            (one.label, one.record, self._name_key(one.shown) or one.key, one.shown, one.speaks, one.key)
            for one in names
        }
        if rows == {row[1:] for row in self._connection.execute(question)}:
            return False
        self._connection.execute("DELETE FROM joined")
        self._connection.executemany(_ADD_JOINED, rows)
        return True

    def write_samples(self, samples: Sequence[Sample]) -> None:
        """Write which articles and annotations were drawn, in place of what was.

        A sample is known by its place among all.
        """
        self._connection.execute("DELETE FROM sample")
        rows = (
            (place, number, sample.unit.value, sample.is_hidden)
            for place, sample in enumerate(samples, start=1)
            for number in sample.member_ids
        )
        self._connection.executemany("INSERT OR IGNORE INTO sample VALUES (?, ?, ?, ?)", rows)

    def write_dues(self, dues: Mapping[int, str]) -> bool:
        """Write when claims fall due by their records; return whether any changed.

        A claim that no record dates any more gets back what its article says.
        """
        before = dict(self._connection.execute("SELECT claim, due FROM set_due"))
        if before == dues:
            return False
        for claim, said in self._connection.execute("SELECT claim, said FROM set_due").fetchall():
            self._set_due(claim, said)
        self._connection.execute("DELETE FROM set_due")
        for claim, due in dues.items():
            found = self._connection.execute("SELECT due FROM claim WHERE id = ?", (claim,)).fetchone()
            if found is not None:
                self._connection.execute("INSERT INTO set_due VALUES (?, ?, ?)", (claim, due, found[0]))
                self._set_due(claim, due)
        return True

    def _set_due(self, claim: int, due: str) -> None:
        self._connection.execute("UPDATE claim SET due = ? WHERE id = ?", (due, claim))
        self._connection.execute(
            """UPDATE mention_row SET due = ?1 WHERE id = ?2 AND (article, start) IN (
                   SELECT article, start FROM claim WHERE id = ?2)""",
            (due, claim),
        )

    def write_mark(self, mark: Mark) -> None:
        """Note how far the index has followed."""
        self._connection.execute(
            "INSERT OR REPLACE INTO mark VALUES (1, ?, ?, ?, ?)", (mark.version, mark.step, mark.time, mark.undone)
        )

    def write_article(
        self, article: Article, text: str, annotations: Sequence[Annotation], notes: Sequence[Note]
    ) -> None:
        """Write an article as it is now.

        It replaces what the index had of it, at the end of the transaction.

        Its words are written only where its text is new.
        """
        is_known = article.id in self._entries
        entry, digest = self._entries.get(article.id, (0, ""))
        if not entry or digest != article.digest:
            entry = self._add_words(_ADD_WORDS, self._words, split_words(text))
            self._entries[article.id] = (entry, article.digest)
        day = article.date.isoformat() if article.date else ""
        said = (article.source, comparable(article.source), comparable(article.title))
        finished = article.finished.isoformat() if article.finished else ""
        tags = "".join(f"\n{comparable(tag)}" for tag in article.tags) + "\n" if article.tags else ""
        mentions = [self._mention_row(row, text) for row in annotations]
        doubts = [doubt for *_, doubt in mentions if doubt is not None]
        in_all = (round(fmean(doubts)), max(doubts)) if doubts else (None, None)
        flag = "1" if article.is_flagged else "0"
        marks = (article.progress.value, finished, tags, article.priority.value, flag, *in_all)
        row = (article.id, entry, article.digest, day, *said, *marks)
        self._waiting.add(_ADD_ARTICLE, row)
        if is_known:
            self._remove_rows(article.id)
        self._waiting.extend(_ADD_MENTION, mentions)
        known = self._remove_claims(article.id) if is_known else {}
        self._write_claims(article.id, [row for row in annotations if row.kind is Kind.CLAIM], known, text, day)
        self._waiting.extend(
            _ADD_NOTE, [(note.id, article.id, note.annotation_id, comparable(note.text)) for note in notes]
        )

    def remove_article(self, article_id: int) -> None:
        """Remove an article. Its words stay, and nothing leads to them."""
        of_claims = "DELETE FROM set_due WHERE claim IN (SELECT id FROM claim WHERE article = ?)"
        self._connection.execute(of_claims, (article_id,))
        for table, column in (("article", "id"), ("claim", "article")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (article_id,))  # noqa: S608  # ours
        self._remove_rows(article_id)
        self._entries.pop(article_id, None)

    def _remove_rows(self, article_id: int) -> None:
        names = self._connection.execute("SELECT DISTINCT name FROM mention_row WHERE article = ?", (article_id,))
        self._counted_again.update(number for (number,) in names)
        self._connection.execute("DELETE FROM mention_row WHERE article = ?", (article_id,))
        self._connection.execute("DELETE FROM note WHERE article = ?", (article_id,))

    def _remove_claims(self, article_id: int) -> dict[int, tuple[int, str]]:
        """Remove the claims of an article.

        Return the entry and the words of each.
        """
        old = self._connection.execute("SELECT id, entry, said FROM claim WHERE article = ?", (article_id,))
        known = {number: (entry, said) for number, entry, said in old}
        self._connection.executemany("DELETE FROM set_due WHERE claim = ?", [(number,) for number in known])
        self._connection.execute("DELETE FROM claim WHERE article = ?", (article_id,))
        return known

    def _write_claims(
        self,
        article_id: int,
        claims: Sequence[Annotation],
        known: Mapping[int, tuple[int, str]],
        text: str,
        day: str,
    ) -> None:
        """Write the claims of an article.

        One that says what it said keeps its words.
        """
        for row in claims:
            said = " ".join(plain_words(row.words(text)).split())
            entry, before = known.get(row.id, (0, ""))
            if not entry or before != said:
                entry = self._add_claim_words(split_words(said))
            speaker = row.speaker
            name = self._name_id(speaker.shown_name(text) if speaker else "")
            attributes = (row.attribute(AttributeName.FORM), row.attribute(AttributeName.FIGURES), _due_day(row))
            place = (row.id, entry, article_id, row.span.start)
            self._waiting.add(_ADD_CLAIM, (*place, row.label, row.status.value, name, *attributes, day, said))

    def _add_claim_words(self, forms: list[str]) -> int:
        entry = self._add_words(_ADD_CLAIM_WORDS, self._claim_words, forms)
        self._waiting.add(ADD_STARTS, (entry, list_starts(forms)))
        return entry

    def _add_words(self, statement: str, table: _WordTable, forms: list[str]) -> int:
        """Have words of a text written; return their entry."""
        row = table.make_row(forms)
        self._waiting.add(statement, row)
        return row[0]

    def _add_form(self, form: str) -> str:
        lemma = "_".join(split_words(lemma_key(self._find_lemma(form)))) or form
        self._waiting.add(_ADD_FORM, (form, lemma))
        return lemma

    def _mention_row(self, row: Annotation, text: str) -> tuple[int, int, int, int, int, int, str, int | None]:
        if row.kind is Kind.CLAIM:
            speaker, due = row.speaker, _due_day(row)
            name = self._name_id(speaker.shown_name(text) if speaker else "")
        else:
            name, due = self._name_id(row.shown_name(text)), ""
        self._counted_again.add(name)
        doubt = round(1_000 * uncertainty(row)) if row.status is Status.PROPOSED else None
        return (row.article_id, row.start, row.id, row.stop, self._sort_id(row), name, due, doubt)

    def _sort_id(self, row: Annotation) -> int:
        """Return the number of a kind, label and status together."""
        sort = (row.kind, row.label, row.status)
        number = self._sorts.get(sort)
        if number is None:
            number = self._sorts[sort] = 1 + len(self._sorts)
            self._waiting.add(_ADD_SORT, (number, row.kind.value, row.label, row.status.value))
        return number

    def _name_id(self, shown: str) -> int:
        """Return the number of a name, 0 for none."""
        number = self._shown_names.get(shown)
        if number is None:
            number = self._shown_names[shown] = self._number_name(shown)
        return number

    def _number_name(self, shown: str) -> int:
        key = self._name_key(shown)
        if key and key not in self._names:
            self._names[key] = 1 + len(self._names)
            self._waiting.add(_ADD_NAME, (self._names[key], key, " ".join(plain_words(shown).split())))
        return self._names[key] if key else 0


def _due_day(claim: Annotation) -> str:
    return last_due_day(claim.attribute(AttributeName.DUE))
