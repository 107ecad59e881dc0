"""Measure what the export of a workbook costs.

Two floors are measured in the same run: `python -m tests.benchmarks.export [ROWS]`.

A project of so many entities, fifty an article, is exported by the command line in a process of its own, reading the
project included. The floors write the same cells: raw XML and zip at the same compression, without styles, links and
places of cells, from cells that are in memory; and stock openpyxl (write-only) as a whole command, which reads the same
project and makes the same rows. Both commands count from the start of Python. What counts is the ratio of the
processor's time.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from rich.console import Console
from rich.table import Table

from app.formats.export_context import ExportContext
from app.formats.export_options import ExportOptions
from app.formats.xlsx.columns.sheet_columns import make_sheet_columns
from app.formats.xlsx.parts.deflated_part import LEVEL
from app.formats.xlsx.parts.package import Package
from app.formats.xlsx.rows.sheet_rows import DocumentRows, EntityRow
from app.formats.xlsx.sheets.sheet_layout import TableLook
from app.formats.xlsx.sheets.table_sheet import TablePlace, TableSheet
from app.formats.xlsx.values.cells import to_cell_value
from app.formats.xlsx.workbook import make_naming
from app.service.jobs.importing.import_plan import ImportOptions
from app.service.jobs.importing.import_task import Import
from app.service.project.schemes import default_scheme
from app.store import Project

MOST_TIMES_RAW, LEAST_TIMES_STOCK, MOST_MB = 1.6, 4.0, 120
ROUNDS = 3
"""The least of so many rounds counts: what else runs on the machine only adds to it."""
PER_ARTICLE = 50
KEYS = (
    "text label normal referent context date source url note status day amount unit title key".split()  # noqa: SIM905
)
COLUMNS = tuple(f"entities.{key}" for key in KEYS)
OPTIONS = ExportOptions(language="ru", sheets=("entities",), columns=COLUMNS)
_MEASURED = """
import resource, subprocess, sys
subprocess.run([sys.executable, "-m", "app", *sys.argv[1:]], check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
WORDS = ("город", "область", "бюджет", "рынок", "школа", "дорога", "проект", "закон", "налог", "завод", "энергия")


def written_articles(path: Path, count: int) -> Path:
    """Write articles with fifty entities each; no sentence stands twice."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count // PER_ARTICLE):
            text, entities = "", []
            for place in range(PER_ARTICLE):
                word, sum_ = WORDS[(number + place) % len(WORDS)], number * 7919 + place * 104_729
                sentence = f"Глава государства Касым-Жомарт Токаев сообщил, что {word} получит {sum_} тенге в срок. "
                start = len(text) + 18
                entities.append(
                    {"start": start, "end": start + 19, "label": ("PER", "ORG", "LOC")[place % 3], "status": "accepted"}
                    | {"origin": "pretag", "rule": "ner/1", "confidence": 0.93, "normal": "Касым-Жомарт Токаев"}
                )
                text += sentence
            head = {"id": f"a{number}", "title": f"Город Алатау получит особый статус, {number}", "source": "nur.kz"}
            url = f"https://www.nur.kz/politics/universe/{number}-novyy-gorod-alatau/"
            row = head | {"date": f"2025-{number % 12 + 1:02}-02", "url": url, "text": text, "entities": entities}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def read_rows(path: Path) -> Iterator[EntityRow]:
    """Yield the rows of a project as the export makes them."""
    with closing(Project.open(path, read_only=True)) as project:
        for document in project.documents(None):
            yield from DocumentRows(document, OPTIONS).entities("'Статьи'!A2")


def make_cells(row: EntityRow, columns: list[Callable[[EntityRow], Any]]) -> list[Any]:
    """Return the cells of a row."""
    return [to_cell_value(value(row)) for value in columns]


def write_raw(cells: list[list[Any]], path: Path) -> None:
    """Write an inline string or a number a cell, and nothing else.

    Less cannot be done.
    """
    compression = {"compression": zipfile.ZIP_DEFLATED, "compresslevel": LEVEL}
    with zipfile.ZipFile(path, "w", **compression) as package, package.open("sheet1.xml", "w") as file:  # type: ignore[call-overload]
        for row in cells:
            parts = [
                f"<c><v>{value}</v></c>"
                if isinstance(value, int | float)
                else f'<c t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
                for value in row
                if value is not None
            ]
            file.write(f"<row>{''.join(parts)}</row>".encode())


def write_ours(rows: list[EntityRow], path: Path) -> None:
    """Write rows as the export does, without reading them."""
    naming = make_naming(ExportContext(default_scheme(), "Проект", options=OPTIONS))
    with ExitStack() as stack:
        package = Package(stack, "ru")
        place = TablePlace(package, naming.words, TableLook("ru", frozenset(), {}))
        table = TableSheet(place, make_sheet_columns(naming)["entities"])
        table.extend(rows)
        table.close()
        package.save(path)


def write_stock(project: Path, path: Path) -> None:
    """Read the project and write its rows as openpyxl's manual says."""
    columns = value_functions()
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in read_rows(project):
        sheet.append(make_cells(row, columns))
    workbook.save(path)


def value_functions() -> list[Callable[[EntityRow], Any]]:
    naming = make_naming(ExportContext(default_scheme(), options=OPTIONS))
    return [column.value for column in make_sheet_columns(naming)["entities"].columns]


def export_stock(project: Path, path: Path) -> None:
    """Write the stock workbook in a process of its own.

    The command does the same.
    """
    subprocess.run([sys.executable, "-m", __spec__.name, "--stock", project, path], check=True)


def export(project: Path, path: Path) -> float:
    """Run the command in a process.

    Return how many MB its largest process took.
    """
    words = ["export", project, path, "--sheets", "entities", "--columns", ",".join(COLUMNS), "--language", "ru"]
    command = [sys.executable, "-c", _MEASURED, *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(done.stdout.splitlines()[-1]) / 1024


def write_byte_code(folder: Path) -> None:
    """Run both commands once to compile all modules.

    Python then has their byte code, as a user's has after the first run.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    small = folder / "small.pometka"
    with Project.create(small, default_scheme()) as made:
        source = written_articles(folder / "small.jsonl", PER_ARTICLE)
        Import(made, [source], ImportOptions(pretag=False)).run()
    export(small, folder / "small.xlsx")
    export_stock(small, folder / "small.xlsx")


def cpu_s(work: Callable[[], object]) -> float:
    """Return the processor time that work takes.

    It is counted in this process and in those that it waits for. The unit is seconds.
    """

    def now() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    start = now()
    work()
    return now() - start


def least(work: Callable[[], object], rounds: int) -> float:
    return min(cpu_s(work) for _ in range(rounds))


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a bound is not kept."""
    if arguments[:1] == ["--stock"]:
        write_stock(Path(arguments[1]), Path(arguments[2]))
        return 0
    count = int(arguments[0]) if arguments else 50_000
    rounds = ROUNDS if count <= 100_000 else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project, out = folder / "p.pometka", folder / "out.xlsx"
        with Project.create(project, default_scheme()) as made:
            source = written_articles(folder / "a.jsonl", count)
            Import(made, [source], ImportOptions(pretag=False)).run()
        peaks: list[float] = []
        write_byte_code(folder)
        command = least(lambda: peaks.append(export(project, out)), rounds)
        columns = value_functions()
        stock = least(lambda: export_stock(project, out), 1)
        rows = list(read_rows(project))[:100_000]
        cells = [make_cells(row, columns) for row in rows]
        ours, raw = least(lambda: write_ours(rows, out), rounds), least(lambda: write_raw(cells, out), rounds)
    table = Table(f"{count:,} rows of {len(KEYS)} columns", "µs a row", "rows a second", "ratio", "bound", "")
    part = len(rows)
    lines = [
        ("raw XML and zip", raw / part, "", ""),
        ("our rows and package", ours / part, f"{ours / raw:.2f} × raw", f"≤ {MOST_TIMES_RAW} ×"),
        ("stock openpyxl, whole command", stock / count, "", ""),
        (
            "export, whole command",
            command / count,
            f"{stock / command:.1f} × less than stock",
            f"≥ {LEAST_TIMES_STOCK} ×",
        ),
    ]
    is_kept = {1: ours / raw <= MOST_TIMES_RAW, 3: stock / command >= LEAST_TIMES_STOCK}
    for number, (what, took, ratio, bound) in enumerate(lines):
        kept = "" if number not in is_kept else "kept" if is_kept[number] else "NOT KEPT"
        table.add_row(what, f"{took * 1e6:.1f}", f"{1 / took:,.0f}", ratio, bound, kept)
    small = max(peaks) <= MOST_MB
    table.add_row("largest process", "", "", f"{max(peaks):.0f} MB", f"≤ {MOST_MB} MB", "kept" if small else "NOT KEPT")
    Console(width=120).print(table)
    return int(not (all(is_kept.values()) and small))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
