"""Measure what importing and counting cost.

The floor is raw work in the same run: `python -m tests.benchmarks.importing`.

The floor of an import parses the same JSONL with `json`, and inserts the rows of every table that our import leaves
(articles, texts, annotations, roles, the steps with their payloads) with their indexes by plain sqlite3: WAL,
`synchronous=FULL`, one transaction, one `executemany` a table. An import is timed from the first look at the file until
the project is closed, less the same with a file of one article: that is what its worker takes to start.
"""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from app.cli.stats import show_stats
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.project.schemes import default_scheme
from app.store import Project
from app.store.schema.statements import table_columns

MOST_TIMES, MOST_STATS_S = 4.0, 0.5
ROUNDS = 5
"""The least of so many rounds counts: what else runs on the machine only adds to it."""
TABLES = ("article", "body", "annotation", "claim_role", "step")
WORDS = "Глава города Алматы заявил, что бюджет вырос на 5 процентов и достиг 3 миллиардов тенге. "


def annotated(articles: int, each: int) -> Iterator[dict[str, object]]:
    """Yield articles with so many annotations each.

    Every tenth annotation is a claim with its speaker and cue.
    """
    text = WORDS * (each // 4 + 1)
    for number in range(articles):
        entities, claims = [], []
        for place in range(each):
            start = place * 20
            span = {"start": start, "end": start + 12, "status": "proposed", "origin": "pretag", "rule": "ner/1"}
            if place % 10:
                entities.append({**span, "label": "PER", "confidence": 0.9, "normal": f"имя {place}"})
            else:
                roles = {"speaker_start": start, "speaker_end": start + 5, "cue_start": start + 6, "cue_end": start + 9}
                claims.append({**span, "kind": "statement", "type": "direct", **roles})
        head = {"id": f"a{number}", "title": f"Статья {number}", "date": "2025-09-01", "source": "example.kz"}
        yield {**head, "text": f"{number}. {text}", "entities": entities, "claims": claims}


def short(articles: int, length: int) -> Iterator[dict[str, object]]:
    """Yield articles of so many characters."""
    text = (WORDS * 5)[: length - 10]
    for number in range(articles):
        yield {"id": f"a{number}", "title": f"Статья {number}", "date": "2025-09-01", "text": f"{number:>9} {text}"}


def written(path: Path, rows: Iterator[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def took_s(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def imported(source: Path, target: Path) -> None:
    with Project.create(target, default_scheme()) as project:
        Import(project, [source], ImportOptions(pretag=False)).run()


def raw_import(source: Path, rows: dict[str, list[tuple[object, ...]]], target: Path) -> None:
    with source.open("rb") as file:
        for line in file:
            json.loads(line)
    with closing(sqlite3.connect(target, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous = FULL")
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        raw.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            raw.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(table_columns(table)))})", rows[table])
        raw.execute("COMMIT")


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as raw:
        return {table: raw.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}


def measured_import(folder: Path, name: str, source: Path) -> tuple[str, float, float, float, bool]:
    one = written(folder / f"{name}-one.jsonl", short(1, 300))
    started, ours, floor = [], [], []
    for number in range(ROUNDS):
        started.append(took_s(lambda: imported(one, folder / f"{name}-one-{number}.pometka")))  # noqa: B023
        target = folder / f"{name}-{number}.pometka"
        ours.append(took_s(lambda: imported(source, target)))  # noqa: B023
        rows = rows_of(target)
        raw = folder / f"{name}-raw-{number}.pometka"
        Project.create(raw, default_scheme()).close()
        floor.append(took_s(lambda: raw_import(source, rows, raw)))  # noqa: B023
        assert rows_of(raw) == rows
    took = min(ours) - min(started)
    return name, took, min(floor), MOST_TIMES, took <= MOST_TIMES * min(floor)


def measured_stats(folder: Path) -> tuple[float, bool]:
    source = written(folder / "stats.jsonl", annotated(10_000, 32))
    imported(source, folder / "stats.pometka")
    imported(written(folder / "few.jsonl", short(1, 300)), folder / "few.pometka")
    with contextlib.redirect_stdout(io.StringIO()):
        show_stats(folder / "few.pometka", as_json=True)
        took = min(took_s(lambda: show_stats(folder / "stats.pometka", as_json=True)) for _ in range(ROUNDS))
    return took, took <= MOST_STATS_S


def main() -> int:
    """Print the table; return 1 where a bound is not kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = {
            "1,000 articles with 32,000 annotations": written(folder / "annotated.jsonl", annotated(1_000, 32)),
            "10,000 articles of 300 characters": written(folder / "short.jsonl", short(10_000, 300)),
        }
        lines = [measured_import(folder, name, source) for name, source in sources.items()]
        stats, is_quick = measured_stats(folder)
    table = Table("seconds", "measured", "floor", "ratio", "bound", "")
    for what, took, floor, bound, is_kept in lines:
        kept = "kept" if is_kept else "NOT KEPT"
        table.add_row(what, f"{took:.2f}", f"{floor:.2f}", f"{took / floor:.1f}", f"{bound:g} ×", kept)
    kept = "kept" if is_quick else "NOT KEPT"
    table.add_row("stats, 10,000 articles, 320,000 annotations", f"{stats:.2f}", "", "", f"{MOST_STATS_S:g} s", kept)
    Console().print(table)
    return int(not (is_quick and all(line[-1] for line in lines)))


if __name__ == "__main__":
    sys.exit(main())
