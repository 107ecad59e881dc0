"""Claims come in each order as plain sorting has them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

import pytest

from app.core.query.parsing import parse_query
from app.core.query.terms import Query
from app.core.query.words import split_words
from app.store.index.claim_orders import ClaimOrder
from app.store.index.claim_starts import ADD_STARTS, list_starts
from app.store.index.index_file import open_for_reading, open_for_writing
from app.store.index.index_reader import IndexReader

ALL = Query()
NAMES = ("", "алимов серик", "токаев", "джонсон")
SOURCES = ("", "б.kz", "а.kz")
WORDS = ("школа", "налог", "Ёлка", "ель", "🚩 флаг", "")

Row = tuple[int, int, int, int, str, str, int, str, str, str, str, str]
"""A row of the table of claims."""

VALUES: dict[ClaimOrder, Callable[[Row], str]] = {
    ClaimOrder.KIND: lambda row: row[4],
    ClaimOrder.STATUS: lambda row: row[5],
    ClaimOrder.SPEAKER: lambda row: NAMES[row[6]],
    ClaimOrder.FIGURES: lambda row: row[8],
    ClaimOrder.DUE: lambda row: row[9],
    ClaimOrder.DATE: lambda row: row[10],
    ClaimOrder.SAID: lambda row: row[11],
    ClaimOrder.SOURCE: lambda row: SOURCES[row[2] % len(SOURCES)],
}


def made_rows(count: int) -> list[Row]:
    chance = random.Random(7)  # no secret
    rows = []
    for number in chance.sample(range(1, count * 10), count):
        article = chance.randrange(1, 10)
        sort = (chance.choice(("promise", "statement")), chance.choice(("proposed", "accepted")))
        dates = (chance.choice(("", "2025-12-31", "2026-01-01")), chance.choice(("", "2024-05-01", "2025-06-02")))
        figures, said = chance.choice(("", "10 %", "2 млн")), " ".join(chance.choices(WORDS, k=3)).strip()
        rows.append((number, number, article, 0, *sort, chance.randrange(len(NAMES)), "", figures, *dates, said))
    return rows


@contextmanager
def written(path: Path, rows: list[Row]) -> Iterator[Connection]:
    with closing(open_for_writing(path)) as connection:
        names = [(number, name, name) for number, name in enumerate(NAMES) if name]
        connection.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
        articles = [(number, SOURCES[number % len(SOURCES)]) for number in range(1, 10)]
        connection.executemany(
            "INSERT INTO article VALUES (?, 0, '', '', ?, '', '', '', '', '', '', '', NULL, NULL)", articles
        )
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO claim VALUES ({', '.join('?' * 12)})", rows)
        words = "INSERT INTO claim_words (rowid, form, lemma) VALUES (?, ?, ?)"
        forms = [(row[0], split_words(row[11])) for row in rows]
        connection.executemany(words, [(number, " ".join(said), " ".join(said)) for number, said in forms])
        connection.executemany(ADD_STARTS, [(number, list_starts(said)) for number, said in forms])
        connection.execute("COMMIT")
        yield connection


@contextmanager
def read(path: Path) -> Iterator[IndexReader]:
    connection = open_for_reading(path)
    assert connection is not None
    reader = IndexReader(connection)
    yield reader
    reader.close()


def plainly_sorted(rows: list[Row], order: ClaimOrder, *, is_descending: bool) -> list[int]:
    value = VALUES[order]
    by_value = sorted(rows, key=lambda row: (value(row).encode(), row[10], row[0]), reverse=is_descending)
    return [row[0] for row in sorted(by_value, key=lambda row: not value(row))]


@pytest.mark.parametrize("order", VALUES)
@pytest.mark.parametrize("is_descending", [False, True])
def test_claims_are_sorted_by_value_then_date_those_without_last(
    tmp_path: Path, order: ClaimOrder, is_descending: bool
) -> None:
    rows = made_rows(400)
    with written(tmp_path / "a.index", rows), read(tmp_path / "a.index") as reader:
        found = reader.claims.ordered_ids(ALL, order, is_descending=is_descending).tolist()
        assert found == plainly_sorted(rows, order, is_descending=is_descending)
        fitting = [row for row in rows if row[4] == "promise" and "школа" in row[11].split()]
        query = parse_query("kind:promise =школа")
        found = reader.claims.ordered_ids(query, order, is_descending=is_descending).tolist()
        assert found == plainly_sorted(fitting, order, is_descending=is_descending)


@pytest.mark.parametrize("order", [ClaimOrder.KIND, ClaimOrder.SPEAKER, ClaimOrder.SOURCE])
def test_a_group_holds_as_many_claims_as_its_count_says(tmp_path: Path, order: ClaimOrder) -> None:
    rows = made_rows(200)
    with written(tmp_path / "a.index", rows), read(tmp_path / "a.index") as reader:
        for typed in ("", "=школа", "-=школа status:accepted"):
            query = parse_query(typed)
            groups = reader.claims.groups(query, order)
            assert [len(reader.claims.ids(query, (order, name))) for name, _ in groups] == [
                count for _, count in groups
            ]
            assert sum(count for _, count in groups) == len(reader.claims.ids(query))


@pytest.mark.parametrize(
    "typed", ["ш*", "шк*", "е*", "ел*", "НА*", "-ш*", "н* ш*", "н* -ел*", "ш* =налог kind:promise"]
)
def test_first_letters_find_what_whole_words_say(tmp_path: Path, typed: str) -> None:
    rows = made_rows(400)
    query = parse_query(typed)
    with written(tmp_path / "a.index", rows) as writer, read(tmp_path / "a.index") as reader:
        fitting = {row[0] for row in rows if all(fits(row, part.casefold()) for part in typed.split())}
        assert 0 < len(fitting) < len(rows)
        assert set(reader.claims.ids(query).tolist()) == fitting
        by_kind = reader.claims.groups(query, ClaimOrder.KIND)
        assert sum(count for _, count in by_kind) == len(fitting)
        if typed.count("*") == 1 and " " not in typed:
            match = f'form:"{typed.strip("-*").casefold()}"*'
            slowly = writer.execute("SELECT rowid FROM claim_words WHERE claim_words MATCH ?", (match,))
            found = {number for (number,) in slowly}
            assert fitting == ({row[0] for row in rows} - found if typed.startswith("-") else found)


def fits(row: Row, part: str) -> bool:
    """Say whether a row fits one part of what is typed."""
    if part.startswith("-"):
        return not fits(row, part[1:])
    if part.startswith("kind:"):
        return row[4] == part[5:]
    words = split_words(row[11])
    return part[1:] in words if part.startswith("=") else any(word.startswith(part[:-1]) for word in words)


def test_an_index_without_claims_has_them_in_no_order(tmp_path: Path) -> None:
    with written(tmp_path / "a.index", []), read(tmp_path / "a.index") as reader:
        assert not [order for order in VALUES if len(reader.claims.ordered_ids(ALL, order))]
        assert reader.claims.ids(parse_query("=школа")).tolist() == []


@pytest.mark.parametrize("count", [300, 25_000])
def test_orders_follow_the_index_also_when_texts_were_sorted_ahead(tmp_path: Path, count: int) -> None:
    rows = made_rows(count)
    with written(tmp_path / "a.index", rows) as writer, read(tmp_path / "a.index") as reader:
        reader.claims.sort_ahead()
        for day in ("2030-01-01", "1999-01-01"):
            found = reader.claims.ordered_ids(ALL, ClaimOrder.SAID).tolist()
            assert found == plainly_sorted(rows, ClaimOrder.SAID, is_descending=False)
            number = rows[0][0]
            new = (1_000_000_000 + number, *rows[0][1:10], day, "абв")
            writer.execute("DELETE FROM claim WHERE id = ?", (number,))
            writer.execute(f"INSERT INTO claim VALUES ({', '.join('?' * 12)})", new)
            rows = [*rows[1:], new]
            reader.claims.sort_ahead()
        found = reader.claims.ordered_ids(ALL, ClaimOrder.SAID, is_descending=True).tolist()
        assert found == plainly_sorted(rows, ClaimOrder.SAID, is_descending=True)


def test_closing_ends_what_is_being_sorted(tmp_path: Path) -> None:
    with written(tmp_path / "a.index", made_rows(25_000)), read(tmp_path / "a.index") as reader:
        reader.claims.sort_ahead()
    (tmp_path / "a.index").rename(tmp_path / "b.index")
    with read(tmp_path / "b.index") as reader:
        assert len(reader.claims.ids(ALL)) == 25_000
