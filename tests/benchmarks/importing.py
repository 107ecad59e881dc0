"""Measure what importing and counting cost: `python -m tests.benchmarks.importing`.

The floor of an import parses the same JSONL with `json`, and inserts the rows of every table that our import leaves
into an empty project by plain sqlite3: WAL, `synchronous=FULL`, one transaction, one `executemany` a table. With the
index, the floor also inserts every row of the index, words ready for FTS5 included, in one more transaction. The rows
that it left are compared with ours.

The floor is fair to both sides: one process, one pass, the same rows byte by byte. It holds nothing that an import is
for: texts are not normalised, compared with one another, split into words, or brought to lemmas; no step is packed; no
line is checked; no file is read in a process of its own.

All is processor time, of the workers too, so that the load of the machine does not count. What a file of one article
costs is taken off: that is what processes take to start. Articles are words of the seeds at random, so that none is
nearly the same as another one. No word is cut: what is no word costs most to bring to a lemma.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
import resource
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.cli.stats import show_stats
from app.core.query.words import split_words
from app.service.corpus.indexing import IndexRequest, refresh_index
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.project.schemes import default_scheme
from app.store import Project
from app.store.files.file_identity import FilePlace
from app.store.index.claim_starts import list_starts
from app.store.index.index_file import open_for_writing

MOST_TIMES, MOST_INDEX_TIMES, MOST_STATS_S = 4.0, 1.5, 0.5
ROUNDS = 3
"""The least of so many rounds counts."""
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
WORD_TABLES = ("words", "claim_words", "claim_starts")
"""The tables of FTS5, which keep no text: it is made again for the floor."""
Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, in seconds of processor time."""

    what: str
    measured: float
    floor: float | None
    bound: float | None

    @property
    def value(self) -> float:
        return self.measured / self.floor if self.floor else self.measured

    @property
    def is_kept(self) -> bool:
        return self.bound is None or self.value <= self.bound


