"""An index says the same, in however many pieces it is written."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from pathlib import Path

from app.core.model import Annotation, Article, Kind
from app.core.span import Span
from app.store.index.index_file import open_for_writing
from app.store.index.index_writer import IndexWriter

TEXT = "Министр сказал, что школа будет построена в срок."
TABLES = ("article", "mention_row", "claim", "name", "form", "sort", "note")
VOCABULARY = "CREATE VIRTUAL TABLE temp.{table}_said USING fts5vocab(main, {table}, instance)"


def write(path: Path, at_once: int, times: int = 1) -> list[str]:
    """Write ten articles, so many in a transaction; return the statements."""
    statements: list[str] = []
    numbers = iter([*range(1, 11)] * times)
    with closing(open_for_writing(path)) as connection:
        writer = IndexWriter(connection, str, str.casefold)
        connection.set_trace_callback(statements.append)
        while batch := list(islice(numbers, at_once)):
            with writer.writing():
                for number in batch:
                    rows = [Annotation(number * 10, number, Kind.CLAIM, "statement", (Span(0, 20),))]
                    rows.append(Annotation(number * 10 + 1, number, Kind.ENTITY, "PER", (Span(0, 7),)))
                    writer.write_article(Article(number, digest=f"{number}", length=len(TEXT)), TEXT, rows, [])
    return statements


def said(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_for_writing(path)) as connection:
        found = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}
        for table in ("words", "claim_words", "claim_starts"):
            connection.execute(VOCABULARY.format(table=table))
            found[table] = sorted(connection.execute(f"SELECT * FROM temp.{table}_said").fetchall(), key=repr)
        return found


def test_an_index_says_the_same_written_at_once_one_by_one_and_again(tmp_path: Path) -> None:
    for name, at_once, times in (("once", 10, 1), ("single", 1, 1), ("again", 5, 3)):
        write(tmp_path / name, at_once, times)
    first = said(tmp_path / "once")
    assert said(tmp_path / "single") == first == said(tmp_path / "again")
    assert len(first["mention_row"]) == 20
    assert first["words"]


def test_texts_are_handed_to_fts5_with_no_other_row_between_them(tmp_path: Path) -> None:
    inserted = [one.split()[: 4 + one.startswith("INSERT OR")] for one in write(tmp_path / "a", 10) if "INSERT" in one]
    tables = [words[words.index("INTO") + 1] for words in inserted if "INTO" in words]
    own = [table for table in tables if table in (*TABLES, "words", "claim_words", "claim_starts")]
    first = own.index("words")
    assert set(own[first:]) == {"words", "claim_words", "claim_starts"}
    assert own[first : first + 10] == ["words"] * 10
