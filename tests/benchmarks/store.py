"""Measure what saving, undoing and reading cost.

The floor is plain sqlite3 in the same run: `python -m tests.benchmarks.store`.

The floor of one saved step is one row inserted and committed by sqlite3 (WAL, `synchronous=FULL`), the floor of bulk
is its `executemany` of the same rows into the same tables. Steps are timed from `apply` until the ticket is saved.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.table import Table

from app.core.change import Change, Step
from app.core.message import Message
from app.core.model import Annotation, Article, Body, Kind, Origin, Role, Status
from app.core.scheme import Scheme
from app.core.span import Span
from app.store import Project
from app.store.rows.forms import FORM_OF
from app.store.schema.statements import insert_statement
from tests.benchmarks.timing import time_ms
from tests.service.samples import long_article, opened, rename_label

ARTICLE = 2
TEXT = "слово " * 170_000
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
SINGLE_STEPS, SPREAD, BULK = 1_000, 5_000, 50_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, in milliseconds."""

    what: str
    measured: float
    floor: float | None = None
    bound: float | None = None

    @property
    def is_kept(self) -> bool:
        return self.bound is None or self.measured <= self.bound


def annotations(count: int, first: int = 10) -> list[Annotation]:
    """Return pre-tags as they come: each tenth a claim with two roles."""
    entity = Annotation(0, ARTICLE, Kind.ENTITY, "PER", (), origin=Origin.PRETAG, rule="ner/1", normal="Токаев")
    entity = replace(entity, confidence=0.9, created=NOON, changed=NOON)
    roles = (Role("speaker", Span(0, 5), "Токаев"), Role("cue", Span(6, 11)))
    claim = replace(entity, kind=Kind.CLAIM, label="statement", roles=roles, attributes=(("form", "indirect"),))
    return [
        replace(claim if number % 10 == 0 else entity, id=first + number, pieces=(Span(number, number + 5),))
        for number in range(count)
    ]


def added(rows: list[Annotation]) -> Step:
    return Step(Message("Tag"), tuple(Change(None, row) for row in rows))


def accepted(rows: list[Annotation]) -> Step:
    return Step(Message("Spread"), tuple(Change(row, replace(row, status=Status.ACCEPTED)) for row in rows))


def p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


def single_steps(project: Project, raw: sqlite3.Connection) -> list[Line]:
    """Save one change at a time, ours and the floor's in turns."""
    handed_in, saved, floor = [], [], []
    statement = insert_statement("annotation")
    for row in annotations(SINGLE_STEPS, first=1_000_000):
        start = time.perf_counter()
        ticket = project.apply(added([row]))
        handed_in.append((time.perf_counter() - start) * 1_000)
        ticket.wait()
        saved.append((time.perf_counter() - start) * 1_000)
        columns = FORM_OF[Annotation].columns(row)
        floor.append(time_ms(lambda columns=columns: raw.execute(statement, columns)))
    return [
        Line("one step, handed in, p99", p99(handed_in), bound=8),
        Line("one step, on disk, median", median(saved), median(floor)),
        Line("one step, on disk, p99", p99(saved), p99(floor), bound=50),
    ]


def spread(project: Project) -> list[Line]:
    """Change five thousand annotations at once, and take that back."""
    rows = project.annotations(ARTICLE)[:SPREAD]
    applied = time_ms(lambda: project.apply(accepted(rows)).wait())
    returned = time_ms(project.undo)
    undone = returned + time_ms(project.flush)
    return [
        Line(f"spread over {SPREAD:,}, on disk", applied),
        Line("undo of it, returned", returned),
        Line("undo of it, on disk", undone, bound=100),
    ]