class Texts:
    """Texts of words at random, as frequent as in the seeds."""

    def __init__(self) -> None:
        self._words = [word for path in sorted(SEEDS.glob("*.txt")) for word in path.read_text("utf-8").split()]
        self._chance = random.Random(1)  # no secret

    def make(self, length: int) -> str:
        """Return a text of at most so many characters."""
        return self.make_words(length // 2)[:length].rpartition(" ")[0]

    def make_words(self, count: int) -> str:
        """Return a text of so many words, 20 a line."""
        sentences = (self._chance.choices(self._words, k=min(20, count - done)) for done in range(0, count, 20))
        return "".join(" ".join(words) + ".\n" for words in sentences)


def annotated(articles: int, each: int) -> Iterator[dict[str, object]]:
    """Yield articles with so many annotations each.

    Each stands on two words of three. Every tenth annotation is a claim with its speaker and cue.
    """
    texts = Texts()
    for number in range(articles):
        entities, claims = [], []
        text = texts.make_words(3 * each)
        words = [match.span() for match in re.finditer(r"\S+", text)]
        for place in range(each):
            (start, first_end), (second, end), _ = words[3 * place : 3 * place + 3]
            span = {"start": start, "end": end, "status": "proposed", "origin": "pretag", "rule": "ner/1"}
            if place % 10:
                entities.append({**span, "label": "PER", "confidence": 0.9, "normal": f"имя {place}"})
            else:
                roles = {"speaker_start": start, "speaker_end": first_end, "cue_start": second, "cue_end": end}
                claims.append({**span, "kind": "statement", "type": "direct", **roles})
        head = {"id": f"a{number}", "title": f"Статья {number}", "date": "2025-09-01", "source": "example.kz"}
        yield {**head, "text": text, "entities": entities, "claims": claims}


def plain(articles: int, length: int) -> Iterator[dict[str, object]]:
    """Yield articles of so many characters."""
    texts = Texts()
    for number in range(articles):
        yield {"id": f"a{number}", "title": f"Статья {number}", "date": "2025-09-01", "text": texts.make(length)}


def written(path: Path, rows: Iterator[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def cpu_s() -> float:
    """Return the processor time so far, with that of processes that ended.

    Threads wait for the ends of processes: until they are done, these do not count.
    """
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.current_thread():
            thread.join()
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def took_s(work: Callable[[], object]) -> float:
    start = cpu_s()
    work()
    return cpu_s() - start


def import_file(source: Path, target: Path, *, pretag: bool = False) -> None:
    with Project.create(target, default_scheme()) as project:
        Import(project, [source], ImportOptions(pretag=pretag)).run()


def index_project(target: Path, index: Path) -> None:
    for _ in refresh_index(IndexRequest(FilePlace(target), index)):
        pass


def tables_of(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that are no virtual ones, nor parts of those."""
    found = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    return [name for (name,) in found if not name.startswith("sqlite_")]


def rows_of(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as raw:
        return {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in tables_of(raw)}


def new_rows(path: Path, empty: Rows) -> Rows:
    """Return the rows of tables that an empty file has otherwise."""
    return {table: rows for table, rows in rows_of(path).items() if rows and rows != empty[table]}


def word_rows(source: Rows, index: Rows) -> Rows:
    """Return the rows of the tables of words, as they were inserted."""
    lemmas = dict(index["form"])
    entries = {number: entry for number, entry, *_ in index["article"]}

    def words(entry: object, text: object) -> tuple[object, ...]:
        forms = split_words(str(text))
        return (entry, " ".join(forms), " ".join(str(lemmas[form]) for form in forms))

    claims = [(entry, said) for _, entry, *_, said in index.get("claim", [])]
    starts = [(entry, list_starts(split_words(str(said)))) for entry, said in claims]
    bodies = [words(entries[number], text) for number, text in source["body"]]
    return {"words": bodies, "claim_words": [words(*claim) for claim in claims], "claim_starts": starts}


def insert_rows(target: Path, rows: Rows, synchronous: str) -> None:
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA synchronous = {synchronous}")
        raw.execute("PRAGMA cache_size = -65536")
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        raw.execute("BEGIN IMMEDIATE")
        for table, listed in rows.items():
            names = "(rowid, form, lemma)" if table.endswith("words") else ""
            names = "(rowid, start)" if table == "claim_starts" else names
            if listed:
                marks = ", ".join("?" * len(listed[0]))
                raw.executemany(f"INSERT INTO {table} {names} VALUES ({marks})", listed)
        raw.execute("COMMIT")


def raw_import(source: Path, rows: Rows, target: Path) -> None:
    with source.open("rb") as file:
        for line in file:
            json.loads(line)
    insert_rows(target, rows, "FULL")


def measured_import(folder: Path, name: str, source: Path) -> Iterator[Line]:
    """Yield what an import costs without and with its index."""
    one = written(folder / "one.jsonl", plain(1, 300))
    empty, empty_index = folder / f"{name}-empty.pometka", folder / f"{name}-empty.index"
    Project.create(empty, default_scheme()).close()
    open_for_writing(empty_index).close()
    found: dict[str, list[float]] = {"ours": [], "index": [], "raw": [], "raw index": []}
    for number in range(ROUNDS):
        first, target, raw = (folder / f"{name}-{number}-{what}.pometka" for what in ("one", "ours", "raw"))
        started = took_s(lambda: import_file(one, first))  # noqa: B023
        indexes_started = took_s(lambda: index_project(first, first.with_suffix(".index")))  # noqa: B023
        found["ours"].append(took_s(lambda: import_file(source, target)) - started)  # noqa: B023
        index = target.with_suffix(".index")
        found["index"].append(took_s(lambda: index_project(target, index)) - indexes_started)  # noqa: B023
        rows = new_rows(target, rows_of(empty))
        index_rows = new_rows(index, rows_of(empty_index))
        index_rows |= word_rows(rows, index_rows)
        Project.create(raw, default_scheme()).close()
        found["raw"].append(took_s(lambda: raw_import(source, rows, raw)))  # noqa: B023
        raw_index = raw.with_suffix(".index")
        open_for_writing(raw_index).close()
        found["raw index"].append(took_s(lambda: insert_rows(raw_index, index_rows, "NORMAL")))  # noqa: B023
        assert new_rows(raw, rows_of(empty)) == rows
    ours, index_s, floor, index_floor = (min(listed) for listed in found.values())
    yield Line(f"{name}: import", ours, floor, None)
    yield Line("  its index alone", index_s, index_floor, None)
    yield Line("  import with its index", ours + index_s, floor + index_floor, MOST_TIMES)
    yield Line("  import with its index, × import alone", ours + index_s, ours, MOST_INDEX_TIMES)


def measured_tagging(folder: Path) -> Iterator[Line]:
    """Yield what the index costs an import that tags."""
    source, target = written(folder / "tagged.jsonl", annotated(150, 32)), folder / "tagged.pometka"
    one = written(folder / "one.jsonl", plain(1, 300))
    started = took_s(lambda: import_file(one, folder / "first.pometka", pretag=True))
    ours = took_s(lambda: import_file(source, target, pretag=True)) - started
    index_s = took_s(lambda: index_project(target, folder / "tagged.index"))
    yield Line("150 articles, tagged: import with its index, × import alone", ours + index_s, ours, MOST_INDEX_TIMES)


def measured_stats(folder: Path) -> Iterator[Line]:
    source = written(folder / "stats.jsonl", annotated(10_000, 32))
    import_file(source, folder / "stats.pometka")
    import_file(written(folder / "few.jsonl", plain(1, 300)), folder / "few.pometka")
    with contextlib.redirect_stdout(io.StringIO()):
        show_stats(folder / "few.pometka", as_json=True)
        took = min(took_s(lambda: show_stats(folder / "stats.pometka", as_json=True)) for _ in range(ROUNDS))
    yield Line("stats, 10,000 articles, 320,000 annotations", took, None, MOST_STATS_S)


def measured_all(folder: Path) -> Iterator[Line]:
    short = written(folder / "short.jsonl", plain(20_000, 300))
    rich = written(folder / "rich.jsonl", annotated(4_000, 32))
    yield from measured_import(folder, "20,000 articles of 300 characters", short)
    yield from measured_import(folder, "4,000 articles, 128,000 annotations", rich)
    yield from measured_tagging(folder)
    yield from measured_stats(folder)


def main() -> int:
    """Print the table; return 1 where a bound is not kept."""
    table = Table("processor time", "measured", "floor", "ratio", "bound", "")
    is_kept = True
    with tempfile.TemporaryDirectory() as name:
        for line in measured_all(Path(name)):
            is_kept &= line.is_kept
            times = ("", "") if line.floor is None else (f"{line.floor:.2f} s", f"{line.value:.2f}")
            kept = "" if line.bound is None else "kept" if line.is_kept else "NOT KEPT"
            bound = "" if line.bound is None else f"{line.bound:g}"
            table.add_row(line.what, f"{line.measured:.2f} s", *times, bound, kept)
    Console().print(table)
    return int(not is_kept)


if __name__ == "__main__":
    sys.exit(main())