def bulk(project: Project, raw: sqlite3.Connection) -> list[Line]:
    """Add fifty thousand annotations, take them back, and do it again."""
    rows = annotations(BULK, first=2_000_000)
    columns = [FORM_OF[Annotation].columns(row) for row in rows]
    statement = insert_statement("annotation")
    floor = time_ms(lambda: in_transaction(raw, lambda: raw.executemany(statement, columns)))
    ids = [(row.id,) for row in rows]
    drop = "DELETE FROM annotation WHERE id = ?"
    floor_undo = time_ms(lambda: in_transaction(raw, lambda: raw.executemany(drop, ids)))
    applied = time_ms(lambda: project.apply(added(rows)).wait())
    read = time_ms(lambda: project.annotations(ARTICLE))
    undone = time_ms(lambda: (project.undo(), project.flush()))
    path = project.path
    redone = time_ms(lambda: (project.redo(), project.flush()))
    project.close()
    with Project.open(path) as again:
        cold = time_ms(lambda: (again.undo(), again.flush()))
    return [
        Line(f"{BULK:,} added, on disk", applied, floor),
        Line(f"{BULK:,} read", read),
        Line(f"undo of {BULK:,}, on disk", undone, floor_undo),
        Line(f"redo of {BULK:,}, on disk", redone, floor),
        Line(f"undo of {BULK:,} after opening again", cold, floor_undo),
    ]


def large_edits(folder: Path) -> list[Line]:
    """Decide, undo and rename among fifty thousand proposals, as a key does.

    Until the next key is taken.
    """
    session = opened(folder / "large.pometka", *long_article(BULK))
    assert session.project is not None
    session.editor.decisions.accept()
    settled = session.project.flush
    edits: dict[str, Callable[[], object]] = {
        f"{BULK:,} accepted by one key": session.editor.decisions.finish,
        "undo of it": session.history.undo,
        f"label of {BULK // 2:,} renamed": lambda: rename_label(session, Kind.ENTITY, "PER", "HUMAN"),
        "undo of that": session.history.undo,
    }
    lines = []
    for what, edit in edits.items():
        settled()
        lines.append(Line(what, time_ms(edit), bound=500))
    session.projects.close()
    return lines


def in_transaction(raw: sqlite3.Connection, work: Callable[[], object]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    work()
    raw.execute("COMMIT")


def prepared(path: Path) -> Project:
    """Return a project of one long article.

    It has a megabyte and five thousand annotations.
    """
    project = Project.create(path, Scheme())
    article = Article(ARTICLE, "Длинная", length=len(TEXT))
    project.apply(Step(Message("Import"), (Change(None, article), Change(None, Body(ARTICLE, TEXT)))))
    project.apply(added(annotations(SPREAD))).wait()
    return project


def measured(folder: Path) -> list[Line]:
    """Measure everything on two like projects, ours and the floor's."""
    ours = folder / "ours.pometka"
    prepared(folder / "floor.pometka").close()
    lines = [Line("create a project", time_ms(lambda: Project.create(folder / "new.pometka", Scheme()).close()))]
    project = prepared(ours)
    project.close()
    lines.append(Line("open it and read its list", time_ms(lambda: listed(ours))))
    with Project.open(ours) as project, closing(raw_writer(folder / "floor.pometka")) as raw:
        lines += [*single_steps(project, raw), *spread(project), *bulk(project, raw)]
    return lines + large_edits(folder)


def listed(path: Path) -> None:
    with Project.open(path) as project:
        project.articles()
        project.counts()


def raw_writer(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous = FULL")
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    return raw


def main() -> int:
    """Print the table; return 1 where a bound is not kept."""
    with tempfile.TemporaryDirectory() as folder:
        lines = measured(Path(folder))
    table = Table("milliseconds", "measured", "sqlite3", "ratio", "bound", "")
    for line in lines:
        floor = "" if line.floor is None else f"{line.floor:.1f}"
        ratio = "" if not line.floor else f"{line.measured / line.floor:.1f}"
        bound = "" if line.bound is None else f"{line.bound:g}"
        verdict = "" if line.bound is None else ("kept" if line.is_kept else "NOT KEPT")
        table.add_row(line.what, f"{line.measured:.1f}", floor, ratio, bound, verdict)
    Console().print(table)
    return int(not all(line.is_kept for line in lines))


if __name__ == "__main__":
    sys.exit(main())
